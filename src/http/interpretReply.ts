import { objectOf, type Json, type JsonObject } from '../lib/Json.ts';
import { contentTypeOf, decodeText, isJsonType, isUnsupportedType } from './contentType.ts';
import type { ReceivedResponse, SendFailure } from './exchange.ts';
import { SERVICE_TIMEOUT_MS } from './prepare.ts';
import { isOwnPhrase, statusTextOf } from './statusText.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

/** Bytes of a task's result as JSON text, and of a body. Source: http-task.md section 7. */
export const RESULT_LIMIT_BYTES = 262_144;

export type Interpreted =
  | { readonly kind: 'result'; readonly value: JsonObject; readonly notes: readonly string[] }
  | Failed;

interface Failed {
  readonly kind: 'failure';
  readonly error: string;
  readonly cause: string;
  readonly notes: readonly string[];
}

const failure = (error: string, cause: string, notes: readonly string[] = []): Failed => ({ kind: 'failure', error, cause, notes });

/** Recorded for `lambda:invoke`, which names its service in the quotes. */
const tooLarge = (): Failed =>
  failure('States.DataLimitExceeded', 'The state/task \'http\' returned a result with a size exceeding the maximum number of bytes service limit.', [UNCONFIRMED.tooLarge]);

/** What Step Functions makes of a response: the task's result, or its failure. Source: http-task.md sections 6 and 7. */
export function interpretResponse(response: ReceivedResponse, method: string): Interpreted {
  const { status } = response;
  const statusText = statusTextOf(status, response.statusText);
  const phrase = isOwnPhrase(status, response.statusText) ? [UNCONFIRMED.ownPhrase] : [];
  // The body is not in the cause.
  if (status < 200 || status > 299) {
    return failure(`States.Http.StatusCode.${status}`, statusText, [...phrase, ...(status >= 300 && status <= 399 ? [UNCONFIRMED.redirect] : [])]);
  }
  const body = readBody(response, method);
  if (body.kind === 'failure') return body;
  const headers = headersOf(response.headers);
  const value = objectOf([
    ['Headers', headers.value],
    ...(body.value === undefined ? [] : [['ResponseBody', body.value] as const]),
    ['StatusCode', status],
    ['StatusText', statusText],
  ]);
  if (new TextEncoder().encode(JSON.stringify(value)).length > RESULT_LIMIT_BYTES) return tooLarge();
  return { kind: 'result', value, notes: [...phrase, ...(status === 206 ? [UNCONFIRMED.partial] : []), ...headers.notes, ...body.notes] };
}

type Body = { readonly kind: 'body'; readonly value?: Json; readonly notes: readonly string[] };

function readBody(response: ReceivedResponse, method: string): Body | Failed {
  if (method === 'HEAD' || response.status === 204) return { kind: 'body', notes: [] };
  const { type, charset } = contentTypeOf(response.headers);
  if (isUnsupportedType(type)) {
    return failure('States.Runtime', `Unsupported response content-type '${type}'. Please see documentation for list of unsupported content-types.`);
  }
  if (response.truncated || response.body.length > RESULT_LIMIT_BYTES) return tooLarge();
  if (response.body.length === 0) return { kind: 'body', notes: [UNCONFIRMED.emptyBody] };
  const text = decodeText(response.body, charset);
  if (text === null) return failure('States.Runtime', 'The response body is not a valid string.', [UNCONFIRMED.notText]);
  const notes: string[] = [...(isCompressed(response.headers) ? [UNCONFIRMED.compressed] : []), ...(PLAIN_CHARSETS.has(charset) ? [] : [UNCONFIRMED.charset])];
  if (!isJsonType(type)) return { kind: 'body', value: text, notes };
  if (type !== 'application/json') notes.push(UNCONFIRMED.plusJson);
  const parsed = parseJson(text);
  // JSON that does not parse stays text, as a body cut by Range (206) would.
  return parsed === undefined ? { kind: 'body', value: text, notes: [...notes, UNCONFIRMED.brokenJson] } : { kind: 'body', value: parsed, notes };
}

const PLAIN_CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

const isCompressed = (flat: readonly string[]): boolean =>
  flat.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'content-encoding' && !/^\s*(identity)?\s*$/i.test(flat[at + 1] ?? ''));

function parseJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json; // JSON.parse answers JSON
    JSON.stringify(value); // throws where nesting is too deep for whoever writes this value out later
    return value;
  } catch {
    return undefined;
  }
}

/** Names as first spelled by the server; values always in arrays. */
function headersOf(flat: readonly string[]): { readonly value: JsonObject; readonly notes: readonly string[] } {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  let twoSpellings = false;
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const name = flat[at] ?? '';
    const found = byName.get(name.toLowerCase());
    if (found) found.values.push(flat[at + 1] ?? '');
    else byName.set(name.toLowerCase(), { name, values: [flat[at + 1] ?? ''] });
    twoSpellings ||= found !== undefined && found.name !== name;
  }
  return { value: objectOf([...byName.values()].map(({ name, values }) => [name, values] as const)), notes: twoSpellings ? [UNCONFIRMED.headerCase] : [] };
}

/**
 * What Step Functions reports where no response came. `timeoutMs` is the attempt's: below the service's 60 s it was
 * `TimeoutSeconds` that ended it. Source: http-task.md section 7.
 */
export function interpretFailure(sendFailure: SendFailure, timeoutMs: number = SERVICE_TIMEOUT_MS): Omit<Failed, 'kind'> {
  // A state's own timeout has no cause: recorded for tasks (asl-semantics.md, Task).
  if (sendFailure.kind === 'timeout' && timeoutMs < SERVICE_TIMEOUT_MS) return { error: 'States.Timeout', cause: '', notes: [] };
  const { error, cause, notes } = sendFailure.kind === 'too-large' ? tooLarge() : failure('States.Http.Socket', sendFailure.message, [UNCONFIRMED.socket]);
  return { error, cause, notes };
}
