import { ok } from '../../lib/Result.ts';
import type { StateId } from '../names.ts';
import type { Command } from '../operations.ts';
import { referencesTo } from '../references.ts';
import { findState } from '../states.ts';
import { checkName } from './names.ts';
import { noSuchState, setTo } from './operate.ts';

/**
 * Renames a state and every `StartAt`, `Next`, `Default` and catcher of its scope that points at it.
 * Errors: `no-such-state`, `name-empty`, `name-too-long`, `name-taken` (names are unique across the machine: ASL specification, "States").
 */
export const renameState = (id: StateId, to: string): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  if (state.name === to) return ok({ ops: [], label: `Rename ${to}`, select: [state.id] });
  const name = checkName(tree, to, state);
  if (!name.ok) return name;
  const references = referencesTo(tree, state.scope, state.name);
  return ok({
    ops: [{ op: 'renameKey', member: state.member, to }, ...references.map((reference) => setTo(reference.node, to))],
    label: `Rename ${state.name}`,
    select: [to as StateId],
    sidecar: [{ kind: 'rename-state', from: state.name, to: name.value }],
  });
};
