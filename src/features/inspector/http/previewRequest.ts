import type { StateEntry } from '../../../asl/states.ts';
import type { Connection, ConnectionSecrets } from '../../../http/connection.ts';
import { NO_AUTHENTICATION } from '../../../http/connectionParts.ts';
import { prepareRequest } from '../../../http/prepare.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { publicPrepared } from '../../../http/publicPrepared.ts';
import { isJsonArray, isJsonObject, objectOf, type Json } from '../../../lib/Json.ts';
import { isJsonata } from '../typedValue.ts';
import { valueIn } from '../values.ts';
import { argumentsKey } from './httpFields.ts';

export type Preview =
  | { readonly kind: 'prepared'; readonly prepared: PreparedRequest; /** Without it, its parts are missing from the request. */ readonly connected: boolean }
  /** Only a test can say: these fields are computed. */
  | { readonly kind: 'computed'; readonly fields: readonly string[] }
  | { readonly kind: 'problem'; readonly message: string };

/** The request as it would be sent, where nothing in it has to be evaluated. It holds no secret: those are masked from the start. */
export function previewRequest(entry: StateEntry, connections: readonly Connection[], region: string): Preview {
  const field = argumentsKey(entry);
  const given = valueIn(entry, [field]) ?? {};
  if (!isJsonObject(given)) return { kind: 'problem', message: `${field} is no object, so there is no request to show.` };
  const fields = Object.keys(given).filter((name) => isComputed(name, given[name] ?? null, entry.language === 'JSONata'));
  if (fields.length > 0) return { kind: 'computed', fields: fields.map((name) => name.replace(/\.\$$/, '')) };
  const arn = connectionArn(given['InvocationConfig'] ?? given['Authentication']);
  const connection = connections.find((candidate) => candidate.arn === arn);
  const stand = connection ?? STAND_IN;
  const named = connection ? given : objectOf([...Object.entries(given).filter(([name]) => name !== 'Authentication' && name !== 'InvocationConfig'), ['InvocationConfig', { ConnectionArn: STAND_IN.arn }]]);
  const made = prepareRequest({ arguments: named, field, connection: stand, secrets: maskedSecrets(stand), region, bearerToken: SECRET });
  if (!made.ok) return { kind: 'problem', message: made.error.kind === 'runtime' ? (made.error.hint ?? made.error.cause) : made.error.message };
  const prepared = publicPrepared(made.value);
  if (connection) return { kind: 'prepared', prepared, connected: true };
  return { kind: 'prepared', prepared: { ...prepared, headers: prepared.headers.filter(({ origin }) => origin !== 'connection') }, connected: false };
}

/** Holds nothing but the header that is taken out again. */
const STAND_IN: Connection = {
  arn: 'stand-in', name: 'stand-in', madeUp: true, allowedOrigins: [],
  authorization: { type: 'API_KEY', apiKeyName: NO_AUTHENTICATION.apiKeyName }, parameters: { header: [], query: [], body: [] },
};

const connectionArn = (holder: Json | undefined): Json | undefined => (isJsonObject(holder) ? holder['ConnectionArn'] : undefined);

/** Stands for every secret until it is masked; a mask itself could not stand in a header. */
const SECRET = 'secret';

function maskedSecrets({ parameters }: Connection): ConnectionSecrets {
  const places = (['header', 'query', 'body'] as const).flatMap((kind) => parameters[kind].map(({ key }) => `${kind}.${key}`));
  return Object.fromEntries(['password', 'apiKeyValue', 'clientSecret', ...places].map((place) => [place, SECRET]));
}

function isComputed(name: string, value: Json, jsonata: boolean): boolean {
  if (!jsonata && name.endsWith('.$')) return true;
  if (typeof value === 'string') return jsonata && isJsonata(value);
  if (isJsonArray(value)) return value.some((item) => isComputed('', item, jsonata));
  return isJsonObject(value) && Object.entries(value).some(([key, one]) => isComputed(key, one, jsonata));
}
