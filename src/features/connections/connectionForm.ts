import { parseAllowedOrigin } from '../../http/allowedOrigins.ts';
import type { Authorization, Connection, ConnectionSecrets, HttpParameters } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
import { isConnectionArn, MADE_UP_ACCOUNT, makeUpArn } from '../../http/connectionArn.ts';
import { readTokenEndpoint } from '../../http/oauth/tokenRequest.ts';
import { presetOrigins, presetSecret, type ConnectionPreset } from '../../http/presets.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { parametersFrom, rowsFrom, type ParameterRow } from './parameterRows.ts';

export type FormKind = ConnectionPreset['id'] | Authorization['type'];
type Oauth = Extract<Authorization, { type: 'OAUTH_CLIENT_CREDENTIALS' }>;

/** What stands in the fields of the connection editor. A secret left empty keeps the one in memory. */
export interface ConnectionForm {
  readonly kind: FormKind;
  readonly name: string;
  /** As typed, or as the definition names it; empty: made up from the name. */
  readonly arn: string;
  /** For a made-up ARN. */
  readonly id: string;
  readonly region: string;
  readonly apiKeyName: string;
  readonly username: string;
  /** Password, key or client secret. */
  readonly secret: string;
  readonly endpoint: string;
  readonly method: Oauth['method'];
  readonly clientId: string;
  readonly oauth: readonly ParameterRow[];
  readonly parameters: readonly ParameterRow[];
  /** One a line. */
  readonly origins: string;
}

/** EventBridge's own rules: http-task.md section 9.1. */
const NAME = /^[.\-_A-Za-z0-9]{1,64}$/;
const LONGEST = 512;
const LONGEST_ENDPOINT = 2048;

/** A new connection asks for a token as most servers want it. */
const GRANT_TYPE: ParameterRow = { kind: 'body', key: 'grant_type', value: 'client_credentials', isSecret: false };

export const emptyForm = (part: Partial<ConnectionForm> & Pick<ConnectionForm, 'id' | 'region'>): ConnectionForm => ({
  kind: 'API_KEY', name: 'my-connection', arn: '', apiKeyName: 'Authorization', username: '', secret: '', endpoint: '', method: 'POST', clientId: '', oauth: [GRANT_TYPE], parameters: [], origins: '', ...part,
});

export function formFrom(connection: Connection, part: Pick<ConnectionForm, 'id' | 'region'>): ConnectionForm {
  const { authorization: given, name, allowedOrigins, parameters } = connection;
  return {
    ...emptyForm(part), kind: given.type, name, arn: connection.arn, origins: allowedOrigins.join('\n'), parameters: rowsFrom(parameters),
    apiKeyName: given.type === 'API_KEY' ? given.apiKeyName : 'Authorization', username: given.type === 'BASIC' ? given.username : '',
    ...(given.type === 'OAUTH_CLIENT_CREDENTIALS' ? { endpoint: given.endpoint, method: given.method, clientId: given.clientId, oauth: rowsFrom(given.parameters) } : {}),
  };
}

export function formFromPreset(preset: ConnectionPreset, form: ConnectionForm, endpoint: string): ConnectionForm {
  const { authorization: given } = preset;
  return {
    ...form, kind: preset.id, name: preset.name, secret: '', username: '', origins: presetOrigins(preset, endpoint).join('\n'), parameters: rowsFrom(preset.parameters),
    apiKeyName: given.type === 'API_KEY' ? given.apiKeyName : '',
    ...(given.type === 'OAUTH_CLIENT_CREDENTIALS' ? { endpoint: given.endpoint, method: given.method, clientId: given.clientId, oauth: rowsFrom(given.parameters) } : {}),
  };
}

/** What the fields make, whatever preset they began with. */
export const typeOf = ({ kind }: ConnectionForm): Authorization['type'] =>
  kind === 'BASIC' || kind === 'OAUTH_CLIENT_CREDENTIALS' ? kind : kind === 'salesforce' ? 'OAUTH_CLIENT_CREDENTIALS' : 'API_KEY';

/** The ARN that saving gives it. The name is a part of it: a made-up one follows the name. */
export function arnOf(form: ConnectionForm, before: Connection | null): string {
  const typed = form.arn.trim();
  if (typed === '') return makeUpArn(form.name, form.id, form.region);
  if (before === null || typed !== before.arn || !isMadeUp(typed)) return typed;
  const [, region, id] = /^arn:[^:]+:events:([^:]+):.*\/([^/]+)$/.exec(typed) ?? [];
  return region === undefined || id === undefined || form.name.trim() === before.name ? typed : makeUpArn(form.name, id, region);
}

export const isMadeUp = (arn: string): boolean => arn.includes(`:${MADE_UP_ACCOUNT}:connection/`);

/** Secrets that were typed for another token endpoint are not sent to this one: they have to be typed again. */
export const endpointChanged = (form: ConnectionForm, before: Connection | null): boolean =>
  before?.authorization.type === 'OAUTH_CLIENT_CREDENTIALS' && typeOf(form) === 'OAUTH_CLIENT_CREDENTIALS' && form.endpoint.trim() !== before.authorization.endpoint;

export type FormField = 'name' | 'arn' | 'apiKeyName' | 'username' | 'secret' | 'endpoint' | 'clientId' | 'oauth' | 'parameters' | 'origins';

export interface FormProblem {
  readonly field: FormField;
  readonly message: string;
}

