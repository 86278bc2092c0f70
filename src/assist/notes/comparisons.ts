const typed = (type: string, more: readonly string[] = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']): readonly string[] =>
  more.flatMap((name) => [`${type}${name}`, `${type}${name}Path`]);

/** The 39 operators of a Choice rule, those that people reach for first in front. Source: asl-semantics.md section 8. */
export const COMPARISON_NAMES: readonly string[] = [
  'StringEquals', 'NumericEquals', 'BooleanEquals', 'IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp', 'StringMatches',
  'StringEqualsPath', 'NumericEqualsPath', 'BooleanEqualsPath',
  ...typed('Numeric').slice(2), ...typed('String').slice(2), ...typed('Timestamp'),
];

const WORDS: { readonly [part: string]: string } = {
  Equals: 'equals', LessThan: 'is less than', LessThanEquals: 'is at most', GreaterThan: 'is greater than', GreaterThanEquals: 'is at least', Matches: 'matches',
};
const KINDS: { readonly [kind: string]: string } = { String: 'a text', Numeric: 'a number', Boolean: 'true or false', Timestamp: 'a time' };

/** What an operator asks of the variable; undefined for what is no operator. */
export function comparisonNote(name: string): string | undefined {
  const is = /^Is(Present|Null|String|Numeric|Boolean|Timestamp)$/.exec(name)?.[1];
  if (is === 'Present') return 'True: the variable is there, null included. The only operator that a missing variable does not fail.';
  if (is !== undefined) return `Whether the variable is ${is === 'Null' ? 'null' : (KINDS[is] ?? is)}.`;
  if (name === 'StringMatches') return 'The variable matches this text, in which * stands for anything (\\\\* for a star).';
  const found = /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)(Path)?$/.exec(name);
  if (!found || !COMPARISON_NAMES.includes(name)) return undefined;
  const [, kind = '', op = '', path] = found;
  return `The variable is ${KINDS[kind]} and ${WORDS[op]} ${path === undefined ? 'this one' : 'the value at this path'}.`;
}
