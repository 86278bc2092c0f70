import { useEffect, useRef, useState } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import type { TestRun } from '../../editor/EditorState.ts';
import { isHttpTask } from '../../editor/testability.ts';
import { useHttpPreview, type LivePreview } from '../../editor/useHttpPreview.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPanel, Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { CurlTab } from './CurlTab.tsx';
import { DataFlowTab } from './DataFlowTab.tsx';
import { ExchangeTab } from './ExchangeTab.tsx';
import { OutputTab } from './OutputTab.tsx';
import { PreparedTab } from './PreparedTab.tsx';
import { ReadyStrip } from './ReadyStrip.tsx';
import { ResultStrip } from './ResultStrip.tsx';
import { TraceTab } from './TraceTab.tsx';
import { useReveal } from './exchange/useReveal.ts';
import { AwsTraceTab } from './aws/AwsTraceTab.tsx';
import { CompareTab } from './aws/CompareTab.tsx';
import { selectChanged } from '../../editor/selectors/test.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { HistoryMenu } from './history/HistoryMenu.tsx';
import { OldRunBar } from './history/OldRunBar.tsx';
import { TwoRunsTab } from './history/TwoRunsTab.tsx';
import { useShownRun } from './history/useShownRun.ts';
import { ApiTab } from './result/ApiTab.tsx';
import { WalkTrail } from './result/WalkTrail.tsx';
import { Working } from './Working.tsx';
import css from './ResultPane.module.css';

type ResultTab = 'output' | 'flow' | 'exchange' | 'trace' | 'curl' | 'prepared' | 'compare' | 'runs' | 'api';

interface Props {
  readonly entry: StateEntry;
  readonly run: TestRun | undefined;
  readonly stale: boolean;
  readonly onStart: () => void;
}

/** The result of the last test of the state, explained; of an HTTP task also the request that the next one would send. */
export function ResultPane(props: Props) {
  return isHttpTask(props.entry) ? <HttpResult {...props} /> : <Result {...props} live={null} />;
}

const HttpResult = (props: Props) => <Result {...props} live={useHttpPreview(props.entry)} />;

function Result({ entry, run, stale, onStart, live }: Props & { readonly live: LivePreview | null }) {
  const [again, setAgain] = useState(false);
  if (run === undefined && live) {
    return (
      <div className={css.pane}>
        <ReadyStrip live={live} />
        <div className={css.panel}><PreparedTab entry={entry} live={live} /></div>
      </div>
    );
  }
  if (run === undefined) {
    const start = <Button variant="primary" icon="play" keys="Mod+Enter" onClick={onStart}>Start test</Button>;
    return <EmptyState icon="play" title="No result yet" text="Run the state with the input on the left. Nothing is sent before you say so." action={start} />;
  }
  if (run.phase === 'running') return <Working run={run} />;
  return <Finished entry={entry} run={run} stale={stale} live={live} again={again} onAgain={setAgain} />;
}

interface FinishedProps {
  readonly entry: StateEntry;
  readonly run: TestRun;
  readonly stale: boolean;
  readonly live: LivePreview | null;
}

interface AgainProps {
  /** An earlier run was run again from here: the button that was pressed is gone. */
  readonly again: boolean;
  readonly onAgain: (again: boolean) => void;
}

/** The last run, or the earlier one that is looked at; a new run ends that. */
function Finished({ entry, run: newest, stale, live, again, onAgain }: FinishedProps & AgainProps) {
  const { run, other, isOld, show, compare } = useShownRun(newest);
  const oldIsStale = useEditor((s) => isOld && selectChanged(run)(s) !== '');
  const isStale = isOld ? oldIsStale : stale;
  const history = useRef<HTMLButtonElement>(null);
  const { runAgain } = useActions();
  useEffect(() => {
    if (!again) return;
    if (document.activeElement === document.body) history.current?.focus();
    onAgain(false);
  }, [again, onAgain]);
  const startAgain = (): void => {
    onAgain(true);
    runAgain(run);
  };
  const goBack = (): void => {
    // The button that was pressed goes with the bar.
    history.current?.focus();
    show(newest.id);
  };
  return (
    <div className={css.pane}>
      {isOld && <OldRunBar run={run} onCompare={compare} onNewest={goBack} onAgain={startAgain} />}
      <ResultStrip run={run} stale={isStale} old={isOld} history={<HistoryMenu state={run.state} shown={run.id} onShow={show} buttonRef={history} />} />
      <WalkTrail state={run.state} />
      <ResultTabs key={`${run.id} ${other?.id}`} entry={entry} run={run} other={other} stale={isStale} live={live} />
    </div>
  );
}

function ResultTabs({ entry, run, other, stale, live }: FinishedProps & { /** The run that it is compared with. */ readonly other: TestRun | null }) {
  const { prepared } = run;
  const hasExchange = run.exchange !== undefined || prepared !== undefined;
  const { beside } = run;
  const told = run.route === 'aws' && run.outcome?.kind === 'answered' ? run.outcome.response.inspectionData : undefined;
  // A run of the side where the switch does not stand was made to compare.
  const compared = useEditor((s) => beside !== undefined && (run.route === 'aws') !== (s.testsOn === 'aws'));
  const [tab, setTab] = useState<ResultTab>(other ? 'runs' : compared ? 'compare' : hasExchange ? 'exchange' : 'output');
  const reveal = useReveal(run);
  const items: readonly TabItem<ResultTab>[] = [
    { id: 'output', label: 'Output' },
    { id: 'flow', label: 'Data flow' },
    ...(hasExchange ? [{ id: 'exchange', label: 'Request & response' } as const, { id: 'trace', label: 'TRACE' } as const, { id: 'curl', label: 'cURL' } as const] : []),
    ...(told?.request ? [{ id: 'trace', label: 'TRACE' } as const] : []),
    ...(beside ? [{ id: 'compare', label: 'Here and AWS' } as const] : []),
    ...(other ? [{ id: 'runs', label: 'Two runs' } as const] : []),
    { id: 'api', label: 'API' },
    ...(live ? [{ id: 'prepared', label: 'Next request', dot: stale } as const] : []),
  ];
  return (
    <Tabs label="Result" items={items} value={tab} onChange={setTab} className={css.tabs} data-testid="test.result.tab">
      <TabPanel id="output" className={css.panel}><OutputTab run={run} /></TabPanel>
      <TabPanel id="flow" className={css.panel}><DataFlowTab run={run} /></TabPanel>
      {hasExchange && <TabPanel id="exchange" className={css.panel}><ExchangeTab run={run} reveal={reveal} /></TabPanel>}
      {hasExchange && <TabPanel id="trace" className={css.panel}><TraceTab run={run} reveal={reveal} /></TabPanel>}
      {prepared && <TabPanel id="curl" className={css.panel}><CurlTab prepared={prepared} reveal={reveal} /></TabPanel>}
      {told?.request && <TabPanel id="trace" className={css.panel}><AwsTraceTab inspected={told} /></TabPanel>}
      {beside && <TabPanel id="compare" className={css.panel}><CompareTab run={run} beside={beside} /></TabPanel>}
      {other && <TabPanel id="runs" className={css.panel}><TwoRunsTab run={run} other={other} /></TabPanel>}
      <TabPanel id="api" className={css.panel}><ApiTab run={run} /></TabPanel>
      {live && <TabPanel id="prepared" className={css.panel}><PreparedTab entry={entry} live={live} /></TabPanel>}
    </Tabs>
  );
}
