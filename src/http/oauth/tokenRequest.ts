import { isUrl } from '../../lib/isUrl.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { classifyHost, isInsideOrRefused } from '../addressKind.ts';
import type { Connection, ConnectionParameter, ConnectionSecrets, HttpParameters } from '../connection.ts';
import { FRAMING_HEADERS } from '../forbiddenHeaders.ts';
import { isHeaderName, isHeaderValue } from '../headerSyntax.ts';
import { MASK } from '../mask.ts';
import { percentEncode } from '../percentEncode.ts';
import { SERVICE_TIMEOUT_MS } from '../prepare.ts';
import type { PrepareFailure } from '../prepareFailure.ts';
import type { PreparedBody, PreparedHeader, PreparedPair, PreparedRequest } from '../prepared.ts';

/** What EventBridge asks an authorization server, as an effect: whoever holds a network performs it. */
export interface TokenRequest extends PreparedRequest {
  readonly purpose: 'token';
}

export const isTokenRequest = (prepared: PreparedRequest): prepared is TokenRequest => 'purpose' in prepared && prepared.purpose === 'token';

/** unconfirmed: the version numbers; recorded as `Apache-HttpClient/… (Java/1.8…)`. */
const USER_AGENT = 'Apache-HttpClient/4.5 (Java/1.8)';
const FORM = 'application/x-www-form-urlencoded';

const NOTES = {
  grantType: 'grant_type is not among the OAuth parameters of the connection, so the studio adds grant_type=client_credentials. Whether EventBridge does the same is not documented: list it as a body parameter.',
  get: 'How EventBridge sends a token request with GET is not documented; the studio puts every value into the query.',
} as const;

/**
 * The token request of an OAuth connection: parameters in their order, then `client_secret` and `client_id`, as recorded for POST.
 * Null: the connection is of another kind. Sends nothing. Source: http-task.md section 9.2.
 */
export function buildTokenRequest(connection: Connection, secrets: ConnectionSecrets, timeoutMs = SERVICE_TIMEOUT_MS): Result<TokenRequest | null, PrepareFailure> {
  const { authorization, name, arn } = connection;
  if (authorization.type !== 'OAUTH_CLIENT_CREDENTIALS') return ok(null);
  const endpoint = readTokenEndpoint(authorization.endpoint);
  if (!endpoint.ok) return unsupported(`The token endpoint of the connection ${name} ${endpoint.error}`);
  const given = filledIn(name, authorization.parameters, secrets);
  if (!given.ok) return given;
  const clientSecret = secretAt(secrets, 'clientSecret');
  if (clientSecret === undefined) return missing(name, 'clientSecret', 'client secret');
  const { header, query, body } = given.value;
  const broken = header.find(({ key, value }) => !isHeaderName(key) || !isHeaderValue(value) || FRAMING_HEADERS.has(key.toLowerCase()));
  if (broken) return unsupported(`The connection ${name} adds the header ${JSON.stringify(broken.key)} to its token request, which no HTTP header may be or hold. Correct it in the connection editor.`);

  const listed = new Set([...query, ...body].map(({ key }) => key));
  const own: readonly Given[] = [{ key: 'client_secret', value: clientSecret, secret: true }, { key: 'client_id', value: authorization.clientId, secret: false }];
  const fields = [
    ...(listed.has('grant_type') ? [] : [{ key: 'grant_type', value: 'client_credentials', secret: false }]),
    ...body,
    // unconfirmed: that a parameter of the same name stands for EventBridge's own.
    ...own.filter(({ key }) => !listed.has(key)),
  ];
  const inQuery = authorization.method === 'GET';
  const pairs = [...query, ...(inQuery ? fields : [])].map(pairOf);
  const content = inQuery ? null : formBody(fields.map(pairOf));
  const refusal = awsWouldRefuse(endpoint.value);
  return ok({
    purpose: 'token',
    method: authorization.method,
    url: withQuery(endpoint.value, pairs, false),
    publicUrl: withQuery(endpoint.value, pairs, true),
    query: pairs,
    headers: headersOf(endpoint.value.host, header, content),
    body: content,
    connectionArn: arn,
    timeoutMs: Math.min(timeoutMs, SERVICE_TIMEOUT_MS),
    notes: [...(listed.has('grant_type') ? [] : [NOTES.grantType]), ...(inQuery ? [NOTES.get] : [])],
    ...(refusal === undefined ? {} : { awsWouldRefuse: refusal }),
    secretValues: [...new Set([...header, ...fields, ...query].filter(({ secret }) => secret).flatMap(({ value }) => [value, ...credentialsIn(value)]))],
  });
}

