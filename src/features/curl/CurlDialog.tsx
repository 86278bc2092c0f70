import { useDeferredValue, useMemo, useState } from 'react';
import { lineOf } from '../../asl/lines.ts';
import { selectLanguage, selectSelectedEntry } from '../../editor/selectors/document.ts';
import { isHttpTask } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { addCommand } from './addCommand.ts';
import { CurlPreview } from './CurlPreview.tsx';
import { readCommand, type ReadCommand } from './readCommand.ts';
import css from './CurlDialog.module.css';

const EXAMPLE = "curl https://api.example.com/v1/items -H 'Authorization: Bearer …' -d '{\"name\": \"A\"}'";

/** Makes an HTTP task from a cURL command, or fills the selected one. The command is read as data: nothing is run, nothing is sent. */
export function CurlDialog({ command }: { readonly command: string }) {
  const [text, setText] = useState(command);
  const [refused, setRefused] = useState<string | null>(null);
  const [makeConnection, setMakeConnection] = useState(false);
  const [filling, setFilling] = useState(false);
  const machineLanguage = useEditor(selectLanguage);
  const selected = useEditor(selectSelectedEntry);
  const target = selected && isHttpTask(selected) ? selected : null;
  const fill = filling ? target : null;
  const language = fill?.language ?? machineLanguage;
  const connections = useEditor((s) => s.connections);
  const store = useEditorStore();
  const { showDialog } = useActions();
  const settled = useDeferredValue(text);
  const read = useMemo(() => (settled.trim() === '' ? null : readCommand(settled, language, connections)), [settled, language, connections]);
  const problem = read?.ok === false ? `Line ${lineOf(settled, read.error.offset)}: ${read.error.message}` : null;

  const add = (): void => {
    if (!read?.ok) return;
    const refusal = addCommand(store.getState(), read.value, { makeConnection, fill });
    setRefused(refusal?.message ?? null);
    if (!refusal) showDialog(null);
  };
  const footer = (
    <>
      <Grow />
      <Button onClick={() => showDialog(null)}>Cancel</Button>
      <Button variant="primary" onClick={add} disabledReason={read?.ok ? null : (problem ?? 'Paste a command first.')} data-testid="curl.add">{fill ? `Fill ${fill.name}` : 'Add state'}</Button>
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} size="m" icon={<StateIcon type="Http" glyph="terminal" size="l" />} title="Add a state from a cURL command" footer={footer} data-testid="curl"
      description="The command is read, never run. Its credentials do not go into the workflow: they belong into a connection.">
      <TextArea label="cURL command" mono rows={5} value={text} placeholder={EXAMPLE} error={refused ?? problem} onChange={(next) => { setText(next); setRefused(null); }} data-testid="curl.command" />
      {read?.ok && (
        <>
          <CurlPreview read={read.value} />
          {target && <Checkbox label={`Fill ${target.name} with it, and add no state`} hint="Its request is replaced; Retry, Catch and the way on stay." checked={filling} onChange={setFilling} data-testid="curl.fill" />}
          <Connection read={read.value} checked={makeConnection} onChange={setMakeConnection} />
        </>
      )}
    </Dialog>
  );
}

interface ConnectionProps {
  readonly read: ReadCommand;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A connection is made only when a person says so; else the state uses a fitting one, or waits for one. */
function Connection({ read, checked, onChange }: ConnectionProps) {
  const { suggestion, hasCredentials, existing } = read;
  const origins = suggestion.allowedOrigins.map((origin) => origin.replace(/^https?:\/\//, '')).join(', ');
  const where = origins === '' ? 'Name an allowed origin in it before you test.' : `Its secret goes to ${origins} only, and is kept in memory.`;
  const label = hasCredentials ? `Make the connection ${suggestion.name} with this secret` : `Make the connection ${suggestion.name}`;
  const without = existing ? `Without it, the state uses your connection ${existing.name}.` : 'Without it, you choose a connection in the form of the state.';
  return (
    <div className={css.connection}>
      <Checkbox label={label} hint={`${hasCredentials ? where : 'AWS wants a connection for every call; this one sends a harmless header.'} ${without}`} checked={checked} onChange={onChange} data-testid="curl.connection" />
    </div>
  );
}
