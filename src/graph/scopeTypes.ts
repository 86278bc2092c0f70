import type { EdgeKind } from './types.ts';

/** One scope as layout sees it: boxes of known size, and edges between them. Everything inside a container is one box here. */
export interface ScopeBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Lower part of the height that is not the card: the stub to an end dot. */
  readonly foot?: number;
  /** A run that comes here has failed. */
  readonly fails?: boolean;
}
export interface ScopeEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind;
  readonly label?: { readonly text: string; readonly width: number };
}
export interface ScopeInput {
  /** Where the path begins; absent in a scope without any box. */
  readonly start: string;
  /** Room below the start. */
  readonly startGap: number;
  readonly boxes: readonly ScopeBox[];
  readonly edges: readonly ScopeEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface LabelBox {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface RoutedEdge {
  readonly edge: ScopeEdge;
  readonly points: readonly Point[];
  readonly label?: LabelBox;
}
/** Positions from the scope's own top left corner. */
export interface ScopeLayout {
  readonly width: number;
  readonly height: number;
  readonly at: ReadonlyMap<string, Point>;
  readonly edges: readonly RoutedEdge[];
}

/** A box with its row and its centre, before rows have heights. */
export interface RankedBox extends ScopeBox {
  readonly row: number;
  readonly cx: number;
}
/** An edge that keeps to the columns: where it passes each row between its ends. */
export interface ColumnEdge {
  readonly edge: ScopeEdge;
  readonly via: readonly { readonly row: number; readonly x: number; readonly chip: boolean }[];
}
export interface Ranking {
  readonly boxes: readonly RankedBox[];
  readonly rows: number;
  /** Rows that hold chips and no box. */
  readonly chipRows: ReadonlySet<number>;
  readonly column: readonly ColumnEdge[];
  /** Edges that run beside the columns: loops, most catches. */
  readonly beside: readonly ScopeEdge[];
}
