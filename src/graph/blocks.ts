import type { Item, Layers, Link } from './layers.ts';

/** Items that stand exactly above each other; they move together. */
export interface Block {
  readonly items: Item[];
  readonly spine: boolean;
  x: number;
}

/**
 * What is to be straight: the main path above all, then long edges, then one edge up and one edge down of each box, the middle
 * ones first. As in Brandes and Köpf's alignment no two straight pieces cross, so the blocks can be set beside each other.
 */
export function blocksOf({ rows }: Layers): Block[] {
  const accepted = new Accepted();
  const links = rows.flatMap((row) => row.flatMap((item) => item.down));
  const ranked = links.map((link) => ({ link, first: importance(link), cost: fromMiddle(link.from.down, link) + fromMiddle(link.to.up, link) }));
  ranked.sort((a, b) => b.first - a.first || a.cost - b.cost || a.link.from.row - b.link.from.row || a.link.from.at - b.link.from.at || a.link.to.at - b.link.to.at);
  for (const { link } of ranked) accepted.offer(link);
  return rows.flatMap((row) => row.flatMap((item) => (accepted.above.has(item) ? [] : [blockFrom(item, accepted.below)])));
}

function importance({ from, to, onSpine, weight }: Link): number {
  if (onSpine) return 4;
  if (!from.box && !to.box) return 3;
  // A chip stands right above what it leads to, and its line bends once, beside the Choice.
  if (from.chip && weight > 1) return 2;
  return weight > 1 ? 1 : 0;
}

/** 0 for the middle one of an odd number, else for the left one of the middle two. */
const fromMiddle = (links: readonly Link[], link: Link): number => {
  const place = links.indexOf(link);
  const middle = (links.length - 1) / 2;
  return place <= middle ? middle - place : place - middle + 0.1;
};

class Accepted {
  readonly above = new Map<Item, Item>();
  readonly below = new Map<Item, Item>();
  private readonly gaps = new Map<number, Link[]>();

  offer(link: Link): void {
    const { from, to } = link;
    if (this.below.has(from) || this.above.has(to)) return;
    const gap = this.gaps.get(from.row) ?? [];
    this.gaps.set(from.row, gap);
    let [low, high] = [0, gap.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((gap[middle]?.from.at ?? 0) < from.at) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [gap[low - 1], gap[low]];
    if ((before && before.to.at > to.at) || (after && after.to.at < to.at)) return;
    gap.splice(low, 0, link);
    this.below.set(from, to);
    this.above.set(to, from);
  }
}

function blockFrom(top: Item, below: ReadonlyMap<Item, Item>): Block {
  const items = [top];
  for (let next = below.get(top); next; next = below.get(next)) items.push(next);
  return { items, spine: items.some((item) => item.down.some((link) => link.onSpine) || item.up.some((link) => link.onSpine)), x: 0 };
}
