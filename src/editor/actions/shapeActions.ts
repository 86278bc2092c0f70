import { addBranch } from '../../asl/commands/addBranch.ts';
import { unwrapState } from '../../asl/commands/unwrapState.ts';
import { wrapStates } from '../../asl/commands/wrapStates.ts';
import type { StateId } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { EditorState } from '../EditorState.ts';
import type { Action } from '../registry.ts';
import { selectEntry, selectIndex, selectSelectedEntry } from '../selectors/document.ts';
import { applyEdit, sayWhyNot } from './applyEdit.ts';

const needsOne = (s: EditorState): true | string => s.selected.length === 1 || 'Select one state first.';
const needsSome = (s: EditorState): true | string => s.selected.length > 0 || 'Select a state first.';

type Pick = NonNullable<Extract<EditorState['dialog'], { kind: 'pick' }>>['what'];

/** An action that asks what for, in a list: the way without dragging. */
const asking = (id: string, label: string, key: string, what: Pick, enabled: Action['enabled']): Action => ({
  id, label, group: 'State', keys: [key], where: 'canvas', enabled, run: (_, actions) => actions.showDialog({ kind: 'pick', what }),
});

/** The Parallel that is selected, or in whose branch the selected state stands. */
function parallelOf(s: EditorState): StateEntry | undefined {
  for (let at = selectSelectedEntry(s) ?? undefined; at; at = at.scope.parent) if (at.type === 'Parallel') return at;
  return undefined;
}
const needsParallel = (s: EditorState): true | string => parallelOf(s) !== undefined || 'Select a Parallel state, or one of a branch, first.';
const holds = (s: EditorState): StateId | undefined => {
  const entry = selectSelectedEntry(s);
  return entry && entry.inner.length > 0 ? entry.id : undefined;
};

// The canvas opens its own menu at the card for A; from the command palette it is asked in a list.
export const addAfter = asking('state.addAfter', 'Add a state after', 'A', 'add', () => true);
export const connectTo = asking('state.connect', 'Connect to…', 'C', 'connect', needsOne);
export const retarget = asking('state.retarget', 'Re-target an arrow…', 'R', 'retarget', (s) => s.selectedEdge !== null || needsOne(s));
// The canvas goes to them itself for E.
export const arrows = asking('state.arrows', 'Arrows of the state…', 'E', 'arrows', needsOne);
export const moveTo = asking('state.move', 'Move to…', 'M', 'move', needsSome);
export const turnIntoAction = asking('state.turnInto', 'Turn into…', 'Y', 'turn', needsOne);
export const removeBranchAction = asking('state.removeBranch', 'Remove a branch…', 'Shift+B', 'remove-branch', needsParallel);

const wrap = (type: 'Parallel' | 'Map', key: string): Action => ({
  id: `state.wrap${type}`, label: `Wrap in a ${type}`, group: 'State', keys: [key], where: 'canvas', enabled: needsSome,
  run: (s, actions) => applyEdit(actions, wrapStates(s.selected, type), sayWhyNot(actions)),
});
export const wrapInParallel = wrap('Parallel', 'W');
export const wrapInMap = wrap('Map', 'Shift+W');

export const unwrap: Action = {
  id: 'state.unwrap', label: 'Unwrap', group: 'State', keys: ['U'], where: 'canvas', enabled: (s) => holds(s) !== undefined || 'Select a Map or a Parallel state first.',
  run: (s, actions) => {
    const state = holds(s);
    if (state !== undefined) applyEdit(actions, unwrapState(state), sayWhyNot(actions));
  },
};

export const statesToJsonata: Action = {
  id: 'state.toJsonata', label: 'Convert to JSONata…', group: 'State',
  enabled: (s) => (s.selected.length === 0 ? 'Select a state first.' : s.selected.some((id) => selectEntry(id)(s)?.language === 'JSONPath') || 'What is selected is JSONata already.'),
  run: (s, actions) => actions.showDialog({ kind: 'to-jsonata', states: s.selected }),
};

export const addBranchAction: Action = {
  id: 'state.addBranch', label: 'Add a branch', group: 'State', keys: ['B'], where: 'canvas', enabled: needsParallel,
  run: (s, actions) => {
    const parallel = parallelOf(s);
    if (parallel) applyEdit(actions, addBranch(parallel.id), sayWhyNot(actions));
  },
};

export const selectAll: Action = {
  id: 'edit.selectAll', label: 'Select all states', group: 'Edit', keys: ['Mod+A'], where: 'canvas',
  enabled: (s) => selectIndex(s).all.length > 0 || 'There is no state yet.',
  run: (s, actions) => {
    // All that stand beside the selected one; those inside them go along.
    const beside = selectEntry(s.selected[0] ?? ('' as StateId))(s)?.scope ?? selectIndex(s).scopes[0];
    const states = beside?.children.map((state) => state.id) ?? [];
    actions.select(states, 'canvas');
    actions.announce(`${states.length} states selected.`);
  },
};

