import { binaryFromBytes } from '../lib/base64.ts';

export interface ContentType {
  /** Lower-cased, without parameters; empty where the server sent none. */
  readonly type: string;
  readonly charset: string;
}

export function contentTypeOf(headers: readonly string[]): ContentType {
  let value = '';
  for (let at = 0; at + 1 < headers.length; at += 2) {
    if (headers[at]?.toLowerCase() === 'content-type') {
      value = headers[at + 1] ?? '';
      break;
    }
  }
  const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(value);
  return { type: (value.split(';')[0] ?? '').trim().toLowerCase(), charset: (charset?.[1] ?? charset?.[2] ?? 'utf-8').trim().toLowerCase() };
}

export const isJsonType = (type: string): boolean => type === 'application/json' || type.endsWith('+json');

/** Source: http-task.md section 6, the documented list. */
export const isUnsupportedType = (type: string): boolean => type === 'application/octet-stream' || /^(image|video|audio)\//.test(type);

/** Null where the bytes are no text in that charset; an unknown one counts as UTF-8. A byte order mark says more than the label. */
export function decodeText(bytes: Uint8Array, label: string): string | null {
  const charset = markedCharset(bytes) ?? label;
  if (LATIN_1.has(charset)) return binaryFromBytes(bytes);
  if (WINDOWS_1252.has(charset)) return binaryFromBytes(bytes).replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252_UPPER.charAt(control.charCodeAt(0) - 0x80));
  try {
    return decoderFor(charset).decode(bytes);
  } catch {
    return null;
  }
}

/** Its own characters, as Java has them: a TextDecoder reads Windows-1252 under this name, and Node's does not even do that. */
const LATIN_1: ReadonlySet<string> = new Set(['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'latin-1', 'l1', 'cp819']);
const WINDOWS_1252: ReadonlySet<string> = new Set(['windows-1252', 'cp1252', 'x-cp1252']);
const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function markedCharset(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}
