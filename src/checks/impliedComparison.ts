import { memberOf } from '../asl/pointer.ts';
import type { ObjectNode } from '../asl/tree.ts';

/** A comparison of a number with a literal, as the numbers that it takes. */
interface Interval {
  readonly variable: string;
  readonly from: number;
  readonly to: number;
  /** The bounds themselves are taken. */
  readonly withFrom: boolean;
  readonly withTo: boolean;
}

const NOT_ASKED: ReadonlySet<string> = new Set(['Next', 'Comment', 'Assign', 'Output']);
const { POSITIVE_INFINITY: MOST, NEGATIVE_INFINITY: LEAST } = Number;
const BOUNDS: { readonly [operator: string]: (value: number) => Omit<Interval, 'variable'> } = {
  NumericEquals: (value) => ({ from: value, to: value, withFrom: true, withTo: true }),
  NumericLessThan: (value) => ({ from: LEAST, to: value, withFrom: true, withTo: false }),
  NumericLessThanEquals: (value) => ({ from: LEAST, to: value, withFrom: true, withTo: true }),
  NumericGreaterThan: (value) => ({ from: value, to: MOST, withFrom: false, withTo: true }),
  NumericGreaterThanEquals: (value) => ({ from: value, to: MOST, withFrom: true, withTo: true }),
};

/** Null: another kind of rule. `IsNumeric: true` takes every number. */
export function numbersTaken(rule: ObjectNode): Interval | null {
  const asked = rule.members.filter(({ key }) => !NOT_ASKED.has(key.value));
  const variable = memberOf(rule, 'Variable')?.value;
  const comparison = asked.find(({ key }) => key.value !== 'Variable');
  if (asked.length !== 2 || variable?.kind !== 'string' || !comparison) return null;
  const { key, value } = comparison;
  if (key.value === 'IsNumeric') return value.kind === 'literal' && value.value === true ? { variable: variable.value, from: LEAST, to: MOST, withFrom: true, withTo: true } : null;
  const bounds = Object.hasOwn(BOUNDS, key.value) ? BOUNDS[key.value] : undefined;
  return bounds && value.kind === 'number' ? { variable: variable.value, ...bounds(value.value) } : null;
}

/** Every number that the second takes, the first takes too. */
export const holds = (first: Interval, second: Interval): boolean =>
  first.variable === second.variable
  && (first.from < second.from || (first.from === second.from && (first.withFrom || !second.withFrom)))
  && (first.to > second.to || (first.to === second.to && (first.withTo || !second.withTo)));
