import { selectIndex, selectSelectedEntry } from '../../editor/selectors/document.ts';
import { selectRun, selectIsStale } from '../../editor/selectors/test.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useTested } from '../../editor/useTested.ts';
import type { StateEntry } from '../../asl/states.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitGroup, SplitHandle, SplitPanel } from '../../ui/SplitPane.tsx';
import { ResultPane } from './ResultPane.tsx';
import { StatePicker } from './StatePicker.tsx';
import { TestControls } from './TestControls.tsx';
import { TestInputs } from './TestInputs.tsx';

/** Test state: on the left what goes in, on the right what came of it (design.md section 8). */
export function TestPanel() {
  const entry = useEditor(selectSelectedEntry);
  const states = useEditor(selectIndex).all;
  const { showDock } = useActions();
  return (
    <Panel title="Test state" about={states.length > 0 && <StatePicker entry={entry} states={states} />} actions={entry && <ControlsOf entry={entry} />} onClose={() => showDock(null)} data-testid="test">
      {entry ? <TestOf key={entry.id} entry={entry} /> : <EmptyState icon="play" title="No state selected" text="Select one state on the canvas or in the code, or choose it above." />}
    </Panel>
  );
}

const ControlsOf = ({ entry }: { readonly entry: StateEntry }) => <TestControls entry={useTested(entry)} />;

function TestOf({ entry }: { readonly entry: StateEntry }) {
  const tested = useTested(entry);
  const run = useEditor(selectRun(entry.id));
  const stale = useEditor(selectIsStale(entry.id));
  const { startTest } = useActions();
  return (
    <SplitGroup id="test">
      <SplitPanel id="test-inputs" defaultSize="32%" minSize={240}>
        <TestInputs entry={tested} written={entry} />
      </SplitPanel>
      <SplitHandle label="Resize input and result" />
      <SplitPanel id="test-result" minSize={320}>
        <ResultPane entry={entry} run={run} stale={stale} onStart={() => startTest(entry.id)} />
      </SplitPanel>
    </SplitGroup>
  );
}
