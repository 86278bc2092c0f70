import { memberOf } from '../../asl/pointer.ts';
import type { QueryLanguage, StateId } from '../../asl/names.ts';
import { indexStates, type StateEntry, type StateIndex } from '../../asl/states.ts';
import type { Tree } from '../../asl/tree.ts';
import type { EditorState } from '../EditorState.ts';
import { onceFor } from './onceFor.ts';

export const selectGoodTree = (s: EditorState): Tree => s.goodTree;

/** The states of the last text that could be read. */
export const selectIndex: (s: EditorState) => StateIndex = onceFor(selectGoodTree, indexStates);

/** True while the text cannot be read and canvas and inspector show an older one. */
export const selectStale = (s: EditorState): boolean => s.goodTree !== s.tree;

/** The one selected state, or null for none or several. */
export const selectSelectedEntry = (s: EditorState): StateEntry | null => {
  const [only, ...others] = s.selected;
  return only !== undefined && others.length === 0 ? selectEntry(only)(s) : null;
};

export const selectEntry =
  (id: StateId) =>
  (s: EditorState): StateEntry | null =>
    selectIndex(s).byId.get(id) ?? null;

/** What the machine says at its top; states may differ. */
export const selectLanguage = (s: EditorState): QueryLanguage => {
  const root = s.goodTree.root;
  const written = root?.kind === 'object' ? memberOf(root, 'QueryLanguage')?.value : undefined;
  return written?.kind === 'string' && written.value === 'JSONata' ? 'JSONata' : 'JSONPath';
};
