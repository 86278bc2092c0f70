import type { OutlineItem } from './outlineOf.ts';

/** A line as the tree shows it. */
export interface Row {
  readonly item: OutlineItem;
  /** From 1, as aria-level counts. */
  readonly level: number;
  readonly parent: string | null;
  readonly position: number;
  readonly siblings: number;
  /** Undefined where there is nothing to open. */
  readonly open: boolean | undefined;
}

/** The lines that are not inside a closed one, from top to bottom. Without recursion: containers nest as deep as they like. */
export function rowsOf(items: readonly OutlineItem[], closed: ReadonlySet<string>): readonly Row[] {
  const rows: Row[] = [];
  const stack = level(items, 1, null).toReversed();
  for (let next = stack.pop(); next; next = stack.pop()) {
    const open = next.item.children.length > 0 ? !closed.has(next.item.id) : undefined;
    rows.push({ ...next, open });
    if (open === true) stack.push(...level(next.item.children, next.level + 1, next.item.id).toReversed());
  }
  return rows;
}

const level = (items: readonly OutlineItem[], depth: number, parent: string | null): Omit<Row, 'open'>[] =>
  items.map((item, i) => ({ item, level: depth, parent, position: i + 1, siblings: items.length }));

/** What a key makes of the tree: another active line, a line opened or closed. */
export type Move = { readonly to: string } | { readonly toggle: string } | null;

/** Arrows, Home and End as the tree pattern of ARIA has them. */
export function moveBy(key: string, rows: readonly Row[], active: string | null): Move {
  const at = Math.max(0, rows.findIndex((row) => row.item.id === active));
  const row = rows[at];
  const to = (target: Row | undefined): Move => (target ? { to: target.item.id } : null);
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1]);
    case 'ArrowUp':
      return to(rows[at - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows.at(-1));
    case 'ArrowRight':
      return row?.open === false ? { toggle: row.item.id } : row?.open === true ? to(rows[at + 1]) : null;
    case 'ArrowLeft':
      if (row?.open === true) return { toggle: row.item.id };
      return row?.parent != null ? { to: row.parent } : null;
    default:
      return null;
  }
}

/** The next line whose name begins with what was typed, from the active one on and round; one letter goes past it. */
export function typedAhead(rows: readonly Row[], active: string | null, typed: string): string | null {
  const at = Math.max(0, rows.findIndex((row) => row.item.id === active));
  const from = typed.length === 1 ? at + 1 : at;
  const wanted = typed.toLowerCase();
  const round = [...rows.slice(from), ...rows.slice(0, from)];
  return round.find((row) => row.item.name.toLowerCase().startsWith(wanted))?.item.id ?? null;
}
