import { pasteStates } from '../asl/commands/pasteStates.ts';
import type { StateId } from '../asl/names.ts';
import type { Actions } from '../editor/EditorState.ts';
import type { PageServices } from '../editor/useServices.ts';
import { openText } from '../services/openDocument.ts';

/** A whole machine opens, states are added, a cURL command becomes an HTTP task; anything else is refused in a sentence. */
export function pasteText(text: string, selected: readonly StateId[], actions: Actions, page: PageServices): void {
  if (/^\s*curl(\.exe)?\s/i.test(text)) return actions.showDialog({ kind: 'curl', command: text });
  const machine = openText(text, 'Pasted workflow');
  if (machine.ok) {
    page.show(machine.value);
    return actions.showDialog(null);
  }
  const after = selected.length === 1 ? selected[0] : undefined;
  const refusal = actions.apply(pasteStates(text, { after }), { origin: 'canvas' });
  if (refusal) actions.notify({ tone: 'error', title: 'Not pasted', text: refusal.message });
}
