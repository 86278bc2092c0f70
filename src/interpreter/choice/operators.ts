import type { Json } from '../../lib/Json.ts';
import { compareInstants, parseTimestamp } from '../../lib/timestamp.ts';

/** A value of another type is no match: nothing is coerced. */
type Test = (value: Json, against: Json) => boolean;

const numeric = (test: (a: number, b: number) => boolean): Test => (a, b) => typeof a === 'number' && typeof b === 'number' && test(a, b);
/** UTF-16 code units, as Java's compareTo and JavaScript's `<` order them. */
const text = (test: (a: string, b: string) => boolean): Test => (a, b) => typeof a === 'string' && typeof b === 'string' && test(a, b);
const time = (test: (order: number) => boolean): Test => (a, b) => {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const [left, right] = [parseTimestamp(a), parseTimestamp(b)];
  return left !== null && right !== null && test(compareInstants(left, right));
};

/**
 * `*` stands for any text; `\*` and `\\` stand for themselves. Texts between asterisks are looked for in turn, each as early as it
 * can be: a regular expression with sixteen asterisks would try every split of the value, and never come to an end.
 */
function matchesPattern(value: string, pattern: string): boolean {
  const [first = '', ...later] = literalsOf(pattern);
  const last = later.pop();
  if (last === undefined) return value === first;
  const end = value.length - last.length;
  if (first.length > end || !value.startsWith(first) || !value.endsWith(last)) return false;
  let at = first.length;
  for (const literal of later) {
    const found = value.indexOf(literal, at);
    if (found < 0 || found + literal.length > end) return false;
    at = found + literal.length;
  }
  return true;
}

/** The texts between the asterisks of a pattern; one where it has none. */
function literalsOf(pattern: string): readonly string[] {
  const literals = [''];
  for (const part of pattern.match(/\\[\s\S]|\*|[^\\*]+|\\$/g) ?? []) {
    if (part === '*') literals.push('');
    else literals.push(`${literals.pop() ?? ''}${part.startsWith('\\') && part.length > 1 ? part.slice(1) : part}`);
  }
  return literals;
}

/** The 21 comparisons that have a literal; all but StringMatches also come with `Path`, which takes the literal from the data. */
export const comparisons = {
  BooleanEquals: (a, b) => typeof a === 'boolean' && a === b,
  NumericEquals: numeric((a, b) => a === b),
  NumericLessThan: numeric((a, b) => a < b),
  NumericLessThanEquals: numeric((a, b) => a <= b),
  NumericGreaterThan: numeric((a, b) => a > b),
  NumericGreaterThanEquals: numeric((a, b) => a >= b),
  StringEquals: text((a, b) => a === b),
  StringLessThan: text((a, b) => a < b),
  StringLessThanEquals: text((a, b) => a <= b),
  StringGreaterThan: text((a, b) => a > b),
  StringGreaterThanEquals: text((a, b) => a >= b),
  StringMatches: text(matchesPattern),
  TimestampEquals: time((order) => order === 0),
  TimestampLessThan: time((order) => order < 0),
  TimestampLessThanEquals: time((order) => order <= 0),
  TimestampGreaterThan: time((order) => order > 0),
  TimestampGreaterThanEquals: time((order) => order >= 0),
} as const satisfies { readonly [name: string]: Test };

export const typeTests = {
  IsBoolean: (value) => typeof value === 'boolean',
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsPresent: () => true,
  IsString: (value) => typeof value === 'string',
  IsTimestamp: (value) => typeof value === 'string' && parseTimestamp(value) !== null,
} as const satisfies { readonly [name: string]: (value: Json) => boolean };

export type ComparisonName = keyof typeof comparisons;
export type TypeTestName = keyof typeof typeTests;

export const isComparison = (name: string): name is ComparisonName => Object.hasOwn(comparisons, name);
export const isTypeTest = (name: string): name is TypeTestName => Object.hasOwn(typeTests, name);

/** Every field that can be the operator of a rule. */
export const OPERATOR_NAMES: readonly string[] = [
  ...Object.keys(typeTests),
  ...Object.keys(comparisons).flatMap((name) => (name === 'StringMatches' ? [name] : [name, `${name}Path`])),
];
