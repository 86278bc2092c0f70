import { isUrl } from '../../../lib/isUrl.ts';
import type { Connection } from '../../../http/connection.ts';
import { originAllowed } from '../../../http/allowedOrigins.ts';
import { NO_AUTHENTICATION } from '../../../http/connectionParts.ts';

export type ConnectionStatus = 'ready' | 'locked' | 'unknown';

export function statusOf(arn: string, connections: readonly Connection[], unlocked: readonly string[]): ConnectionStatus {
  if (!connections.some((connection) => connection.arn === arn)) return 'unknown';
  return unlocked.includes(arn) ? 'ready' : 'locked';
}

const KIND = { API_KEY: 'API key', BASIC: 'Basic', OAUTH_CLIENT_CREDENTIALS: 'OAuth' } as const;
export const kindOf = ({ authorization }: Connection): string => KIND[authorization.type];

/** `arn:aws:events:…:connection/stripe-billing/…` is called stripe-billing. */
export const nameInArn = (arn: string): string => /:connection\/([^/]+)\//.exec(arn)?.[1] ?? arn;

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '');

/** "No authentication needed": its header hides nothing, so there is no secret to speak of. */
const hidesNothing = ({ authorization }: Connection): boolean => authorization.type === 'API_KEY' && authorization.apiKeyName === NO_AUTHENTICATION.apiKeyName;

/** Where the secret may go, as a sentence; with a warning where the endpoint is somewhere else. */
export function bindingOf(connection: Connection, endpoint: string): { readonly text: string; readonly fits: boolean } {
  const { allowedOrigins } = connection;
  if (hidesNothing(connection) && isPublic(connection)) return { text: 'It adds a harmless header and hides no secret.', fits: true };
  const hosts = allowedOrigins.map(hostOf);
  const last = hosts.at(-1);
  if (last === undefined) return { text: 'Its secret goes nowhere yet: edit the connection and name an allowed origin.', fits: false };
  const what = connection.authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? 'Its access token' : 'Its secret';
  const where = hosts.length === 1 ? last : `${hosts.slice(0, -1).join(', ')} and ${last}`;
  const elsewhere = isUrl(endpoint) && !endpoint.includes('${') && !originAllowed(endpoint, allowedOrigins);
  if (!elsewhere) return { text: `${what} goes to ${where} only.`, fits: true };
  return { text: `${what} goes to ${where} only, not to ${new URL(endpoint).host}. Choose another connection, or allow that origin in this one.`, fits: false };
}

const isPublic = ({ parameters }: Connection): boolean => [...parameters.header, ...parameters.query, ...parameters.body].every(({ isSecret }) => !isSecret);
