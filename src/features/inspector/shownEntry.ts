import { isIntact } from '../../asl/intact.ts';
import type { StateId } from '../../asl/names.ts';
import { findState, type StateEntry } from '../../asl/states.ts';
import type { Tree } from '../../asl/tree.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { selectSelectedEntry } from '../../editor/selectors/document.ts';

/**
 * The tree that a state's form shows: the text as it is now where the state itself can be read, though the text is broken elsewhere,
 * so that an edit that was taken is also seen; else the last text that could be read.
 */
export function treeFor(s: EditorState, id: StateId): Tree {
  if (s.tree === s.goodTree) return s.goodTree;
  const now = findState(s.tree, id);
  return now?.node.kind === 'object' && isIntact(s.tree, now.node) ? s.tree : s.goodTree;
}

export const selectShownEntry = (s: EditorState): StateEntry | null => {
  const entry = selectSelectedEntry(s);
  return entry && (findState(treeFor(s, entry.id), entry.id) ?? entry);
};
