import { bytesFromBinary } from '../../lib/base64.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07', b: '\b', e: '\x1B', E: '\x1B', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '\'': '\'', '"': '"', '?': '?',
};

/**
 * Reads the inside of bash's `$'…'` up to its quote. `\xHH` and octal escapes are bytes, so runs of them are read as UTF-8.
 * Null where the quote is missing.
 */
export function readAnsiC(command: string, from: number): { readonly text: string; readonly end: number } | null {
  let text = '';
  let bytes = '';
  const flush = (): void => {
    if (bytes !== '') text += new TextDecoder('utf-8').decode(bytesFromBinary(bytes));
    bytes = '';
  };
  for (let at = from; at < command.length; ) {
    const c = command.charAt(at);
    if (c === '\'') {
      flush();
      return { text, end: at + 1 };
    }
    const escape = c === '\\' ? readEscape(command.slice(at + 1, at + 11)) : null;
    if (escape?.byte !== undefined) bytes += String.fromCharCode(escape.byte);
    else {
      flush();
      text += escape?.text ?? c;
    }
    at += escape === null ? 1 : 1 + escape.length;
  }
  return null;
}

interface Escape {
  readonly length: number;
  readonly text?: string;
  readonly byte?: number;
}

function readEscape(after: string): Escape | null {
  const found = /^(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c([\s\S]))/.exec(after);
  if (found) {
    const [whole, hex, octal, short, long, control] = found;
    const length = whole.length;
    if (hex !== undefined) return { length, byte: Number.parseInt(hex, 16) };
    if (octal !== undefined) return { length, byte: Number.parseInt(octal, 8) & 0xff };
    if (control !== undefined) return { length, text: String.fromCharCode(control.charCodeAt(0) & 0x1f) };
    const code = Number.parseInt(short ?? long ?? '0', 16);
    // `\u` alone may be half of a pair: browsers write them so.
    return { length, text: short !== undefined ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD' };
  }
  const simple = SIMPLE[after.charAt(0)];
  return simple === undefined ? null : { length: 1, text: simple };
}
