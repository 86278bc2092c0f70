import { bytesFromBase64 } from '../../lib/base64.ts';
import type { Authorization, Connection, ConnectionParameter, ConnectionSecrets } from '../connection.ts';
import { connectionNameFrom } from '../connectionArn.ts';
import { NO_AUTHENTICATION } from '../connectionParts.ts';
import type { CurlRequest } from './parseCurl.ts';

/** A connection still without ARN, and its secrets apart. */
export interface SuggestedConnection extends Pick<Connection, 'name' | 'authorization' | 'parameters' | 'allowedOrigins'> {
  readonly type: Authorization['type'];
  readonly secrets: ConnectionSecrets;
}

const CREDENTIAL_HEADERS: ReadonlySet<string> = new Set([
  'authorization', 'cookie', 'x-api-key', 'api-key', 'apikey', 'x-auth-token', 'x-access-token', 'private-token', 'x-shopify-access-token',
  'x-goog-api-key', 'x-functions-key', 'ocp-apim-subscription-key', 'dd-api-key', 'dd-application-key', 'x-csrf-token',
]);
const CREDENTIAL_QUERY = /^(api[_-]?key|access_token|auth_token|token|key|client_secret)$/i;

export const isCredentialHeader = (name: string): boolean => CREDENTIAL_HEADERS.has(name.toLowerCase());
export const isCredentialQuery = (name: string): boolean => CREDENTIAL_QUERY.test(name);

/** Takes the credentials out of a request; null where there are none. The first one authorizes, the others are secret parameters. */
export function credentialsOf(request: CurlRequest, allowedOrigins: readonly string[]): SuggestedConnection | null {
  const headers = lastOfEach(request.headers.filter(([name]) => isCredentialHeader(name)));
  const query = lastOfEach((request.query ?? []).filter(([name]) => isCredentialQuery(name)));
  if (headers.length === 0 && query.length === 0 && request.basic === undefined) return null;
  const { authorization, secrets, used } = authorizationOf(request, headers);
  const others = headers.filter((pair) => pair !== used && !(request.basic !== undefined && pair[0].toLowerCase() === 'authorization'));
  return {
    name: connectionNameFrom(new URL(request.url).hostname), type: authorization.type, authorization, allowedOrigins,
    parameters: { header: others.map(secretParameter), query: query.map(secretParameter), body: [] },
    secrets: {
      ...secrets,
      ...Object.fromEntries(others.map(([name, value]) => [`header.${name}`, value])),
      ...Object.fromEntries(query.map(([name, value]) => [`query.${name}`, value])),
    },
  };
}

type Pair = readonly [name: string, value: string];

const secretParameter = ([key]: Pair): ConnectionParameter => ({ key, isSecret: true });

function lastOfEach(pairs: readonly Pair[]): readonly Pair[] {
  return [...new Map(pairs.map((pair) => [pair[0], pair])).values()];
}

function authorizationOf(request: CurlRequest, headers: readonly Pair[]): { readonly authorization: Authorization; readonly secrets: ConnectionSecrets; readonly used?: Pair } {
  if (request.basic !== undefined) return basic(request.basic.username, request.basic.password);
  const used = headers.find(([name]) => name.toLowerCase() === 'authorization') ?? headers[0];
  // Only the query holds a credential: the connection still needs a header of its own.
  if (!used) return { authorization: { type: 'API_KEY', apiKeyName: NO_AUTHENTICATION.apiKeyName }, secrets: { apiKeyValue: NO_AUTHENTICATION.apiKeyValue } };
  const [name, value] = used;
  const decoded = name.toLowerCase() === 'authorization' ? decodedBasic(value) : null;
  if (decoded) return { ...basic(decoded.username, decoded.password), used };
  return { authorization: { type: 'API_KEY', apiKeyName: name }, secrets: { apiKeyValue: value }, used };
}

const basic = (username: string, password: string) => ({ authorization: { type: 'BASIC', username }, secrets: { password } }) as const;

/** Null where the header is not Basic, or not one that a Basic connection would write again. */
function decodedBasic(value: string): { readonly username: string; readonly password: string } | null {
  const encoded = /^Basic +(\S+)$/i.exec(value)?.[1];
  const bytes = encoded === undefined ? null : bytesFromBase64(encoded);
  if (bytes === null) return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  const colon = text.indexOf(':');
  return colon < 0 || text.includes('\uFFFD') ? null : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
