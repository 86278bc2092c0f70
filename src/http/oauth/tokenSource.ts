import { originOf } from '../allowedOrigins.ts';
import type { Exchange, SendFailure } from '../exchange.ts';
import type { HttpWorld, SendRoute } from '../HttpWorld.ts';
import { maskSecrets } from '../redact.ts';
import { credentialsInReply, readTokenReply, type IssuedToken } from './readTokenReply.ts';
import { redactTokenExchange } from './redactTokenExchange.ts';
import { createTokenCache } from './tokenCache.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** What came of fetching a token. `exchange` is masked: what it showed has done its work. */
export type Fetched =
  | { readonly kind: 'token'; readonly token: IssuedToken; readonly exchange: Exchange }
  /** The endpoint gave none that can be used; `message` is a sentence without secrets. */
  | { readonly kind: 'no-token'; readonly message: string; readonly exchange: Exchange }
  /** The way there: our own guards, or the network. */
  | { readonly kind: 'failed'; readonly failure: SendFailure; readonly exchange: Exchange };

/** Where the bearer token of a request comes from. */
export interface TokenSource {
  readonly request: TokenRequest;
  /** A token that can be used now. */
  held(): string | null;
  /** Null: stopped. */
  fetch(route: SendRoute, signal: AbortSignal): Promise<Fetched | null>;
  /** After 401 and 407: the next attempt fetches another one. */
  drop(value: string): void;
}

/** By connection, by where the token came from, and by everything that was sent for it: after any edit none is found. */
export const tokenKey = (request: TokenRequest, target: string): string =>
  JSON.stringify([request.connectionArn, originOf(target), request.method, request.url, request.headers.map(({ name, value }) => [name, value]), request.body?.text ?? null]);

/** The beginning of every key of this connection. */
export const tokenKeyPrefix = (arn: string): string => `[${JSON.stringify(arn)},`;

export function createTokenSource(request: TokenRequest, world: HttpWorld): TokenSource {
  // Without a cache of the world's, this one lives as long as the request: nothing in it ever ends.
  const cache = world.tokens ?? createTokenCache(() => 0);
  const key = tokenKey(request, world.tokenTarget?.(request) ?? request.url);
  const livingIn = (fetched: Fetched) => (fetched.kind === 'token' && fetched.token.lifetimeS !== 0 ? fetched.token : null);
  return {
    request,
    held: () => cache.held(key),
    fetch: (route, signal) => cache.obtain(key, (flight) => fetchToken(request, route, world, flight), livingIn, signal),
    drop: (value) => cache.drop(key, value),
  };
}

async function fetchToken(request: TokenRequest, route: SendRoute, world: HttpWorld, signal: AbortSignal): Promise<Fetched> {
  const seen = await world.send(request, route, signal);
  const { response, failure } = seen;
  const exchange = redactTokenExchange(seen, request);
  const secrets = request.secretValues ?? [];
  if (response === undefined) {
    const said = failure ?? { kind: 'no-bridge' as const, message: 'The sender answered neither a response nor a reason. Restart the studio and test again.' };
    return { kind: 'failed', failure: { ...said, message: maskSecrets(said.message, secrets) }, exchange };
  }
  const read = readTokenReply(response, publicEndpoint(request));
  if (!read.ok) return { kind: 'no-token', message: maskSecrets(read.error, [...secrets, ...credentialsInReply(response)]), exchange };
  const notes = [...request.notes, ...read.value.notes];
  return { kind: 'token', token: { ...read.value, notes }, exchange: notes.length === 0 ? exchange : { ...exchange, notes: [...(exchange.notes ?? []), ...notes] } };
}

/** Without its query, which may hold what nobody should read. */
export const publicEndpoint = ({ publicUrl }: TokenRequest): string => publicUrl.split('?')[0] ?? publicUrl;
