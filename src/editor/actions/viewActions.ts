import type { ViewMode } from '../EditorState.ts';
import type { Action } from '../registry.ts';

const always = (): true => true;

const show = (view: ViewMode, label: string, key: string): Action => ({
  id: `view.${view}`, label, group: 'View', keys: [key], enabled: always, run: (_, actions) => actions.setView(view),
});

export const showCanvas = show('canvas', 'Show canvas', 'Alt+1');
export const showSplit = show('split', 'Show canvas and code', 'Alt+2');
export const showCode = show('code', 'Show code', 'Alt+3');

export const fit: Action = {
  id: 'view.fit', label: 'Fit the workflow into view', group: 'View', keys: ['F'], where: 'canvas', enabled: always,
  run: (_, actions) => actions.requestViewport({ kind: 'fit' }),
};

export const togglePalette: Action = {
  id: 'view.palette', label: 'Show or hide the palette', group: 'View', keys: ['Mod+B'], enabled: always, run: (_, actions) => actions.togglePalette(),
};

export const toggleInspector: Action = {
  id: 'view.inspector', label: 'Show or hide the inspector', group: 'View', keys: ['Mod+I'], enabled: always, run: (_, actions) => actions.toggleInspector(),
};

export const showProblems: Action = {
  id: 'view.problems', label: 'Show problems', group: 'View', enabled: always,
  run: (s, actions) => actions.showDock(s.dock === 'problems' ? null : 'problems'),
};

export const showTest: Action = {
  id: 'view.test', label: 'Show the test panel', group: 'View', enabled: always, run: (s, actions) => actions.showDock(s.dock === 'test' ? null : 'test'),
};

export const showTests: Action = {
  id: 'view.tests', label: 'Show saved tests', group: 'View', enabled: always, run: (s, actions) => actions.showDock(s.dock === 'tests' ? null : 'tests'),
};

export const showSent: Action = {
  id: 'view.sent', label: 'Show sent requests', group: 'View', enabled: always, run: (s, actions) => actions.showDock(s.dock === 'sent' ? null : 'sent'),
};

export const changeTheme: Action = {
  id: 'view.theme', label: 'Change theme', group: 'View', enabled: always,
  run: (s, actions) => {
    const next = s.theme === 'light' ? 'dark' : s.theme === 'dark' ? 'system' : 'light';
    actions.setTheme(next);
    actions.announce(next === 'system' ? 'Theme follows the system.' : `Theme: ${next}.`);
  },
};
