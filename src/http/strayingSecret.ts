import { base64FromText } from '../lib/base64.ts';
import { originAllowed, originOf } from './allowedOrigins.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import { connectionParts } from './connectionParts.ts';
import type { PreparedRequest } from './prepared.ts';
import { spellingsOf } from './redact.ts';

/** Shorter ones stand in texts by chance, and a refusal would then name a secret that is not there. */
const SHORTEST = 6;

export interface HeldSecrets {
  readonly connection: Connection;
  readonly secrets: ConnectionSecrets;
}

/** Where a host mapping leads. */
export interface Target {
  readonly sentTo: string;
  readonly sandboxOrigin?: string | undefined;
}

/** As for the secrets of the request's own connection: the evaluated origin, and where it is mapped, that origin or the sandbox. */
function mayGo({ allowedOrigins }: Connection, url: string, { sentTo, sandboxOrigin }: Target): boolean {
  const target = originOf(sentTo);
  return originAllowed(url, allowedOrigins) && (target === originOf(url) || target === sandboxOrigin || originAllowed(sentTo, allowedOrigins));
}

/**
 * A server may echo a secret, and a workflow may put what it answered into a later request to another host, under a connection that
 * is allowed there. So what the definition itself contributes to a request is searched for every secret held, in every spelling;
 * the answer is a sentence that names the connection whose secret would stray. Source: design.md section 6, rule 1.
 */
export function strayingSecret(prepared: PreparedRequest, held: readonly HeldSecrets[], target: Target = { sentTo: prepared.url }): string | null {
  const text = written(prepared);
  const strays = held.find((one) => !mayGo(one.connection, prepared.url, target) && searchedFor(one).some((spelling) => text.includes(spelling)));
  if (!strays) return null;
  const { name, allowedOrigins } = strays.connection;
  return `Nothing was sent. The request to ${originOf(prepared.url)} holds the secret of the connection ${name}, which may go only to ${allowedOrigins.join(', ') || 'no origin yet'}. Look at where this state's input comes from.`;
}

/** All that the definition contributes, names of headers included. In lower case, because a host is: a label of it can carry a secret too. */
function written({ publicUrl, headers, body }: PreparedRequest): string {
  const own = headers.filter(({ origin }) => origin === 'definition').flatMap(({ name, value }) => [name, value]);
  return [publicUrl, decoded(publicUrl), ...own, body?.publicText ?? ''].join('\n').toLowerCase();
}

/** A URL may spell any letter as an escape. */
const decoded = (url: string): string => url.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
});

function searchedFor({ connection, secrets }: HeldSecrets): readonly string[] {
  // What is sent of a secret, too: BASIC sends the encoded pair of user name and password.
  const parts = connectionParts(connection, secrets);
  const values = [...Object.values(secrets).flatMap(withoutScheme), ...(parts.ok ? parts.value.secretValues : [])].filter((value) => value.length >= SHORTEST);
  return [...spellingsOf(values), ...values.flatMap(base64Inside)].map((spelling) => spelling.toLowerCase());
}

/** How base64 of a longer text spells what stands inside it: three ways, by where it begins; without the letters that its neighbours share. */
function base64Inside(value: string): readonly string[] {
  return [0, 2, 3].map((shared, before) => {
    const encoded = base64FromText('x'.repeat(before) + value);
    const whole = encoded.endsWith('==') ? encoded.slice(0, -3) : encoded.endsWith('=') ? encoded.slice(0, -2) : encoded;
    return whole.slice(shared);
  }).flatMap((inner) => (inner.length < SHORTEST ? [] : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]));
}

/** `Bearer sk_test_…` is a secret with and without its scheme. */
const withoutScheme = (value: string): readonly string[] => {
  const bare = /^(?:bearer|basic|token)\s+(\S{6,})$/i.exec(value)?.[1];
  return bare === undefined ? [value] : [value, bare];
};
