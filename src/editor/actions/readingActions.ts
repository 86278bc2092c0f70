import type { StateId } from '../../asl/names.ts';
import { selectEntry, selectIndex } from '../selectors/document.ts';
import { selectIsFolded } from '../selectors/reading.ts';
import type { EditorState } from '../EditorState.ts';
import type { Action } from '../registry.ts';

const always = (): true => true;

/** The selected state, where it is one that holds others. */
function container(s: EditorState): StateId | undefined {
  const [only, ...others] = s.selected;
  const type = only !== undefined && others.length === 0 ? selectEntry(only)(s)?.type : undefined;
  return type === 'Map' || type === 'Parallel' ? only : undefined;
}
const needsContainer = (s: EditorState): true | string => container(s) !== undefined || 'Select a Map or Parallel state first.';
const containers = (s: EditorState): readonly StateId[] => selectIndex(s).all.filter((state) => state.type === 'Map' || state.type === 'Parallel').map((state) => state.id);
const hasContainers = (s: EditorState): true | string => containers(s).length > 0 || 'There is no Map or Parallel state.';

export const find: Action = {
  id: 'view.find', label: 'Find a state', group: 'View', keys: ['Mod+F'], enabled: always, run: (_, actions) => actions.showFind(true),
};

export const outline: Action = {
  id: 'view.outline', label: 'Show or hide the outline', group: 'View', keys: ['Shift+Mod+O'], enabled: always, run: (s, actions) => actions.showOutline(!s.outlineOpen),
};

export const fitSelection: Action = {
  id: 'view.fitSelection', label: 'Fit the selection into view', group: 'View', keys: ['Shift+F'], where: 'canvas',
  enabled: (s) => s.selected.length > 0 || 'Select a state first.',
  run: (_, actions) => actions.requestViewport({ kind: 'fit-selection' }),
};

export const fold: Action = {
  id: 'view.fold', label: 'Collapse or open the container', group: 'View', keys: ['.'], where: 'canvas', enabled: needsContainer,
  run: (s, actions) => {
    const state = container(s);
    if (state === undefined) return;
    const folded = !selectIsFolded(state)(s);
    actions.fold([state], folded);
    actions.requestViewport({ kind: 'reveal', state });
    actions.announce(`${state} is ${folded ? 'collapsed' : 'open'}.`);
  },
};

export const foldAll: Action = {
  id: 'view.foldAll', label: 'Collapse all containers', group: 'View', enabled: hasContainers, run: (s, actions) => actions.fold(containers(s), true),
};

export const openAll: Action = {
  id: 'view.openAll', label: 'Open all containers', group: 'View', enabled: hasContainers, run: (s, actions) => actions.fold(containers(s), false),
};

export const goInside: Action = {
  id: 'view.goInside', label: 'Show only the inside of the container', group: 'View', keys: ['I'], where: 'canvas', enabled: needsContainer,
  run: (s, actions) => actions.goInside(container(s) ?? null),
};

export const goOut: Action = {
  id: 'view.goOut', label: 'Back to the whole workflow', group: 'View', keys: ['O'], where: 'canvas',
  enabled: (s) => s.inside !== null || 'The whole workflow is shown.',
  run: (_, actions) => actions.goInside(null),
};

export const exportPicture: Action = {
  id: 'file.picture', label: 'Export a picture: SVG, PNG or Mermaid', group: 'File', enabled: always, run: (_, actions) => actions.showDialog({ kind: 'picture' }),
};
