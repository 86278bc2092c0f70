import { ok } from '../../lib/Result.ts';
import { newScope } from '../newState.ts';
import type { StateId } from '../names.ts';
import type { Command } from '../operations.ts';
import { memberOf } from '../pointer.ts';
import { findState } from '../states.ts';
import { freshNames } from './names.ts';
import { asObject, jsonContent, noSuchState, putField, refuse } from './operate.ts';

/** Adds a branch with one Pass state behind the others. Errors: `no-such-state`, `not-parallel`. */
export const addBranch = (id: StateId): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const node = asObject(state);
  if (!node || state.type !== 'Parallel') return refuse('not-parallel', `"${state.name}" is no Parallel state, so it has no branches. Choose a Parallel state.`, state.member.offset);
  const branch = newScope(freshNames(tree));
  const branches = memberOf(node, 'Branches')?.value;
  const label = `Add a branch to ${state.name}`;
  if (branches?.kind !== 'array') return ok({ ops: [putField(node, 'Branches', [branch])], label, select: [state.id] });
  return ok({ ops: [{ op: 'insert', place: { into: branches, at: 'end' }, content: jsonContent(branch) }], label, select: [state.id] });
};
