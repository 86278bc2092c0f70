import { lineOf } from '../lines.ts';
import type { ParseProblem } from '../tree.ts';

/**
 * Codes after which brackets no longer pair as the writer meant them: everything between the two ends may belong to another
 * parent, so containers in there are not edited (see `isIntact`).
 */
export const UNCLOSED_CODES: ReadonlySet<string> = new Set(['unclosed-object', 'unclosed-array', 'unclosed-comment']);
export const EXTRA_CLOSER = 'extra-closer';

const SENTENCES = {
  empty: () => 'The document is empty: paste a state machine here, or drag a first state onto the canvas.',
  comment: (line: number) => `Line ${line} has a comment. It is kept while you edit and left out on export, since AWS takes strict JSON.`,
  'byte-order-mark': () => 'The text begins with a byte order mark; save the file without it if AWS refuses it.',
  'trailing-comma': (line: number) => `The comma on line ${line} has nothing after it. AWS refuses it; it is left out on export.`,
  placeholder: (line: number, what: string) => `${what} on line ${line} is filled in by a deployment tool. AWS itself does not take it.`,
  'duplicate-key': (line: number, what: string) => `${what} on line ${line} stands twice in the same object, and only the last one counts. Remove or rename one.`,
  'control-character': (line: number) => `The text on line ${line} holds a raw control character. Write it as an escape such as \\t.`,
  'lone-surrogate': (line: number) => `The text on line ${line} holds half of a character pair, which no file can hold. Type the character again.`,
  'unclosed-comment': (line: number) => `The comment that starts on line ${line} is never closed. End it with */.`,
  'unclosed-object': (line: number) => `The { on line ${line} is never closed. Add the missing }.`,
  'unclosed-array': (line: number) => `The [ on line ${line} is never closed. Add the missing ].`,
  'unclosed-string': (line: number) => `The text on line ${line} has no closing quotation mark. Add it at the end of the text.`,
  [EXTRA_CLOSER]: (line: number, what: string) => `The ${what} on line ${line} closes nothing. Remove it, or add the bracket that it should close.`,
  'extra-content': (line: number) => `The document ends before line ${line}; what follows there is not part of it. Remove it.`,
  'missing-comma': (line: number) => `A comma is missing at the end of line ${line}. Add it between the two entries.`,
  'extra-comma': (line: number) => `The comma on line ${line} has nothing before it. Remove it.`,
  'missing-colon': (line: number, what: string) => `A colon is missing after ${what} on line ${line}.`,
  'missing-value': (line: number, what: string) => `${what} on line ${line} has no value. Write one after the colon.`,
  'bad-key': (line: number, what: string) => `${what} on line ${line} stands where a name in quotation marks is expected.`,
  'bad-value': (line: number, what: string) => `“${what}” on line ${line} is not a JSON value. Texts stand in double quotation marks.`,
  'bad-number': (line: number, what: string) => `${what} on line ${line} is not a complete number.`,
  'bad-escape': (line: number) => `The text on line ${line} has a \\ that JSON does not know. Write \\\\ for a backslash.`,
  'too-deep': (line: number, what: string) => `Line ${line} nests deeper than ${what} levels, more than AWS reads. Take some of the nesting out.`,
  'too-many': (line: number) => `From line ${line} on, nothing could be read: too much of this text is not JSON.`,
} satisfies Record<string, (line: number, what: string) => string>;

export type ProblemCode = keyof typeof SENTENCES;

const HARMLESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'comment', 'byte-order-mark', 'trailing-comma', 'placeholder', 'duplicate-key', 'control-character', 'lone-surrogate',
]);

export function problemOf(text: string, code: ProblemCode, offset: number, length: number, what = ''): ParseProblem {
  return { code, offset, length, fatal: !HARMLESS.has(code), message: SENTENCES[code](lineOf(text, offset), what) };
}

/** A snippet of the document inside a sentence: short, on one line, without invisible characters. */
export function quoted(snippet: string): string {
  const short = snippet.length > 40 ? `${snippet.slice(0, 39)}…` : snippet;
  return short.replace(/[\p{Cc}\p{Cs}\p{Cf}]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
