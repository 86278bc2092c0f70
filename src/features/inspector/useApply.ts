import { useState } from 'react';
import type { Command } from '../../asl/operations.ts';
import { useEditorStore } from '../../editor/useEditor.ts';

export interface Applying {
  /** Why the last command of this control did nothing. */
  readonly error: string | null;
  /** Where in the typed text, when the refusal says so. */
  readonly offset: number | undefined;
  /** Runs the command as an edit of the form; answers whether it was done. Commands of one gesture are one step of undo. */
  readonly apply: (command: Command, gesture?: string) => boolean;
  readonly refuse: (message: string) => void;
  readonly clear: () => void;
}

/** One control's way to change the document: a refusal stays beside the control until the next try, or until the text moved on. */
export function useApply(): Applying {
  const store = useEditorStore();
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly offset: number | undefined } | null>(null);
  return {
    error: refusal?.message ?? null,
    offset: refusal?.offset,
    apply(command, gesture) {
      const refused = store.getState().actions.apply(command, { origin: 'form', ...(gesture === undefined ? {} : { gesture }) });
      setRefusal(refused && { message: refused.message, offset: refused.offset });
      return refused === null;
    },
    refuse: (message) => setRefusal({ message, offset: undefined }),
    clear: () => setRefusal(null),
  };
}
