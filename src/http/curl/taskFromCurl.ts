import { HTTP_RESOURCE } from '../../asl/httpResource.ts';
import { isJsonObject, objectOf, type Json, type JsonObject } from '../../lib/Json.ts';
import { originOf, parseAllowedOrigin } from '../allowedOrigins.ts';
import { contentTypeOf, isJsonType } from '../contentType.ts';
import { encodeQuery } from '../encodeQuery.ts';
import { forbiddenAmong } from '../forbiddenHeaders.ts';
import { decodedPairs, type CurlRequest, type ParsedCurl } from './parseCurl.ts';
import { credentialsOf, isCredentialHeader, isCredentialQuery, type SuggestedConnection } from './suggestedConnection.ts';

export interface TaskFromCurl {
  /** A Task state with `End: true`; its `ConnectionArn` is what the caller gave, or a placeholder. */
  readonly state: Json;
  /** What the command's credentials become: they must not stand in a document. Absent: the command held none. */
  readonly connection?: SuggestedConnection;
  readonly notes: readonly string[];
}

export type QueryLanguageName = 'JSONPath' | 'JSONata';

/** A placeholder that the export checklist names until it is filled. */
export const CONNECTION_PLACEHOLDER = '${ConnectionArn}';

/** The HTTP task that makes the same call as the command, with its credentials taken out into a connection. */
export function taskFromCurl(parsed: ParsedCurl, language: QueryLanguageName, connectionArn: string = CONNECTION_PLACEHOLDER): TaskFromCurl {
  const { request } = parsed;
  const notes = [...parsed.notes];
  const connection = credentialsOf(request, allowedOriginsOf(request.url));
  const { endpoint, query } = splitUrl(request);
  const body = bodyOf(request, language, notes);
  const fields: [string, Json][] = [
    ['ApiEndpoint', endpoint], ['Method', request.method], ['InvocationConfig', { ConnectionArn: connectionArn }],
    ...optional('Headers', headersOf(request, notes)),
    ...optional('QueryParameters', query),
    ...(body.value === undefined ? [] : [['RequestBody', body.value] satisfies [string, Json]]),
    ...optional('Transform', body.transform),
  ];
  addCallNotes(request, connection, notes);
  const values = language === 'JSONata' ? fields.map(([name, value]) => [name, literalJsonata(value)] as const) : fields;
  const state = objectOf([
    ['Type', 'Task'], ['Resource', HTTP_RESOURCE], [language === 'JSONata' ? 'Arguments' : 'Parameters', objectOf(values)], ['End', true],
  ]);
  return { state, ...(connection === null ? {} : { connection }), notes: [...new Set(notes)] };
}

const optional = (name: string, value: JsonObject): readonly [string, Json][] => (Object.keys(value).length === 0 ? [] : [[name, value]]);

function allowedOriginsOf(url: string): readonly string[] {
  const origin = parseAllowedOrigin(originOf(url));
  return origin.ok ? [origin.value] : [];
}

function addCallNotes({ method, url }: CurlRequest, connection: SuggestedConnection | null, notes: string[]): void {
  if (connection === null) notes.push('The command sends no credentials, and every HTTP task needs a connection: choose one, or make one with “No authentication needed”.');
  if (!['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'].includes(method)) notes.push(`An HTTP task has no method ${method}.`);
  if (!url.startsWith('https:')) notes.push('AWS calls https:// endpoints only; this one is http://.');
}

