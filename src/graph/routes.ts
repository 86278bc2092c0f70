import type { Track } from './Track.ts';
import type { ScopeEdge } from './scopeTypes.ts';

/** A height that is known only when rows have theirs. */
export type Height =
  | { readonly at: 'top' | 'bottom' | 'middle'; readonly box: string; readonly dy?: number }
  | { readonly at: 'track'; readonly track: Track };

export interface Corner {
  readonly x: number;
  readonly y: Height;
}

/** Where the chip stands: in the middle of a row on a vertical, or on a horizontal stretch. */
export type ChipPlace = { readonly on: 'row'; readonly row: number; readonly x: number } | { readonly on: 'line'; readonly x: number; readonly y: Height };

/** An edge with its corners in order; neighbours share their x or their height. */
export interface Route {
  readonly edge: ScopeEdge;
  readonly corners: readonly Corner[];
  readonly chip?: ChipPlace;
}

export const tracksOf = (routes: readonly Route[]): Track[] => [
  ...new Set(routes.flatMap((route) => route.corners.flatMap((corner) => (corner.y.at === 'track' ? [corner.y.track] : [])))),
];
