import { useMemo, useState } from 'react';
import { savedTestsOf, type SavedTests } from '../../editor/savedTests/savedTestsOf.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { SavedTest } from '../../suite/suiteTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Count } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CoverageList } from './CoverageList.tsx';
import { FileMenu } from './FileMenu.tsx';
import { groupsOf } from './groupsOf.ts';
import { TestRow } from './TestRow.tsx';
import css from './SavedTests.module.css';

/** The tests kept with the workflow: by state, then whole runs. Nothing is sent when they run. */
export function SavedTestsPanel() {
  const sidecar = useEditor((s) => s.sidecar);
  const goodTree = useEditor((s) => s.goodTree);
  const { showDock } = useActions();
  const saved = useMemo(() => savedTestsOf({ sidecar, goodTree }), [sidecar, goodTree]);
  return (
    <Panel title="Tests" about={saved && <Count>{saved.suite.tests.length}</Count>} actions={<FileMenu />} onClose={() => showDock(null)} data-testid="saved">
      {saved === null || (saved.suite.tests.length === 0 && saved.problems.length === 0) ? (
        <EmptyState icon="ok" title="No saved tests yet" text="Test a state, then choose Save as test in its result. Or open a .tests.json file from the menu above." action={<Button onClick={() => showDock('test')}>Test a state</Button>} />
      ) : saved.problems.length > 0 ? <Problems saved={saved} /> : <Listed saved={saved} />}
    </Panel>
  );
}

function Problems({ saved: { problems } }: { readonly saved: SavedTests }) {
  return (
    <div className={css.problems}>
      <Notice tone="error" title="The tests file cannot be run as it is" text="Download it from the menu above, correct it, then open it again. Nothing in it is changed until then." data-testid="saved.problems" />
      <ul>{problems.map(({ line, column, message }) => <li key={`${line}:${column} ${message}`}>{`Line ${line}, column ${column}: ${message}`}</li>)}</ul>
    </div>
  );
}

function Listed({ saved }: { readonly saved: SavedTests }) {
  const { runSavedTests, stopSavedTests } = useActions();
  const progress = useEditor((s) => s.savedProgress);
  const results = useEditor((s) => s.savedResults);
  const stale = useEditor((s) => s.savedFrom !== null && (s.savedFrom.text !== s.goodTree.text || s.savedFrom.tests !== (s.sidecar.tests ?? '')));
  const [words, setWords] = useState('');
  const [covered, setCovered] = useState(false);
  const { tests } = saved.suite;
  const shown = tests.filter((test) => matches(test, words));
  const failed = shown.filter(({ name }) => ['failed', 'not-run'].includes(results.get(name)?.status ?? ''));
  return (
    <>
      <div className={css.bar}>
        {progress
          ? <><Button size="small" icon="stop" onClick={stopSavedTests} data-testid="saved.stop">Stop</Button><span className={css.progress}>{`${progress.done} of ${progress.of}`}</span></>
          : <Button size="small" variant="primary" icon="play" onClick={() => void runSavedTests(words.trim() === '' ? null : shown.map(({ name }) => name))} disabledReason={shown.length === 0 ? 'No test fits the filter.' : null} data-testid="saved.run-all">{words.trim() === '' ? 'Run all' : `Run ${shown.length}`}</Button>}
        {failed.length > 0 && !progress && <Button size="small" onClick={() => void runSavedTests(failed.map(({ name }) => name))}>{`Run ${failed.length} failed`}</Button>}
        <div className={css.find}><TextField label="Filter tests" hideLabel size="small" icon="filter" placeholder="Name or state" value={words} onChange={setWords} data-testid="saved.filter" /></div>
        {stale && results.size > 0 && <Chip tone="outline" icon="refresh" title="The workflow or the tests changed since" data-testid="saved.stale">Run again: changed since</Chip>}
        <span className={css.grow} />
        <Button size="small" variant="ghost" icon="eye" pressed={covered} onClick={() => setCovered(!covered)} data-testid="saved.coverage">Coverage</Button>
      </div>
      {covered && <CoverageList saved={saved} />}
      {shown.length === 0 && <EmptyState icon="search" title="Nothing found" text="No test has these words in its name or state." action={<Button onClick={() => setWords('')}>Clear the filter</Button>} />}
      {groupsOf(shown).map(({ state, tests: own }) => (
        <section key={state ?? ''} className={css.group} aria-label={state ?? 'Whole runs'}>
          <div className={css.groupHead}>
            <h3 className={css.groupName}>{state ?? 'Whole runs'}</h3>
            <Count>{own.length}</Count>
            <Button size="small" variant="ghost" icon="play" aria-label={state === undefined ? 'Run the tests of whole runs' : `Run the tests of ${state}`} onClick={() => void runSavedTests(own.map(({ name }) => name))}>Run these</Button>
          </div>
          <ul className={css.list}>{own.map((test) => <TestRow key={test.name} test={test} result={results.get(test.name)} stale={stale} />)}</ul>
        </section>
      ))}
    </>
  );
}

const matches = ({ name, state = 'Whole runs' }: SavedTest, words: string): boolean => `${name} ${state}`.toLowerCase().includes(words.trim().toLowerCase());
