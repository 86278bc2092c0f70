import { useEffect } from 'react';
import { copyStates } from '../asl/copyStates.ts';
import { words } from '../editor/actions/clipboardActions.ts';
import { remove } from '../editor/actions/editActions.ts';
import { useEditorStore } from '../editor/useEditor.ts';
import { useServices } from '../editor/useServices.ts';
import { isTyping } from './isTyping.ts';

/** The clipboard, by the browser's own events: no permission is asked, and the menus of the browser work too. */
export function usePaste(): void {
  const store = useEditorStore();
  const page = useServices();
  useEffect(() => {
    const paste = (text: string): void => {
      if (text.trim() !== '') void import('./pasteText.ts').then(({ pasteText }) => pasteText(text, store.getState(), page));
    };
    /** ASL, states, or a cURL command pasted outside a text field. */
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      paste(text);
    };
    /** From the menu, where the text was read by permission. */
    const onAsked = (event: Event): void => paste(event instanceof CustomEvent && typeof event.detail === 'string' ? event.detail : '');
    const onCopy = (event: ClipboardEvent): void => {
      const s = store.getState();
      const onCanvas = event.target instanceof HTMLElement && event.target.closest('[data-canvas]') !== null;
      // Marked text is what a person means to copy, wherever the focus is.
      if (event.defaultPrevented || !onCanvas || isTyping(event.target) || s.selected.length === 0 || !(document.getSelection()?.isCollapsed ?? true)) return;
      const text = copyStates(s.tree, s.selected);
      if (text === null) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      if (event.type === 'copy') s.actions.announce(`Copied ${words(s)}.`);
      else remove.run(s, s.actions);
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('studio-paste', onAsked);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('studio-paste', onAsked);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
    };
  }, [store, page]);
}
