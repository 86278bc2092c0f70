import { useState } from 'react';
import type { TestRun } from '../../editor/EditorState.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPanel, Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { CurlTab } from './CurlTab.tsx';
import { DataFlowTab } from './DataFlowTab.tsx';
import { ExchangeTab } from './ExchangeTab.tsx';
import { OutputTab } from './OutputTab.tsx';
import { ResultStrip } from './ResultStrip.tsx';
import { Working } from './Working.tsx';
import css from './ResultPane.module.css';

type ResultTab = 'output' | 'flow' | 'exchange' | 'curl';

interface Props {
  readonly run: TestRun | undefined;
  readonly stale: boolean;
  readonly onStart: () => void;
}

/** The result of the last test of the state, explained. */
export function ResultPane({ run, stale, onStart }: Props) {
  if (run === undefined) {
    const start = <Button variant="primary" icon="play" keys="Mod+Enter" onClick={onStart}>Start test</Button>;
    return <EmptyState icon="play" title="No result yet" text="Run the state with the input on the left. Nothing is sent before you say so." action={start} />;
  }
  if (run.phase === 'running') return <Working run={run} />;
  return <Finished key={run.id} run={run} stale={stale} />;
}

function Finished({ run, stale }: { readonly run: TestRun; readonly stale: boolean }) {
  const hasExchange = run.exchange !== undefined || run.prepared !== undefined;
  const [tab, setTab] = useState<ResultTab>(hasExchange ? 'exchange' : 'output');
  const items: readonly TabItem<ResultTab>[] = [
    { id: 'output', label: 'Output' },
    { id: 'flow', label: 'Data flow' },
    ...(hasExchange ? [{ id: 'exchange', label: 'Request & response' } as const, { id: 'curl', label: 'cURL' } as const] : []),
  ];
  return (
    <div className={css.pane}>
      <ResultStrip run={run} stale={stale} />
      <Tabs label="Result" items={items} value={tab} onChange={setTab} className={css.tabs} data-testid="test.result.tab">
        <TabPanel id="output" className={css.panel}><OutputTab run={run} /></TabPanel>
        <TabPanel id="flow" className={css.panel}><DataFlowTab run={run} /></TabPanel>
        {hasExchange && <TabPanel id="exchange" className={css.panel}><ExchangeTab run={run} /></TabPanel>}
        {hasExchange && <TabPanel id="curl" className={css.panel}><CurlTab run={run} /></TabPanel>}
      </Tabs>
    </div>
  );
}
