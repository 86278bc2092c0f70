import type { ScalarStyle } from './notes.ts';

/** Where a text is to stand. */
export interface TextPlace {
  readonly flow: boolean;
  /** How its neighbours are quoted; what cannot be written so is written so that it can. */
  readonly style: ScalarStyle;
  /** For what needs quotation marks. */
  readonly quotes: 'single' | 'double';
}

/** Read as something else by YAML 1.2 or 1.1, or by the many readers in between. */
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i;
const NUMBERS = /^[-+]?(?:\.?\d[\d_a-fxoA-FXO.:,+\-eETtZz ]*|\.(?:inf|nan))$/i;
const INDICATORS = /^[,[\]{}#&*!|>'"%@`]/;
const SEPARATORS = /^[-?:](?:\s|$)|:(?:\s|$)|\s#|^(?:---|\.\.\.)/;
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const PLACEHOLDER = /^\$\{[^{}"'\\#,[\]\r\n\t&*|>:]*\}$/;

export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text);

/** Whether every reader takes these characters for this text. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || text.trim() !== text || !isPrintable(text)) return false;
  if (WORDS.test(text) || NUMBERS.test(text) || INDICATORS.test(text) || SEPARATORS.test(text)) return false;
  if (!flow) return true;
  return !/[,[\]{}]|^[-?:]|:/.test(text);
}

const double = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text on one line. */
export function spellText(text: string, { flow, style, quotes }: TextPlace): string {
  if (style !== 'single' && style !== 'double' && isPlainSafe(text, flow)) return text;
  if (style !== 'single' && style !== 'double' && !flow && PLACEHOLDER.test(text)) return text;
  if (!isPrintable(text)) return double(text);
  const wanted = style === 'single' || style === 'double' ? style : quotes;
  // What is full of the one kind reads better in the other.
  if (style !== 'double' && wanted === 'double' && /["\\]/.test(text) && !text.includes("'")) return single(text);
  return wanted === 'single' ? single(text) : double(text);
}

/** Whether a text can stand as a block (`|`): several lines, and nothing that a block would lose. */
export function isBlockSafe(text: string): boolean {
  if (text.trim() === '' || /^[\s\ufeff]/.test(text) || text.endsWith('\n\n')) return false;
  if (/^[ \t]+$/m.test(text)) return false;
  return isPrintable(text.replaceAll('\n', '').replaceAll('\t', ''));
}

/** `|` with the lines below it. */
export function spellBlock(text: string, indent: string, eol: string, comment: string): string {
  const ended = text.endsWith('\n');
  const lines = (ended ? text.slice(0, -1) : text).split('\n');
  return `${ended ? '|' : '|-'}${comment}${lines.map((line) => eol + (line === '' ? '' : indent + line)).join('')}`;
}
