import { quoted } from '../json/problems.ts';
import { lineOf } from '../lines.ts';
import type { ParseProblem } from '../tree.ts';

const SENTENCES = {
  empty: () => 'The document is empty: paste a state machine here, or drag a first state onto the canvas.',
  'duplicate-key': (line: number, what: string) => `${what} on line ${line} stands twice in the same object, and only the last one counts. Remove or rename one.`,
  placeholder: (line: number, what: string) => `${what} on line ${line} is filled in by a deployment tool. AWS itself does not take it.`,
  'unknown-tag': (line: number, what: string) => `The tag ${what} on line ${line} is not one that CloudFormation knows. Its value is kept as it is.`,
  'several-documents': (line: number) => `A second document begins on line ${line}. A definition is one document: remove the --- or what follows it.`,
  'too-deep': (line: number, what: string) => `Line ${line} nests deeper than ${what} levels, more than AWS reads. Take some of the nesting out.`,
  'alias-bomb': (line: number, what: string) => `The aliases up to line ${line} stand for more than ${what} values. Write some of them out.`,
  'alias-unknown': (line: number, what: string) => `${what} on line ${line} repeats something that has no anchor before it. Name the anchor with & where the value stands.`,
  'alias-cycle': (line: number, what: string) => `${what} on line ${line} stands inside the value that it repeats. Write the value out.`,
  'bad-key': (line: number) => `The name on line ${line} is no single text. Write it in quotation marks.`,
  'bad-merge': (line: number) => `The merge key << on line ${line} wants an object, or an alias of one.`,
  'bad-number': (line: number, what: string) => `${what} on line ${line} is not a number that JSON can hold. Put it in quotation marks or write a number.`,
  'tab-indent': (line: number) => `Line ${line} is indented with a tab, which YAML does not take. Use spaces.`,
  'bad-indent': (line: number) => `The indentation of line ${line} fits nothing around it. Align it with its neighbours.`,
  'bad-start': (line: number, what: string) => `The text on line ${line} begins with ${what}, which YAML keeps for itself. Put the text in quotation marks.`,
  'nested-map': (line: number) => `Line ${line} holds a second “: ” or continues over several lines. Put the text in quotation marks, or correct the indentation.`,
  'missing-character': (line: number) => `Something is missing on line ${line}: a quotation mark, a bracket, a colon or a comma.`,
  'bad-escape': (line: number) => `The text on line ${line} has a \\ that YAML does not know. Write \\\\ for a backslash.`,
  unreadable: (line: number, what: string) => `Line ${line} cannot be read: ${what}.`,
} satisfies Record<string, (line: number, what: string) => string>;

export type ProblemCode = keyof typeof SENTENCES;

const HARMLESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['duplicate-key', 'placeholder', 'unknown-tag']);

export function problemOf(text: string, code: ProblemCode, offset: number, length: number, what = ''): ParseProblem {
  return { code, offset, length, fatal: !HARMLESS.has(code), message: SENTENCES[code](lineOf(text, offset), what) };
}

/** The library's codes in our words; those that are not here say what the library says. */
const CODES: { readonly [code: string]: ProblemCode } = {
  TAB_AS_INDENT: 'tab-indent',
  BAD_INDENT: 'bad-indent',
  BAD_SCALAR_START: 'bad-start',
  BLOCK_AS_IMPLICIT_KEY: 'nested-map',
  MULTILINE_IMPLICIT_KEY: 'nested-map',
  MISSING_CHAR: 'missing-character',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_ALIAS: 'alias-unknown',
};

export function problemFrom(text: string, error: { readonly code: string; readonly pos: readonly [number, number]; readonly message: string }): ParseProblem {
  const offset = Math.max(0, Math.min(error.pos[0], text.length));
  const length = Math.max(0, Math.min(error.pos[1], text.length) - offset);
  const code = CODES[error.code] ?? 'unreadable';
  const first = error.message.split('\n', 1)[0] ?? '';
  const what = code === 'unreadable' ? first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '') : quoted(text.slice(offset, offset + Math.max(1, length)));
  return problemOf(text, code, offset, length, what);
}
