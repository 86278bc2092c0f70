import type { StateId } from '../asl/names.ts';
import type { TextEdit } from '../asl/operations.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { Sidecar } from './sidecar.ts';

/** One step of edits: they speak of the text before the step; `inverse` speaks of the text after it. */
export interface Step {
  readonly forward: readonly TextEdit[];
  readonly inverse: readonly TextEdit[];
}

/**
 * One undo step of canvas, forms and code alike. Steps run forward in order and are undone in reverse order.
 * The sidecar and the selection are kept as before and after; they are small and immutable.
 */
export interface Entry {
  readonly label: string;
  readonly gesture?: string;
  readonly steps: readonly Step[];
  readonly before: Beside;
  readonly after: Beside;
}
export interface Beside {
  readonly sidecar: Sidecar;
  readonly selected: readonly StateId[];
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
  const continues = last !== undefined && entry.gesture !== undefined && entry.gesture === last.gesture;
  const past = continues ? [...history.past.slice(0, -1), join(last, entry)] : [...history.past, entry].slice(-HISTORY_DEPTH);
  return { past, future: [] };
}

function join(last: Entry, next: Entry): Entry {
  return { ...last, steps: [...last.steps, ...next.steps], after: next.after };
}

/** The list of edits, one after the other, that takes the entry back. H3: they restore the identical text. */
export const stepsBack = (entry: Entry): readonly (readonly TextEdit[])[] => entry.steps.map((step) => step.inverse).toReversed();
export const stepsForward = (entry: Entry): readonly (readonly TextEdit[])[] => entry.steps.map((step) => step.forward);

export const applySteps = (text: string, steps: readonly (readonly TextEdit[])[]): string => steps.reduce(applyEdits, text);
