import { base64FromText } from '../lib/base64.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Connection, ConnectionParameter, ConnectionSecrets } from './connection.ts';
import { isHeaderName, isHeaderValue } from './headerSyntax.ts';
import type { PrepareFailure } from './prepareFailure.ts';

/** The header of "No authentication needed": it hides nothing, so a server's "none" stays readable. */
export const NO_AUTHENTICATION = { apiKeyName: 'X-Asl-Studio', apiKeyValue: 'none' } as const;

export interface ConnectionPart {
  readonly key: string;
  readonly value: string;
}

/** Everything a connection adds to a request, secrets filled in. Source: http-task.md section 9.2. */
export interface ConnectionParts {
  /** The authorization header first. */
  readonly headers: readonly ConnectionPart[];
  readonly query: readonly ConnectionPart[];
  readonly body: readonly ConnectionPart[];
  readonly secretValues: readonly string[];
}

type Found<T> = Result<T, PrepareFailure>;

export function connectionParts(connection: Connection, secrets: ConnectionSecrets, bearerToken?: string): Found<ConnectionParts> {
  const authorization = authorizationHeader(connection, secrets, bearerToken);
  if (!authorization.ok) return authorization;
  const header = filledIn(connection, secrets, 'header');
  if (!header.ok) return header;
  const query = filledIn(connection, secrets, 'query');
  if (!query.ok) return query;
  const body = filledIn(connection, secrets, 'body');
  if (!body.ok) return body;
  const auth = authorization.value;
  const headers = [auth.part, ...header.value.parts.filter(({ key }) => key !== auth.part.key)];
  const broken = headers.find(({ key, value }) => !isHeaderName(key) || !isHeaderValue(value));
  if (broken) {
    const what = `The connection ${connection.name} sets the header ${JSON.stringify(broken.key)}`;
    return err({ kind: 'unsupported', message: `${what}, whose name or value holds a character that no HTTP header may hold, such as a line break. Type it again in the connection editor.` });
  }
  const secretValues = [...auth.secretValues, ...header.value.secretValues, ...query.value.secretValues, ...body.value.secretValues];
  return ok({ headers, query: query.value.parts, body: body.value.parts, secretValues: [...new Set(secretValues)] });
}

interface AuthorizationHeader {
  readonly part: ConnectionPart;
  readonly secretValues: readonly string[];
}

function authorizationHeader({ authorization, name }: Connection, secrets: ConnectionSecrets, bearerToken?: string): Found<AuthorizationHeader> {
  switch (authorization.type) {
    case 'BASIC': {
      const password = secretAt(secrets, 'password');
      if (password === undefined) return missing(name, 'password', 'password');
      const encoded = base64FromText(`${authorization.username}:${password}`);
      return ok({ part: { key: 'Authorization', value: `Basic ${encoded}` }, secretValues: [encoded, password] });
    }
    case 'API_KEY': {
      const value = secretAt(secrets, 'apiKeyValue');
      if (value === undefined) return missing(name, 'apiKeyValue', 'API key value');
      const harmless = authorization.apiKeyName === NO_AUTHENTICATION.apiKeyName && value === NO_AUTHENTICATION.apiKeyValue;
      return ok({ part: { key: authorization.apiKeyName, value }, secretValues: harmless ? [] : [value, ...credentialsIn(value)] });
    }
    case 'OAUTH_CLIENT_CREDENTIALS':
      if (bearerToken === undefined) {
        return err({ kind: 'unsupported', message: `The connection ${name} needs an access token from ${authorization.endpoint}, and none was fetched. Run the test again.` });
      }
      return ok({ part: { key: 'Authorization', value: `Bearer ${bearerToken}` }, secretValues: [bearerToken] });
    default:
      return unreachable(authorization);
  }
}

/** `Bearer sk_…`: a server that echoes the key alone must not give it away. */
const credentialsIn = (value: string): readonly string[] => {
  const rest = /^[A-Za-z][\w-]* +(\S.*)$/.exec(value)?.[1];
  return rest === undefined ? [] : [rest];
};

interface FilledIn {
  readonly parts: readonly ConnectionPart[];
  readonly secretValues: readonly string[];
}

function filledIn(connection: Connection, secrets: ConnectionSecrets, kind: 'header' | 'query' | 'body'): Found<FilledIn> {
  const parts = new Map<string, string>();
  const secretValues: string[] = [];
  for (const parameter of connection.parameters[kind]) {
    const value = valueOf(parameter, secrets, kind);
    if (value === undefined) return missing(connection.name, `${kind}.${parameter.key}`, `value of the ${kind} parameter ${parameter.key}`);
    if (parameter.isSecret) secretValues.push(value);
    parts.set(parameter.key, value);
  }
  return ok({ parts: [...parts].map(([key, value]) => ({ key, value })), secretValues });
}

const valueOf = ({ key, value, isSecret }: ConnectionParameter, secrets: ConnectionSecrets, kind: string): string | undefined =>
  isSecret ? secretAt(secrets, `${kind}.${key}`) : (value ?? '');

// AWS takes no empty secret either, so an empty field is one that was not typed.
const secretAt = (secrets: ConnectionSecrets, place: string): string | undefined => {
  const value = Object.hasOwn(secrets, place) ? secrets[place] : undefined;
  return value === '' ? undefined : value;
};

const missing = (connection: string, place: string, what: string) =>
  err({
    kind: 'missing-secret', place,
    message: `The ${what} of the connection ${connection} is not here: secrets are not kept unless you chose so. Type it again in the connection editor, then test again.`,
  } as const);
