import type { Phases, ReceivedResponse, SendFailure, TlsFacts } from '../http/exchange.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { unreachable } from '../lib/unreachable.ts';
import { bytesFromBase64 } from '../protocol/base64.ts';
import type { SendEvent } from '../protocol/bridge.ts';
import { isSendEvent } from '../protocol/guards.ts';
import { lineSplitter, parseLine } from '../protocol/ndjson.ts';

/** What the bridge saw: the part of an exchange that is not known before. Either a response or a failure. */
export interface SendOutcome {
  readonly response?: ReceivedResponse;
  readonly failure?: SendFailure;
  readonly phases: Phases;
  readonly remoteAddress?: string;
  readonly tls?: TlsFacts;
  /** As sent, where it got that far. */
  readonly sentHeaders?: readonly string[];
}

/** Reads the events as they come; a stream that ends without `end` or `error` is a bridge that stopped. Rejects as the stream does. */
export async function readSendStream(body: ReadableStream<Uint8Array> | null, onEvent?: (event: SendEvent) => void): Promise<Result<SendOutcome, SendFailure>> {
  const collected = new Collected();
  const lines = lineSplitter();
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  const take = (line: string): boolean => {
    const event = parseLine(line);
    if (!isSendEvent(event)) return false;
    onEvent?.(event);
    collected.add(event);
    return true;
  };
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      for (const line of lines.push(decoder.decode(piece.value, { stream: true }))) if (!take(line)) return brokenOff('sent something this page does not understand');
    }
  } catch (thrown) {
    // A stop of ours is told apart by the caller; anything else is the bridge going away.
    if (thrown instanceof Error && thrown.name === 'AbortError') throw thrown;
    return collected.outcome ?? brokenOff('stopped');
  } finally {
    reader?.cancel().catch(() => undefined);
  }
  return collected.outcome ?? brokenOff('stopped');
}

const brokenOff = (what: string): Result<never, SendFailure> =>
  err({ kind: 'no-bridge', maybeSent: true, message: `The bridge ${what} before the answer was complete, so it is not known whether the request arrived. Start it again with npm start, and look at the server before you send once more.` });

class Collected {
  outcome: Result<SendOutcome, SendFailure> | null = null;
  private sent: Extract<SendEvent, { type: 'sent' }> | null = null;
  private head: Extract<SendEvent, { type: 'head' }> | null = null;
  private readonly chunks: Uint8Array[] = [];

  add(event: SendEvent): void {
    switch (event.type) {
      case 'sent':
        this.sent = event;
        return;
      case 'head':
        this.head = event;
        return;
      case 'data': {
        const chunk = bytesFromBase64(event.base64);
        if (chunk) this.chunks.push(chunk);
        return;
      }
      case 'end':
        this.outcome = this.finished(event);
        return;
      case 'error':
        this.outcome = ok({ failure: event.failure, phases: event.phases, ...this.seen() });
        return;
      default:
        unreachable(event);
    }
  }

  private finished({ phases, sizeBytes, truncated }: Extract<SendEvent, { type: 'end' }>): Result<SendOutcome, SendFailure> {
    if (this.head === null) return brokenOff('left out the head of the answer and');
    const { httpVersion, status, statusText, headers } = this.head;
    const response: ReceivedResponse = { httpVersion, status, statusText, headers, body: joined(this.chunks), sizeBytes, truncated };
    return ok({ response, phases, ...this.seen() });
  }

  private seen(): Pick<SendOutcome, 'remoteAddress' | 'tls' | 'sentHeaders'> {
    return {
      ...(this.sent && { remoteAddress: this.sent.remoteAddress, sentHeaders: this.sent.headers }),
      ...(this.head?.tls && { tls: this.head.tls }),
    };
  }
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
