import type { FileEncoding, FileSpelling } from './fileSpelling.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { lineOf } from './lines.ts';
import type { Refusal } from './operations.ts';

export interface FileText {
  /** Without the byte order mark, line ends all alike. */
  readonly text: string;
  readonly spelling: FileSpelling;
  /** Sentences on what is unusual about the file and what was done about it. */
  readonly notes: readonly string[];
}

const NAMES: { readonly [E in FileEncoding]: string } = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 (little endian)', 'utf-16be': 'UTF-16 (big endian)' };

/** Reads a file as text, or says at which byte it is none. */
export function decodeFile(bytes: Uint8Array): Result<FileText, Refusal> {
  const { encoding, skip } = encodingOf(bytes);
  const body = bytes.subarray(skip);
  const decoded = encoding === 'utf-8' ? decodeUtf8(body, skip) : decodeUtf16(body, encoding, skip);
  if (!decoded.ok) return decoded;
  const raw = decoded.value;
  const notes: string[] = [];
  if (encoding !== 'utf-8') notes.push(`The file is written in ${NAMES[encoding]}. It is saved the same way; exports are UTF-8, as AWS wants.`);
  const { text, eol, note } = withOneLineEnd(raw);
  if (note) notes.push(note);
  return ok({ text, spelling: { bom: skip > 0, eol, finalNewline: text.endsWith('\n'), encoding }, notes });
}

/** The bytes to save. Line ends are those of the spelling; a final newline that the file had is put back if it went missing. */
export function encodeFile(text: string, spelling: FileSpelling): Uint8Array<ArrayBuffer> {
  const ended = spelling.finalNewline && text !== '' && !/[\r\n]$/.test(text) ? `${text}\n` : text;
  const whole = (spelling.bom ? '\ufeff' : '') + ended.replace(/\r\n|\r|\n/g, spelling.eol);
  if (spelling.encoding === 'utf-8') return new TextEncoder().encode(whole);
  const little = spelling.encoding === 'utf-16le';
  const bytes = new Uint8Array(whole.length * 2);
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.charCodeAt(at);
    bytes[at * 2] = little ? code & 0xff : code >> 8;
    bytes[at * 2 + 1] = little ? code >> 8 : code & 0xff;
  }
  return bytes;
}

/** By byte order mark, else by where the zero bytes of ASCII characters stand. */
function encodingOf(bytes: Uint8Array): { encoding: FileEncoding; skip: number } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (a !== 0 && b === 0 && (c !== 0 || bytes.length < 4) && (d === 0 || bytes.length < 4)) return { encoding: 'utf-16le', skip: 0 };
  if (a === 0 && b !== 0 && bytes.length > 1 && (c === 0 || bytes.length < 4)) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}

function decodeUtf8(bytes: Uint8Array, skipped: number): Result<string, Refusal> {
  const zero = bytes.indexOf(0);
  if (zero >= 0) return err(refusal('binary', `Byte ${zero + skipped} of this file is zero, so it is a binary file and not text. Choose a JSON file.`));
  const bad = invalidUtf8(bytes);
  if (bad < 0) return ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const line = lineOf(new TextDecoder('utf-8').decode(bytes.subarray(0, bad)), bad);
  return err(refusal('not-utf-8', `Byte ${bad + skipped} of this file, on line ${line}, is not UTF-8. Save the file as UTF-8 in your editor, then open it again.`));
}

/** Offset of the first byte that cannot stand there; -1 when all is well. Surrogates and overlong forms are refused too. */
function invalidUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const outside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', skipped: number): Result<string, Refusal> {
  if (bytes.length % 2 === 1) return err(refusal('not-utf-16', `This file looks like ${NAMES[encoding]} but ends in the middle of a character. Save it as UTF-8 in your editor, then open it again.`));
  const parts: string[] = [];
  const units: number[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    const [one, two] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    units.push(encoding === 'utf-16le' ? one | (two << 8) : (one << 8) | two);
    if (units.length === 4_096) parts.push(String.fromCharCode(...units.splice(0)));
  }
  const text = parts.join('') + String.fromCharCode(...units);
  const zero = text.indexOf('\0');
  if (zero >= 0) return err(refusal('binary', `Byte ${zero * 2 + skipped} of this file is zero, so it is a binary file and not text. Choose a JSON file.`));
  const lone = text.search(/\p{Surrogate}/u);
  if (lone < 0) return ok(text);
  return err(refusal('not-utf-16', `Byte ${lone * 2 + skipped} of this file, on line ${lineOf(text, lone)}, is half of a character. Save the file as UTF-8 in your editor, then open it again.`));
}

const refusal = (kind: string, message: string): Refusal => ({ kind, message });

/** Mixed line ends are made alike by majority: an editor would do it anyway, and silently. */
function withOneLineEnd(raw: string): { text: string; eol: '\n' | '\r\n'; note?: string } {
  const crlf = raw.match(/\r\n/g)?.length ?? 0;
  const lf = (raw.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (raw.match(/\r/g)?.length ?? 0) - crlf;
  const eol = crlf > lf ? '\r\n' : '\n';
  if (cr === 0 && (crlf === 0 || lf === 0)) return { text: raw, eol };
  const name = eol === '\n' ? 'LF' : 'CRLF';
  const note = `The file mixed line ends (${crlf} CRLF, ${lf} LF, ${cr} CR). They are all ${name} now; saving writes them so.`;
  return { text: raw.replace(/\r\n|\r|\n/g, eol), eol, note };
}
