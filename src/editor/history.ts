import type { StateId } from '../asl/names.ts';
import type { TextEdit } from '../asl/operations.ts';
import { applyEdits } from '../asl/textEdits.ts';
import { joinSteps, type Step } from './step.ts';
import type { Sidecar } from './sidecar.ts';

/** What stands beside the text and is undone with it; small and immutable, so kept whole. */
export interface Beside {
  readonly sidecar: Sidecar;
  readonly selected: readonly StateId[];
}

/** One undo step of canvas, forms and code alike. Steps run forward in order and are undone in reverse order. */
export interface Entry {
  readonly label: string;
  readonly gesture?: string;
  readonly steps: readonly Step[];
  readonly before: Beside;
  readonly after: Beside;
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

const join = (last: Entry, next: Entry): Entry => ({ ...last, steps: joinSteps(last.steps, next.steps), after: next.after });

/** H3: run one after the other, these restore the identical text from before the entry. */
export const stepsBack = (entry: Entry): readonly (readonly TextEdit[])[] => entry.steps.map((step) => step.inverse).toReversed();
export const stepsForward = (entry: Entry): readonly (readonly TextEdit[])[] => entry.steps.map((step) => step.forward);
export const applySteps = (text: string, steps: readonly (readonly TextEdit[])[]): string => steps.reduce<string>(applyEdits, text);
