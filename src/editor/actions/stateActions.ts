import type { StateId } from '../../asl/names.ts';
import type { EditorState } from '../EditorState.ts';
import { selectSelectedEntry } from '../selectors/document.ts';
import type { Action } from '../registry.ts';

const only = (s: EditorState): StateId | undefined => (s.selected.length === 1 ? s.selected[0] : undefined);
const needsOne = (s: EditorState): true | string => only(s) !== undefined || 'Select one state first.';

export const testState: Action = {
  id: 'state.test', label: 'Test state', group: 'Test', keys: ['T'], where: 'canvas', enabled: needsOne,
  run: (s, actions) => {
    actions.showDock('test', { focus: true });
    const state = only(s);
    if (state !== undefined) actions.announce(`Test of ${state}: check the input, then start the test.`);
  },
};

export const startTest: Action = {
  id: 'state.startTest', label: 'Start test', group: 'Test', keys: ['Mod+Enter'], enabled: needsOne,
  run: (s, actions) => {
    const state = only(s);
    if (state !== undefined) actions.startTest(state);
  },
};

export const rename: Action = {
  id: 'state.rename', label: 'Rename', group: 'State', keys: ['F2', 'Enter'], where: 'canvas', enabled: needsOne,
  run: (s, actions) => {
    const state = only(s);
    if (state !== undefined) actions.startRenaming(state);
  },
};

export const renameEverywhere: Action = {
  id: 'state.renameEverywhere', label: 'Rename with a preview…', group: 'State', enabled: needsOne,
  run: (s, actions) => {
    const state = only(s);
    if (state !== undefined) actions.showDialog({ kind: 'rename-state', state });
  },
};

export const renameVariable: Action = {
  id: 'edit.renameVariable', label: 'Rename a variable…', group: 'Edit', enabled: (s) => s.goodTree.text.includes('"Assign"') || s.goodTree.text.includes('Assign:') || 'No state sets a variable yet.',
  run: (s, actions) => {
    const state = only(s);
    actions.showDialog({ kind: 'rename-variable', ...(state === undefined ? {} : { state }) });
  },
};

export const showInCode: Action = {
  id: 'state.showInCode', label: 'Show in code', group: 'State', enabled: needsOne,
  run: (s, actions) => {
    if (s.view === 'canvas') actions.setView('split');
    const entry = selectSelectedEntry(s);
    if (entry) actions.requestCode({ offset: entry.member.offset });
  },
};