/** What can be the endpoint of a token request; the error goes on from the words "The token endpoint". */
export function readTokenEndpoint(text: string): Result<URL, string> {
  if (!isUrl(text)) return err(`“${text}” is no URL. Type it like https://id.example.com/oauth2/token.`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err(`“${text}” does not begin with https://. Type it like https://id.example.com/oauth2/token.`);
  if (url.username !== '' || url.password !== '') return err('holds a user name or password. Leave them out: the client ID and secret have fields of their own.');
  if (url.hash !== '') return err('holds a # part, which no server ever sees. Leave it out.');
  return ok(url);
}

interface Given {
  readonly key: string;
  readonly value: string;
  readonly secret: boolean;
}
type GivenParameters = { readonly [K in keyof HttpParameters]: readonly Given[] };

function filledIn(connection: string, parameters: HttpParameters, secrets: ConnectionSecrets): Result<GivenParameters, PrepareFailure> {
  const read = (kind: keyof HttpParameters): Result<readonly Given[], PrepareFailure> => {
    const given: Given[] = [];
    for (const parameter of parameters[kind]) {
      const value = valueOf(parameter, secrets, kind);
      if (value === undefined) return missing(connection, `oauth.${kind}.${parameter.key}`, `value of the OAuth ${kind} parameter ${parameter.key}`);
      given.push({ key: parameter.key, value, secret: parameter.isSecret });
    }
    return ok(given);
  };
  const [header, query, body] = [read('header'), read('query'), read('body')];
  if (!header.ok) return header;
  if (!query.ok) return query;
  return body.ok ? ok({ header: header.value, query: query.value, body: body.value }) : body;
}

const valueOf = ({ key, value, isSecret }: ConnectionParameter, secrets: ConnectionSecrets, kind: string): string | undefined =>
  isSecret ? secretAt(secrets, `oauth.${kind}.${key}`) : (value ?? '');

const secretAt = (secrets: ConnectionSecrets, place: string): string | undefined => {
  const value = Object.hasOwn(secrets, place) ? secrets[place] : undefined;
  return value === '' ? undefined : value;
};

// unconfirmed: a space as %20, as in HTTP tasks; servers read %20 and + alike.
const pairOf = ({ key, value, secret }: Given): PreparedPair => ({ name: percentEncode(key), value: percentEncode(value), origin: 'connection', secret });

const joined = (pairs: readonly PreparedPair[], open: boolean): string => pairs.map(({ name, value, secret }) => `${name}=${open && secret ? MASK : value}`).join('&');

function withQuery(endpoint: URL, pairs: readonly PreparedPair[], open: boolean): string {
  const own = endpoint.search.replace(/^\?/, '');
  const search = [own, joined(pairs, open)].filter((part) => part !== '').join('&');
  return `${endpoint.origin}${endpoint.pathname}${search === '' ? '' : `?${search}`}`;
}

const formBody = (pairs: readonly PreparedPair[]): PreparedBody => ({
  text: joined(pairs, false), publicText: joined(pairs, true), encoding: 'form', pairs, connectionKeys: pairs.map(({ name }) => name),
});

/** unconfirmed: the order; which headers there are is recorded. */
function headersOf(host: string, given: readonly Given[], body: PreparedBody | null): readonly PreparedHeader[] {
  const named = new Set(given.map(({ key }) => key.toLowerCase()));
  const service = (name: string, value: string): readonly PreparedHeader[] => (named.has(name.toLowerCase()) ? [] : [{ name, value, origin: 'service', secret: false }]);
  return [
    ...service('Host', host),
    ...given.map(({ key, value, secret }) => ({ name: key, value, origin: 'connection', secret }) as const),
    ...(body === null ? [] : service('Content-Type', FORM)),
    ...service('User-Agent', USER_AGENT),
    ...service('Accept-Encoding', 'gzip,deflate'),
    ...(body === null ? [] : service('Content-Length', String(new TextEncoder().encode(body.text).length))),
  ];
}

/** `Basic …`: a server that echoes the credentials alone must not give them away. */
const credentialsIn = (value: string): readonly string[] => {
  const rest = /^[A-Za-z][\w-]* +(\S.*)$/.exec(value)?.[1];
  return rest === undefined ? [] : [rest];
};

function awsWouldRefuse(endpoint: URL): string | undefined {
  if (isInsideOrRefused(classifyHost(endpoint.hostname))) return `AWS would refuse this token endpoint: EventBridge cannot reach ${endpoint.host}, an address inside this machine or network.`;
  return endpoint.protocol === 'https:' ? undefined : 'AWS would refuse this token endpoint: EventBridge takes https only.';
}

const unsupported = (message: string) => err({ kind: 'unsupported', message } as const);

const missing = (connection: string, place: string, what: string) =>
  err({
    kind: 'missing-secret', place,
    message: `The ${what} of the connection ${connection} is not here: secrets are not kept unless you chose so. Type it again in the connection editor, then test again.`,
  } as const);
