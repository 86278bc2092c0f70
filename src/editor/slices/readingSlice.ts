import type { StateId, StateName } from '../../asl/names.ts';
import type { EditorState, ReadingSlice } from '../EditorState.ts';
import { selectEntry } from '../selectors/document.ts';
import { containersAround } from '../selectors/reading.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

/** Closing, going into, going to: what is drawn of a workflow. None of it is an edit, so none of it is undone. */
export function readingSlice({ set, get }: SliceContext): SliceOf<ReadingSlice, 'fold' | 'goInside' | 'goTo' | 'showFind' | 'setFindText' | 'setFound'> {
  return {
    state: { inside: null, findOpen: false, findText: '', found: null },
    actions: {
      fold: (states, folded) => set((s) => withFolded(s, states, folded)),
      goInside(state) {
        const left = get().inside;
        if (state === left) return;
        set({ inside: state, selectedEdge: null, viewportRequest: { kind: 'fit' } });
        get().actions.select(state === null && left !== null ? [left] : [], 'canvas');
        get().actions.announce(state === null ? 'Shows the whole workflow.' : `Shows the inside of ${state}.`);
      },
      goTo(state, { focus = false } = {}) {
        set((s) => openedFor(s, state));
        get().actions.select([state], 'other');
        get().actions.requestViewport({ kind: 'reveal', state, ...(focus ? { focus } : {}) });
      },
      showFind: (findOpen) => set((s) => (findOpen ? { findOpen, ...(s.view === 'code' ? { view: 'split' as const } : {}) } : { findOpen, found: null })),
      setFindText: (findText) => set({ findText }),
      setFound: (found) => set({ found }),
    },
  };
}

// Keyed by name like everything beside the document; where a name stands twice the id is a pointer, and serves as well.
const keyOf = (state: StateId): StateName => state as string as StateName;

function withFolded(s: EditorState, states: readonly StateId[], folded: boolean): Partial<EditorState> {
  const before = s.sidecar.folded;
  const changed = states.filter((state) => Object.hasOwn(before, state) !== folded);
  if (changed.length === 0) return {};
  const rest = Object.entries<true>(before).filter(([name]) => !changed.some((state) => keyOf(state) === name));
  const added = folded ? changed.map((state) => [keyOf(state), true] as const) : [];
  return { sidecar: { ...s.sidecar, folded: Object.fromEntries([...rest, ...added]) } };
}

/** What hides a state is opened: closed containers around it, and a container beside it that a person has gone into. */
function openedFor(s: EditorState, state: StateId): Partial<EditorState> {
  const entry = selectEntry(state)(s);
  if (!entry) return {};
  const around = containersAround(entry).map((outer) => outer.id);
  const outside = s.inside !== null && !around.includes(s.inside);
  return { ...withFolded(s, around, false), ...(outside ? { inside: null } : {}) };
}
