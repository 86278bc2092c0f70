import { isJsonArray, objectOf, type Json, type JsonArray, type JsonObject } from '../../lib/Json.ts';
import { boundedCache } from '../../lib/boundedCache.ts';
import { andThen, type MaybePromise } from '../../lib/MaybePromise.ts';
import { ok, type Result } from '../../lib/Result.ts';
import type { ExpressionFailure } from '../PathScope.ts';
import { evaluateJsonata, type JsonataScope } from './evaluateJsonata.ts';

type Outcome = Result<Json, ExpressionFailure>;

/** The text between the delimiters, trimmed; null where the string is a literal. Blanks around the delimiters make it one. */
export const jsonataText = (value: Json | undefined): string | null => (typeof value === 'string' && value.startsWith('{%') ? textWithin(value) : null);

/** Remembered, so that whoever looks an expression up by its text has the very same text each time. */
const textWithin: (value: string) => string | null = boundedCache((value) => (value.endsWith('%}') && value.length >= 4 ? value.slice(2, -2).trim() : null));

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
  if (typeof template === 'string') {
    const text = jsonataText(template);
    return text === null ? ok(template) : evaluateJsonata(text, field, scope);
  }
  if (!isDynamic(template)) return ok(template);
  const { parts, join } = planOf(template as JsonArray | JsonObject, field);
  return walk(parts, scope, join);
}

/** The parts of an object or array with their places, as AWS words them. */
interface Plan {
  readonly field: string;
  readonly parts: readonly (readonly [string, Json])[];
  readonly join: (values: readonly Json[]) => Json;
}

const plans = new WeakMap<object, Plan>();

/** Made once for each template of a definition; it stands in one field. */
function planOf(template: JsonArray | JsonObject, field: string): Plan {
  let plan = plans.get(template);
  if (plan?.field !== field) {
    plan = isJsonArray(template) ? arrayPlan(template, field) : objectPlan(template, field);
    plans.set(template, plan);
  }
  return plan;
}

const arrayPlan = (items: JsonArray, field: string): Plan => ({ field, parts: items.map((item, i) => [`${field}[${i}]`, item]), join: (values) => values });

function objectPlan(template: JsonObject, field: string): Plan {
  const names = Object.keys(template);
  const born = names.includes('__proto__');
  const join = (values: readonly Json[]): Json => {
    if (born) return objectOf(names.map((name, i) => [name, values[i] as Json] as const));
    const object: { [name: string]: Json } = {};
    for (let i = 0; i < names.length; i++) object[names[i] as string] = values[i] as Json;
    return object;
  };
  return { field, parts: names.map((name) => [`${field}/${name}`, template[name] as Json]), join };
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

