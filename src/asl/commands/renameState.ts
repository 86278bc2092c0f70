import { ok } from '../../lib/Result.ts';
import { mentioningStates, mentionsOf } from '../mentions.ts';
import type { Pointer, StateId, StateName } from '../names.ts';
import type { Command, Remark } from '../operations.ts';
import { parentPointer, pointerOf } from '../pointer.ts';
import { referencesTo } from '../references.ts';
import { findState, type StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
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
  const references = referencesTo(state.scope, state.name);
  return ok({
    ops: [{ op: 'renameKey', member: state.member, to }, ...references.map((reference) => setTo(reference.node, to))],
    label: `Rename ${state.name}`,
    select: [to as StateId],
    sidecar: [{ kind: 'rename-state', from: state.name, to: name.value }],
    remarks: stillSaid(tree, state, name.value),
  });
};

/** Conditions and expressions that compare with the old name are not rewritten: they may mean something else. */
function stillSaid(tree: Tree, state: StateEntry, to: StateName): readonly Remark[] {
  const mentions = mentionsOf(tree, state.name);
  const [first] = mentions;
  if (!first) return [];
  const where = mentioningStates(tree, mentions).map((name) => `"${name === state.name ? to : name}"`);
  const texts = mentions.length === 1 ? 'One text still says' : `${mentions.length} texts still say`;
  const renamed = first.pointer.startsWith(`${state.pointer}/`) ? `${parentPointer(state.pointer)}${pointerOf([to])}${first.pointer.slice(state.pointer.length)}` : first.pointer;
  return [{ message: `${texts} "${state.name}"${where.length > 0 ? ` (in ${where.join(', ')})` : ''}. Arrows follow a rename, conditions and expressions do not: look whether they mean the state.`, at: { pointer: renamed as Pointer } }];
}
