export type HeaderPair = readonly [name: string, value: string];

/** Names and values of a flat header list, in its order. */
export function pairsOf(flat: readonly string[]): readonly HeaderPair[] {
  const pairs: HeaderPair[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([flat[at] ?? '', flat[at + 1] ?? '']);
  return pairs;
}
