/**
 * A bare `${Name}` would end a plain text inside `{…}` or `[…]`. The parser is given a text of the same length in which each is a run of
 * one private character, and values get their spelling back.
 */
export interface Masked {
  readonly text: string;
  /** Puts the placeholders back that stand in the text from `from` on, in order. */
  readonly restore: (value: string, from: number, to: number) => string;
}

const PLACEHOLDER = /\$\{(?!%)[^{}"'\\#,[\]\r\n\t&*|>]*\}/g;
const FREE = ['\ue000', '\ue001', '\uf8fe', '\uf8ff'];

export function maskPlaceholders(text: string): Masked {
  const mark = FREE.find((candidate) => !text.includes(candidate));
  const found = mark === undefined || !text.includes('${') ? [] : [...text.matchAll(PLACEHOLDER)].filter(([whole]) => !/:\s/.test(whole));
  if (found.length === 0 || mark === undefined) return { text, restore: (value) => value };
  const parts: string[] = [];
  let at = 0;
  for (const match of found) {
    parts.push(text.slice(at, match.index), mark.repeat(match[0].length));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  const starts = found.map((match) => match.index);
  const restore = (value: string, from: number, to: number): string => {
    if (!value.includes(mark)) return value;
    const runs = found.slice(lowerBound(starts, from), lowerBound(starts, to)).map(([whole]) => whole);
    let rest = value;
    let restored = '';
    for (const run of runs) {
      const start = rest.indexOf(mark);
      if (start < 0) break;
      restored += rest.slice(0, start) + run;
      rest = rest.slice(start + run.length);
    }
    return restored + rest;
  };
  return { text: parts.join(''), restore };
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
