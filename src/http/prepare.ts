import type { Json } from '../lib/Json.ts';
import { ok, type Result } from '../lib/Result.ts';
import { classifyHost, isInsideOrRefused } from './addressKind.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import { connectionParts, type ConnectionParts } from './connectionParts.ts';
import { encodeBody } from './encodeBody.ts';
import { encodeQuery } from './encodeQuery.ts';
import { mergeHeaders } from './headers.ts';
import { mergeBody } from './merge.ts';
import type { ArgumentsField, PrepareFailure } from './prepareFailure.ts';
import type { PreparedBody, PreparedHeader, PreparedRequest } from './prepared.ts';
import { readArguments, type HttpTaskFields } from './readArguments.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

export type { PrepareFailure } from './prepareFailure.ts';

/** The service gives up after 60 s even where `TimeoutSeconds` is larger. Source: http-task.md section 7. */
export const SERVICE_TIMEOUT_MS = 60_000;

/** What a state may pass on. Source: http-task.md section 7. */
const DATA_LIMIT_BYTES = 262_144;

export interface PrepareInput {
  /** Evaluated `Parameters` or `Arguments`. */
  readonly arguments: Json;
  /** Which of the two, for AWS's texts; `Parameters` where absent. */
  readonly field?: ArgumentsField;
  readonly connection: Connection;
  readonly secrets: ConnectionSecrets;
  readonly region: string;
  /** `TimeoutSeconds` of the state, in ms. */
  readonly timeoutMs?: number;
  /** The access token of an OAuth connection. */
  readonly bearerToken?: string;
}

/**
 * The exact request an HTTP task makes, with the origin of every part: merged with the connection first, then encoded.
 * Sends nothing. Source: http-task.md sections 2 to 5.
 */
export function prepareRequest(input: PrepareInput): Result<PreparedRequest, PrepareFailure> {
  const read = readArguments(input.arguments, input.field ?? 'Parameters');
  if (!read.ok) return read;
  const parts = connectionParts(input.connection, input.secrets, input.bearerToken);
  return parts.ok ? assembleRequest(read.value, parts.value, input) : parts;
}

/** The same from the parts: fields that were read, and what a connection adds (nothing, where it is not known). */
export function assembleRequest(fields: HttpTaskFields, parts: ConnectionParts, { region, timeoutMs }: Pick<PrepareInput, 'region' | 'timeoutMs'>): Result<PreparedRequest, PrepareFailure> {
  const merged = mergeBody(fields.body, parts.body);
  if (!merged.ok) return merged;
  const { body, notes: bodyNotes } = encodeBody(merged.value.value, fields.encoding, fields.arrayFormat, parts.body.map(({ key }) => key));
  const query = encodeQuery(fields.endpoint.search, fields.query, parts.query);
  const headers = mergeHeaders({
    task: fields.headers, connection: parts.headers, region, host: fields.endpoint.host, method: fields.method,
    bodyLength: body === null ? null : new TextEncoder().encode(body.text).length,
  });
  const large = headers.headers.some(({ name, value }) => name === 'Content-Length' && Number(value) > DATA_LIMIT_BYTES) ? [UNCONFIRMED.largeRequest] : [];
  const base = `${fields.endpoint.origin}${fields.endpoint.pathname}`;
  const refusal = awsWouldRefuse(fields.endpoint);
  return ok({
    method: fields.method,
    url: base + query.search,
    publicUrl: base + query.publicSearch,
    query: query.pairs,
    headers: headers.headers,
    body,
    connectionArn: fields.connectionArn,
    timeoutMs: Math.min(timeoutMs ?? SERVICE_TIMEOUT_MS, SERVICE_TIMEOUT_MS),
    notes: [...endpointNotes(fields), ...query.notes, ...headers.notes, ...bodyNotes, ...large, ...numberNotes(fields), ...contentTypeNotes(fields, headers.headers, body)],
    overridden: [...query.overridden, ...headers.overridden, ...merged.value.overridden],
    ...(refusal === undefined ? {} : { awsWouldRefuse: refusal }),
    secretValues: parts.secretValues,
  });
}

/** Capitals in the host and the slash of an empty path mean nothing. */
function endpointNotes({ endpoint, endpointText }: HttpTaskFields): readonly string[] {
  const written = /^[a-z]+:\/\/([^/?]*)([^]*)$/i.exec(endpointText);
  const rest = written?.[2] ?? '';
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const same = written?.[1]?.toLowerCase().replace(/:(443|80)$/, '') === endpoint.host.replace(/:(443|80)$/, '') && path === `${endpoint.pathname}${endpoint.search}`;
  return same ? [] : [UNCONFIRMED.endpointSpelling];
}

/** JSON of the page keeps 53 bits of a whole number; AWS sends it as written. */
function numberNotes({ body, query }: HttpTaskFields): readonly string[] {
  const rough = (value: Json): boolean =>
    typeof value === 'number' ? Number.isInteger(value) && !Number.isSafeInteger(value) : typeof value === 'object' && value !== null && Object.values(value).some(rough);
  return rough([body ?? null, query]) ? ['A whole number in the request is larger than the studio keeps exactly (9,007,199,254,740,991), so its last digits may differ from those AWS sends. Write it as text.'] : [];
}

function awsWouldRefuse(endpoint: URL): string | undefined {
  if (isInsideOrRefused(classifyHost(endpoint.hostname))) return `AWS would refuse this endpoint: Step Functions cannot reach ${endpoint.host}, an address inside this machine or network.`;
  if (endpoint.protocol !== 'https:') return 'AWS would refuse this endpoint: Step Functions calls https only.';
  return undefined;
}

function contentTypeNotes(fields: HttpTaskFields, headers: readonly PreparedHeader[], body: PreparedBody | null): readonly string[] {
  if (body === null) return [];
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value.toLowerCase() ?? '';
  const saysForm = type.startsWith('application/x-www-form-urlencoded');
  const notes: string[] = [];
  if (fields.encoding === 'URL_ENCODED' && !saysForm) {
    notes.push('The body is form-encoded and Content-Type does not say so: Step Functions leaves that to you. Add the header Content-Type: application/x-www-form-urlencoded.');
  }
  if (fields.encoding === 'NONE' && saysForm && body.encoding === 'json') {
    notes.push('Content-Type says form, and the body is JSON: set Transform.RequestBodyEncoding to URL_ENCODED.');
  }
  if (fields.method === 'GET' || fields.method === 'HEAD') notes.push(`Step Functions sends the body with ${fields.method} too; many servers ignore or refuse it.`);
  return notes;
}
