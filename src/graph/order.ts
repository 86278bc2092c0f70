import { crossingsBelow, crossingsOf, gainOfSwap } from './crossings.ts';
import type { Item, Layers } from './layers.ts';

/** Rounds of sorting, half of them downwards. Few: the first order is already that of the flow. */
const ROUNDS = { most: 8, least: 2 } as const;
/** Items times rounds: what a big scope may take, so that time grows with its size. */
const EFFORT = 24_000;
/** Rounds without a better order before giving up. */
const PATIENCE = 3;

/**
 * Who stands left of whom. It begins with the order in which the flow reads (a Choice's first rule leftmost, errors rightmost), so
 * that a picture without crossings is left as written; then barycentres and exchanges of neighbours, the best order being kept.
 */
export function orderRows({ rows, boxes }: Layers): void {
  firstOrder(rows, boxes);
  let least = crossingsOf(rows);
  let best = rows.map((row) => [...row]);
  let waited = 0;
  const items = rows.reduce((sum, row) => sum + row.length, 0);
  const rounds = Math.min(ROUNDS.most, Math.max(ROUNDS.least, Math.floor(EFFORT / items)));
  for (let round = 0; round < rounds && least > 0 && waited < PATIENCE; round += 1) {
    const down = round % 2 === 0;
    for (let i = 1; i < rows.length; i += 1) sortRow(rows[down ? i : rows.length - 1 - i] ?? [], down ? 'up' : 'down');
    exchange(rows, Math.ceil(rounds / 2));
    const now = crossingsOf(rows);
    waited += 1;
    if (now >= least) continue;
    least = now;
    best = rows.map((row) => [...row]);
    waited = 0;
  }
  best.forEach((row, i) => {
    rows[i]?.splice(0, row.length, ...row);
    number(row);
  });
}

function firstOrder(rows: Item[][], boxes: readonly Item[]): void {
  const seen = new Set<Item>();
  const placed = rows.map((): Item[] => []);
  for (const root of boxes) {
    const stack = [root];
    for (let item = stack.pop(); item; item = stack.pop()) {
      if (seen.has(item)) continue;
      seen.add(item);
      placed[item.row]?.push(item);
      for (let i = item.down.length - 1; i >= 0; i -= 1) {
        const to = item.down[i]?.to;
        if (to) stack.push(to);
      }
    }
  }
  placed.forEach((row, i) => {
    rows[i] = row;
    number(row);
  });
}

const number = (row: readonly Item[]): void => row.forEach((item, i) => void (item.at = i));

/** By the mean place of the neighbours on one side; what has none there keeps its place. */
function sortRow(row: Item[], side: 'up' | 'down'): void {
  if (row.length < 2) return;
  const keyed = row.flatMap((item) => {
    const links = item[side];
    if (links.length === 0) return [];
    return [{ item, key: links.reduce((sum, link) => sum + (side === 'up' ? link.from : link.to).at, 0) / links.length }];
  });
  keyed.sort((a, b) => a.key - b.key);
  let next = 0;
  row.forEach((item, i) => {
    if (item[side].length === 0) return;
    row[i] = keyed[next]?.item ?? item;
    next += 1;
  });
  number(row);
}

/** Neighbours change places where that saves crossings, until it does not, a bounded number of times. */
function exchange(rows: readonly Item[][], passes: number): void {
  for (let pass = 0; pass < passes; pass += 1) {
    let gained = 0;
    const crossed = rows.map((row, i) => row.length > 1 && crossingsBelow(row, rows[i + 1]?.length ?? 0) > 0);
    for (const [i, row] of rows.entries()) if (crossed[i] || crossed[i - 1]) gained += exchangeIn(row);
    if (gained === 0) return;
  }
}

function exchangeIn(row: Item[]): number {
  let gained = 0;
  let ends: [number[], number[]] | undefined;
  for (let i = 1; i < row.length; i += 1) {
    const [left, right] = [row[i - 1], row[i]];
    if (!left || !right) continue;
    const [a, b] = [ends ?? endsOf(left), endsOf(right)];
    const gain = gainOfSwap(a[0], b[0]) + gainOfSwap(a[1], b[1]);
    if (gain <= 0) {
      ends = b;
      continue;
    }
    ends = a;
    gained += gain;
    row[i - 1] = right;
    row[i] = left;
    right.at = i - 1;
    left.at = i;
  }
  return gained;
}

const endsOf = (item: Item): [number[], number[]] => [item.up.map((link) => link.from.at).sort(byNumber), item.down.map((link) => link.to.at).sort(byNumber)];
const byNumber = (a: number, b: number): number => a - b;
