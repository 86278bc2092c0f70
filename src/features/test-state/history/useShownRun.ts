import { useState } from 'react';
import type { TestRun } from '../../../editor/EditorState.ts';
import { selectPastRuns } from '../../../editor/pastRuns.ts';
import { useEditor } from '../../../editor/useEditor.ts';

interface Looking {
  /** The newest run when the person looked back: another one ends it. */
  readonly newest: string;
  readonly at: string;
  readonly beside?: string;
}

/** Which run of a state is shown, and which one it is compared with. */
export function useShownRun(newest: TestRun) {
  const past = useEditor(selectPastRuns(newest.state));
  const [looking, setLooking] = useState<Looking | null>(null);
  const now = looking?.newest === newest.id ? looking : null;
  const run = past.find(({ id }) => id === now?.at) ?? newest;
  return {
    run,
    other: past.find(({ id }) => id === now?.beside) ?? null,
    isOld: run.id !== newest.id,
    show: (at: string) => setLooking({ newest: newest.id, at }),
    compare: (beside: string) => setLooking({ newest: newest.id, at: run.id, beside }),
  };
}
