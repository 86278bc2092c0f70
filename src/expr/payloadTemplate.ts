import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { evaluateIntrinsic } from './intrinsics/evaluateIntrinsic.ts';
import { isIntrinsicText, parseIntrinsic } from './intrinsics/parseIntrinsic.ts';
import { evaluatePath } from './jsonpath/evaluatePath.ts';
import type { JsonPath } from './jsonpath/JsonPath.ts';
import { parseJsonPath } from './jsonpath/parseJsonPath.ts';
import type { ExpressionFailure, PathScope } from './PathScope.ts';

type Compiled = (scope: PathScope) => Result<Json, ExpressionFailure>;

const compiledTemplates = new WeakMap<object, Compiled>();

/**
 * Evaluates a JSONPath payload template: a member whose name ends in `.$` has its value evaluated and loses the suffix,
 * everything else is literal. Compiled once for each template object of a definition.
 */
export function evaluateTemplate(template: Json, scope: PathScope): Result<Json, ExpressionFailure> {
  if (typeof template !== 'object' || template === null) return ok(template);
  let compiled = compiledTemplates.get(template);
  if (!compiled) {
    compiled = compile(template);
    compiledTemplates.set(template, compiled);
  }
  return compiled(scope);
}

function compile(template: Json): Compiled {
  if (!hasDynamic(template)) {
    const same = ok(template);
    return () => same;
  }
  return isJsonArray(template) ? compileArray(template) : compileObject(template as JsonObject);
}

const isDynamicName = (name: string): boolean => name.endsWith('.$');

function hasDynamic(template: Json): boolean {
  if (isJsonArray(template)) return template.some(hasDynamic);
  return isJsonObject(template) && Object.entries(template).some(([name, value]) => isDynamicName(name) || hasDynamic(value));
}

function compileArray(items: JsonArray): Compiled {
  const parts = items.map(compile);
  return (scope) => {
    const values: Json[] = [];
    for (const part of parts) {
      const value = part(scope);
      if (!value.ok) return value;
      values.push(value.value);
    }
    return ok(values);
  };
}

function compileObject(template: JsonObject): Compiled {
  const names = Object.keys(template).map((name) => (isDynamicName(name) ? name.slice(0, -2) : name));
  const parts = Object.entries(template).map(([name, value]) => (isDynamicName(name) ? compileDynamic(name, value) : compile(value)));
  const born = names.includes('__proto__');
  return (scope) => {
    const object: { [name: string]: Json } = {};
    for (let i = 0; i < parts.length; i++) {
      const value = (parts[i] as Compiled)(scope);
      if (!value.ok) return value;
      if (born) define(object, names[i] as string, value.value);
      else object[names[i] as string] = value.value;
    }
    return ok(object);
  };
}

function compileDynamic(field: string, value: Json): Compiled {
  if (typeof value !== 'string') return notAnExpression(field);
  if (isIntrinsicText(value)) {
    const call = parseIntrinsic(value);
    return call.ok ? (scope) => evaluateIntrinsic(call.value, scope) : notAnExpression(field);
  }
  const path = parseJsonPath(value);
  return path.ok ? (scope) => evaluateNamedPath(path.value, field, scope) : notAnExpression(field);
}

/** `__proto__` is a name like any other. */
const define = (object: { [name: string]: Json }, name: string, value: Json): void => void Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

export const notAnExpressionMessage = (field: string): string =>
  `The value for the field '${field}' must be a valid JSONPath or a valid intrinsic function call`;

function notAnExpression(field: string): Compiled {
  return () => err({ message: notAnExpressionMessage(field) });
}

/** The value of a template member, ErrorPath or CausePath. An index past the end gives null, any other miss fails. */
function evaluateNamedPath(path: JsonPath, field: string, scope: PathScope): Result<Json, ExpressionFailure> {
  const found = evaluatePath(path, scope);
  if (found.ok) return found;
  if (found.error.kind === 'out-of-range') return ok(null);
  const searched = path.root.kind === 'context' ? scope.context : scope.input;
  return err({ message: `The JSONPath '${path.text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(searched)}'` });
}

/** A path or an intrinsic call, as ErrorPath and CausePath take it. */
export function evaluateExpression(text: string, field: string, scope: PathScope): Result<Json, ExpressionFailure> {
  if (!isIntrinsicText(text)) {
    const path = parseJsonPath(text);
    return path.ok ? evaluateNamedPath(path.value, field, scope) : err({ message: notAnExpressionMessage(field) });
  }
  const call = parseIntrinsic(text);
  return call.ok ? evaluateIntrinsic(call.value, scope) : err({ message: notAnExpressionMessage(field) });
}

/** InputPath, OutputPath and the other `*Path` fields: AWS words a miss differently there. */
export function evaluatePathField(text: string, scope: PathScope): Result<Json, ExpressionFailure> {
  const path = parseJsonPath(text);
  if (!path.ok) return err({ message: `Invalid path '${text}' : ${path.error.message}` });
  const found = evaluatePath(path.value, scope);
  return found.ok ? found : err({ message: `Invalid path '${text}' : ${found.error.message}` });
}
