import { equalJson } from '../../lib/equalJson.ts';
import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import type { Result } from '../../lib/Result.ts';
import type { Comparison, Filter, Operand, Step } from './JsonPath.ts';

/** A path inside a filter that finds nothing is undefined: it equals nothing, not even another miss. */
type Value = Json | RegExp | undefined;

/** What a filter or a function looks at; `evaluate` is the path evaluator that called it. */
export interface Scope {
  readonly element: Json;
  readonly document: Json;
  readonly evaluate: (steps: readonly Step[], definite: boolean, start: Json, document: Json) => Result<Json, unknown>;
}

export function matchesFilter(filter: Filter, scope: Scope): boolean {
  switch (filter.kind) {
    case 'or':
      return filter.parts.some((part) => matchesFilter(part, scope));
    case 'and':
      return filter.parts.every((part) => matchesFilter(part, scope));
    case 'not':
      return !matchesFilter(filter.part, scope);
    case 'exists': {
      const value = operandValue(filter.operand, scope);
      return filter.operand.kind === 'path' ? exists(filter.operand, value) : value === true;
    }
    case 'compare': {
      const left = operandValue(filter.left, scope);
      return compare[filter.op](left, operandValue(filter.right, scope));
    }
  }
}

const exists = (operand: Extract<Operand, { kind: 'path' }>, value: Value): boolean =>
  operand.definite ? value !== undefined : isJsonArray(value as Json) && (value as readonly Json[]).length > 0;

/** The value of an operand; undefined where its path finds nothing. Also used for arguments of path functions. */
export function operandValue(operand: Operand, scope: Scope): Value {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'regex') return operand.regex;
  const start = operand.of === 'element' ? scope.element : scope.document;
  const found = scope.evaluate(operand.steps, operand.definite, start, scope.document);
  return found.ok ? found.value : undefined;
}

/** As Jayway: a number and a string that spells the same number are equal. */
function equal(left: Value, right: Value): boolean {
  if (left === undefined || right === undefined || left instanceof RegExp || right instanceof RegExp) return false;
  if (typeof left === 'number' && typeof right === 'string') return right.trim() !== '' && Number(right) === left;
  if (typeof left === 'string' && typeof right === 'number') return equal(right, left);
  return equalJson(left, right);
}

function ordered(test: (order: number) => boolean): (left: Value, right: Value) => boolean {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return test(left - right);
    if (typeof left === 'string' && typeof right === 'string') return test(left < right ? -1 : left > right ? 1 : 0);
    return false;
  };
}

const listOf = (value: Value): readonly Json[] => (value !== undefined && !(value instanceof RegExp) && isJsonArray(value) ? value : []);
const has = (list: Value, item: Value): boolean => listOf(list).some((one) => equal(one, item));

function sizeOf(value: Value): number | undefined {
  if (typeof value === 'string') return value.length;
  if (value === undefined || value instanceof RegExp) return undefined;
  if (isJsonArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
}

function matches(left: Value, right: Value): boolean {
  const [text, regex] = left instanceof RegExp ? [right, left] : [left, right];
  return regex instanceof RegExp && typeof text === 'string' && regex.test(text);
}

function typeName(value: Value): string {
  if (value === null) return 'null';
  return isJsonArray(value as Json) ? 'array' : typeof value;
}

const compare: { readonly [op in Comparison]: (left: Value, right: Value) => boolean } = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  '=~': matches,
  in: (left, right) => has(right, left),
  nin: (left, right) => !has(right, left),
  subsetof: (left, right) => isJsonArray(left as Json) && listOf(left).every((item) => has(right, item)),
  anyof: (left, right) => listOf(left).some((item) => has(right, item)),
  noneof: (left, right) => !listOf(left).some((item) => has(right, item)),
  size: (left, right) => sizeOf(left) !== undefined && sizeOf(left) === sizeOrNumber(right),
  empty: (left, right) => sizeOf(left) !== undefined && (sizeOf(left) === 0) === (right === true),
  contains: (left, right) => (typeof left === 'string' ? typeof right === 'string' && left.includes(right) : has(left, right)),
  type: (left, right) => typeName(left) === right,
};

const sizeOrNumber = (value: Value): number | undefined => (typeof value === 'number' ? value : sizeOf(value));
