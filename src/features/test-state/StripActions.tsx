import type { TestRun } from '../../editor/EditorState.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { selectMock } from '../../editor/selectors/test.ts';
import { takesMock } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { StateEntry } from '../../asl/states.ts';
import { printCurl } from '../../http/curl/printCurl.ts';
import { Button } from '../../ui/Button.tsx';
import { writeClipboard } from '../../ui/CopyButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { useCompareEntry } from './aws/useCompareEntry.ts';
import { mockFrom } from './exchange/mockFrom.ts';
import { runMarkdown } from './exchange/runMarkdown.ts';

/** What a finished test is good for next. `old`: it is not the last one of its state. */
export function StripActions({ run, old }: { readonly run: TestRun; readonly old: boolean }) {
  return (
    <>
      {run.outcome?.kind === 'answered' && <SaveAsTest run={run} old={old} />}
      <MoreMenu run={run} old={old} />
    </>
  );
}

/** The dialog takes the last result of the state. */
function SaveAsTest({ run, old }: { readonly run: TestRun; readonly old: boolean }) {
  const { showDialog } = useActions();
  return <Button size="small" variant="ghost" icon="ok" onClick={() => showDialog({ kind: 'save-test', state: run.state })} disabledReason={old ? 'Run it again first, then save the new result.' : null} tooltip="Keep what this test was given, and what must hold" data-testid="test.save-test">Save as test</Button>;
}

/** What is done now and then: one button, so that the strip stays one line. */
function MoreMenu({ run, old }: { readonly run: TestRun; readonly old: boolean }) {
  const entry = useEditor(selectEntry(run.state));
  const mock = useMockEntry(run, entry);
  const compare = useCompareEntry(run, old);
  const copies = useCopyEntries(run);
  const first = [...mock, ...compare];
  return <Menu label="More for this result" align="end" entries={[...first, ...(first.length > 0 ? ['separator' as const] : []), ...copies]} trigger={<Button size="small" variant="ghost" iconEnd="chevron-down" data-testid="test.more">More</Button>} />;
}

function useMockEntry(run: TestRun, entry: StateEntry | null): readonly MenuEntry[] {
  const before = useEditor((s) => (entry === null ? undefined : selectMock(entry.name)(s)));
  const { setMock, notify } = useActions();
  const mock = entry !== null && takesMock(entry) ? mockFrom(run) : null;
  if (mock === null || entry === null) return [];
  const save = (): void => {
    setMock(entry.name, { enabled: true, mock });
    notify({ tone: 'success', title: `Saved as the mock of ${entry.name}`, text: 'Tests answer from it now, and nothing is sent.', action: { label: 'Undo', run: () => setMock(entry.name, before ?? null) } });
  };
  return [{ id: 'mock', label: 'Save as mock', icon: 'pin', onSelect: save }];
}

function useCopyEntries(run: TestRun): readonly MenuEntry[] {
  const { notify, announce } = useActions();
  const { prepared } = run;
  const copy = (what: string, text: string): void => void writeClipboard(text).then(() => announce(`${what} copied.`), () => notify({ tone: 'error', title: 'Not copied', text: 'The browser did not allow it. Click into the page, then try again.' }));
  return [
    { id: 'markdown', label: 'Copy as Markdown', icon: 'copy', onSelect: () => copy('Markdown', runMarkdown(run)) },
    ...(prepared === undefined ? [] : [{ id: 'curl', label: 'Copy as cURL, secrets masked', icon: 'terminal', onSelect: () => copy('cURL command', printCurl(prepared, { reveal: false })) } as const]),
  ];
}
