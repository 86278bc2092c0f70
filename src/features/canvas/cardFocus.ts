import { useCallback, useEffect, useRef } from 'react';
import type { StateId } from '../../asl/names.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { cardIn } from './cardIn.ts';
import { useCanvasUiStore } from './canvasUi.ts';
import type { LaidOut } from './useFlow.ts';

/** Brings a card into view and focuses it. One that is not there yet (culled, or its layout is under way) gets the focus when it comes. */
export function useFocusCard(root: React.RefObject<HTMLElement | null>, reveal: (state: StateId) => void, laid: LaidOut | null): (state: StateId) => void {
  const wanted = useRef<StateId | null>(null);
  const tryFocus = useCallback(() => {
    const state = wanted.current;
    // Who has gone elsewhere meanwhile is not called back.
    const here = document.activeElement === document.body || root.current?.contains(document.activeElement);
    if (state === null || !here || focusIn(root, state)) wanted.current = null;
  }, [root]);
  useEffect(() => {
    if (laid !== null && wanted.current !== null) requestAnimationFrame(tryFocus);
  }, [laid, tryFocus]);
  return useCallback(
    (state) => {
      reveal(state);
      if (focusIn(root, state)) return;
      wanted.current = state;
      requestAnimationFrame(tryFocus);
    },
    [root, reveal, tryFocus],
  );
}

function focusIn(root: React.RefObject<HTMLElement | null>, state: StateId): boolean {
  const card = cardIn(root.current, state);
  card?.focus({ preventScroll: true });
  return card !== null;
}

/** Who goes to a state from elsewhere (find, the outline) may want the keyboard there too. */
export function useFocusRequest(focusCard: (state: StateId) => void): void {
  const request = useEditor((s) => s.viewportRequest);
  const answered = useRef(request);
  useEffect(() => {
    if (request === answered.current) return;
    answered.current = request;
    if (request?.kind === 'reveal' && request.focus) focusCard(request.state);
  }, [request, focusCard]);
}

/** When a menu or the name field closes, the focus goes back to the card it was about, or to the state it has made. */
export function useFocusSelected(focusCard: (state: StateId) => void): (otherwise?: StateId | null) => void {
  const store = useEditorStore();
  const renaming = useEditor((s) => s.renaming !== null);
  const focusSelected = useCallback((otherwise: StateId | null = null) => {
    requestAnimationFrame(() => {
      const { selected, renaming } = store.getState();
      const last = selected.at(-1) ?? otherwise;
      if (last !== null && renaming === null && (document.activeElement === document.body || document.activeElement === null)) focusCard(last);
    });
  }, [store, focusCard]);
  useEffect(() => (renaming ? () => focusSelected() : undefined), [renaming, focusSelected]);
  return focusSelected;
}

/** Where the card or the arrow that had the focus is no longer drawn (another document, an undo, a deleted arrow), a card gets it, not the page. */
export function useKeptFocus(root: React.RefObject<HTMLElement | null>, laid: LaidOut | null, focusSelected: (otherwise?: StateId | null) => void): void {
  const ui = useCanvasUiStore();
  const here = useRef(false);
  const onArrow = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      here.current = target instanceof Node && root.current?.contains(target) === true;
      onArrow.current = here.current && target instanceof Element && target.closest('[data-edge-id]') !== null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [root]);
  useEffect(() => {
    if (laid !== null && here.current) focusSelected(onArrow.current ? ui.getState().active : null);
  }, [laid, focusSelected, ui]);
}
