import type { Result } from '../../lib/Result.ts';
import { readAnsiC } from './ansiC.ts';
import { unclosed, wordsOf, type CurlProblem, type Word, type Words } from './words.ts';

const NOT_EXPANDED = 'Shell variables and commands ($NAME, $(…), backticks) are not filled in: they stand as typed.';
const AMPERSAND = 'A & outside quotes was read as part of the URL; a shell would have ended the command there.';

/** Bash's words: '…', "…", $'…', backslashes, line continuations, comments. Nothing is expanded or obeyed. */
export function bashWords(command: string): Result<Words, CurlProblem> {
  const words: Word[] = [];
  const ignored: string[] = [];
  const notes: string[] = [];
  let text: string | null = null;
  let start = 0;
  let redirect: string | null = null;
  let at = 0;

  const add = (piece: string, from: number): void => {
    if (text === null) start = from;
    text = (text ?? '') + piece;
  };
  const endWord = (): void => {
    if (text === null) return;
    if (redirect !== null) ignored.push(`${redirect} ${text}`);
    else words.push({ text, offset: start });
    text = redirect = null;
  };

  while (at < command.length) {
    const c = command.charAt(at);
    const next = command.charAt(at + 1);
    if (c === '\'' || (c === '$' && next === '\'')) {
      const from = at + (c === '$' ? 2 : 1);
      const read = c === '$' ? readAnsiC(command, from) : readSingle(command, from);
      if (read === null) return unclosed(c === '$' ? '$\'' : '\'', at);
      add(read.text, at);
      at = read.end;
    } else if (c === '"' || (c === '$' && next === '"')) {
      const read = readDouble(command, at + (c === '$' ? 2 : 1));
      if (read === null) return unclosed('"', at);
      if (read.expands) notes.push(NOT_EXPANDED);
      add(read.text, at);
      at = read.end;
    } else if (c === '\\') {
      const newline = /^\\\r?\n/.exec(command.slice(at, at + 3));
      if (!newline && next !== '') add(next, at);
      at += newline ? newline[0].length : 2;
    } else if (c === '\n' || c === ';' || c === '|' || (c === '&' && /^&(&|\s|$)/.test(command.slice(at, at + 2)))) {
      endWord();
      const rest = command.slice(at).replace(/^[\s;|&]+/, '');
      if (rest !== '' && words.length > 0) {
        ignored.push(firstLine(rest));
        break;
      }
      at += 1;
    } else if (/\s/.test(c)) {
      endWord();
      at += 1;
    } else if (c === '#' && text === null) {
      const end = command.indexOf('\n', at);
      at = end < 0 ? command.length : end;
    } else if (c === '>' || c === '<') {
      // The number of a stream belongs to the redirection: `2> /dev/null`.
      const stream: string = text !== null && /^\d+$/.test(text) ? text : '';
      if (stream !== '') text = null;
      endWord();
      const operator = /^[<>]+&?/.exec(command.slice(at))?.[0] ?? c;
      redirect = stream + operator;
      at += operator.length;
    } else {
      if (c === '&') notes.push(AMPERSAND);
      if (c === '`' || (c === '$' && /[A-Za-z_({]/.test(next))) notes.push(NOT_EXPANDED);
      add(c, at);
      at += 1;
    }
  }
  endWord();
  return wordsOf(words, ignored, notes);
}

const firstLine = (text: string): string => text.split('\n')[0]?.trim() ?? '';

function readSingle(command: string, from: number): { readonly text: string; readonly end: number } | null {
  const end = command.indexOf('\'', from);
  return end < 0 ? null : { text: command.slice(from, end), end: end + 1 };
}

/** Inside "…" a backslash escapes only `$`, a backtick, `"`, itself and a line end. */
function readDouble(command: string, from: number): { readonly text: string; readonly end: number; readonly expands: boolean } | null {
  let text = '';
  let expands = false;
  for (let at = from; at < command.length; at++) {
    const c = command.charAt(at);
    if (c === '"') return { text, end: at + 1, expands };
    if (c === '\\') {
      const escaped = /^\\(\r?\n|[$`"\\])/.exec(command.slice(at, at + 3))?.[1];
      if (escaped !== undefined) {
        if (!escaped.endsWith('\n')) text += escaped;
        at += escaped.length;
        continue;
      }
    } else if (c === '`' || (c === '$' && /[A-Za-z_({]/.test(command.charAt(at + 1)))) expands = true;
    text += c;
  }
  return null;
}
