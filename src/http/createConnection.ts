import { unreachable } from '../lib/unreachable.ts';
import type { Connection, ConnectionParameter, HttpParameters } from './connection.ts';
import { connectionNameFrom } from './connectionArn.ts';
import { NO_AUTHENTICATION } from './connectionParts.ts';
import { shellQuoted } from './curl/printCurl.ts';

/** `AuthParameters` of EventBridge's CreateConnection. Source: http-task.md section 9.1. */
export interface AuthParameters {
  readonly BasicAuthParameters?: { readonly Username: string; readonly Password: string };
  readonly ApiKeyAuthParameters?: { readonly ApiKeyName: string; readonly ApiKeyValue: string };
  readonly OAuthParameters?: {
    readonly ClientParameters: { readonly ClientID: string; readonly ClientSecret: string };
    readonly AuthorizationEndpoint: string;
    readonly HttpMethod: 'GET' | 'POST' | 'PUT';
    readonly OAuthHttpParameters?: HttpParametersInput;
  };
  readonly InvocationHttpParameters?: HttpParametersInput;
}

interface ParameterInput {
  readonly Key: string;
  readonly Value: string;
  readonly IsValueSecret: boolean;
}
interface HttpParametersInput {
  readonly HeaderParameters?: readonly ParameterInput[];
  readonly QueryStringParameters?: readonly ParameterInput[];
  readonly BodyParameters?: readonly ParameterInput[];
}

export interface CreateConnection {
  readonly name: string;
  readonly auth: AuthParameters;
  /** What stands for the secrets, to be filled in by the person. */
  readonly placeholders: readonly string[];
  /** For a POSIX shell, quoted throughout. */
  readonly command: string;
}

/** How to make the connection in AWS. Holds no secret: placeholders stand for them. */
export function createConnection(connection: Connection, region: string): CreateConnection {
  const placeholders = new Set<string>();
  const secret = (what: string): string => {
    const placeholder = `YOUR_${what.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
    placeholders.add(placeholder);
    return placeholder;
  };
  const auth = { ...authorization(connection, secret), ...named('InvocationHttpParameters', parameters(connection.parameters, secret)) };
  const name = /:connection\/([.\-_A-Za-z0-9]{1,64})\//.exec(connection.arn)?.[1] ?? connectionNameFrom(connection.name);
  const options = [
    'aws events create-connection',
    `--name ${shellQuoted(name)}`,
    `--authorization-type ${connection.authorization.type}`,
    `--auth-parameters ${shellQuoted(JSON.stringify(auth))}`,
    `--region ${shellQuoted(region)}`,
    '--query ConnectionArn --output text',
  ];
  return { name, auth, placeholders: [...placeholders], command: options.join(' \\\n  ') };
}

type Secret = (what: string) => string;

function authorization({ authorization: kind }: Connection, secret: Secret): AuthParameters {
  switch (kind.type) {
    case 'BASIC':
      return { BasicAuthParameters: { Username: kind.username, Password: secret('password') } };
    case 'API_KEY':
      return { ApiKeyAuthParameters: { ApiKeyName: kind.apiKeyName, ApiKeyValue: apiKeyValue(kind.apiKeyName, secret) } };
    case 'OAUTH_CLIENT_CREDENTIALS':
      return {
        OAuthParameters: {
          ClientParameters: { ClientID: kind.clientId, ClientSecret: secret('client secret') },
          AuthorizationEndpoint: kind.endpoint,
          HttpMethod: kind.method,
          ...named('OAuthHttpParameters', parameters(kind.parameters, secret)),
        },
      };
    default:
      return unreachable(kind);
  }
}

function apiKeyValue(name: string, secret: Secret): string {
  if (name === NO_AUTHENTICATION.apiKeyName) return NO_AUTHENTICATION.apiKeyValue;
  return name.toLowerCase() === 'authorization' ? `Bearer ${secret('token')}` : secret('API key');
}

function parameters({ header, query, body }: HttpParameters, secret: Secret): HttpParametersInput {
  const input = (list: readonly ConnectionParameter[]): readonly ParameterInput[] =>
    list.map(({ key, value, isSecret }) => ({ Key: key, Value: isSecret ? secret(key) : (value ?? ''), IsValueSecret: isSecret }));
  return {
    ...(header.length === 0 ? {} : { HeaderParameters: input(header) }),
    ...(query.length === 0 ? {} : { QueryStringParameters: input(query) }),
    ...(body.length === 0 ? {} : { BodyParameters: input(body) }),
  };
}

const named = <K extends string>(key: K, value: HttpParametersInput): { readonly [N in K]?: HttpParametersInput } =>
  (Object.keys(value).length === 0 ? {} : { [key]: value }) as { readonly [N in K]?: HttpParametersInput };
