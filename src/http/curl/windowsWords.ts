import type { Result } from '../../lib/Result.ts';
import { unclosed, wordsOf, type CurlProblem, type Word, type Words } from './words.ts';

/** A character with its place in the command; `escaped` ones have lost the shell's meaning. */
interface Char {
  readonly c: string;
  readonly offset: number;
}

/** cmd: carets first (as the shell does), then the quotes as the C runtime reads them. */
export function cmdWords(command: string): Result<Words, CurlProblem> {
  return wordsFrom(withoutCarets(command));
}

function withoutCarets(command: string): readonly Char[] {
  const chars: Char[] = [];
  let quoted = false;
  for (let at = 0; at < command.length; at++) {
    const c = command.charAt(at);
    if (c === '^' && !quoted) {
      const newline = /^\r?\n/.exec(command.slice(at + 1, at + 3))?.[0];
      // A line end after a caret continues the line; a second one right after is meant as one.
      const second = newline === undefined ? undefined : /^\r?\n/.exec(command.slice(at + 1 + newline.length, at + 3 + newline.length))?.[0];
      if (newline === undefined) {
        if (at + 1 < command.length) chars.push({ c: command.charAt(at + 1), offset: at + 1 });
        at += 1;
      } else {
        chars.push({ c: second === undefined ? ' ' : '\n', offset: at });
        at += newline.length + (second?.length ?? 0);
      }
    } else {
      if (c === '"') quoted = !quoted;
      chars.push({ c, offset: at });
    }
  }
  return chars;
}

function wordsFrom(chars: readonly Char[]): Result<Words, CurlProblem> {
  const words: Word[] = [];
  let text: string | null = null;
  let start = 0;
  let quoteAt = -1;
  const endWord = (): void => {
    if (text !== null) words.push({ text, offset: start });
    text = null;
  };
  for (let at = 0; at < chars.length; at++) {
    const { c, offset } = chars[at] ?? { c: '', offset: 0 };
    const next = chars[at + 1]?.c;
    if (quoteAt < 0 && /\s/.test(c)) {
      endWord();
      continue;
    }
    if (text === null) start = offset;
    text ??= '';
    if (c === '\\' && (next === '"' || (next === '\\' && quoteAt >= 0))) {
      text += next;
      at += 1;
    } else if (c === '"') quoteAt = quoteAt < 0 ? offset : -1;
    else text += c;
  }
  if (quoteAt >= 0) return unclosed('"', quoteAt);
  endWord();
  return wordsOf(words);
}

const BACKTICKED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0', a: '\x07', b: '\b', f: '\f', v: '\v' };

/** PowerShell: backtick escapes, '…' with '' inside, "…" with "" inside; `\"` is what Windows programs get to see as `"`. */
export function powerShellWords(command: string): Result<Words, CurlProblem> {
  const words: Word[] = [];
  let text: string | null = null;
  let start = 0;
  let quote: { readonly c: string; readonly offset: number } | null = null;
  const endWord = (): void => {
    if (text !== null) words.push({ text: text.replaceAll('\\"', '"'), offset: start });
    text = null;
  };
  for (let at = 0; at < command.length; at++) {
    const c = command.charAt(at);
    const next = command.charAt(at + 1);
    const continued = c === '`' && quote === null ? /^`[ \t]*\r?\n/.exec(command.slice(at))?.[0] : undefined;
    if (continued !== undefined || (quote === null && /\s/.test(c))) {
      endWord();
      at += (continued?.length ?? 1) - 1;
      continue;
    }
    if (text === null) start = at;
    text ??= '';
    if (c === '`' && quote?.c !== '\'') {
      text += quote === null ? next : (BACKTICKED[next] ?? next);
      at += 1;
    } else if (quote === null && (c === '"' || c === '\'')) quote = { c, offset: at };
    else if (quote !== null && c === quote.c && next === c) {
      text += c;
      at += 1;
    } else if (quote !== null && c === quote.c) quote = null;
    else text += c;
  }
  if (quote !== null) return unclosed(quote.c, quote.offset);
  endWord();
  return wordsOf(words);
}
