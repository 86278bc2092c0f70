import type { Item } from './layers.ts';

/** Crossings between a row and the one below it: pairs of links whose ends stand the other way round. Counted in a Fenwick tree. */
export function crossingsBelow(row: readonly Item[], widthBelow: number): number {
  const tree = new Int32Array(widthBelow + 1);
  let total = 0;
  let seen = 0;
  for (const item of row) {
    const ends = item.down.map((link) => link.to.at);
    for (const at of ends) {
      let notRight = 0;
      for (let i = at + 1; i > 0; i -= i & -i) notRight += tree[i] ?? 0;
      total += seen - notRight;
    }
    for (const at of ends) for (let i = at + 1; i <= widthBelow; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
    seen += ends.length;
  }
  return total;
}

export const crossingsOf = (rows: readonly (readonly Item[])[]): number =>
  rows.reduce((sum, row, i) => sum + crossingsBelow(row, rows[i + 1]?.length ?? 0), 0);

/** How many crossings two neighbours have as they stand, less how many they would have the other way round. Lists are sorted. */
export function gainOfSwap(left: readonly number[], right: readonly number[]): number {
  let gain = 0;
  let less = 0;
  let same = 0;
  for (const at of left) {
    while (less < right.length && (right[less] ?? 0) < at) less += 1;
    same = less;
    while (same < right.length && right[same] === at) same += 1;
    gain += less - (right.length - same);
  }
  return gain;
}
