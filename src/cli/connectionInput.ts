import type { Connection, ConnectionParameter, ConnectionSecrets, HttpParameters } from '../http/connection.ts';
import { parseAllowedOrigin } from '../http/allowedOrigins.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject, member } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';

export interface GivenConnection {
  readonly connection: Connection;
  readonly secrets: ConnectionSecrets;
}

type Read<T> = Result<T, string>;

/** An EventBridge CreateConnection input plus `ConnectionArn`, and `AllowedOrigins` where its secrets are bound to some. Source: http-task.md section 9.1. */
export function readConnection(value: Json): Read<GivenConnection> {
  if (!isJsonObject(value)) return err('a connection is an EventBridge CreateConnection input plus ConnectionArn');
  const arn = member(value, 'ConnectionArn');
  if (typeof arn !== 'string') return err('a connection has no ConnectionArn');
  const name = member(value, 'Name');
  const auth = member(value, 'AuthParameters');
  const fail = (message: string): Read<never> => err(`the connection ${arn}: ${message}`);
  if (!isJsonObject(auth)) return fail('AuthParameters is missing');
  const read = readAuthorization(text(value, 'AuthorizationType'), auth);
  if (!read.ok) return fail(read.error);
  const invocation = readParameters(member(auth, 'InvocationHttpParameters'), '');
  if (!invocation.ok) return fail(invocation.error);
  const allowedOrigins = readAllowedOrigins(member(value, 'AllowedOrigins'));
  if (!allowedOrigins.ok) return fail(allowedOrigins.error);
  const connection: Connection = { arn, name: typeof name === 'string' ? name : arn, authorization: read.value.authorization, parameters: invocation.value.parameters, allowedOrigins: allowedOrigins.value, madeUp: false };
  return ok({ connection, secrets: { ...read.value.secrets, ...invocation.value.secrets } });
}

/** Not of EventBridge: where the secrets may go, for programs that others hand workflows to. */
function readAllowedOrigins(value: Json | undefined): Read<readonly string[]> {
  if (value === undefined) return ok([]);
  if (!isJsonArray(value)) return err('AllowedOrigins must be a list of origins');
  const origins: string[] = [];
  for (const item of value) {
    const read = parseAllowedOrigin(typeof item === 'string' ? item : '');
    if (!read.ok) return err(`AllowedOrigins: ${read.error.message}`);
    origins.push(read.value);
  }
  return ok(origins);
}

function readAuthorization(type: string | undefined, auth: JsonObject): Read<{ readonly authorization: Connection['authorization']; readonly secrets: ConnectionSecrets }> {
  switch (type) {
    case 'BASIC': {
      const basic = object(auth, 'BasicAuthParameters');
      const [username, password] = [text(basic, 'Username'), text(basic, 'Password')];
      return username === undefined || password === undefined ? err('BasicAuthParameters needs Username and Password') : ok({ authorization: { type, username }, secrets: { password } });
    }
    case 'API_KEY': {
      const key = object(auth, 'ApiKeyAuthParameters');
      const [apiKeyName, apiKeyValue] = [text(key, 'ApiKeyName'), text(key, 'ApiKeyValue')];
      return apiKeyName === undefined || apiKeyValue === undefined ? err('ApiKeyAuthParameters needs ApiKeyName and ApiKeyValue') : ok({ authorization: { type, apiKeyName }, secrets: { apiKeyValue } });
    }
    case 'OAUTH_CLIENT_CREDENTIALS':
      return readOauth(object(auth, 'OAuthParameters'));
    default:
      return err('AuthorizationType must be BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS');
  }
}

function readOauth(oauth: JsonObject): Read<{ readonly authorization: Connection['authorization']; readonly secrets: ConnectionSecrets }> {
  const client = object(oauth, 'ClientParameters');
  const [clientId, clientSecret, endpoint, method] = [text(client, 'ClientID'), text(client, 'ClientSecret'), text(oauth, 'AuthorizationEndpoint'), text(oauth, 'HttpMethod')];
  if (clientId === undefined || clientSecret === undefined || endpoint === undefined) return err('OAuthParameters needs AuthorizationEndpoint and ClientParameters with ClientID and ClientSecret');
  if (method !== 'GET' && method !== 'POST' && method !== 'PUT') return err('OAuthParameters.HttpMethod must be GET, POST or PUT');
  const read = readParameters(member(oauth, 'OAuthHttpParameters'), 'oauth.');
  if (!read.ok) return read;
  return ok({ authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId, endpoint, method, parameters: read.value.parameters }, secrets: { clientSecret, ...read.value.secrets } });
}

function readParameters(value: Json | undefined, prefix: string): Read<{ readonly parameters: HttpParameters; readonly secrets: ConnectionSecrets }> {
  const holder = isJsonObject(value) ? value : {};
  const secrets = new Map<string, string>();
  const parameters: { [K in keyof HttpParameters]: ConnectionParameter[] } = { header: [], query: [], body: [] };
  for (const [kind, field] of [['header', 'HeaderParameters'], ['query', 'QueryStringParameters'], ['body', 'BodyParameters']] as const) {
    const list = member(holder, field) ?? [];
    if (!isJsonArray(list)) return err(`${field} must be a list`);
    for (const item of list) {
      const [key, given] = isJsonObject(item) ? [text(item, 'Key'), text(item, 'Value')] : [];
      if (key === undefined || given === undefined) return err(`each of ${field} needs Key and Value, as text`);
      const isSecret = isJsonObject(item) && member(item, 'IsValueSecret') === true;
      if (isSecret) secrets.set(`${prefix}${kind}.${key}`, given);
      parameters[kind].push(isSecret ? { key, isSecret } : { key, value: given, isSecret });
    }
  }
  return ok({ parameters, secrets: Object.fromEntries(secrets) });
}

const object = (holder: JsonObject, key: string): JsonObject => {
  const value = member(holder, key);
  return isJsonObject(value) ? value : {};
};

function text(holder: JsonObject, key: string): string | undefined {
  const value = member(holder, key);
  return typeof value === 'string' ? value : undefined;
}
