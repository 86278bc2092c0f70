import { useCallback } from 'react';
import { addState } from '../../asl/commands/addState.ts';
import { applyEdit } from '../../editor/actions/applyEdit.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { useCanvasUiStore, type At, type Place } from './canvasUi.ts';
import { targetOf } from './places.ts';
import type { Incoming } from './insertables.ts';

/** Adds a state at a place; a refusal is said where the pointer is, as well as in the live region. */
export function useInsert(): (what: Incoming, place: Place, at: At) => void {
  const store = useEditorStore();
  const actions = useActions();
  const ui = useCanvasUiStore();
  return useCallback(
    (what, place, at) => {
      const language = selectLanguage(store.getState());
      ui.setState({ refusal: null });
      const target = targetOf(place);
      const done = applyEdit(actions, 'make' in what ? what.make(target) : addState({ ...what, language, ...target }), (text) => ui.setState({ refusal: { at, text } }));
      if (done && 'added' in what) what.added();
    },
    [store, actions, ui],
  );
}
