import type { Chain, Item, Layers } from './layers.ts';

/**
 * Edges into one target that have come to run side by side go on as one line: a join is one arrow, not a bundle. From the bottom
 * upwards, so that what is one line stays one to the end.
 */
export function joinPasses({ rows, chains }: Layers): void {
  const became = new Map<Item, Item>();
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    const kept: Item[] = [];
    for (const item of row) {
      const before = kept.at(-1);
      if (before && joins(before, item, became)) {
        became.set(item, before);
        before.up.push(...item.up.map((link) => ({ ...link, to: before })));
      } else {
        item.at = kept.length;
        kept.push(item);
      }
    }
    rows[i] = kept;
  }
  if (became.size === 0) return;
  relink(rows, chains, became);
}

const joins = (a: Item, b: Item, became: ReadonlyMap<Item, Item>): boolean => {
  if (a.into === undefined || a.into !== b.into || a.chip || b.chip) return false;
  const [under, other] = [a.down[0]?.to, b.down[0]?.to];
  return under !== undefined && other !== undefined && (became.get(under) ?? under) === (became.get(other) ?? other);
};

function relink(rows: readonly (readonly Item[])[], chains: readonly Chain[], became: ReadonlyMap<Item, Item>): void {
  const now = (item: Item): Item => became.get(item) ?? item;
  for (const chain of chains) chain.items = chain.items.map(now);
  for (const row of rows) {
    for (const item of row) {
      const seen = new Set<Item>();
      const down = item.down.map((link) => ({ ...link, from: item, to: now(link.to) })).filter((link) => item.box !== undefined || (!seen.has(link.to) && seen.add(link.to)));
      item.down.splice(0, item.down.length, ...down);
      item.up.length = 0;
    }
  }
  for (const row of rows) for (const item of row) for (const link of item.down) link.to.up.push(link);
}
