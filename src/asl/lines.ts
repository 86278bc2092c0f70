/** Where an offset stands, both numbers starting at 1. Columns count UTF-16 code units, as Monaco does. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a text start; `\n`, `\r\n` and a lone `\r` end a line, as in Monaco. */
export type LineStarts = readonly number[];

function scanLineStarts(text: string): LineStarts {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

// Diagnostics ask for hundreds of positions in one text, one after the other: the last text's index is enough.
let last: { readonly text: string; readonly starts: LineStarts } = { text: '', starts: [0] };

export function lineStarts(text: string): LineStarts {
  if (last.text !== text) last = { text, starts: scanLineStarts(text) };
  return last.starts;
}

/** An offset outside the text is taken as its nearer end. */
export function lineColumn(text: string, offset: number): LineColumn {
  const starts = lineStarts(text);
  const at = Math.max(0, Math.min(offset, text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

export const lineOf = (text: string, offset: number): number => lineColumn(text, offset).line;

/** The inverse; a line or column outside the text is taken as the nearest inside. */
export function offsetAt(text: string, position: LineColumn): number {
  const starts = lineStarts(text);
  const line = Math.max(1, Math.min(position.line, starts.length));
  const start = starts[line - 1] ?? 0;
  const end = starts[line] ?? text.length;
  return Math.max(start, Math.min(start + position.column - 1, end));
}
