import jsonata from 'jsonata';
import { boundedCache } from '../../lib/boundedCache.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { MaybePromise } from '../../lib/MaybePromise.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { ExpressionFailure, Sources } from '../PathScope.ts';
import { MAX_ITEMS, registerAwsFunctions, SOURCES } from './awsFunctions.ts';
import { directValue } from './directValue.ts';
import { jsonataOffset } from './jsonataSyntax.ts';
import { limitLargeTexts } from './largeTexts.ts';
import { newerOperator } from './newerOperator.ts';
import { plainResult } from './plainResult.ts';

/** `$states` and the variables, as an expression of a state sees them. */
export interface JsonataScope {
  readonly states: JsonObject;
  /** `$states.input`, where the rest of `$states` is made only when something reads it. */
  readonly input?: Json;
  readonly variables: JsonObject;
  readonly sources: Sources;
  readonly timeoutMs: number;
  readonly depth: number;
}

type Compiled = Result<jsonata.Expression, { readonly message: string }>;

/** The options belong to the compiled expression, so there is one cache for each pair of limits (in practice: one). */
const caches = new Map<string, (text: string) => Compiled>();

function compiled(text: string, { timeoutMs, depth }: JsonataScope): Compiled {
  const key = `${timeoutMs}/${depth}`;
  let cache = caches.get(key);
  if (!cache) {
    cache = boundedCache((source) => compile(source, timeoutMs, depth));
    caches.set(key, cache);
  }
  return cache(text);
}

function compile(text: string, timeoutMs: number, depth: number): Compiled {
  const newer = newerOperator(text);
  if (newer) return err({ message: newer.message });
  try {
    const expression = jsonata(text, { timeout: timeoutMs, stack: depth, sequence: MAX_ITEMS });
    registerAwsFunctions(expression);
    limitLargeTexts(expression);
    return ok(expression);
  } catch (error) {
    return err({ message: problemText(error, depth) });
  }
}

/** Our limits in AWS's words; everything else is jsonata's own code and text. */
function problemText(error: unknown, depth: number): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code) {
    case 'D1011':
      return (
        'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. ' +
        `Depth=${depth + 1} max=${depth}`
      );
    case 'D1012':
      return 'Expression evaluation timeout: Check for infinite loop';
    case 'D2014':
    case 'D2015':
      return 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
    case undefined:
      return message ?? String(error);
    default:
      return `${code}: ${message ?? ''}`;
  }
}

const textOfState = (expression: string, field: string): string => `The JSONata expression '${expression}' specified for the field '${field}'`;

/**
 * Evaluates one expression. Its options are held to JSONata 2.0.6 as AWS runs it; `field` is the place as AWS words it
 * (`Output/a[0]`), for the error texts of asl-semantics.md section 3.2.
 */
export function evaluateJsonata(text: string, field: string, scope: JsonataScope): MaybePromise<Result<Json, ExpressionFailure>> {
  const direct = directValue(text, scope);
  if (direct !== undefined) return ok(direct);
  const alone = (): Promise<Result<Json, ExpressionFailure>> => evaluateAlone(text, field, scope);
  const mine = lastEvaluation.then(alone, alone); // one that threw must not end all later ones
  lastEvaluation = mine;
  return mine;
}

/**
 * One evaluation at a time: jsonata gives way at every step, so ten thousand iterations started together would each
 * be charged for the time of all the others, and `$now()` lives in the compiled expression that they share.
 */
let lastEvaluation: Promise<unknown> = Promise.resolve();

async function evaluateAlone(text: string, field: string, scope: JsonataScope): Promise<Result<Json, ExpressionFailure>> {
  const expression = compiled(text, scope);
  const threw = (message: string, offset?: number) =>
    err({ message: `${textOfState(text, field)} threw an error during evaluation. ${message}`, location: field, ...(offset === undefined ? {} : { offset }) });
  if (!expression.ok) return threw(expression.error.message);
  let result: unknown;
  try {
    result = (await expression.value.evaluate(undefined, {
      ...scope.variables,
      states: scope.states,
      [SOURCES]: scope.sources,
    })) as unknown;
  } catch (error) {
    return threw(problemText(error, scope.depth), jsonataOffset(error, text));
  }
  const plain = plainResult(result);
  if (plain.kind === 'value') return ok(plain.value);
  if (plain.kind === 'nothing') return err({ message: `${textOfState(text, field)} returned nothing (undefined).`, location: field });
  return err({ message: `${textOfState(text, field)} returned an unsupported result type.`, location: field });
}

export type JsonType = 'array' | 'number' | 'boolean' | 'string' | 'object' | 'null';

export function jsonType(value: Json): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}

/** The text for a value of the wrong type, quoting the value as compact JSON. */
export const wrongResultType = (text: string, field: string, expected: JsonType, value: Json): ExpressionFailure => ({
  message:
    `${textOfState(text, field)} returned an unexpected result type. ` +
    `Expected '${expected}', but was '${jsonType(value)}' for value: ${JSON.stringify(value)}`,
  location: field,
});