export interface Filled {
  readonly connection: Connection;
  readonly secrets: ConnectionSecrets;
}

export interface FormContext {
  readonly before: Connection | null;
  readonly preset: ConnectionPreset | null;
  /** Its secrets are in memory. */
  readonly hasSecret: boolean;
  /** ARNs of the other connections. */
  readonly taken: readonly string[];
}

/** The connection that the fields describe, or the first field that is wrong. */
export function connectionFrom(form: ConnectionForm, context: FormContext): Result<Filled, FormProblem> {
  const { before, preset, hasSecret } = context;
  const name = form.name.trim();
  if (!NAME.test(name)) return wrong('name', 'EventBridge takes 1 to 64 letters, digits, dots, hyphens and underscores.');
  const arn = arnOf(form, before);
  if (arn !== before?.arn && context.taken.includes(arn)) return wrong('arn', 'Another connection has this ARN.');
  if (form.arn.trim() !== '' && arn !== before?.arn && before !== null && !isConnectionArn(arn)) return wrong('arn', 'An ARN of a connection looks like arn:aws:events:us-east-1:111122223333:connection/name/0a1b2c3d-…');
  const type = typeOf(form);
  const sameKind = before?.authorization.type === type;
  const fixed = preset?.secrets.apiKeyValue;
  const held = sameKind && hasSecret && !endpointChanged(form, before);
  const authorization = authorizationFrom(form, type);
  if (!authorization.ok) return authorization;
  // One that is there already may be saved without its secret: it then says "type it again" before anything is sent.
  if (form.secret === '' && fixed === undefined && !held && !sameKind) return wrong('secret', 'Type the secret. It stays in memory until this tab is closed, unless you choose to keep it.');
  if (form.secret.length > LONGEST) return wrong('secret', `EventBridge takes at most ${LONGEST} characters.`);
  const invocation = parametersFrom(form.parameters, { before: before?.parameters ?? noParameters, hasSecret, prefix: '' });
  if (!invocation.ok) return wrong('parameters', invocation.error);
  const oauth = type === 'OAUTH_CLIENT_CREDENTIALS' ? parametersFrom(form.oauth, { before: oauthOf(before), hasSecret: held, prefix: 'oauth.' }) : ok({ parameters: noParameters, secrets: {} });
  if (!oauth.ok) return wrong('oauth', oauth.error);
  const origins = allowedOrigins(form.origins);
  if (!origins.ok) return wrong('origins', origins.error);

  const typed = preset && form.secret !== '' ? presetSecret(preset, form.secret) : form.secret;
  const value = fixed ?? typed;
  const keepsSample = before?.sample === true && value === '';
  const connection: Connection = {
    arn, name, allowedOrigins: origins.value, madeUp: isMadeUp(arn), parameters: invocation.value.parameters, ...(keepsSample ? { sample: true } : {}),
    authorization: authorization.value.type === 'OAUTH_CLIENT_CREDENTIALS' ? { ...authorization.value, parameters: oauth.value.parameters } : authorization.value,
  };
  return ok({ connection, secrets: { ...invocation.value.secrets, ...oauth.value.secrets, ...(value === '' ? {} : { [SECRET_PLACE[type]]: value }) } });
}

const SECRET_PLACE = { BASIC: 'password', API_KEY: 'apiKeyValue', OAUTH_CLIENT_CREDENTIALS: 'clientSecret' } as const;

const oauthOf = (connection: Connection | null): HttpParameters => (connection?.authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? connection.authorization.parameters : noParameters);

function authorizationFrom(form: ConnectionForm, type: Authorization['type']): Result<Authorization, FormProblem> {
  switch (type) {
    case 'BASIC': {
      const username = form.username.trim();
      if (username === '') return wrong('username', 'Type the user name.');
      return username.includes(':') ? wrong('username', 'A user name holds no colon: it ends the name where the two are sent.') : ok({ type, username });
    }
    case 'API_KEY': {
      const apiKeyName = form.apiKeyName.trim();
      return apiKeyName === '' ? wrong('apiKeyName', 'Type the name of the header that carries the key, such as Authorization or X-API-Key.') : ok({ type, apiKeyName });
    }
    case 'OAUTH_CLIENT_CREDENTIALS': {
      const endpoint = form.endpoint.trim();
      const read = readTokenEndpoint(endpoint);
      if (!read.ok) return wrong('endpoint', `The token endpoint ${read.error}`);
      const origin = parseAllowedOrigin(read.value.origin);
      if (!origin.ok) return wrong('endpoint', origin.error.message);
      if (endpoint.length > LONGEST_ENDPOINT) return wrong('endpoint', `EventBridge takes at most ${LONGEST_ENDPOINT} characters.`);
      const clientId = form.clientId.trim();
      return clientId === '' ? wrong('clientId', 'Type the client ID that the authorization server gave you.') : ok({ type, endpoint, method: form.method, clientId, parameters: noParameters });
    }
  }
}

const wrong = (field: FormField, message: string) => err({ field, message } as const);

function allowedOrigins(text: string): Result<readonly string[], string> {
  const origins = new Set<string>();
  for (const line of text.split(/[\n,]/).map((part) => part.trim()).filter((part) => part !== '')) {
    const origin = parseAllowedOrigin(line);
    if (!origin.ok) return err(origin.error.message);
    origins.add(origin.value);
  }
  return origins.size === 0 ? err('Name at least one origin, such as https://api.stripe.com. The secret goes nowhere else.') : ok([...origins]);
}

