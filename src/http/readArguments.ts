import { isUrl } from '../lib/isUrl.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../lib/Json.ts';
import { ok, type Result } from '../lib/Result.ts';
import type { ArrayFormat } from './encodeForm.ts';
import { forbiddenAmong } from './forbiddenHeaders.ts';
import { isHeaderName, isHeaderValue } from './headerSyntax.ts';
import { fieldMissing, invalidFormat, notStarted, type ArgumentsContext, type ArgumentsField, type PrepareFailure } from './prepareFailure.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

export const ARRAY_FORMATS = ['INDICES', 'REPEAT', 'COMMAS', 'BRACKETS'] as const;

/** The evaluated fields of an HTTP task, checked one by one but not yet merged. Source: http-task.md section 2. */
export interface HttpTaskFields {
  readonly endpoint: URL;
  /** `ApiEndpoint` as the definition gives it. */
  readonly endpointText: string;
  readonly method: HttpMethod;
  readonly connectionArn: string;
  readonly headers: readonly (readonly [name: string, values: readonly string[]])[];
  readonly query: JsonObject;
  /** Absent: no `RequestBody` at all. */
  readonly body?: Json;
  readonly encoding: 'NONE' | 'URL_ENCODED';
  readonly arrayFormat: ArrayFormat;
}

type Read<T> = Result<T, PrepareFailure>;

export function readArguments(value: Json, field: ArgumentsField): Read<HttpTaskFields> {
  const context: ArgumentsContext = { arguments: value, field };
  if (!isJsonObject(value)) return invalidFormat(context, field, `${field} of an HTTP task must be an object with ApiEndpoint, Method and a connection.`);
  const endpoint = readEndpoint(context, member(value, 'ApiEndpoint'));
  if (!endpoint.ok) return endpoint;
  const method = readMethod(context, member(value, 'Method'));
  if (!method.ok) return method;
  const connectionArn = connectionArnOf(value, field);
  if (!connectionArn.ok) return connectionArn;
  const headers = readHeaders(context, member(value, 'Headers'));
  if (!headers.ok) return headers;
  const query = member(value, 'QueryParameters') ?? {};
  if (!isJsonObject(query)) return invalidFormat(context, 'QueryParameters', 'QueryParameters must be an object of names and values.');
  const transform = readTransform(context, member(value, 'Transform'));
  if (!transform.ok) return transform;
  const body = member(value, 'RequestBody');
  return ok({
    ...endpoint.value, method: method.value, connectionArn: connectionArn.value, headers: headers.value, query,
    ...(body === undefined ? {} : { body }), ...transform.value,
  });
}

/** The connection that the arguments name. */
function connectionArnOf(value: JsonObject, field: ArgumentsField): Read<string> {
  const context: ArgumentsContext = { arguments: value, field };
  const next = 'Choose a connection in the state\'s form.';
  const modern = member(value, 'InvocationConfig');
  const original = member(value, 'Authentication');
  if (modern !== undefined && original !== undefined) {
    return notStarted(context, 'The fields \'Authentication\' and \'InvocationConfig\' cannot both be specified', `Keep InvocationConfig and remove Authentication. ${UNCONFIRMED.bothConnections}`);
  }
  const name = original === undefined ? 'InvocationConfig' : 'Authentication';
  const holder = modern ?? original;
  if (holder === undefined) return fieldMissing(context, 'InvocationConfig', next);
  const arn = isJsonObject(holder) ? member(holder, 'ConnectionArn') : undefined;
  if (arn === undefined && isJsonObject(holder)) return fieldMissing(context, 'ConnectionArn', next);
  if (typeof arn !== 'string' || arn === '') return invalidFormat(context, name, next);
  return ok(arn);
}

