import type { Result } from '../../lib/Result.ts';
import { readAnsiC } from './ansiC.ts';
import { unclosed, wordsOf, type CurlProblem, type Word, type Words } from './words.ts';

const NOT_EXPANDED = 'Shell variables and commands ($NAME, $(…), backticks) are not filled in: they stand as typed.';
const AMPERSAND = 'A & outside quotes was read as part of the URL; a shell would have ended the command there.';

/** What has been read so far; `text` is the word under way, null between words. */
interface Reading {
  readonly words: Word[];
  readonly ignored: string[];
  readonly notes: string[];
  text: string | null;
  start: number;
  /** The operator whose file name comes next: `>`, `2>`. */
  redirect: string | null;
}

/** Bash's words: '…', "…", $'…', backslashes, line continuations, comments. Nothing is expanded or obeyed. */
export function bashWords(command: string): Result<Words, CurlProblem> {
  const reading: Reading = { words: [], ignored: [], notes: [], text: null, start: 0, redirect: null };
  for (let at = 0; at < command.length; ) {
    const quote = /^(\$?'|\$?")/.exec(command.slice(at, at + 2))?.[0];
    const end = quote === undefined ? readPlain(command, at, reading) : readQuoted(command, at, quote, reading);
    if (end === null) return unclosed(quote ?? '', at);
    at = end;
  }
  endWord(reading);
  return wordsOf(reading.words, reading.ignored, reading.notes);
}

function add(reading: Reading, piece: string, at: number): void {
  if (reading.text === null) reading.start = at;
  reading.text = (reading.text ?? '') + piece;
}

function endWord(reading: Reading): void {
  const { text, start, redirect } = reading;
  if (text === null) return;
  if (redirect === null) reading.words.push({ text, offset: start });
  else reading.ignored.push(`${redirect} ${text}`);
  reading.text = reading.redirect = null;
}

const expandsAt = (command: string, at: number): boolean =>
  command.charAt(at) === '`' || (command.charAt(at) === '$' && /[A-Za-z_({]/.test(command.charAt(at + 1)));

/** Reads on from a character outside quotes and answers where to go on. */
function readPlain(command: string, at: number, reading: Reading): number {
  const c = command.charAt(at);
  if (c === '\\') {
    const newline = /^\\\r?\n/.exec(command.slice(at, at + 3))?.[0];
    if (newline === undefined && at + 1 < command.length) add(reading, command.charAt(at + 1), at);
    return at + (newline?.length ?? 2);
  }
  if (/^([\n;|]|&(&|\s|$))/.test(command.slice(at, at + 2))) return endCommand(command, at, reading);
  if (/\s/.test(c)) {
    endWord(reading);
    return at + 1;
  }
  if (c === '#' && reading.text === null) {
    const end = command.indexOf('\n', at);
    return end < 0 ? command.length : end;
  }
  if (c === '>' || c === '<') return beginRedirect(command, at, reading);
  if (c === '&') reading.notes.push(AMPERSAND);
  if (expandsAt(command, at)) reading.notes.push(NOT_EXPANDED);
  add(reading, c, at);
  return at + 1;
}

/** After the first command everything is listed and left alone. */
function endCommand(command: string, at: number, reading: Reading): number {
  endWord(reading);
  const rest = command.slice(at).replace(/^[\s;|&]+/, '');
  if (rest === '' || reading.words.length === 0) return at + 1;
  reading.ignored.push(rest.split('\n')[0]?.trim() ?? '');
  return command.length;
}

function beginRedirect(command: string, at: number, reading: Reading): number {
  // The number of a stream belongs to the redirection: `2> /dev/null`.
  const stream = reading.text !== null && /^\d+$/.test(reading.text) ? reading.text : '';
  if (stream !== '') reading.text = null;
  endWord(reading);
  const operator = /^[<>]+&?/.exec(command.slice(at))?.[0] ?? '';
  reading.redirect = stream + operator;
  return at + operator.length;
}

function readQuoted(command: string, at: number, quote: string, reading: Reading): number | null {
  const from = at + quote.length;
  const read = quote === '\'' ? readSingle(command, from) : quote === '$\'' ? readAnsiC(command, from) : readDouble(command, from, reading.notes);
  if (read === null) return null;
  add(reading, read.text, at);
  return read.end;
}

interface Quoted {
  readonly text: string;
  /** After the closing quote. */
  readonly end: number;
}

function readSingle(command: string, from: number): Quoted | null {
  const end = command.indexOf('\'', from);
  return end < 0 ? null : { text: command.slice(from, end), end: end + 1 };
}

/** Inside "…" a backslash escapes only `$`, a backtick, `"`, itself and a line end. */
function readDouble(command: string, from: number, notes: string[]): Quoted | null {
  let text = '';
  for (let at = from; at < command.length; at++) {
    const c = command.charAt(at);
    if (c === '"') return { text, end: at + 1 };
    const escaped = c === '\\' ? /^(\r?\n|[$`"\\])/.exec(command.slice(at + 1, at + 3))?.[0] : undefined;
    if (escaped === undefined) {
      if (expandsAt(command, at)) notes.push(NOT_EXPANDED);
      text += c;
    } else {
      if (!escaped.endsWith('\n')) text += escaped;
      at += escaped.length;
    }
  }
  return null;
}
