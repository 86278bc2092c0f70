import type { IncomingMessage } from 'node:http';
import { type Duplex, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';

/** What AWS lets a task answer: 256 KiB. */
export const BODY_CAP_BYTES = 262_144;

export interface BodyRead {
  /** Bytes taken off the wire, before decompression; at a cut, those read until then. */
  readonly sizeBytes: number;
  /** The body goes on after the cap. */
  readonly truncated: boolean;
}

/** Thrown through the pipeline to stop it at the cap: reading on would only fill memory. */
class CapReached extends Error {}

/**
 * Hands over the decompressed body piece by piece, at most `cap` bytes of it. A compressed bomb ends at the cap as well, since
 * decompression runs in small steps that stop with the pipeline. Rejects when the connection or the compression breaks.
 */
export async function readBody(response: IncomingMessage, onData: (chunk: Buffer) => void, cap = BODY_CAP_BYTES): Promise<BodyRead> {
  let sizeBytes = 0;
  let given = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const room = cap - given;
      const piece = chunk.subarray(0, room);
      given += piece.length;
      if (piece.length > 0) onData(piece);
      done(chunk.length > room ? new CapReached() : null);
    },
  });
  try {
    await pipeline([response, counter, ...decoders(response.headers['content-encoding']), sink]);
    return { sizeBytes, truncated: false };
  } catch (error) {
    if (error instanceof CapReached) return { sizeBytes, truncated: true };
    throw error;
  }
}

/** Servers may compress although nobody asked (AWS forbids Accept-Encoding). An encoding we do not know is handed over as it is. */
function decoders(contentEncoding: string | undefined): Duplex[] {
  const names = (contentEncoding ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  const found = names.reverse().map(decoder);
  return found.every((one) => one !== null) && found.length <= 3 ? found : [];
}

function decoder(name: string): Duplex | null {
  // A server that honours Step Functions' Range header cuts the compressed bytes; the flush modes hand over what is there.
  if (name === 'gzip' || name === 'x-gzip' || name === 'deflate') return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH });
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  return null;
}
