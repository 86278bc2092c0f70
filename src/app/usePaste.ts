import { useEffect } from 'react';
import { pasteStates } from '../asl/commands/pasteStates.ts';
import type { StateId } from '../asl/names.ts';
import type { Actions } from '../editor/EditorState.ts';
import { useEditorStore } from '../editor/useEditor.ts';
import { useServices, type PageServices } from '../editor/useServices.ts';
import { openText } from '../services/openDocument.ts';
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
      paste(text, selected, actions, page);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [store, page]);
}

function paste(text: string, selected: readonly StateId[], actions: Actions, page: PageServices): void {
  if (/^\s*curl(\.exe)?\s/i.test(text)) return actions.showDialog({ kind: 'curl', command: text });
  const machine = openText(text, 'Pasted workflow');
  if (machine.ok) {
    page.show(machine.value);
    return actions.showDialog(null);
  }
  const after = selected.length === 1 ? selected[0] : undefined;
  const refusal = actions.apply(pasteStates(text, after), { origin: 'canvas' });
  if (refusal) actions.notify({ tone: 'error', title: 'Not pasted', text: refusal.message });
}
