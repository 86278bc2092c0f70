import type { TextEdit } from '../../asl/operations.ts';

/** A change of the text by hand. */
export interface Typed {
  readonly edits: readonly TextEdit[];
  /** Milliseconds; only differences count. */
  readonly at: number;
}

const PAUSE_MS = 800;
type Kind = 'insert' | 'delete' | 'newline' | 'other';

/** Module-wide, because an editor that opens again must not go on with a gesture of the one before it. */
let count = 0;

export interface TypingGestures {
  /** The gesture a change belongs to: undo takes back a gesture at a time. */
  next(typed: Typed): string;
  /** The caret jumped, something was pasted, or the text changed elsewhere: the next change starts a gesture. */
  breakOff(): void;
}

/** A gesture ends at a pause, a caret jump, a paste, a change from inserting to deleting, and before a new line. */
export function createTypingGestures(): TypingGestures {
  let last: { readonly kind: Kind; readonly at: number } | null = null;
  return {
    next({ edits, at }) {
      const kind = kindOf(edits);
      const continues = last !== null && at - last.at < PAUSE_MS && (kind === 'insert' ? last.kind === 'insert' || last.kind === 'newline' : kind === 'delete' && last.kind === 'delete');
      if (!continues) count += 1;
      last = { kind, at };
      return `typing:${count}`;
    },
    breakOff() {
      last = null;
    },
  };
}

/** Completed brackets and typing over a selection are typing too; what replaces much is a step of its own. */
function kindOf(edits: readonly TextEdit[]): Kind {
  if (edits.every((edit) => edit.text === '')) return 'delete';
  if (edits.every((edit) => edit.length === 0 && edit.text.length <= 2 && !edit.text.includes('\n'))) return 'insert';
  if (edits.every((edit) => edit.length === 0 && /^\n[ \t]*(?:\n[ \t]*)?$/.test(edit.text))) return 'newline';
  return 'other';
}
