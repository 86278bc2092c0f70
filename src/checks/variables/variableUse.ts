import { isDistributedMap } from '../../asl/distributedMap.ts';
import { itemsOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { KeyNode, ValueNode } from '../../asl/tree.ts';
import { isIntrinsicText, parseIntrinsic, type IntrinsicCall } from '../../expr/intrinsics/parseIntrinsic.ts';
import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { hasUnknownMembers, isUnknown } from '../problem.ts';
import { textsWithin, type Text } from '../stateParts.ts';
import { jsonataUse } from './jsonataUse.ts';

/** What a state does with variables; places are left to `readersOf`, as few are ever asked for. */
export interface VariableUse {
  readonly reads: readonly string[];
  /** Names assigned when it goes on by `Next` (of a Choice: by `Default`). */
  readonly assigns: readonly string[];
  /** By the rules of a Choice and by catchers, one list for each. */
  readonly byRule: readonly (readonly string[])[];
  readonly byCatcher: readonly (readonly string[])[];
  /** An expression or a deployment tool gives the names. */
  readonly uncertain: boolean;
}

/** Fields that are never evaluated. */
const OPAQUE: ReadonlySet<string> = new Set(['Result', 'Comment', 'Type', 'QueryLanguage', 'Resource', 'Next', 'Default', 'ErrorEquals', 'Label', 'ResultPath']);

export function variableUse(state: StateEntry): VariableUse {
  const reads = new Set<string>();
  for (const text of textsWithin(state)) for (const name of namesRead(state, text)) reads.add(name);
  const own = valueOf(state.node, 'Assign');
  const ruleBlocks = itemsOf(valueOf(state.node, 'Choices')).map((rule) => valueOf(rule, 'Assign'));
  const catchBlocks = itemsOf(valueOf(state.node, 'Catch')).map((catcher) => valueOf(catcher, 'Assign'));
  return {
    reads: [...reads],
    assigns: assignedIn(own, state).map(({ name }) => name),
    byRule: ruleBlocks.map((block) => assignedIn(block, state).map(({ name }) => name)),
    byCatcher: catchBlocks.map((block) => assignedIn(block, state).map(({ name }) => name)),
    uncertain: [own, ...ruleBlocks, ...catchBlocks].some((block) => block !== undefined && (block.kind !== 'object' || hasUnknownMembers(block))),
  };
}

/** The names a block assigns, with the members that do. */
export function assignedIn(block: ValueNode | undefined, { language }: StateEntry): readonly { readonly name: string; readonly key: KeyNode }[] {
  if (block?.kind !== 'object') return [];
  return block.members.map(({ key }) => ({ key, name: language === 'JSONPath' ? key.value.replace(/\.\$$/, '') : key.value }));
}

/** The variables a text of the state reads. */
export function namesRead(state: StateEntry, { node, way, name }: Text): readonly string[] {
  if (OPAQUE.has(String(way[0])) || OPAQUE.has(name) || !node.value.includes('$') || isUnknown(node)) return [];
  if (state.language === 'JSONata') {
    const text = jsonataText(node.value);
    return text === null ? [] : (jsonataUse(text)?.variables ?? []);
  }
  if (!isPathField(name, way.length)) return [];
  if (!isIntrinsicText(node.value)) return fromPath(node.value);
  const call = parseIntrinsic(node.value);
  return call.ok ? fromCall(call.value) : [];
}

/** Where a JSONPath state evaluates a text: behind `.$`, and in the fields that are paths. */
export const isPathField = (name: string, depth: number): boolean => name.endsWith('.$') || name === 'Variable' || (name.endsWith('Path') && (depth === 1 || isChoicePath(name)));

const isChoicePath = (name: string): boolean => /^(Boolean|Numeric|String|Timestamp)(Equals|(Less|Greater)Than(Equals)?)Path$/.test(name);

function fromPath(text: string): readonly string[] {
  const path = parseJsonPath(text);
  return path.ok && path.value.root.kind === 'variable' ? [path.value.root.name] : [];
}

const fromCall = (call: IntrinsicCall): readonly string[] =>
  call.args.flatMap((arg) => (arg.kind === 'call' ? fromCall(arg.call) : arg.kind === 'path' && arg.path.root.kind === 'variable' ? [arg.path.root.name] : []));

/** The texts of the state that read the variable. */
export const readersOf = (state: StateEntry, name: string): readonly Text[] => textsWithin(state).filter((text) => namesRead(state, text).includes(name));

/** True inside a Map that runs each item as an execution of its own: it sees no variables from outside. */
export const isDistributed = (state: StateEntry | undefined): boolean => isDistributedMap(state?.node);
