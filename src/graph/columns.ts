import { blocksOf, type Block } from './blocks.ts';
import type { Item, Layers } from './layers.ts';

interface Side {
  readonly block: Block;
  readonly distance: number;
}
/** A block among the others. */
interface Place {
  readonly block: Block;
  readonly left: Side[];
  readonly right: Side[];
  readonly pulls: { readonly to: Block; readonly weight: number }[];
}

const ROUNDS = 10;

/** Gives every item its x. The main path stands at 0; whatever is beside it comes as near to its neighbours as the others let it. */
export function placeColumns(layers: Layers): void {
  const blocks = blocksOf(layers);
  const places = inOrder(neighbours(layers, blocks));
  const spine = blocks.find((block) => block.spine) ?? blocks[0];
  if (!spine) return;
  spread(places, spine);
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = round % 2 === 0 ? pull(places.toReversed(), spine, 'right') : pull(places, spine, 'left');
    if (moved === 0 && round > 0) break;
  }
  for (const block of blocks) for (const item of block.items) item.x = block.x;
}

function neighbours({ rows }: Layers, blocks: readonly Block[]): Place[] {
  const blockOf = new Map<Item, Place>();
  const places = blocks.map((block): Place => ({ block, left: [], right: [], pulls: [] }));
  for (const place of places) for (const item of place.block.items) blockOf.set(item, place);
  for (const row of rows) {
    for (let i = 1; i < row.length; i += 1) {
      const [a, b] = [row[i - 1], row[i]];
      const [before, after] = [a && blockOf.get(a), b && blockOf.get(b)];
      if (!a || !b || !before || !after) continue;
      const distance = a.half + a.margin + b.margin + b.half;
      before.right.push({ block: after.block, distance });
      after.left.push({ block: before.block, distance });
    }
    for (const item of row) {
      const from = blockOf.get(item);
      for (const link of item.down) {
        const to = blockOf.get(link.to);
        if (!from || !to || from === to) continue;
        from.pulls.push({ to: to.block, weight: link.weight });
        to.pulls.push({ to: from.block, weight: link.weight });
      }
    }
  }
  return places;
}

/** Left ones before right ones. Straight pieces do not cross, so nothing stands left and right of the same. */
function inOrder(places: readonly Place[]): Place[] {
  const of = new Map(places.map((place) => [place.block, place]));
  const waits = new Map(places.map((place) => [place, place.left.length]));
  const ready = places.filter((place) => place.left.length === 0);
  for (const place of ready) {
    for (const { block } of place.right) {
      const next = of.get(block);
      if (!next) continue;
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return ready;
}

/** Halfway between all pushed left and all pushed right, seen from the main path: room everywhere, and a legal beginning. */
function spread(places: readonly Place[], spine: Block): void {
  for (const place of places) place.block.x = place.left.reduce((x, { block, distance }) => Math.max(x, block.x + distance), 0);
  const leftmost = new Map(places.map(({ block }) => [block, block.x]));
  for (const place of places.toReversed()) place.block.x = place.right.reduce((x, { block, distance }) => Math.min(x, block.x - distance), 0);
  const [low, high] = [leftmost.get(spine) ?? 0, spine.x];
  for (const { block } of places) block.x = Math.round(((leftmost.get(block) ?? 0) - low + block.x - high) / 2);
  spine.x = 0;
}

/** Each block goes towards its neighbours, as far as the one on that side lets it; the outermost goes first and makes room. */
function pull(places: readonly Place[], spine: Block, side: 'left' | 'right'): number {
  let moved = 0;
  for (const { block, left, right, pulls } of places) {
    if (block === spine || pulls.length === 0) continue;
    const wanted = between(pulls);
    if (side === 'right' ? wanted <= block.x : wanted >= block.x) continue;
    const x =
      side === 'right'
        ? right.reduce((least, other) => Math.min(least, other.block.x - other.distance), wanted)
        : left.reduce((most, other) => Math.max(most, other.block.x + other.distance), wanted);
    if (side === 'right' ? x <= block.x : x >= block.x) continue;
    moved += 1;
    block.x = x;
  }
  return moved;
}

/** The weighted median of the neighbours; between two that pull alike, the one nearer to the main path. */
function between(pulls: Place['pulls']): number {
  const sorted = pulls.map(({ to, weight }) => ({ x: to.x, weight })).sort((a, b) => a.x - b.x);
  const half = sorted.reduce((sum, one) => sum + one.weight, 0) / 2;
  let sum = 0;
  for (const [i, one] of sorted.entries()) {
    sum += one.weight;
    if (sum < half) continue;
    const next = sorted[i + 1];
    return sum === half && next && Math.abs(next.x) < Math.abs(one.x) ? next.x : one.x;
  }
  return sorted.at(-1)?.x ?? 0;
}
