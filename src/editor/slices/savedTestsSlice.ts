import type { SavedTestsSlice } from '../EditorState.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

type Names = 'setTests' | 'runSavedTests' | 'stopSavedTests' | 'showUncovered';

const NOTHING: SavedTestsSlice = { savedResults: new Map(), savedFrom: null, savedProgress: null, savedMarks: new Map(), uncovered: null };

/** Saved tests of the document: their text lies in the sidecar, here is what came of them. What reads and runs them comes when it is asked for. */
export function savedTestsSlice(context: SliceContext): SliceOf<SavedTestsSlice, Names> {
  const { set, get } = context;
  let stop = (): void => undefined;
  return {
    state: NOTHING,
    actions: {
      setTests(tests) {
        if (get().saving.kind === 'follower') return get().actions.announce('Another tab edits this draft. Choose Take over in the header to edit it here.');
        set(({ sidecar: { tests: _before, ...sidecar } }) => ({ sidecar: tests === null ? sidecar : { ...sidecar, tests } }));
      },
      async runSavedTests(names) {
        stop();
        let stopped = false;
        stop = () => { stopped = true; };
        const { runSaved } = await import('../savedTests/runSaved.ts');
        if (!stopped) stop = runSaved(context, names);
      },
      stopSavedTests: () => stop(),
      showUncovered: (uncovered) => set({ uncovered }),
    },
  };
}

/** Another document has other tests. */
export const noSavedResults: Partial<SavedTestsSlice> = { ...NOTHING };
