import type { AddressKind } from '../http/addressKind.ts';
import type { Connection } from '../http/connection.ts';
import { maskSecrets } from '../http/redact.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import type { ConsentQuestion, TokenQuestion } from './consent.ts';

/** One request, and where it goes. */
export interface Destination {
  readonly prepared: PreparedRequest;
  readonly sentTo: string;
  readonly mapped: boolean;
  readonly kind: AddressKind;
  readonly isSandbox: boolean;
}

export interface QuestionFacts extends Destination {
  readonly id: string;
  /** The request for an access token that goes first. */
  readonly token?: Destination | undefined;
  readonly route: 'bridge' | 'direct';
  readonly connection: Connection | undefined;
  readonly resolvedTo?: string;
}

/** What a person reads before a request leaves: nothing in it shows what the connection contributes. */
export function consentQuestion(facts: QuestionFacts): ConsentQuestion {
  const { id, prepared, route, connection, resolvedTo, token } = facts;
  const { awsWouldRefuse } = prepared;
  return {
    id,
    ...whereTo(facts),
    ...(resolvedTo === undefined ? {} : { inside: true, addressLabel: `a public name that leads to an internal address (${resolvedTo})` }),
    ...(token === undefined ? {} : { token: whereTo(token) }),
    ...(resolvedTo === undefined ? {} : { resolvedTo }),
    connectionName: connection?.name ?? prepared.connectionArn,
    connectionAdds: contributions(prepared),
    bodyBytes: prepared.body === null ? 0 : new TextEncoder().encode(prepared.body.text).length,
    route,
    ...(awsWouldRefuse === undefined ? {} : { awsWouldRefuse }),
  };
}

const whereTo = ({ prepared, sentTo, mapped, kind, isSandbox }: Destination): TokenQuestion => ({
  method: prepared.method,
  url: shortened(prepared.publicUrl),
  sentTo: shortened(maskSecrets(publicTarget(sentTo, prepared), prepared.secretValues ?? [])),
  mapped,
  addressLabel: isSandbox ? 'the sandbox of this studio' : LABELS[kind],
  inside: !isSandbox && LABELS[kind].startsWith('internal'),
});

/** Longer than any scheme, host and port. */
const SHOWN_HEAD = 320;
const SHOWN_TAIL = 80;

/** A URL of a thousand lines would push out of sight what it is about to reach. Scheme, host and port are always whole. */
function shortened(url: string): string {
  const left = url.length - SHOWN_HEAD - SHOWN_TAIL;
  return left <= 0 ? url : `${url.slice(0, SHOWN_HEAD)} … (${left} characters not shown) … ${url.slice(-SHOWN_TAIL)}`;
}

/** The mapping keeps path and query, so the public query is that of the evaluated URL. */
function publicTarget(sentTo: string, { publicUrl }: PreparedRequest): string {
  const { origin, pathname } = new URL(sentTo);
  const queryAt = publicUrl.indexOf('?'); // not by URL: it would spell the mask as escapes
  return `${origin}${pathname}${queryAt < 0 ? '' : publicUrl.slice(queryAt)}`;
}

/** `header Authorization`, `query parameter key`, `body field customer`: names, never values. */
function contributions({ headers, query, body }: PreparedRequest): readonly string[] {
  const fromConnection = ({ origin }: { readonly origin: string }): boolean => origin === 'connection';
  return [
    ...headers.filter(fromConnection).map(({ name }) => `header ${name}`),
    ...query.filter(fromConnection).map(({ name }) => `query parameter ${name}`),
    ...(body?.connectionKeys ?? []).map((name) => `body field ${name}`),
  ];
}

const LABELS: { readonly [K in AddressKind]: string } = {
  'public-name': 'public name',
  'public-address': 'public address',
  loopback: 'internal address (this machine)',
  'unspecified-loopback': 'internal address (this machine)',
  private: 'internal address (private network)',
  cgnat: "internal address (provider's network)",
  'unique-local': 'internal address (private network)',
  'link-local': 'link-local address',
  metadata: 'cloud metadata address',
  multicast: 'multicast address',
  never: 'no usable address',
};