/** The query as `QueryParameters` where that comes out as the same query; else it stays in the endpoint. */
function splitUrl({ url, query = [] }: CurlRequest): { readonly endpoint: string; readonly query: JsonObject } {
  const at = url.indexOf('?');
  if (at < 0) return { endpoint: url, query: {} };
  const open = query.filter(([name]) => !isCredentialQuery(name));
  const grouped = groupedByName(open);
  const encoded = encodeQuery('', grouped, []).pairs.map(({ name, value }) => `${name}=${value}`);
  const wanted = open.map((pair) => encodeQuery('', objectOf([pair]), []).search.slice(1));
  const same = encoded.length === wanted.length && encoded.every((pair, index) => pair === wanted[index]);
  if (same) return { endpoint: url.slice(0, at), query: grouped };
  // Parameters that interleave (a=1&b=2&a=3) have no spelling as an object.
  const kept = url.slice(at + 1).split('&').filter((piece) => !isCredentialQuery(decodedPairs(piece)[0]?.[0] ?? ''));
  return { endpoint: `${url.slice(0, at)}?${kept.join('&')}`, query: {} };
}

function groupedByName(pairs: readonly (readonly [string, string])[]): JsonObject {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return objectOf([...groups].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]));
}

/** Browsers write these about themselves; a workflow has no use for them. */
const isBrowserNoise = (name: string): boolean => /^(sec-|priority$|dnt$|upgrade-insecure-requests$|keep-alive$)/i.test(name);
const isServiceHeader = (name: string): boolean => /^(user-agent|range|content-length)$/i.test(name);

function headersOf({ headers }: CurlRequest, notes: string[]): JsonObject {
  const kept: (readonly [string, string])[] = [];
  const dropped: string[] = [];
  for (const [name, value] of headers) {
    if (isCredentialHeader(name)) continue;
    if (isBrowserNoise(name) || isServiceHeader(name) || forbiddenAmong([name]).length > 0) dropped.push(name);
    else kept.push([name, value]);
  }
  if (dropped.length > 0) notes.push(`Step Functions does not let a task set these headers, or sets them itself; they were left out: ${dropped.join(', ')}.`);
  return groupedByName(kept);
}

interface TaskBody {
  readonly value?: Json;
  readonly transform: JsonObject;
}

function bodyOf({ body, headers }: CurlRequest, language: QueryLanguageName, notes: string[]): TaskBody {
  if (body === null) return { transform: {} };
  const { type } = contentTypeOf(headers.flat());
  const read = isJsonType(type) ? jsonBody(body) : type === 'application/x-www-form-urlencoded' ? formBody(body, notes) : null;
  // In JSONPath a member named `x.$` is an expression, so such a body stays text.
  const usable = read !== null && !(language === 'JSONPath' && hasPathMember(read.value ?? null));
  return usable ? read : { value: body, transform: {} };
}

function jsonBody(body: string): TaskBody | null {
  try {
    const value = JSON.parse(body) as Json; // JSON.parse answers JSON
    return isJsonObject(value) ? { value, transform: {} } : null;
  } catch {
    return null;
  }
}

function formBody(body: string, notes: string[]): TaskBody | null {
  const pairs = decodedPairs(body);
  if (pairs.length === 0 || !/=/.test(body)) return null;
  const value = groupedByName(pairs);
  const repeated = Object.values(value).some((one) => typeof one !== 'string');
  const order = Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' ? [name] : (one as readonly string[]).map(() => name)));
  if (order.some((name, at) => name !== pairs[at]?.[0])) notes.push('Form fields of the same name were brought together; their order among the others changed.');
  return {
    value,
    transform: { RequestBodyEncoding: 'URL_ENCODED', ...(repeated ? { RequestEncodingOptions: { ArrayFormat: 'REPEAT' } } : {}) },
  };
}

const hasPathMember = (value: Json): boolean =>
  typeof value === 'object' && value !== null && Object.entries(value).some(([name, child]) => name.endsWith('.$') || hasPathMember(child));

/** Text that JSONata would take for an expression is written as an expression that answers that text. */
function literalJsonata(value: Json): Json {
  if (typeof value === 'string') return /^\{%[\s\S]*%\}$/.test(value) ? `{% ${JSON.stringify(value)} %}` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(literalJsonata);
  return objectOf(Object.entries(value).map(([name, child]) => [name, literalJsonata(child)]));
}
