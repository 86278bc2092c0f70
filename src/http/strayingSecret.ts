import { originAllowed, originOf } from './allowedOrigins.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import type { PreparedRequest } from './prepared.ts';
import { spellingsOf } from './redact.ts';

/** Shorter ones stand in texts by chance, and a refusal would then name a secret that is not there. */
const SHORTEST = 6;

export interface HeldSecrets {
  readonly connection: Connection;
  readonly secrets: ConnectionSecrets;
}

/**
 * A server may echo a secret, and a workflow may put what it answered into a later request to another host, under a connection that
 * is allowed there. So what the definition itself contributes to a request is searched for every secret held, in every spelling;
 * the answer is a sentence that names the connection whose secret would stray. Source: design.md section 6, rule 1.
 */
export function strayingSecret(prepared: PreparedRequest, held: readonly HeldSecrets[]): string | null {
  const written = [prepared.publicUrl, ...prepared.headers.filter(({ origin }) => origin === 'definition').map(({ value }) => value), prepared.body?.publicText ?? ''].join('\n');
  const strays = held.find(({ connection, secrets }) => {
    if (originAllowed(prepared.url, connection.allowedOrigins)) return false;
    const values = Object.values(secrets).filter((value) => value.length >= SHORTEST);
    return spellingsOf(values.flatMap(withoutScheme)).some((spelling) => written.includes(spelling));
  });
  if (!strays) return null;
  const { name, allowedOrigins } = strays.connection;
  return `Nothing was sent. The request to ${originOf(prepared.url)} holds the secret of the connection ${name}, which may go only to ${allowedOrigins.join(', ') || 'no origin yet'}. Look at where this state's input comes from.`;
}

/** `Bearer sk_test_…` is a secret with and without its scheme. */
const withoutScheme = (value: string): readonly string[] => {
  const bare = /^(?:bearer|basic|token)\s+(\S{6,})$/i.exec(value)?.[1];
  return bare === undefined ? [value] : [value, bare];
};
