import type { TestRun } from '../../editor/EditorState.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { selectMock } from '../../editor/selectors/test.ts';
import { takesMock } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { StateEntry } from '../../asl/states.ts';
import { printCurl } from '../../http/curl/printCurl.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton, writeClipboard } from '../../ui/CopyButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { CompareButton } from './aws/CompareButton.tsx';
import { mockFrom } from './exchange/mockFrom.ts';
import { runMarkdown } from './exchange/runMarkdown.ts';

/** What a finished test is good for next: its reply as the mock, its story for an issue. */
export function StripActions({ run }: { readonly run: TestRun }) {
  const entry = useEditor(selectEntry(run.state));
  return (
    <>
      {entry && <SaveAsMock run={run} entry={entry} />}
      {run.outcome?.kind === 'answered' && <SaveAsTest run={run} />}
      <CompareButton run={run} />
      <CopyMenu run={run} />
    </>
  );
}

function SaveAsMock({ run, entry }: { readonly run: TestRun; readonly entry: StateEntry }) {
  const before = useEditor(selectMock(entry.name));
  const { setMock, notify } = useActions();
  const mock = takesMock(entry) ? mockFrom(run) : null;
  if (mock === null) return null;
  const save = (): void => {
    setMock(entry.name, { enabled: true, mock });
    notify({ tone: 'success', title: `Saved as the mock of ${entry.name}`, text: 'Tests answer from it now, and nothing is sent.', action: { label: 'Undo', run: () => setMock(entry.name, before ?? null) } });
  };
  return <Button size="small" variant="ghost" icon="pin" onClick={save} tooltip="The next tests answer this, and send nothing" data-testid="test.save-mock">Save as mock</Button>;
}

function SaveAsTest({ run }: { readonly run: TestRun }) {
  const { showDialog } = useActions();
  return <Button size="small" variant="ghost" icon="ok" onClick={() => showDialog({ kind: 'save-test', state: run.state })} tooltip="Keep what this test was given, and what must hold" data-testid="test.save-test">Save as test</Button>;
}

function CopyMenu({ run }: { readonly run: TestRun }) {
  const { notify, announce } = useActions();
  const { prepared } = run;
  if (prepared === undefined) return <CopyButton text={() => runMarkdown(run)} label="Copy the result as Markdown">Copy as Markdown</CopyButton>;
  const copy = (what: string, text: string): void => void writeClipboard(text).then(() => announce(`${what} copied.`), () => notify({ tone: 'error', title: 'Not copied', text: 'The browser did not allow it. Click into the page, then try again.' }));
  const entries: readonly MenuEntry[] = [
    { id: 'markdown', label: 'As Markdown, for an issue', icon: 'file', onSelect: () => copy('Markdown', runMarkdown(run)) },
    { id: 'curl', label: 'As cURL, secrets masked', icon: 'terminal', onSelect: () => copy('cURL command', printCurl(prepared, { reveal: false })) },
  ];
  return <Menu label="Copy the result" align="end" entries={entries} trigger={<Button size="small" variant="ghost" icon="copy" iconEnd="chevron-down" data-testid="test.copy">Copy</Button>} />;
}
