import type { Actions, EditorState } from './EditorState.ts';

/**
 * One thing a person can do, whatever way they ask: button, menu, shortcut and command palette share it.
 * `keys` are written for every platform: `Mod` is Cmd on a Mac and Ctrl elsewhere. `where: 'canvas'` keys work only while the canvas is focused.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: 'Edit' | 'State' | 'View' | 'Test' | 'File' | 'Help';
  readonly keys?: readonly string[];
  readonly where?: 'anywhere' | 'canvas';
  /** The browser's own event does it when the keys are pressed (copy, cut, paste); they are named here for menus. */
  readonly byBrowser?: boolean;
  /** True, or the reason why not, shown on hover. */
  enabled(state: EditorState): true | string;
  run(state: EditorState, actions: Actions): void;
}

/** Runs it, or says why not. */
export function perform(action: Action, state: EditorState): void {
  const enabled = action.enabled(state);
  if (enabled === true) action.run(state, state.actions);
  else state.actions.announce(enabled);
}
