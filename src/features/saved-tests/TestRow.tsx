import { useId, useState } from 'react';
import { openSaved } from '../../editor/savedTests/openSaved.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { failureLines } from '../../suite/failureLines.ts';
import { addTest, duplicateTest, removeTest, testText, type SuiteEdit } from '../../suite/suiteEdits.ts';
import type { SavedTest } from '../../suite/suiteTypes.ts';
import type { TestResult } from '../../suite/TestResult.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { EditTest } from './EditTest.tsx';
import css from './SavedTests.module.css';

const MARK: { readonly [S in TestResult['status']]: { readonly icon: IconName; readonly text: string } } = {
  passed: { icon: 'ok', text: 'Passed' }, failed: { icon: 'error', text: 'Failed' }, 'not-run': { icon: 'error', text: 'Failed' }, skipped: { icon: 'dash', text: 'Skipped' },
};

interface Props {
  readonly test: SavedTest;
  readonly result: TestResult | undefined;
  readonly stale: boolean;
}

/** A test with its last result; it opens to say what did not hold, and what it expects. */
export function TestRow({ test, result, stale }: Props) {
  const { name, state, skip } = test;
  const [opened, setOpened] = useState<boolean>();
  const [editing, setEditing] = useState(false);
  const id = useId();
  const { runSavedTests, notify } = useActions();
  const store = useEditorStore();
  const failed = result?.status === 'failed' || result?.status === 'not-run';
  const open = opened ?? failed;
  const mark = result && MARK[result.status];
  const show = (): void => {
    const problem = openSaved(store.getState(), name);
    if (problem !== null) notify({ tone: 'warning', title: 'Not opened', text: problem });
  };
  return (
    <li className={css.item} data-testid="saved.row">
      <div className={css.line}>
        <IconButton icon={open ? 'chevron-down' : 'chevron-right'} size="small" label={open ? `Hide ${name}` : `Show ${name}`} aria-expanded={open} aria-controls={id} onClick={() => setOpened(!open)} />
        <span className={css.mark} data-status={result?.status} data-testid="saved.status">{mark && <><Icon name={mark.icon} />{mark.text}</>}{!mark && (skip === undefined ? 'Not run' : 'Skipped')}</span>
        <span className={`${css.name} ${stale && result ? css.stale : ''}`}>{name}{skip !== undefined && <small>{`skipped: ${skip}`}</small>}</span>
        <IconButton icon="play" size="small" label={`Run ${name}`} onClick={() => void runSavedTests([name])} data-testid="saved.run" />
        <RowMenu name={name} onEdit={() => { setOpened(true); setEditing(true); }} />
      </div>
      {open && (
        <div id={id} className={css.details}>
          {result && result.failures.length > 0 && <pre className={css.failure} tabIndex={0} aria-label={`What did not hold in ${name}`} data-testid="saved.failure">{result.failures.flatMap(failureLines).join('\n')}</pre>}
          {result?.notes.map((note) => <p key={note} className={css.note}>{note}</p>)}
          {editing ? <EditTest test={test} onDone={() => setEditing(false)} /> : (
            <div className={css.buttons}>
              {state !== undefined && <Button size="small" icon="play" onClick={show} data-testid="saved.open">Open in Test state</Button>}
              <Button size="small" variant="ghost" icon="pencil" onClick={() => setEditing(true)} data-testid="saved.edit">Edit</Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function RowMenu({ name, onEdit }: { readonly name: string; readonly onEdit: () => void }) {
  const store = useEditorStore();
  const { setTests, notify } = useActions();
  const tests = (): string => store.getState().sidecar.tests ?? '';
  const apply = (edit: SuiteEdit): boolean => {
    if (edit.ok) setTests(edit.value);
    else notify({ tone: 'warning', title: 'Nothing was changed', text: edit.error });
    return edit.ok;
  };
  const remove = (): void => {
    const before = tests();
    const taken = testText(before, name);
    if (!apply(removeTest(before, name))) return;
    const after = tests();
    // Where the tests were changed since, it goes behind the others.
    const undo = (): void => { if (tests() === after) setTests(before); else if (taken !== undefined) apply(addTest(tests(), { kind: 'verbatim', text: taken })); };
    notify({ tone: 'info', title: `Deleted the test "${name}"`, action: { label: 'Undo', run: undo } });
  };
  const entries: readonly MenuEntry[] = [
    { id: 'edit', label: 'Edit name, input and expectations', icon: 'pencil', onSelect: onEdit },
    { id: 'duplicate', label: 'Duplicate', icon: 'copy', onSelect: () => void apply(duplicateTest(tests(), name)) },
    'separator',
    { id: 'delete', label: 'Delete', icon: 'trash', danger: true, onSelect: remove },
  ];
  return <Menu label={`More for ${name}`} align="end" entries={entries} trigger={<IconButton icon="more" size="small" label={`More for ${name}`} data-testid="saved.more" />} />;
}
