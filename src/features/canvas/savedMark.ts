import type { Tree } from '../../asl/tree.ts';
import type { EditorState, SavedTestsSlice } from '../../editor/EditorState.ts';

const compared = new WeakMap<Tree, { readonly from: SavedTestsSlice['savedFrom']; readonly same: boolean }>();

/** The results are of the text that is shown. Compared once for each tree: every card asks at every change of the store. */
function isOfNow({ savedFrom, goodTree }: EditorState): boolean {
  if (savedFrom === null) return false;
  const known = compared.get(goodTree);
  if (known?.from === savedFrom) return known.same;
  const same = savedFrom.text === goodTree.text;
  compared.set(goodTree, { from: savedFrom, same });
  return same;
}

/** How many saved tests of a state failed; 0: all passed. Undefined: it has none, or the workflow changed since. A number, so that a card renders for its own only. */
export const selectSavedMark = (name: string) => (s: EditorState): number | undefined => (isOfNow(s) ? s.savedMarks.get(name) : undefined);

/** No saved test came by it, or by one of its rules, retriers or catchers, and somebody asked for that. */
export const selectUncovered = (name: string) => ({ uncovered }: EditorState): true | undefined => uncovered?.has(name) || undefined;

export const savedWords = (failed: number): string => (failed === 0 ? 'saved tests passed' : failed === 1 ? '1 saved test failed' : `${failed} saved tests failed`);
