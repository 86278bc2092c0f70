import type { ValueNode } from '../../asl/tree.ts';
import type { Expression } from './Converted.ts';

type Condition = Pick<Expression, 'text' | 'loose'> | null;

/**
 * A comparison as JSONata. JSONPath's are false for a value of another type, where JSONata's orders fail the state, so those ask for the
 * type first, unless it `isKnown`. The oracle is `interpreter/choice/operators.ts`.
 */
type Writer = (variable: string, other: string, against: ValueNode, isKnown: (fact: string) => boolean) => Condition;

/** What Step Functions takes for a timestamp (RFC 3339 with a capital T and Z); the slashes make it a JSONata literal. */
const TIMESTAMP = String.raw`/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/`;

const loose = (text: string): Condition => ({ text, loose: true });
const isOf = (type: string, value: string): string => `$type(${value}) = '${type}'`;
const isTimestamp = (value: string): string => `$contains(${value}, ${TIMESTAMP})`;
const isTrue = (node: ValueNode): boolean | null => (node.kind === 'literal' && typeof node.value === 'boolean' ? node.value : null);
const also = (facts: readonly string[], test: string, isKnown: (fact: string) => boolean): Condition => loose([...facts.filter((fact) => !isKnown(fact)), test].join(' and '));

/** `IsX: false` is a test too, and says nothing of a value that is missing. */
const typeTest = (yes: (value: string) => string, no: (value: string) => string): Writer => (variable, _other, against) => {
  const wanted = isTrue(against);
  return wanted === null ? null : loose(wanted ? yes(variable) : no(variable));
};
const present: Writer = (variable, _other, against) => {
  const wanted = isTrue(against);
  return wanted === null ? null : { text: wanted ? `$exists(${variable})` : `$not($exists(${variable}))` };
};

/** A literal brings its own type: what equals it has that type too. */
const equals: Writer = (variable, other) => loose(`${variable} = ${other}`);
const equalsPath = (type: string): Writer => (variable, other, _against, isKnown) => also([isOf(type, variable)], `${variable} = ${other}`, isKnown);
const order = (type: string, sign: string): Writer => (variable, other, _against, isKnown) => also([isOf(type, variable)], `${variable} ${sign} ${other}`, isKnown);
const orderPath = (type: string, sign: string): Writer => (variable, other, _against, isKnown) => also([isOf(type, variable), isOf(type, other)], `${variable} ${sign} ${other}`, isKnown);

const instant = (sign: string): Writer => (variable, other, _against, isKnown) =>
  also([isOf('string', variable), isTimestamp(variable)], `$toMillis(${variable}) ${sign} $toMillis(${other})`, isKnown);
const instantPath = (sign: string): Writer => (variable, other, _against, isKnown) =>
  also([isOf('string', variable), isTimestamp(variable), isOf('string', other), isTimestamp(other)], `$toMillis(${variable}) ${sign} $toMillis(${other})`, isKnown);

const matches: Writer = (variable, _other, against, isKnown) => {
  const pattern = against.kind === 'string' ? regexOf(against.value) : null;
  return pattern === null ? null : also([isOf('string', variable)], `$contains(${variable}, ${pattern})`, isKnown);
};

/** `*` stands for any text; `\*` and `\\` for themselves. */
function regexOf(pattern: string): string {
  const parts = pattern.match(/\\[\s\S]|\*|[^\\*]+|\\$/g) ?? [];
  const written = parts.map((part) => (part === '*' ? String.raw`[\s\S]*` : escaped(part.length > 1 && part.startsWith('\\') ? part.slice(1) : part)));
  return `/^${written.join('')}$/`;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

export const OPERATORS = {
  IsPresent: present,
  IsNull: typeTest((x) => `${x} = null`, (x) => `${x} != null`),
  IsString: typeTest((x) => isOf('string', x), (x) => `$type(${x}) != 'string'`),
  IsNumeric: typeTest((x) => isOf('number', x), (x) => `$type(${x}) != 'number'`),
  IsBoolean: typeTest((x) => isOf('boolean', x), (x) => `$type(${x}) != 'boolean'`),
  IsTimestamp: typeTest((x) => `${isOf('string', x)} and ${isTimestamp(x)}`, (x) => `$type(${x}) != 'string' or $not(${isTimestamp(x)})`),
  BooleanEquals: equals,
  BooleanEqualsPath: equalsPath('boolean'),
  NumericEquals: equals,
  NumericEqualsPath: equalsPath('number'),
  NumericLessThan: order('number', '<'),
  NumericLessThanPath: orderPath('number', '<'),
  NumericLessThanEquals: order('number', '<='),
  NumericLessThanEqualsPath: orderPath('number', '<='),
  NumericGreaterThan: order('number', '>'),
  NumericGreaterThanPath: orderPath('number', '>'),
  NumericGreaterThanEquals: order('number', '>='),
  NumericGreaterThanEqualsPath: orderPath('number', '>='),
  StringEquals: equals,
  StringEqualsPath: equalsPath('string'),
  StringLessThan: order('string', '<'),
  StringLessThanPath: orderPath('string', '<'),
  StringLessThanEquals: order('string', '<='),
  StringLessThanEqualsPath: orderPath('string', '<='),
  StringGreaterThan: order('string', '>'),
  StringGreaterThanPath: orderPath('string', '>'),
  StringGreaterThanEquals: order('string', '>='),
  StringGreaterThanEqualsPath: orderPath('string', '>='),
  StringMatches: matches,
  TimestampEquals: instant('='),
  TimestampEqualsPath: instantPath('='),
  TimestampLessThan: instant('<'),
  TimestampLessThanPath: instantPath('<'),
  TimestampLessThanEquals: instant('<='),
  TimestampLessThanEqualsPath: instantPath('<='),
  TimestampGreaterThan: instant('>'),
  TimestampGreaterThanPath: instantPath('>'),
  TimestampGreaterThanEquals: instant('>='),
  TimestampGreaterThanEqualsPath: instantPath('>='),
} as const satisfies { readonly [name: string]: Writer };

export type OperatorName = keyof typeof OPERATORS;
