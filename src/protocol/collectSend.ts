import type { Phases, ReceivedResponse, SendFailure, TlsFacts } from '../http/exchange.ts';
import { unreachable } from '../lib/unreachable.ts';
import { bytesFromBase64 } from './base64.ts';
import type { SendEvent } from './bridge.ts';

/** What the sender saw: the part of an exchange that is not known before. Either a response or a failure. */
export interface SendOutcome {
  readonly response?: ReceivedResponse;
  readonly failure?: SendFailure;
  readonly phases: Phases;
  readonly remoteAddress?: string;
  readonly tls?: TlsFacts;
  /** As sent, where it got that far. */
  readonly sentHeaders?: readonly string[];
}

/** Puts the events of one send together. */
export interface SendCollector {
  add(event: SendEvent): void;
  /** Null until `end` or `error` came, and where the head of the answer never did. */
  outcome(): SendOutcome | null;
}

export function collectSend(): SendCollector {
  let sent: Extract<SendEvent, { type: 'sent' }> | null = null;
  let head: Extract<SendEvent, { type: 'head' }> | null = null;
  let finished: SendOutcome | null = null;
  const chunks: Uint8Array[] = [];
  const seen = (): Pick<SendOutcome, 'remoteAddress' | 'tls' | 'sentHeaders'> => ({
    ...(sent && { remoteAddress: sent.remoteAddress, sentHeaders: sent.headers }),
    ...(head?.tls && { tls: head.tls }),
  });
  const end = ({ phases, sizeBytes, truncated }: Extract<SendEvent, { type: 'end' }>): SendOutcome | null => {
    if (head === null) return null;
    const { httpVersion, status, statusText, headers } = head;
    return { response: { httpVersion, status, statusText, headers, body: joined(chunks), sizeBytes, truncated }, phases, ...seen() };
  };
  return {
    outcome: () => finished,
    add(event) {
      switch (event.type) {
        case 'sent':
          sent = event;
          return;
        case 'head':
          head = event;
          return;
        case 'data': {
          const chunk = bytesFromBase64(event.base64);
          if (chunk) chunks.push(chunk);
          return;
        }
        case 'end':
          finished = end(event);
          return;
        case 'error':
          finished = { failure: event.failure, phases: event.phases, ...seen() };
          return;
        default:
          unreachable(event);
      }
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
