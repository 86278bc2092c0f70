/** What a key does to the text of a code field: a replacement of a range, and where the selection goes. */
export interface CodeEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: readonly [number, number];
}

const PAIRS: { readonly [open: string]: string } = { '{': '}', '[': ']', '"': '"' };
const INDENT = '  ';

/** Enter keeps the indentation, and opens a block between brackets. */
export function enterEdit(text: string, from: number, to: number): CodeEdit {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, from))?.[0] ?? '';
  const before = text.slice(lineStart, from).trimEnd().at(-1);
  const opens = before === '{' || before === '[';
  const closes = opens && text[to] === PAIRS[before];
  const inserted = `\n${indent}${opens ? INDENT : ''}`;
  const caret = from + inserted.length;
  return { from, to, text: closes ? `${inserted}\n${indent}` : inserted, select: [caret, caret] };
}

/** An opening bracket or quote brings its other half, around a selection too; typing the other half steps over it. */
export function pairEdit(text: string, from: number, to: number, key: string): CodeEdit | null {
  const next = text[to] ?? '';
  if (from === to && next === key && (key === '}' || key === ']' || key === '"')) return { from, to: from, text: '', select: [from + 1, from + 1] };
  const close = PAIRS[key];
  if (close === undefined) return null;
  if (from < to) return { from, to, text: `${key}${text.slice(from, to)}${close}`, select: [from + 1, to + 1] };
  const roomy = next === '' || /[\s}\],:]/.test(next);
  const quoteInWord = key === '"' && /[\w"\\]/.test(text[from - 1] ?? '');
  return roomy && !quoteInWord ? { from, to, text: `${key}${close}`, select: [from + 1, from + 1] } : null;
}

/** Backspace between the two halves of an empty pair takes both. */
export function backspaceEdit(text: string, from: number, to: number): CodeEdit | null {
  if (from !== to || from === 0) return null;
  const close = PAIRS[text[from - 1] ?? ''];
  return close !== undefined && text[from] === close ? { from: from - 1, to: from + 1, text: '', select: [from - 1, from - 1] } : null;
}

/** Mod+] and Mod+[ move whole lines, since Tab belongs to moving between controls. */
export function indentEdit(text: string, from: number, to: number, direction: 1 | -1): CodeEdit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const lines = text.slice(start, end).split('\n');
  const moved = lines.map((line) => (direction === 1 ? (line === '' ? line : INDENT + line) : line.replace(/^(?: {1,2}|\t)/, '')));
  const firstShift = (moved[0] ?? '').length - (lines[0] ?? '').length;
  const grown = moved.join('\n').length - (end - start);
  return { from: start, to: end, text: moved.join('\n'), select: [Math.max(start, from + firstShift), Math.max(start, to + grown)] };
}
