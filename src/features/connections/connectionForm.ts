import { parseAllowedOrigin } from '../../http/allowedOrigins.ts';
import type { Authorization, Connection, ConnectionSecrets } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
import { presetOrigins, presetSecret, type ConnectionPreset } from '../../http/presets.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

export type FormKind = 'stripe' | 'github' | 'none' | 'API_KEY' | 'BASIC';

/** What stands in the fields of the connection editor. A secret left empty keeps the one in memory. */
export interface ConnectionForm {
  readonly kind: FormKind;
  readonly arn: string;
  readonly madeUp: boolean;
  readonly name: string;
  readonly apiKeyName: string;
  readonly username: string;
  readonly secret: string;
  /** One a line. */
  readonly origins: string;
}

/** EventBridge's own rule for names: [http-task.md section 9.1]. */
const NAME = /^[.\-_A-Za-z0-9]{1,64}$/;

export function formFrom(connection: Connection): ConnectionForm {
  const { authorization: given, arn, madeUp, name, allowedOrigins } = connection;
  return {
    kind: given.type === 'BASIC' ? 'BASIC' : 'API_KEY', arn, madeUp, name, secret: '', origins: allowedOrigins.join('\n'),
    apiKeyName: given.type === 'API_KEY' ? given.apiKeyName : '', username: given.type === 'BASIC' ? given.username : '',
  };
}

export function formFromPreset(preset: ConnectionPreset, identity: Pick<ConnectionForm, 'arn' | 'madeUp'>, endpoint: string): ConnectionForm {
  return {
    ...identity, kind: preset.id, name: preset.name, secret: '', username: '', origins: presetOrigins(preset, endpoint).join('\n'),
    apiKeyName: preset.authorization.type === 'API_KEY' ? preset.authorization.apiKeyName : '',
  };
}

export interface FormProblem {
  readonly field: 'name' | 'apiKeyName' | 'username' | 'secret' | 'origins';
  readonly message: string;
}

export interface Filled {
  readonly connection: Connection;
  readonly secrets?: ConnectionSecrets;
}

/** The connection that the fields describe, or the first field that is wrong. */
export function connectionFrom(form: ConnectionForm, before: Connection | null, preset: ConnectionPreset | null, hasSecret: boolean): Result<Filled, FormProblem> {
  const wrong = (field: FormProblem['field'], message: string): Result<Filled, FormProblem> => err({ field, message });
  const name = form.name.trim();
  if (!NAME.test(name)) return wrong('name', 'EventBridge takes 1 to 64 letters, digits, dots, hyphens and underscores.');
  if (form.kind === 'BASIC' && form.username.trim() === '') return wrong('username', 'Type the user name.');
  if (form.kind === 'API_KEY' && form.apiKeyName.trim() === '') return wrong('apiKeyName', 'Type the name of the header that carries the key, such as Authorization or X-API-Key.');
  const fixed = preset?.secrets.apiKeyValue;
  if (form.secret === '' && fixed === undefined && !hasSecret) return wrong('secret', 'Type the secret. It stays in memory until this tab is closed.');
  const origins = allowedOrigins(form.origins);
  if (!origins.ok) return wrong('origins', origins.error);

  const authorization: Authorization = form.kind === 'BASIC' ? { type: 'BASIC', username: form.username.trim() } : { type: 'API_KEY', apiKeyName: form.apiKeyName.trim() };
  const typed = preset && form.secret !== '' ? presetSecret(preset, form.secret) : form.secret;
  const value = fixed ?? typed;
  const { sample: _, ...kept } = before ?? { parameters: preset?.parameters ?? noParameters };
  const keepsSample = before?.sample === true && value === '';
  const connection: Connection = {
    ...kept, parameters: kept.parameters, arn: form.arn, name, authorization, allowedOrigins: origins.value, madeUp: form.madeUp, ...(keepsSample ? { sample: true } : {}),
  };
  return ok(value === '' ? { connection } : { connection, secrets: { [form.kind === 'BASIC' ? 'password' : 'apiKeyValue']: value } });
}

function allowedOrigins(text: string): Result<readonly string[], string> {
  const origins: string[] = [];
  for (const line of text.split(/[\n,]/).map((part) => part.trim()).filter((part) => part !== '')) {
    const origin = parseAllowedOrigin(line);
    if (!origin.ok) return err(origin.error.message);
    origins.push(origin.value);
  }
  return origins.length === 0 ? err('Name at least one origin, such as https://api.stripe.com. The secret goes nowhere else.') : ok(origins);
}
