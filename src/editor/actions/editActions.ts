import { disconnect } from '../../asl/commands/disconnect.ts';
import { duplicateState } from '../../asl/commands/duplicateState.ts';
import { removeState } from '../../asl/commands/removeState.ts';
import type { Pointer } from '../../asl/names.ts';
import type { EditorState } from '../EditorState.ts';
import type { Action } from '../registry.ts';
import { applyEdit, sayWhyNot } from './applyEdit.ts';
import { selectGraph } from '../selectors/graph.ts';

const needsSelection = (s: EditorState): true | string => s.selected.length > 0 || 'Select a state first.';

export const undo: Action = {
  id: 'edit.undo', label: 'Undo', group: 'Edit', keys: ['Mod+Z'],
  enabled: (s) => s.history.past.length > 0 || 'Nothing to undo.',
  run: (_, actions) => actions.undo(),
};

export const redo: Action = {
  id: 'edit.redo', label: 'Redo', group: 'Edit', keys: ['Shift+Mod+Z', 'Mod+Y'],
  enabled: (s) => s.history.future.length > 0 || 'Nothing to redo.',
  run: (_, actions) => actions.redo(),
};

/** The string in the document that the selected edge stands for; start and end edges have none. */
const selectedEdgeField = (s: EditorState): Pointer | undefined => selectGraph(s).edges.find((edge) => edge.id === s.selectedEdge)?.field;

export const remove: Action = {
  id: 'edit.delete', label: 'Delete', group: 'Edit', keys: ['Delete', 'Backspace'], where: 'canvas',
  enabled: (s) => s.selected.length > 0 || selectedEdgeField(s) !== undefined || 'Select a state or an edge first.',
  run: (s, actions) => {
    const field = selectedEdgeField(s);
    if (s.selected.length === 0 && field === undefined) return;
    const command = s.selected.length > 0 || field === undefined ? removeState(s.selected) : disconnect(field);
    applyEdit(actions, command, sayWhyNot(actions, 'Nothing was deleted'));
  },
};

export const duplicate: Action = {
  id: 'edit.duplicate', label: 'Duplicate', group: 'Edit', keys: ['Mod+D'], enabled: needsSelection,
  run: (s, actions) => applyEdit(actions, duplicateState(s.selected)),
};
