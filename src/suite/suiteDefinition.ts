import { indexStates } from '../asl/states.ts';
import { stringOf } from '../asl/pointer.ts';
import { substitute } from '../asl/substitute.ts';
import { toJson } from '../asl/toJson.ts';
import { lineColumn } from '../asl/lines.ts';
import type { Tree, ValueNode } from '../asl/tree.ts';
import type { Pointer } from '../asl/names.ts';
import type { Json } from '../lib/Json.ts';
import { nearest } from '../lib/nearest.ts';
import { listed, type SuiteProblem } from './SuiteReader.ts';
import type { Suite } from './suiteTypes.ts';

export interface SuiteDefinition {
  /** With the substitutions filled in. */
  readonly json: Json;
  /** Names of `${…}` that nothing fills in. */
  readonly open: readonly string[];
}

/**
 * The definition that tests run against. A `Resource` that is nothing but `${Name}` and has no substitution stands for a Lambda function
 * of that name: a deployment fills in an ARN there, and a test mocks the task anyway.
 */
export function suiteDefinition(tree: Tree, substitutions: Suite['substitutions']): SuiteDefinition | null {
  if (tree.root === null) return null;
  const open = new Set<string>();
  const filled = standIns(substitute(tree.root, substitutions), false, open);
  return { json: toJson(filled), open: [...open] };
}

const PLACEHOLDER = /\$\{([^{}\r\n]*)\}/g;

/** `calls`: the value is the `Resource` of a Task. What a Pass or a payload calls Resource is data like any other. */
function standIns(node: ValueNode, calls: boolean, open: Set<string>): ValueNode {
  switch (node.kind) {
    case 'object': {
      const isTask = stringOf(node, 'Type') === 'Task';
      return { ...node, members: node.members.map((member) => ({ ...member, value: standIns(member.value, isTask && member.key.value === 'Resource', open) })) };
    }
    case 'array':
      return { ...node, items: node.items.map((item) => standIns(item, false, open)) };
    case 'placeholder':
      if (calls) return { kind: 'string', offset: node.offset, length: node.length, value: functionNamed(node.name) };
      open.add(node.name);
      return node;
    case 'string': {
      const whole = calls ? /^\$\{([^{}\r\n]*)\}$/.exec(node.value)?.[1] : undefined;
      if (whole !== undefined) return { ...node, value: functionNamed(whole) };
      for (const [, name = ''] of node.value.matchAll(PLACEHOLDER)) open.add(name);
      return node;
    }
    default:
      return node;
  }
}

const functionNamed = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name.replaceAll(/[^\w-]/g, '-') || 'Function'}`;

/** States that the tests name and the definition has not. `text`: of the tests file. */
export function statesNotThere(suite: Suite, tree: Tree, text: string): readonly SuiteProblem[] {
  const names = new Set<string>(indexStates(tree).all.map(({ name }) => name));
  const say = (offset: number, message: string): SuiteProblem => ({ message, pointer: '' as Pointer, offset, ...lineColumn(text, offset) });
  return suite.tests.flatMap(({ name: test, offset, state, mocks, expect }) => {
    const asked = [
      ...(state === undefined ? [] : [[state, 'tests'] as const]),
      ...Object.keys(mocks).map((name) => [name, 'mocks'] as const),
      ...[expect.nextState ?? [], expect.states ?? [], expect.visits ?? [], expect.neverVisits ?? []].flat().map((name) => [name, 'expects'] as const),
    ];
    const unknown = new Map(asked.filter(([name]) => !names.has(name)));
    return [...unknown].map(([name, verb]) => say(offset, `"${test}" ${verb} the state "${name}", which the definition does not have. ${meant(name, names)}`));
  });
}

function meant(name: string, names: ReadonlySet<string>): string {
  const near = nearest(name, names);
  if (near !== null) return `Did you mean "${near}"?`;
  const all = [...names].map((one) => `"${one}"`);
  return all.length === 0 ? 'It has no states.' : `It has ${all.length > 6 ? `${all.slice(0, 6).join(', ')} and ${all.length - 6} more` : listed(all, 'and')}.`;
}
