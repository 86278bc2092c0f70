import { useEffect, useEffectEvent, useState } from 'react';
import type { TestRun } from '../../../editor/EditorState.ts';
import { useActions } from '../../../editor/useActions.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';

/** The request with its secrets, for as long as it is looked at. They stand in this component only, never in the store. */
export interface Reveal {
  readonly revealed: PreparedRequest | null;
  /** Why they cannot be shown. */
  readonly problem: string | null;
  readonly toggle: () => void;
}

export function useReveal(run: TestRun): Reveal {
  const { revealRequest } = useActions();
  const [made, setMade] = useState<{ readonly revealed: PreparedRequest | null; readonly problem: string | null }>({ revealed: null, problem: null });
  const show = (): void => void revealRequest(run).then((result) => setMade(result.ok ? { revealed: result.value, problem: null } : { revealed: null, problem: result.error }));
  const toggle = (): void => {
    if (made.revealed) setMade({ revealed: null, problem: null });
    else show();
  };
  // Whoever asked for it before the test sees it at once; one view is of one run.
  const open = useEffectEvent(() => { if (run.request.revealSecrets === true && run.prepared !== undefined) show(); });
  useEffect(() => open(), []);
  return { ...made, toggle };
}
