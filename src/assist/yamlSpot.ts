import { lineColumn } from '../asl/lines.ts';
import type { Segment } from '../asl/pointer.ts';
import type { Tree } from '../asl/tree.ts';
import type { Spot } from './Spot.ts';

/** A line, taken apart: the columns of its dashes, and the member that begins behind them. */
interface Line {
  readonly dashes: readonly number[];
  readonly indent: number;
  /** Where the content begins, behind indentation and dashes. */
  readonly column: number;
  /** Without a comment. */
  readonly content: string;
  readonly key: string | null;
  /** Of the key as written, up to the colon. */
  readonly keyLength: number;
  /** Behind the colon, or the content where there is none. */
  readonly value: string;
  readonly valueColumn: number;
}

const KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s"'[\]{}#&*!|>%@`,](?:.*?[^\s])??))\s*:(?=\s|$)/;
const COMMENT = /(?:^|\s)#.*$/;
/** Lists whose items are objects: behind the dash a name is about to stand, elsewhere a value. */
const OF_OBJECTS: ReadonlySet<Segment> = new Set(['Choices', 'And', 'Or', 'Retry', 'Catch', 'Branches']);

/**
 * The spot at a caret in block YAML, read from the lines above by their indentation, so that half-typed text is no obstacle. Null where
 * nothing can be completed: in a comment, in a block text, in `{…}`.
 */
export function yamlSpot({ text }: Tree, caret: number): Spot | null {
  const lines = text.slice(0, caret).split('\n');
  const end = text.indexOf('\n', caret);
  const whole = (lines.pop() ?? '') + text.slice(caret, end < 0 ? text.length : end).replace(/\r$/, '');
  const column = lineColumn(text, caret).column - 1;
  if (/^\s*\t/.test(whole) || commentBegins(whole) < column) return null;
  const line = takenApart(whole);
  // Right behind a colon a value would be taken for part of the name.
  if (line.key !== null && line.value === '' && text[caret - 1] === ':') return null;
  // On a blank line the caret says how deep.
  const isBlank = whole.trim() === '';
  const at = isBlank ? column : line.column;
  const way = wayAbove(lines, line.dashes, at);
  if (!way || (column < at && !isBlank)) return null;
  const start = caret - column;
  const nested = isBlank ? 0 : at - line.indent;
  const value = { text: line.value, from: start + line.valueColumn, caret, nested };
  if (line.key !== null && column > line.column + line.keyLength) return valueSpot(way, line.key, value);
  const index = way.at(-1);
  if (line.key === null && typeof index === 'number' && !OF_OBJECTS.has(way.at(-2) ?? '')) return valueSpot(way.slice(0, -1), index, value);
  return keySpot(way, line, { from: start + at, caret, nested });
}

const commentBegins = (line: string): number => {
  const outside = line.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, (quoted) => 'x'.repeat(quoted.length));
  const found = COMMENT.exec(outside);
  return found ? found.index + (outside[found.index] === '#' ? 0 : 1) : Number.POSITIVE_INFINITY;
};

function takenApart(line: string): Line {
  const dashes: number[] = [];
  const indent = line.length - line.trimStart().length;
  let column = indent;
  for (let dash = /^-(\s+|$)/.exec(line.slice(column)); dash; dash = /^-(\s+|$)/.exec(line.slice(column))) {
    dashes.push(column);
    column += dash[0].length;
  }
  const content = line.slice(column, Math.max(column, Math.min(line.length, commentBegins(line)))).trimEnd();
  const key = KEY.exec(content);
  const colon = key?.[0].length ?? 0;
  const value = content.slice(colon);
  return {
    dashes, indent, column, content, key: key ? (key[1] ?? key[2]?.replaceAll("''", "'") ?? key[3] ?? '') : null,
    keyLength: Math.max(0, colon - 1), value: value.trim(), valueColumn: column + colon + value.length - value.trimStart().length,
  };
}

