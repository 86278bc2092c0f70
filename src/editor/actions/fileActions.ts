import type { Action } from '../registry.ts';
import { selectIndex } from '../selectors/document.ts';

const always = (): true => true;

export const openFile: Action = {
  id: 'file.open', label: 'Open or start a workflow', group: 'File', keys: ['Mod+O'], enabled: always, run: (_, actions) => actions.showDialog({ kind: 'open' }),
};

export const exportAsl: Action = {
  id: 'file.export', label: 'Export ASL', group: 'File', keys: ['Mod+S'], enabled: always, run: (_, actions) => actions.showDialog({ kind: 'export' }),
};

export const convertFormat: Action = {
  id: 'file.convert', label: 'Convert between JSON and YAML', group: 'File', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'convert' }),
};

export const workflowToJsonata: Action = {
  id: 'file.toJsonata', label: 'Convert the workflow to JSONata…', group: 'Edit',
  enabled: (s) => selectIndex(s).all.some(({ language }) => language === 'JSONPath') || 'Every state is JSONata already.',
  run: (_, actions) => actions.showDialog({ kind: 'to-jsonata', states: null }),
};

export const fromCurl: Action = {
  id: 'file.curl', label: 'Add a state from a cURL command', group: 'File', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'curl', command: '' }),
};

export const hostMapping: Action = {
  id: 'file.hostMapping', label: 'Edit host mapping', group: 'Test', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'host-mapping' }),
};

export const newConnection: Action = {
  id: 'file.connection', label: 'New connection', group: 'Test', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'connection', arn: null }),
};

export const iam: Action = {
  id: 'file.iam', label: 'IAM policies and role under test', group: 'Test', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'iam' }),
};

export const settings: Action = {
  id: 'file.settings', label: 'Settings: region', group: 'Test', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'settings' }),
};

export const connections: Action = {
  id: 'file.connections', label: 'Connections', group: 'Test', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'connections' }),
};

export const commandPalette: Action = {
  id: 'help.palette', label: 'Find an action or a state', group: 'Help', keys: ['Mod+K'], enabled: always,
  run: (_, actions) => actions.showDialog({ kind: 'command-palette' }),
};

export const shortcuts: Action = {
  id: 'help.shortcuts', label: 'Keyboard shortcuts', group: 'Help', keys: ['Shift+?'], where: 'canvas', enabled: always,
  run: (_, actions) => actions.showDialog({ kind: 'shortcuts' }),
};

export const bridge: Action = {
  id: 'help.bridge', label: 'Bridge status', group: 'Help', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'bridge' }),
};
