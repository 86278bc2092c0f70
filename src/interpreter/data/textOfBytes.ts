import type { MaybePromise } from '../../lib/MaybePromise.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** UTF-8, packed with gzip or not; AWS looks at what the object holds. The error is a sentence. */
export function textOfBytes(bytes: Uint8Array): MaybePromise<Result<string, string>> {
  if (startsWith(bytes, 0x1f, 0x8b)) return unpacked(bytes);
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return err('Step Functions reads objects packed with zstd; they cannot be unpacked here. Give the object as gzip or as it is.');
  if (startsWith(bytes, 0x50, 0x41, 0x52, 0x31)) return err('Parquet files cannot be read here. Give the items as JSON, JSONL or CSV.');
  return ok(new TextDecoder().decode(bytes));
}

async function unpacked(bytes: Uint8Array): Promise<Result<string, string>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What goes wrong here is told to the reader too.
  const ignore = (): void => undefined;
  void writer.write(new Uint8Array(bytes)).catch(ignore);
  void writer.close().catch(ignore);
  const parts: Uint8Array[] = [];
  try {
    const reader = readable.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) if (part.value) parts.push(part.value);
  } catch {
    return err('The object begins like gzip and cannot be unpacked.');
  }
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(new TextDecoder().decode(whole));
}
