import type { IncomingMessage } from 'node:http';
import type { Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';

/** Enough for a request of a 256 KiB state, base64 and escapes included. */
export const REQUEST_CAP_BYTES = 2 * 1024 * 1024;

export async function readJsonBody(request: IncomingMessage, cap = REQUEST_CAP_BYTES): Promise<Result<Json, { readonly status: 400 | 413; readonly message: string }>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end even so: leaving the loop would cut the connection before the answer is out.
    if (size <= cap) chunks.push(chunk);
  }
  if (size > cap) return err({ status: 413, message: `The request is larger than ${cap} bytes.` });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return ok(JSON.parse(text) as Json); // what JSON.parse answers is Json by definition
  } catch {
    return err({ status: 400, message: 'The body is not JSON.' });
  }
}
