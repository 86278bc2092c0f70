import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import type { FunctionName, Segment } from './JsonPath.ts';
import { operandValue, type Scope } from './matchesFilter.ts';

type Call = Extract<Segment, { kind: 'function' }>;
/** Undefined: the function does not apply to this value, so the path finds nothing. */
type PathFunction = (value: Json, args: readonly Json[]) => Json | undefined;

export function callPathFunction(call: Call, scope: Scope): Json | undefined {
  const args = call.args
    .map((arg) => operandValue(arg, scope))
    .filter((arg): arg is Json => arg !== undefined && !(arg instanceof RegExp));
  return functions[call.name](scope.element, args);
}

/** Numbers of a list, arguments included: Jayway's aggregations take both. */
function overNumbers(aggregate: (numbers: readonly number[]) => number): PathFunction {
  return (value, args) => {
    const items = [...(isJsonArray(value) ? value : []), ...args.flatMap((arg) => (isJsonArray(arg) ? arg : [arg]))];
    const numbers = items.filter((item): item is number => typeof item === 'number');
    return numbers.length > 0 ? aggregate(numbers) : undefined;
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const lengthOf: PathFunction = (value, args) => {
  const of = args[0] ?? value;
  if (isJsonArray(of)) return of.length;
  if (typeof of === 'string') return of.length;
  return isJsonObject(of) ? Object.keys(of).length : undefined;
};

const functions: { readonly [name in FunctionName]: PathFunction } = {
  length: lengthOf,
  size: lengthOf,
  min: overNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: overNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  sum: overNumbers(sum),
  avg: overNumbers((numbers) => sum(numbers) / numbers.length),
  stddev: overNumbers((numbers) => {
    const mean = sum(numbers) / numbers.length;
    return Math.sqrt(sum(numbers.map((n) => (n - mean) ** 2)) / numbers.length);
  }),
  keys: (value) => (isJsonObject(value) ? Object.keys(value) : undefined),
  concat: (value, args) =>
    [...(isJsonArray(value) ? value : []), ...args.flatMap((arg) => (isJsonArray(arg) ? arg : [arg]))]
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .join(''),
  append: (value, args) => (isJsonArray(value) ? [...value, ...args] : undefined),
  first: (value) => (isJsonArray(value) ? value[0] : undefined),
  last: (value) => (isJsonArray(value) ? value.at(-1) : undefined),
  index: (value, args) => (isJsonArray(value) && typeof args[0] === 'number' ? value.at(args[0]) : undefined),
};
