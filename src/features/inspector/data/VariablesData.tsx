import { useMemo } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useLiveState } from '../../../editor/useLive.ts';
import { AWS_LIMITS } from '../../../interpreter/limits.ts';
import { payloadBytes } from '../../../interpreter/payloadSize.ts';
import type { Json, JsonObject } from '../../../lib/Json.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../Section.tsx';
import { lookedAt, lookedValue, stageValues } from './fieldScope.ts';
import { Meter } from '../../../ui/Meter.tsx';
import { SamplePicker } from './SamplePicker.tsx';
import { rootsOf } from './shownStages.ts';
import { StageView, type ShownStage } from './StageView.tsx';
import { usePick } from './usePick.ts';
import css from './DataSection.module.css';
import stageCss from './StageView.module.css';

const VARIABLES = { jsonPath: '$', jsonata: '$', variables: true } as const;

/** Each variable counts by its value alone, as AWS counts it. */
const bytesOf = (variables: JsonObject): number => Object.values(variables).reduce<number>((sum, value) => sum + payloadBytes(value), 0);

/** Values of the variables before and after the state, what Assign can be made of, and how much of AWS's quotas they take. */
export function VariablesData({ entry }: { readonly entry: StateEntry }) {
  const { samples, sample, stages, problem, pending } = useLiveState(entry);
  const { label, into } = usePick(entry);
  const request = sample.order.ok ? sample.order.value.chain.at(-1)?.request : undefined;
  const values = useMemo(() => (stages === null ? null : stageValues(stages, request)), [stages, request]);
  const assigned = stages?.outcome?.kind === 'answered' ? stages.outcome.extras.assigned : undefined;
  const shown = useMemo(() => (values === null ? [] : variableStages(entry, values, assigned)), [entry, values, assigned]);
  const after = values === null ? {} : { ...values.variables, ...assigned };
  return (
    <Section title="Values" aside="nothing is sent" data-testid="inspector.data.variables">
      <SamplePicker entry={entry} samples={samples} sample={sample} stages={stages} />
      {problem !== null && <Notice tone="warning" title="Not evaluated" text={problem} />}
      {values !== null && problem === null && (
        <div className={css.live} data-pending={pending || undefined}>
          <Meter label="This Assign" bytes={bytesOf(assigned ?? {})} limit={AWS_LIMITS.assignBytes} />
          <Meter label="All variables after it" bytes={bytesOf(after)} limit={AWS_LIMITS.variablesBytes} />
          {label !== undefined && <p className={css.quiet}>{`${label}: click a value.`}</p>}
          <ol className={stageCss.stages}>
            {shown.map((stage) => <StageView key={stage.key} stage={stage} onPick={into(stage.key === 'before' || stage.key === 'after' ? 'variables' : stage.key, stage.roots)} pickLabel={label} />)}
          </ol>
        </div>
      )}
    </Section>
  );
}

function variableStages(entry: StateEntry, values: ReturnType<typeof stageValues>, assigned: JsonObject | undefined): readonly ShownStage[] {
  const { variables } = values;
  const roots = { ...VARIABLES, shown: entry.language };
  const before: ShownStage = { key: 'before', label: 'Variables before', value: variables, bytes: bytesOf(variables), roots, open: true };
  const next = { ...variables, ...assigned };
  const after: ShownStage = { key: 'after', label: 'Variables after', value: next, bytes: bytesOf(next), roots, open: true, against: { label: 'before', value: variables } };
  const looked = entry.language === 'JSONata' ? 'input' : lookedAt(entry, ['Assign']);
  const source = lookedValue(values, looked);
  const from = (key: string, label: string, value: Json): ShownStage => ({ key, label, value, bytes: payloadBytes(value), roots: rootsOf(key, entry.language), open: false });
  return [
    before,
    ...(source === undefined ? [] : [from(looked, looked === 'result' ? 'Result' : looked === 'input' ? 'State input' : 'What Assign looks at', source)]),
    ...(entry.language === 'JSONata' && values.result !== undefined ? [from('result', 'Result', values.result)] : []),
    ...(assigned === undefined ? [] : [after]),
  ];
}
