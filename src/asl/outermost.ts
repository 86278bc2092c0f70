import type { StateId } from './names.ts';
import { indexStates, type StateEntry } from './states.ts';
import type { Tree } from './tree.ts';

/** The states among these that do not stand inside another one of them, in document order. */
export function outermost(tree: Tree, ids: readonly StateId[]): readonly StateEntry[] {
  const chosen = new Set(ids);
  const within = (state: StateEntry): boolean => {
    const { parent } = state.scope;
    return parent !== undefined && (chosen.has(parent.id) || within(parent));
  };
  return indexStates(tree).all.filter((state) => chosen.has(state.id) && !within(state));
}
