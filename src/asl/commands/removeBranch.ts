import { ok } from '../../lib/Result.ts';
import type { StateId } from '../names.ts';
import type { Command, SidecarChange } from '../operations.ts';
import { childPointer, memberOf } from '../pointer.ts';
import { findState } from '../states.ts';
import { noSuchState, refuse, removeItem, withInner } from './operate.ts';

/** Removes a branch and all its states. Errors: `no-such-state`, `no-such-branch`, `last-branch` (AWS takes no Parallel without one). */
export const removeBranch = (id: StateId, index: number): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const branches = memberOf(state.node, 'Branches')?.value;
  if (branches?.kind !== 'array' || index < 0 || index >= branches.items.length) {
    return refuse('no-such-branch', `"${state.name}" has no branch ${index + 1}. Choose another one.`, state.member.offset);
  }
  if (branches.items.length === 1) return refuse('last-branch', `"${state.name}" needs at least one branch. Delete the whole state instead.`, state.member.offset);
  const scope = state.inner.find((candidate) => candidate.pointer === childPointer(state.pointer, 'Branches', index));
  const gone = scope?.children.flatMap(withInner) ?? [];
  const sidecar = gone.map(({ name }): SidecarChange => ({ kind: 'remove-state', state: name }));
  return ok({ ops: [removeItem(branches, index)], label: `Remove branch ${index + 1} of ${state.name}`, select: [state.id], sidecar });
};
