import { objectOf, type Json, type JsonObject } from '../lib/Json.ts';
import { contentTypeOf, decodeText, isJsonType, isUnsupportedType } from './contentType.ts';
import type { ReceivedResponse, SendFailure } from './exchange.ts';
import { SERVICE_TIMEOUT_MS } from './prepare.ts';
import { statusTextOf } from './statusText.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

/** Bytes of a task's result as JSON text, and of a body. Source: http-task.md section 7. */
export const RESULT_LIMIT_BYTES = 262_144;

export type Interpreted =
  | { readonly kind: 'result'; readonly value: JsonObject; readonly notes?: readonly string[] }
  | { readonly kind: 'failure'; readonly error: string; readonly cause: string };

const failure = (error: string, cause: string): Interpreted => ({ kind: 'failure', error, cause });

// unconfirmed for HTTP tasks: recorded for `lambda:invoke`, which names its service in the quotes.
const TOO_LARGE = {
  kind: 'failure', error: 'States.DataLimitExceeded',
  cause: 'The state/task \'http\' returned a result with a size exceeding the maximum number of bytes service limit.',
} as const satisfies Interpreted;

/** What Step Functions makes of a response: the task's result, or its failure. Source: http-task.md sections 6 and 7. */
export function interpretResponse(response: ReceivedResponse, method: string): Interpreted {
  const statusText = statusTextOf(response.status, response.statusText);
  // Redirects are not followed; unconfirmed, and the plain reading of "everything but 2xx fails". The body is not in the cause.
  if (response.status < 200 || response.status > 299) return failure(`States.Http.StatusCode.${response.status}`, statusText);
  const body = readBody(response, method);
  if (body.kind === 'failure') return body;
  const value = objectOf([
    ['Headers', headersOf(response.headers)],
    ...(body.value === undefined ? [] : [['ResponseBody', body.value] as const]),
    ['StatusCode', response.status],
    ['StatusText', statusText],
  ]);
  if (new TextEncoder().encode(JSON.stringify(value)).length > RESULT_LIMIT_BYTES) return TOO_LARGE;
  return { kind: 'result', value, ...(body.note === undefined ? {} : { notes: [body.note] }) };
}

type Body = { readonly kind: 'body'; readonly value?: Json; readonly note?: string };

function readBody(response: ReceivedResponse, method: string): Body | Extract<Interpreted, { kind: 'failure' }> {
  if (method === 'HEAD' || response.status === 204) return { kind: 'body' };
  const { type, charset } = contentTypeOf(response.headers);
  const refuse = (error: string, cause: string) => ({ kind: 'failure', error, cause }) as const;
  if (isUnsupportedType(type)) {
    return refuse('States.Runtime', `Unsupported response content-type '${type}'. Please see documentation for list of unsupported content-types.`);
  }
  if (response.truncated || response.body.length > RESULT_LIMIT_BYTES) return TOO_LARGE;
  // unconfirmed: an empty body leaves ResponseBody out.
  if (response.body.length === 0) return { kind: 'body' };
  const text = decodeText(response.body, charset);
  // unconfirmed: the text; that it fails is documented.
  if (text === null) return refuse('States.Runtime', 'The response body is not a valid string.');
  if (!isJsonType(type)) return { kind: 'body', value: text };
  const parsed = parseJson(text);
  // unconfirmed: JSON that does not parse stays text, as a body cut by Range (206) would.
  return parsed === undefined ? { kind: 'body', value: text, note: UNCONFIRMED.brokenJson } : { kind: 'body', value: parsed };
}

function parseJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json; // JSON.parse answers JSON
    JSON.stringify(value); // throws where nesting is too deep for whoever writes this value out later
    return value;
  } catch {
    return undefined;
  }
}

/** Names as first spelled by the server; values always in arrays. unconfirmed: repetitions in another case join the first. */
function headersOf(flat: readonly string[]): JsonObject {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const name = flat[at] ?? '';
    const found = byName.get(name.toLowerCase());
    if (found) found.values.push(flat[at + 1] ?? '');
    else byName.set(name.toLowerCase(), { name, values: [flat[at + 1] ?? ''] });
  }
  return objectOf([...byName.values()].map(({ name, values }) => [name, values] as const));
}

/**
 * What Step Functions reports where no response came. `timeoutMs` is the attempt's: below the service's 60 s it was
 * `TimeoutSeconds` that ended it. Source: http-task.md section 7; the causes are unconfirmed, and ours.
 */
export function interpretFailure(sendFailure: SendFailure, timeoutMs: number = SERVICE_TIMEOUT_MS): { readonly error: string; readonly cause: string } {
  // A state's own timeout has no cause: recorded for tasks (asl-semantics.md, Task).
  if (sendFailure.kind === 'timeout' && timeoutMs < SERVICE_TIMEOUT_MS) return { error: 'States.Timeout', cause: '' };
  if (sendFailure.kind === 'too-large') return { error: TOO_LARGE.error, cause: TOO_LARGE.cause };
  return { error: 'States.Http.Socket', cause: sendFailure.message };
}