/** From the root to what the column stands in; null below a member that has a value already. */
function wayAbove(lines: readonly string[], dashes: readonly number[], column: number): readonly Segment[] | null {
  const way: Segment[] = [];
  let left = column;
  /** The list whose earlier items are counted, by the column of its dashes. */
  let list: number | null = null;
  const enter = (columns: readonly number[]): void => {
    for (const dash of columns.toReversed()) {
      if (dash >= left) continue;
      way.unshift(0);
      list = dash;
      // The member that holds a list may stand in the same column as its dashes.
      left = dash + 1;
    }
  };
  enter(dashes);
  for (let at = lines.length - 1; at >= 0 && left > 0; at -= 1) {
    const text = (lines[at] ?? '').replace(/\r$/, '');
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const line = takenApart(text);
    if (list !== null && line.dashes.includes(list)) way[0] = Number(way[0]) + 1;
    else if (line.column < left) {
      if (line.key === null || !/^(?:[&!]\S*)?$/.test(line.value)) return null;
      way.unshift(line.key);
      left = line.column;
      list = null;
      enter(line.dashes);
    } else if (list === null) enter(line.dashes);
  }
  return way;
}

interface Written {
  /** The value as it stands, without a comment behind it. */
  readonly text: string;
  readonly from: number;
  readonly caret: number;
  /** Columns from the line's indentation to what stands behind its dashes. */
  readonly nested: number;
}

const PLAIN = { hasValue: false, commaAt: null, commaAfter: false } as const;

/** A value behind its name; inside a list on one line, its item. */
function valueSpot(way: readonly Segment[], key: Segment, written: Written): Spot | null {
  const { text, from, caret } = written;
  if (/^[|>{&*!]/.test(text) && !text.startsWith('{%')) return null;
  if (!text.startsWith('[')) return scalarSpot(way, key, written);
  const before = text.slice(1, Math.max(1, caret - from));
  if (caret <= from || /[[\]{}]/.test(before.replaceAll(/"[^"]*"?|'[^']*'?/g, ''))) return null;
  const items = before.replaceAll(/"[^"]*"?|'[^']*'?/g, (quoted) => 'x'.repeat(quoted.length)).split(',');
  const start = 1 + before.length - (items.at(-1) ?? '').trimStart().length;
  const item = /^(?:"[^"]*"?|'[^']*'?|[^,\]]*)/.exec(text.slice(start))?.[0].trimEnd() ?? '';
  return scalarSpot([...way, key], items.length - 1, { ...written, text: item, from: from + start });
}

function scalarSpot(way: readonly Segment[], key: Segment, { text, caret, nested, ...written }: Written): Spot | null {
  // Blanks behind a colon are no part of the value.
  const from = text === '' ? caret : written.from;
  const quote = /^["']/.exec(text)?.[0] ?? '';
  const closed = quote !== '' && text.length > 1 && text.endsWith(quote);
  const start = Math.min(from, caret) + quote.length;
  const end = Math.max(caret, from + text.length);
  // Behind the closing quote.
  if (closed && caret >= from + text.length) return null;
  return {
    ...PLAIN, slot: 'value', way, key, nested,
    token: { offset: Math.min(from, caret), length: text === '' ? 0 : end - from },
    before: decoded(text.slice(quote.length, Math.max(quote.length, caret - from)), quote),
    after: closed ? decoded(text.slice(Math.max(quote.length, caret - from), -1), quote) : '',
    quoted: quote !== '', ...(quote === "'" && { single: true as const }), start,
  };
}

function keySpot(way: readonly Segment[], { key, content, keyLength }: Line, { from, caret, nested }: Omit<Written, 'text'>): Spot {
  const hasValue = key !== null;
  const written = hasValue ? content.slice(0, keyLength) : content;
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const typed = Math.max(quote.length, caret - from);
  return {
    ...PLAIN, slot: 'key', way, key: null, nested, token: { offset: from, length: written.length },
    before: decoded(written.slice(quote.length, typed), quote), after: hasValue ? written.slice(typed) : '',
    quoted: quote !== '', ...(quote === "'" && { single: true as const }), start: from + quote.length, hasValue,
  };
}

function decoded(raw: string, quote: string): string {
  if (quote === "'") return raw.replaceAll("''", "'");
  if (quote === '' || !raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}
