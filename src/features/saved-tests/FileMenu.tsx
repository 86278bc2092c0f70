import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { useServices } from '../../editor/useServices.ts';
import { PLAIN_SPELLING } from '../../asl/fileSpelling.ts';
import type { Json } from '../../lib/Json.ts';
import { isMockConfig, readMockConfig, suiteFromMockConfig, writeMockConfig } from '../../suite/mockConfig.ts';
import { readSuite } from '../../suite/readSuite.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { chooseTextFile } from './chooseTextFile.ts';

/** The tests file in and out, and the mocks of Step Functions Local. */
export function FileMenu() {
  const store = useEditorStore();
  const { setTests, notify } = useActions();
  const { files } = useServices();
  const tests = (): string => store.getState().sidecar.tests ?? '';
  const open = async (): Promise<void> => {
    const chosen = await chooseTextFile();
    if (chosen === null) return;
    const read = chosen.ok ? testsFrom(chosen.value) : chosen;
    if (!read.ok) return void notify({ tone: 'error', title: 'Not opened', text: read.error });
    const before = store.getState().sidecar.tests ?? null;
    setTests(read.value);
    notify({ tone: 'success', title: 'Opened the tests', ...(before === null ? {} : { text: 'They take the place of those before.', action: { label: 'Undo', run: () => setTests(before) } }) });
  };
  const exportMocks = (): void => {
    const { name } = store.getState();
    const { config, lost } = writeMockConfig(name, readSuite(tests()).suite.tests);
    void files.download('MockConfigFile.json', `${JSON.stringify(config, null, 2)}\n`, PLAIN_SPELLING);
    if (lost.length > 0) notify({ tone: 'warning', title: 'The file cannot say everything', text: lost.join(' ') });
  };
  const none = tests() === '' ? 'There are no saved tests yet.' : null;
  const entries: readonly MenuEntry[] = [
    { id: 'open', label: 'Open a .tests.json or MockConfigFile.json', icon: 'folder', onSelect: () => void open() },
    { id: 'download', label: 'Download the tests', icon: 'download', disabledReason: none, onSelect: () => void files.download(`${store.getState().name}.tests.json`, tests(), PLAIN_SPELLING) },
    { id: 'mocks', label: 'Download their mocks as MockConfigFile.json', icon: 'download', disabledReason: none, onSelect: exportMocks },
  ];
  return <Menu label="Tests file" align="end" entries={entries} trigger={<IconButton icon="more" label="Tests file" data-testid="saved.file" />} />;
}

/** A tests file as it is, with what may be wrong in it; a MockConfigFile.json becomes one. */
function testsFrom(text: string): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: string } {
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // JSON.parse answers Json
  } catch {
    // A tests file may hold comments, or a mistake that the panel tells with its place.
    return { ok: true, value: text };
  }
  if (!isMockConfig(value)) return { ok: true, value: text };
  const cases = readMockConfig(value);
  return cases.ok ? { ok: true, value: `${JSON.stringify(suiteFromMockConfig(cases.value), null, 2)}\n` } : cases;
}
