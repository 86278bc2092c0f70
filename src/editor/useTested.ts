import type { StateEntry } from '../asl/states.ts';
import { testedState } from './testedState.ts';
import { useEditor } from './useEditor.ts';

/** The state as its test takes it: as it was edited in the panel, while that can be read. */
export const useTested = (entry: StateEntry): StateEntry =>
  useEditor((s) => {
    const tested = testedState(s.goodTree, entry, s.sidecar);
    return tested.ok ? tested.value.entry : entry;
  });
