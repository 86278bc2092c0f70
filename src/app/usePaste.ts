import { useEffect } from 'react';
import { useEditorStore } from '../editor/useEditor.ts';
import { useServices } from '../editor/useServices.ts';
import { isTyping } from './isTyping.ts';

/** ASL, a state, or a cURL command pasted outside a text field. */
export function usePaste(): void {
  const store = useEditorStore();
  const page = useServices();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      const { actions, selected } = store.getState();
      void import('./pasteText.ts').then(({ pasteText }) => pasteText(text, selected, actions, page));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [store, page]);
}
