import { isJsonArray, objectOf, type Json, type JsonArray, type JsonObject } from '../../lib/Json.ts';
import { andThen, type MaybePromise } from '../../lib/MaybePromise.ts';
import { ok, type Result } from '../../lib/Result.ts';
import type { ExpressionFailure } from '../PathScope.ts';
import { evaluateJsonata, type JsonataScope } from './evaluateJsonata.ts';

type Outcome = Result<Json, ExpressionFailure>;

/** The text between the delimiters, trimmed; null where the string is a literal. Blanks around the delimiters make it one. */
export function jsonataText(value: Json | undefined): string | null {
  if (typeof value !== 'string' || !value.startsWith('{%') || !value.endsWith('%}') || value.length < 4) return null;
  return value.slice(2, -2).trim();
}

const dynamicTemplates = new WeakMap<object, boolean>();

/** Remembered for objects and arrays of the definition: a template without expressions is handed through as it is. */
function isDynamic(template: Json): boolean {
  if (typeof template !== 'object' || template === null) return jsonataText(template) !== null;
  let dynamic = dynamicTemplates.get(template);
  if (dynamic === undefined) {
    dynamic = Object.values(template).some((item: Json) => isDynamic(item));
    dynamicTemplates.set(template, dynamic);
  }
  return dynamic;
}

/** Evaluates every `{% … %}` string of a template, one after another; the first failure ends it. No expression, no promise. */
export function evaluateJsonataTemplate(template: Json, field: string, scope: JsonataScope): MaybePromise<Outcome> {
  if (!isDynamic(template)) return ok(template);
  const text = jsonataText(template);
  if (text !== null) return evaluateJsonata(text, field, scope);
  return isJsonArray(template) ? walkArray(template, field, scope) : walkObject(template as JsonObject, field, scope);
}

function walkArray(items: JsonArray, field: string, scope: JsonataScope): MaybePromise<Outcome> {
  const parts = items.map((item, i) => [`${field}[${i}]`, item] as const);
  return walk(parts, scope, (values) => values);
}

function walkObject(template: JsonObject, field: string, scope: JsonataScope): MaybePromise<Outcome> {
  const names = Object.keys(template);
  const parts = names.map((name) => [`${field}/${name}`, template[name] as Json] as const);
  return walk(parts, scope, (values) => objectOf(names.map((name, i) => [name, values[i] as Json] as const)));
}

/** Goes on without a promise for as long as no part answers with one. */
function walk(parts: readonly (readonly [string, Json])[], scope: JsonataScope, join: (values: readonly Json[]) => Json): MaybePromise<Outcome> {
  const values: Json[] = [];
  for (const [place, part] of parts) {
    const value = evaluateJsonataTemplate(part, place, scope);
    if (value instanceof Promise) return walkOn(value, parts, values, scope, join);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(join(values));
}

async function walkOn(
  waiting: Promise<Outcome>, parts: readonly (readonly [string, Json])[], values: Json[], scope: JsonataScope, join: (values: readonly Json[]) => Json,
): Promise<Outcome> {
  let value = await waiting;
  for (;;) {
    if (!value.ok) return value;
    values.push(value.value);
    const next = parts[values.length];
    if (next === undefined) return ok(join(values));
    value = await evaluateJsonataTemplate(next[1], next[0], scope);
  }
}

/** For fields whose result must be of some type: `check` sees the value and the expression's text (null for a literal). */
export function evaluateTyped<T>(
  template: Json,
  field: string,
  scope: JsonataScope,
  check: (value: Json, text: string | null) => Result<T, ExpressionFailure>,
): MaybePromise<Result<T, ExpressionFailure>> {
  return andThen(evaluateJsonataTemplate(template, field, scope), (value) => (value.ok ? check(value.value, jsonataText(template)) : value));
}

