import type { Exchange, ReceivedResponse } from '../../../http/exchange.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import type { InspectedRequest, InspectedResponse } from '../../../http/taskReply.ts';
import { pairsOf } from './pairsOf.ts';
import { headerParts } from './parts.ts';

/** A field or header as the trace has it, and as it was on the wire. */
export interface TraceFact {
  readonly name: string;
  /** Null: the trace leaves it out. */
  readonly trace: string | null;
  /** Null: nothing of the kind was sent. */
  readonly wire: string | null;
}

export function requestFacts(request: InspectedRequest, prepared: PreparedRequest, exchange: Exchange | undefined): readonly TraceFact[] {
  const revealed = prepared.headers.some(({ secret, value }) => secret && !value.includes('•')) ? prepared : null;
  return [
    { name: 'protocol', trace: request.protocol ?? null, wire: exchange ? new URL(exchange.request.sentTo).protocol.replace(':', '') : null },
    { name: 'method', trace: request.method ?? null, wire: exchange?.request.method ?? null },
    { name: 'url', trace: request.url ?? null, wire: exchange ? (revealed?.url ?? exchange.request.sentTo) : null },
    ...headerFacts(request.headers ?? '', headerParts(prepared, exchange?.request.headers, revealed)),
  ];
}

export function responseFacts(response: InspectedResponse, received: ReceivedResponse): readonly TraceFact[] {
  return [
    { name: 'protocol', trace: response.protocol ?? null, wire: `HTTP/${received.httpVersion}` },
    { name: 'statusCode', trace: response.statusCode ?? null, wire: String(received.status) },
    { name: 'statusMessage', trace: response.statusMessage ?? null, wire: received.statusText },
    ...headerFacts(response.headers ?? '', pairsOf(received.headers).map(([name, value]) => ({ name, value }))),
  ];
}

/** The trace has one string, `[Name: value, Name: value]`, and values may hold commas: each known header is looked for in it. */
const headerFacts = (listed: string, wire: readonly { readonly name: string; readonly value: string }[]): readonly TraceFact[] =>
  wire.map(({ name, value }) => {
    const whole = `${name}: ${value}`;
    const isListed = listed.includes(`[${whole}`) || listed.includes(`, ${whole}`);
    return { name, trace: isListed ? value : null, wire: value };
  });
