import type { SendFailure } from '../http/exchange.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { SendEvent } from '../protocol/bridge.ts';
import { collectSend, type SendOutcome } from '../protocol/collectSend.ts';
import { isSendEvent } from '../protocol/guards.ts';
import { lineSplitter, parseLine } from '../protocol/ndjson.ts';

export type { SendOutcome } from '../protocol/collectSend.ts';

/** Reads the events as they come; a stream that ends without `end` or `error` is a bridge that stopped. Rejects as the stream does. */
export async function readSendStream(body: ReadableStream<Uint8Array> | null, onEvent?: (event: SendEvent) => void): Promise<Result<SendOutcome, SendFailure>> {
  const collected = collectSend();
  const ended = (): Result<SendOutcome, SendFailure> => {
    const outcome = collected.outcome();
    return outcome === null ? brokenOff('stopped') : ok(outcome);
  };
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
    return ended();
  } finally {
    reader?.cancel().catch(() => undefined);
  }
  return ended();
}

const brokenOff = (what: string): Result<never, SendFailure> =>
  err({ kind: 'no-bridge', maybeSent: true, message: `The bridge ${what} before the answer was complete, so it is not known whether the request arrived. Start it again with npm start, and look at the server before you send once more.` });
