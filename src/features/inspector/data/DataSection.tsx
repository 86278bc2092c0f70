import { useMemo } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import type { Sample } from '../../../editor/samples.ts';
import { useLiveState } from '../../../editor/useLive.ts';
import type { LiveStages } from '../../../interpreter/live/liveStages.ts';
import { AWS_LIMITS } from '../../../interpreter/limits.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../Section.tsx';
import { stageValues } from './fieldScope.ts';
import { Meter } from '../../../ui/Meter.tsx';
import { SamplePicker } from './SamplePicker.tsx';
import { shownStages } from './shownStages.ts';
import { StageView } from './StageView.tsx';
import { usePick } from './usePick.ts';
import css from './DataSection.module.css';
import stageCss from './StageView.module.css';

/** The data on its way into the state, or out of it: made anew at every change of the form, and nothing is sent. */
export function DataSection({ entry, side }: { readonly entry: StateEntry; readonly side: 'before' | 'after' }) {
  const { samples, sample, stages, problem, pending } = useLiveState(entry);
  return (
    <Section title={side === 'before' ? 'Data that goes in' : 'Data that comes out'} aside="nothing is sent" data-testid={`inspector.data.${side}`}>
      <SamplePicker entry={entry} samples={samples} sample={sample} stages={stages} />
      {problem !== null && <Notice tone="warning" title="Not evaluated" text={problem} />}
      {problem === null && stages === null && <p className={css.quiet}>Evaluating…</p>}
      {stages !== null && problem === null && <div className={css.live} data-pending={pending || undefined}><Stages entry={entry} stages={stages} sample={sample} side={side} /></div>}
    </Section>
  );
}

function Stages({ entry, stages, sample, side }: { readonly entry: StateEntry; readonly stages: LiveStages; readonly sample: Sample; readonly side: 'before' | 'after' }) {
  const { label, into } = usePick(entry);
  const request = sample.order.ok ? sample.order.value.chain.at(-1)?.request : undefined;
  const values = useMemo(() => stageValues(stages, request), [stages, request]);
  const shown = useMemo(() => shownStages(entry, stages, values, side), [entry, stages, values, side]);
  const largest = shown.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  const stopped = stages.stoppedAt;
  if (stopped) return <Notice tone="info" title={`${sample.states[stopped.index]?.name ?? 'A state before it'} gives no output here`} text={`${stopped.reason} Or choose another sample above.`} />;
  return (
    <>
      {shown.length > 0 && <Meter label={side === 'before' ? 'Largest payload going in' : 'Largest payload coming out'} bytes={largest} limit={AWS_LIMITS.payloadBytes} />}
      {label !== undefined && shown.length > 0 && <p className={css.quiet} data-testid="inspector.pickHint">{`${label}: click a value.`}</p>}
      <ol className={stageCss.stages}>
        {shown.map((stage) => <StageView key={stage.key} stage={stage} onPick={into(stage.key, stage.roots)} pickLabel={label} />)}
      </ol>
      <Ending stages={stages} side={side} />
    </>
  );
}

/** Why there is nothing further. */
function Ending({ stages: { outcome }, side }: { readonly stages: LiveStages; readonly side: 'before' | 'after' }) {
  if (outcome === null) return null;
  if (outcome.kind === 'refused') return <Notice tone="error" title={outcome.exception.name} text={outcome.exception.message} />;
  if (outcome.kind === 'unsupported') return <p className={css.quiet}>{outcome.message}</p>;
  if (outcome.kind === 'not-performed') return side === 'after' ? <p className={css.quiet}>{outcome.reason.message}</p> : null;
  const { status, error, cause, nextState } = outcome.response;
  if (status === 'SUCCEEDED') return side === 'after' && nextState !== undefined ? <p className={css.quiet}>{`Goes on to ${nextState}.`}</p> : null;
  const title = status === 'CAUGHT_ERROR' ? `${error ?? 'The error'} is caught${nextState === undefined ? '' : `, on to ${nextState}`}` : status === 'RETRIABLE' ? `${error ?? 'The error'} is retried` : (error ?? 'The state fails');
  return <Notice tone={status === 'FAILED' ? 'error' : 'warning'} title={title} text={cause === undefined ? undefined : <span className={css.cause}>{cause.length > 600 ? `${cause.slice(0, 600)}…` : cause}</span>} />;
}
