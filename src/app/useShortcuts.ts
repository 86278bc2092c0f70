import { useEffect } from 'react';
import { allActions } from '../editor/actions/allActions.ts';
import { perform } from '../editor/registry.ts';
import { useEditorStore } from '../editor/useEditor.ts';
import { isTyping } from './isTyping.ts';
import { matchKeys } from './matchKeys.ts';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

const onCanvas = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-canvas]') !== null;

/** Keys that mean something else inside a text field. */
const FIELD_KEYS: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo', 'edit.duplicate']);

/** Every shortcut of the registry, in one listener. What the canvas handled itself is left alone. */
export function useShortcuts(): void {
  const store = useEditorStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const state = store.getState();
      const typing = isTyping(event.target);
      const action = allActions.find((candidate) => {
        if (candidate.byBrowser === true) return false;
        if (candidate.where === 'canvas' && !onCanvas(event.target)) return false;
        if (typing && FIELD_KEYS.has(candidate.id)) return false;
        return candidate.keys?.some((keys) => matchKeys(event, keys, IS_MAC)) ?? false;
      });
      // An open dialog, and the question before a send above all, is answered before anything else happens.
      if (!action || state.consent !== null || (state.dialog !== null && action.id !== 'help.palette')) return;
      event.preventDefault();
      perform(action, state);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
