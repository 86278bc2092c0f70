import { useMemo, useState } from 'react';
import type { TestRun } from '../../editor/EditorState.ts';
import { stageList, type Stage } from '../../interpreter/stages.ts';
import type { Json } from '../../lib/Json.ts';
import { Button } from '../../ui/Button.tsx';
import { ChangeList } from '../../ui/ChangeList.tsx';
import { jsonChanges, type Changes } from '../../ui/json/jsonChanges.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ValueView } from './ValueView.tsx';
import { languageOf } from './languageOf.ts';
import css from './DataFlowTab.module.css';

/** The value after each processing stage, in the order in which Step Functions computes them. Nothing is recomputed here. */
export function DataFlowTab({ run }: { readonly run: TestRun }) {
  const inspected = run.outcome?.kind === 'answered' ? run.outcome.response.inspectionData : run.outcome?.kind === 'not-performed' ? run.outcome.partial : undefined;
  const stages = inspected === undefined ? [] : stageList(inspected, languageOf(run));
  if (stages.length === 0) return <EmptyState icon="flow" title="No stages" text="At level INFO the service does not tell them. Choose DEBUG or TRACE, then run the test again." />;
  return (
    <ol className={css.stages} data-testid="test.stages">
      {stages.map((stage, at) => <StageItem key={stage.key} stage={stage} before={before(run, stages, at)} />)}
    </ol>
  );
}

/** What a stage was made from: the one before it. Variables come from what the test was given, and are compared in Output. */
const before = (run: TestRun, stages: readonly Stage[], at: number): Stage | undefined => {
  const stage = stages[at];
  if (stage?.key === 'variables') return run.request.variables === undefined ? undefined : { key: 'before', label: 'variables before', text: run.request.variables };
  return at === 0 || SETTINGS.has(stage?.key ?? '') ? undefined : stages.slice(0, at).findLast(({ key }) => !SETTINGS.has(key));
};

/** Numbers of a Map: no value is made into them, or out of them. */
const SETTINGS = new Set(['maxConcurrency', 'toleratedFailureCount', 'toleratedFailurePercentage']);

type View = 'value' | 'changes';

function StageItem({ stage, before: from }: { readonly stage: Stage; readonly before: Stage | undefined }) {
  const [view, setView] = useState<View>('value');
  const changes = useMemo(() => changesOf(from, stage), [from, stage]);
  if (from !== undefined && from.text === stage.text) return <li className={css.stage} data-same><h3 className={css.title}>{stage.label}<span className={css.note}>unchanged</span></h3></li>;
  const [first] = changes?.changes ?? [];
  const replaced = changes?.changes.length === 1 && first?.at.length === 0;
  const count = changes === null || replaced ? null : `${changes.changes.length}${changes.more ? '+' : ''} ${changes.changes.length === 1 ? 'change' : 'changes'}`;
  const toggle = count !== null && from !== undefined && (
    <Button size="small" variant="ghost" pressed={view === 'changes'} onClick={() => setView(view === 'changes' ? 'value' : 'changes')} tooltip={`What is different from ${from.label}`} data-testid={`test.stage.changes.${stage.key}`}>{count}</Button>
  );
  return (
    <li className={css.stage}>
      <ValueView label={stage.label} heading={stage.label} text={stage.text} testId={`test.stage.${stage.key}`} end={toggle} />
      {view === 'changes' && changes !== null && from !== undefined && <div className={css.changes}><p className={css.note}>{`Different from ${from.label}:`}</p><ChangeList changes={changes} variables={stage.key === 'variables'} /></div>}
    </li>
  );
}

function changesOf(from: Stage | undefined, { text }: Stage): Changes | null {
  if (from === undefined) return null;
  try {
    return jsonChanges(JSON.parse(from.text) as Json, JSON.parse(text) as Json); // what JSON.parse answers is Json by definition
  } catch {
    return null;
  }
}