function readEndpoint(context: ArgumentsContext, value: Json | undefined): Read<Pick<HttpTaskFields, 'endpoint' | 'endpointText'>> {
  if (value === undefined) return fieldMissing(context, 'ApiEndpoint', 'Set ApiEndpoint to the full URL, such as https://api.example.com/v1/items.');
  const refuse = (hint: string) => invalidFormat(context, 'ApiEndpoint', hint);
  if (typeof value !== 'string' || !isUrl(value)) return refuse(`ApiEndpoint must be a full URL, such as https://api.example.com/v1/items; it is ${JSON.stringify(value)}.`);
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(`ApiEndpoint must begin with https://; it begins with ${url.protocol} here.`);
  if (url.username !== '' || url.password !== '') return refuse('ApiEndpoint must not hold a user name or password: put them into a Basic connection.');
  if (value.includes('#')) return refuse('ApiEndpoint must not hold a fragment: remove the part from # on.');
  return ok({ endpoint: url, endpointText: value });
}

function readMethod(context: ArgumentsContext, value: Json | undefined): Read<HttpMethod> {
  if (value === undefined) return fieldMissing(context, 'Method', 'Set Method to GET, POST, PUT, DELETE, PATCH, OPTIONS or HEAD.');
  const method = HTTP_METHODS.find((known) => known === value);
  return method === undefined ? invalidFormat(context, 'Method', 'Method must be GET, POST, PUT, DELETE, PATCH, OPTIONS or HEAD, in capitals.') : ok(method);
}

function readHeaders(context: ArgumentsContext, value: Json | undefined): Read<HttpTaskFields['headers']> {
  if (value === undefined) return ok([]);
  if (!isJsonObject(value)) return invalidFormat(context, 'Headers', 'Headers must be an object of names and values.');
  const forbidden = forbiddenAmong(Object.keys(value));
  if (forbidden.length > 0) {
    const hint = forbidden.includes('authorization') ? 'Authorization comes from the connection.' : 'Remove them: Step Functions does not let a task set them.';
    return notStarted(context, `The 'Headers' field contains unsupported values: [${forbidden.join(', ')}]`, hint);
  }
  const headers: (readonly [string, readonly string[]])[] = [];
  for (const [name, given] of Object.entries(value)) {
    const values = isJsonArray(given) ? given : [given];
    if (!isHeaderName(name)) return invalidFormat(context, 'Headers', `${JSON.stringify(name)} is no HTTP header name.`);
    // The guide words the type as "string or JSON array".
    if (!values.every((one): one is string => typeof one === 'string')) return invalidFormat(context, 'Headers', notText(name, context.field));
    if (!values.every(isHeaderValue)) return invalidFormat(context, 'Headers', `The header ${name} holds a character that no HTTP header may hold, such as a line break.`);
    headers.push([name, values]);
  }
  return ok(headers);
}

function notText(name: string, field: ArgumentsField): string {
  const how = field === 'Arguments' ? '{% $string(…) %}' : 'States.Format(\'{}\', …)';
  return `The header ${name} must be a string or an array of strings: turn the value into text with ${how}. ${UNCONFIRMED.headerValue}`;
}

function readTransform(context: ArgumentsContext, value: Json | undefined): Read<Pick<HttpTaskFields, 'encoding' | 'arrayFormat'>> {
  if (value === undefined) return ok({ encoding: 'NONE', arrayFormat: 'INDICES' });
  const hint = 'Transform takes RequestBodyEncoding (NONE or URL_ENCODED) and RequestEncodingOptions.ArrayFormat (INDICES, REPEAT, COMMAS or BRACKETS).';
  if (!isJsonObject(value)) return invalidFormat(context, 'Transform', hint);
  const encoding = member(value, 'RequestBodyEncoding') ?? 'NONE';
  if (encoding !== 'NONE' && encoding !== 'URL_ENCODED') return invalidFormat(context, 'RequestBodyEncoding', hint);
  const options = member(value, 'RequestEncodingOptions') ?? {};
  if (!isJsonObject(options)) return invalidFormat(context, 'RequestEncodingOptions', hint);
  const format = member(options, 'ArrayFormat') ?? 'INDICES';
  const arrayFormat = ARRAY_FORMATS.find((known) => known === format);
  return arrayFormat === undefined ? invalidFormat(context, 'ArrayFormat', hint) : ok({ encoding, arrayFormat });
}
