import { useState } from 'react';
import { pasteStates } from '../../asl/commands/pasteStates.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { parseCurl } from '../../http/curl/parseCurl.ts';
import { taskFromCurl } from '../../http/curl/taskFromCurl.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** Makes an HTTP task from a cURL command, which is read as data and never run. */
export function CurlDialog({ command }: { readonly command: string }) {
  const [text, setText] = useState(command);
  const language = useEditor(selectLanguage);
  const after = useEditor((s) => (s.selected.length === 1 ? s.selected[0] : undefined));
  const { showDialog, apply } = useActions();
  const [error, setError] = useState<string | null>(null);
  const add = (): void => {
    const parsed = parseCurl(text);
    if (!parsed.ok) return setError(parsed.error.message);
    const refusal = apply(pasteStates(JSON.stringify({ 'Call API': taskFromCurl(parsed.value, language).state }), after), { origin: 'form' });
    if (refusal) return setError(refusal.message);
    return showDialog(null);
  };
  return (
    <Dialog open onClose={() => showDialog(null)} size="m" title="Add a state from a cURL command" data-testid="curl" footer={<><Grow /><Button onClick={() => showDialog(null)}>Cancel</Button><Button variant="primary" onClick={add} data-testid="curl.add">Add state</Button></>}>
      <TextArea label="cURL command" mono rows={6} value={text} error={error} onChange={setText} data-testid="curl.command" />
    </Dialog>
  );
}
