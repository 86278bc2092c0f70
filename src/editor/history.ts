import type { StateId } from '../asl/names.ts';
import type { SidecarChange, TextEdit } from '../asl/operations.ts';
import { composeEdits } from '../asl/textEdits.ts';
import type { Format } from '../asl/tree.ts';
import type { Sidecar } from './sidecar.ts';

/** How the sidecar followed the edit. `before` is kept to put back what a removal took; everything typed since stays. */
export interface SidecarStep {
  readonly changes: readonly SidecarChange[];
  readonly before: Sidecar;
}

/** One undo step of canvas, forms and code alike. `forward` speaks of the text before it, `inverse` of the text after it. */
export interface Entry {
  readonly label: string;
  readonly gesture?: string;
  readonly forward: readonly TextEdit[];
  readonly inverse: readonly TextEdit[];
  readonly sidecar?: SidecarStep;
  /** Where the whole text was written anew in the other format. */
  readonly format?: { readonly before: Format; readonly after: Format };
  readonly selectedBefore: readonly StateId[];
  readonly selectedAfter: readonly StateId[];
}

export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const HISTORY_DEPTH = 500;
export const emptyHistory: History = { past: [], future: [] };

/** H1: an entry of the same gesture as the last one extends it. H2: a new entry drops what could be redone. */
export function record(history: History, entry: Entry): History {
  const last = history.past.at(-1);
  const continues = last !== undefined && entry.gesture !== undefined && entry.gesture === last.gesture && history.future.length === 0;
  const past = continues ? [...history.past.slice(0, -1), join(last, entry)] : [...history.past, entry].slice(-HISTORY_DEPTH);
  return { past, future: [] };
}

/** H3: joined entries lead there and back exactly as the two did. */
const join = (last: Entry, next: Entry): Entry => ({
  ...last,
  forward: composeEdits(last.forward, next.forward),
  inverse: composeEdits(next.inverse, last.inverse),
  selectedAfter: next.selectedAfter,
  ...(next.sidecar === undefined ? {} : { sidecar: { changes: [...(last.sidecar?.changes ?? []), ...next.sidecar.changes], before: last.sidecar?.before ?? next.sidecar.before } }),
});
