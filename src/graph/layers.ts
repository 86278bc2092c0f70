import type { ScopeBox, ScopeEdge } from './scopeTypes.ts';
import type { Skeleton } from './skeleton.ts';

/** Something with a place in a row: a box, a chip, or where a long edge passes. */
export interface Item {
  readonly box: ScopeBox | undefined;
  /** Of a chip or a pass: what may lie on each other leads to one target in one way. */
  readonly into: string | undefined;
  readonly chip: boolean;
  readonly row: number;
  /** Place in its row, from the left. */
  at: number;
  readonly half: number;
  /** Room that it wants to its neighbours, half of it on each side. */
  readonly margin: number;
  readonly up: Link[];
  readonly down: Link[];
  x: number;
}
/** A piece of an edge between neighbouring rows. */
export interface Link {
  readonly from: Item;
  readonly to: Item;
  readonly weight: number;
  readonly onSpine: boolean;
}
export interface Chain {
  readonly edge: ScopeEdge;
  /** From its source to its target, one in each row. */
  items: Item[];
}
export interface Layers {
  /** From the left. */
  readonly rows: Item[][];
  readonly chains: readonly Chain[];
  readonly boxes: readonly Item[];
  /** Which rows hold chips only. */
  readonly chipRows: ReadonlySet<number>;
}

const MARGIN = { box: 24, chip: 7, pass: 10 } as const;

/** Boxes in the rows of their rank, a row of chips below each rank that needs one, and a pass wherever an edge crosses a row. */
export function layersOf(skeleton: Skeleton): Layers {
  const { rowOf, count, chipRows } = rowsOf(skeleton);
  const rows: Item[][] = Array.from({ length: count }, () => []);
  const add = (item: Pick<Item, 'chip' | 'row' | 'half' | 'margin'> & Partial<Pick<Item, 'box' | 'into'>>): Item => {
    // Field by field: a spread makes objects that are slower to make and to read, and there are thousands.
    const { box, into, chip, row, half, margin } = item;
    const made: Item = { box, into, chip, row, at: 0, half, margin, up: [], down: [], x: 0 };
    rows[row]?.push(made);
    return made;
  };
  const byId = new Map<string, Item>();
  for (const box of skeleton.boxes) byId.set(box.id, add({ box, chip: false, row: rowOf(box.id), half: box.width / 2, margin: MARGIN.box }));
  const spine = new Map(skeleton.spine.map((id, i) => [id, i]));
  const taken = new Set<string>();
  const ghosts = new Set(skeleton.ghost);
  const chains = [...skeleton.column, ...skeleton.ghost].flatMap((edge): Chain[] => {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
    if (!source || !target) return [];
    const step = spine.get(edge.source);
    // Of two edges between the same states one is the main path.
    const onSpine = edge.kind !== 'catch' && step !== undefined && spine.get(edge.target) === step + 1 && !taken.has(edge.source);
    if (onSpine) taken.add(edge.source);
    const into = `${edge.target} ${ghosts.has(edge) ? edge.id : edge.kind === 'catch' ? 'catch' : 'path'}`;
    const items = [source];
    for (let row = source.row + 1; row < target.row; row += 1) {
      const chip = row === source.row + 1 && edge.label !== undefined && !ghosts.has(edge);
      items.push(add({ into, chip, row, half: chip ? (edge.label?.width ?? 0) / 2 : 2, margin: chip ? MARGIN.chip : MARGIN.pass }));
    }
    items.push(target);
    link(items, edge.kind === 'catch' ? 1 : 2, onSpine);
    return [{ edge, items }];
  });
  return { rows, chains: chains.filter((chain) => !ghosts.has(chain.edge)), boxes: [...byId.values()], chipRows };
}

function link(items: readonly Item[], weight: number, onSpine: boolean): void {
  for (let i = 1; i < items.length; i += 1) {
    const [from, to] = [items[i - 1], items[i]];
    if (!from || !to) continue;
    const made: Link = { from, to, weight, onSpine };
    from.down.push(made);
    to.up.push(made);
  }
}

function rowsOf({ rank, column }: Skeleton): { rowOf: (id: string) => number; count: number; chipRows: Set<number> } {
  const labelled = new Set(column.flatMap((edge) => (edge.label ? [rank.get(edge.source) ?? 0] : [])));
  const last = [...rank.values()].reduce((most, one) => Math.max(most, one), 0);
  const row: number[] = [];
  const chipRows = new Set<number>();
  let next = 0;
  for (let r = 0; r <= last; r += 1) {
    row.push(next);
    next += 1;
    if (!labelled.has(r)) continue;
    chipRows.add(next);
    next += 1;
  }
  return { rowOf: (id) => row[rank.get(id) ?? 0] ?? 0, count: next, chipRows };
}
