import type { RankedBox, Ranking } from './scopeTypes.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
  /** The box it belongs to; a line or a chip has none. */
  readonly box?: string;
  /** The edge whose chip it is, while that may still move. */
  readonly edge?: string;
}

/** A line is no wider than this; a chip is. */
const THIN = 8;

/** What stands in each row, left to right being x: for finding room beside and between. */
export class Rows {
  private readonly spans: Span[][];
  private readonly used = new Map<string, number[]>();
  readonly boxes: ReadonlyMap<string, RankedBox>;
  readonly count: number;

  constructor(ranking: Ranking) {
    this.count = ranking.rows;
    this.spans = Array.from({ length: ranking.rows }, () => []);
    this.boxes = new Map(ranking.boxes.map((box) => [box.id, box]));
    for (const box of ranking.boxes) this.occupy(box.row, { from: box.cx - box.width / 2, to: box.cx + box.width / 2, box: box.id });
  }

  /** Every end of an edge is a box of the scope; the projection makes sure of that. */
  box(id: string): RankedBox {
    const box = this.boxes.get(id);
    if (!box) throw new Error(`No box ${id} in this scope`);
    return box;
  }

  occupy(row: number, span: Span): void {
    this.spans[row]?.push(span);
  }

  /** Takes away what was kept for an edge before its way was known. */
  release(row: number, edge: string): void {
    const spans = this.spans[row];
    if (spans) this.spans[row] = spans.filter((span) => span.edge !== edge);
  }

  /** No box of the row but `except` touches the stretch. */
  clearOfBoxes(row: number, from: number, to: number, except: string): boolean {
    return !(this.spans[row] ?? []).some((span) => span.box !== undefined && span.box !== except && span.from < to && span.to > from);
  }

  /** Nothing at all stands at `x`, give or take `margin`. */
  clearAt(row: number, x: number, margin: number, except?: string): boolean {
    return !(this.spans[row] ?? []).some((span) => (span.box === undefined || span.box !== except) && span.from < x + margin && span.to > x - margin);
  }

  hasBoxes(row: number): boolean {
    return (this.spans[row] ?? []).some((span) => span.box !== undefined);
  }

  /** The first place at or beyond `from`, away from the box, where `width` of chips lies on no other chip. */
  roomForChips(row: number, from: number, side: Side, width: number): number {
    const sign = side === 'right' ? 1 : -1;
    const chips = (this.spans[row] ?? []).filter((span) => span.box === undefined && span.to - span.from > THIN);
    let start = from;
    for (let tries = 0; tries <= chips.length; tries += 1) {
      const [low, high] = sign > 0 ? [start, start + width] : [start - width, start];
      const inTheWay = chips.find((span) => span.from < high && span.to > low);
      if (!inTheWay) break;
      start = sign > 0 ? inTheWay.to + 8 : inTheWay.from - 8;
    }
    return start;
  }

  /** Outermost x of the rows `from` to `to`, on one side. */
  extent(from: number, to: number, side: Side): number {
    let most = -Infinity;
    for (let row = Math.max(0, from); row <= Math.min(to, this.count - 1); row += 1) {
      for (const span of this.spans[row] ?? []) most = Math.max(most, side === 'right' ? span.to : -span.from);
    }
    return side === 'right' ? most : -most;
  }

  /** A height on a box's side that no other line uses, as distance from the middle; chips on three of them do not touch. */
  port(id: string, side: Side): number {
    const key = `${side}${id}`;
    const taken = this.used.get(key) ?? [];
    const free = [0, 22, -22, 11, -11].find((dy) => !taken.includes(dy)) ?? 0;
    this.used.set(key, [...taken, free]);
    return free;
  }

  /** Takes the middle of a side, shared by the exits of one Choice. */
  takeMiddle(id: string, side: Side): void {
    const key = `${side}${id}`;
    if (!this.used.get(key)?.includes(0)) this.used.set(key, [...(this.used.get(key) ?? []), 0]);
  }
}

export type Side = 'left' | 'right';

export const edgeOf = (box: RankedBox, side: Side): number => box.cx + (side === 'right' ? box.width / 2 : -box.width / 2);
