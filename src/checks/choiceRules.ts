import { itemsOf, memberOf, valueOf, type Segment } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { ObjectNode } from '../asl/tree.ts';
import { hasUnknownMembers } from './problem.ts';

const COMPARED = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'] as const;
const ordered = ['Numeric', 'String', 'Timestamp'].flatMap((type) => COMPARED.flatMap((how) => [`${type}${how}`, `${type}${how}Path`]));

/** The 39 comparison operators. Source: asl-semantics.md section 8. */
export const OPERATORS: readonly string[] = [
  'BooleanEquals', 'BooleanEqualsPath', 'IsBoolean', 'IsNull', 'IsNumeric', 'IsPresent', 'IsString', 'IsTimestamp', ...ordered, 'StringMatches',
];

export interface Condition {
  readonly node: ObjectNode;
  /** From the state. */
  readonly way: readonly Segment[];
  /** Inside And, Or or Not. */
  readonly nested: boolean;
}

/** The rules of a Choice that are written out. */
export function rulesOf(state: StateEntry): readonly Condition[] {
  if (state.type !== 'Choice') return [];
  return itemsOf(valueOf(state.node, 'Choices')).flatMap((node, index) => (node.kind === 'object' && !hasUnknownMembers(node) ? [{ node, way: ['Choices', index], nested: false }] : []));
}

/** Every condition, those within And, Or and Not too. */
export function conditionsOf(state: StateEntry): readonly Condition[] {
  const found: Condition[] = [];
  const work = [...rulesOf(state)];
  for (let at = work.pop(); at; at = work.pop()) {
    found.push(at);
    const { node, way } = at;
    for (const name of ['And', 'Or']) itemsOf(valueOf(node, name)).forEach((inner, index) => {
      if (inner.kind === 'object' && !hasUnknownMembers(inner)) work.push({ node: inner, way: [...way, name, index], nested: true });
    });
    const not = memberOf(node, 'Not')?.value;
    if (not?.kind === 'object' && !hasUnknownMembers(not)) work.push({ node: not, way: [...way, 'Not'], nested: true });
  }
  return found;
}
