import { setTo } from '../asl/commands/operate.ts';
import type { StateId, StateName } from '../asl/names.ts';
import type { Command } from '../asl/operations.ts';
import { memberOf } from '../asl/pointer.ts';
import { indexStates, type StateEntry, type StateIndex } from '../asl/states.ts';
import type { ValueNode } from '../asl/tree.ts';
import { ok } from '../lib/Result.ts';

/** A state that names a connection. */
export interface ConnectionUse {
  readonly state: StateId;
  readonly name: StateName;
  /** It stands there as it is; else inside an expression, which nobody can follow by machine. */
  readonly literal: boolean;
}

const argumentsOf = ({ node }: StateEntry): readonly ValueNode[] =>
  node.kind === 'object' ? ['Arguments', 'Parameters'].flatMap((key) => memberOf(node, key)?.value ?? []) : [];

/** Texts of a Task's arguments, however deep. */
function textsOf(entry: StateEntry): readonly Extract<ValueNode, { kind: 'string' }>[] {
  if (entry.type !== 'Task') return [];
  const texts: Extract<ValueNode, { kind: 'string' }>[] = [];
  const open = [...argumentsOf(entry)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'string') texts.push(node);
    else if (node.kind === 'array') open.push(...node.items);
    else if (node.kind === 'object') open.push(...node.members.map(({ value }) => value));
  }
  return texts;
}

/** States that name the connection in what they send. */
export function connectionUses({ all }: StateIndex, arn: string): readonly ConnectionUse[] {
  return all.flatMap((entry) => {
    const naming = textsOf(entry).filter(({ value }) => value.includes(arn));
    return naming.length === 0 ? [] : [{ state: entry.id, name: entry.name, literal: naming.every(({ value }) => value === arn) }];
  });
}

/** What stands where a connection's ARN should, by ARN; placeholders and expressions are left out. */
export function namedConnections({ all }: StateIndex): ReadonlyMap<string, readonly StateName[]> {
  const named = new Map<string, StateName[]>();
  for (const entry of all.filter(({ type }) => type === 'Task')) {
    for (const holder of argumentsOf(entry).flatMap((node) => (node.kind === 'object' ? ['InvocationConfig', 'Authentication'].flatMap((key) => memberOf(node, key)?.value ?? []) : []))) {
      const arn = holder.kind === 'object' ? memberOf(holder, 'ConnectionArn')?.value : undefined;
      if (arn?.kind === 'string' && arn.value.startsWith('arn:')) named.set(arn.value, [...(named.get(arn.value) ?? []), entry.name]);
    }
  }
  return named;
}

/** Every state that names the one connection names the other: one step of undo. */
export const followConnection = (from: string, to: string, label: string): Command => (tree) =>
  ok({ ops: indexStates(tree).all.flatMap(textsOf).filter(({ value }) => value === from).map((node) => setTo(node, to)), label });

/** `Charge, Refund and 3 more`. */
export function namesOf(uses: readonly { readonly name: string }[]): string {
  const [names, rest] = [uses.slice(0, 3).map(({ name }) => name), uses.length - 3];
  if (rest > 0) return `${names.join(', ')} and ${rest} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
