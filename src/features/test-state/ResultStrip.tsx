import type { ReactNode } from 'react';
import { isUrl } from '../../lib/isUrl.ts';
import type { TestRun } from '../../editor/EditorState.ts';
import { selectChanged } from '../../editor/selectors/test.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Chip } from '../../ui/Chip.tsx';
import { StatusChip, type ChipStatus } from '../../ui/StatusChip.tsx';
import { bytesText, durationText, wireMs } from './figures.ts';
import { ContinueButton } from './result/ContinueButton.tsx';
import { StripActions } from './StripActions.tsx';
import css from './ResultStrip.module.css';

const ROUTE: { readonly [R in TestRun['route']]: string | null } = { mock: 'mock, nothing was sent', local: null, bridge: 'bridge', direct: 'direct from the browser', aws: 'AWS' };

const statusOf = ({ phase, outcome }: TestRun): ChipStatus => {
  if (phase === 'stopped' || outcome === undefined) return 'STOPPED';
  return outcome.kind === 'answered' ? outcome.response.status : 'FAILED';
};

interface Props {
  readonly run: TestRun;
  readonly stale: boolean;
  /** It is not the last run of its state. */
  readonly old: boolean;
  /** The way to the other runs. */
  readonly history: ReactNode;
}

/** Status, next state, duration, size, and the way the request took. */
export function ResultStrip({ run, stale, old, history }: Props) {
  const response = run.outcome?.kind === 'answered' ? run.outcome.response : undefined;
  const noAnswer = run.outcome !== undefined && run.outcome.kind !== 'answered';
  // Of an exchange, the time on the wire: the rest was the person reading the question.
  const took = run.exchange === undefined ? run.tookMs : wireMs(run.exchange);
  const details = response?.inspectionData?.errorDetails;
  return (
    <div className={css.strip} data-testid="test.strip">
      {noAnswer ? <Chip tone="outline" strong icon="info" data-testid="test.status">No result</Chip> : <StatusChip status={statusOf(run)} data-testid="test.status" />}
      {stale && <StaleChip run={run} />}
      {run.edited && <Chip tone="caught" icon="pencil" title="The test took the definition that was edited in the panel. It is not in the document: apply or discard it in Definition.">Edited definition</Chip>}
      {response?.nextState !== undefined && <Fact name="Next" value={response.nextState} accent />}
      {details?.catchIndex !== undefined && <Fact name="Caught by" value={`Catch ${details.catchIndex + 1}`} />}
      {details?.retryIndex !== undefined && <Fact name="Retried by" value={retryText(details)} />}
      {took !== undefined && <Fact value={durationText(took)} />}
      {response?.output !== undefined && <Fact value={bytesText(new TextEncoder().encode(response.output).length)} />}
      {wentOut(run) && <span className={css.route}><Chip tone="accent" icon={run.route === 'mock' ? 'pin' : 'plug'} title={routeText(run)}>{routeText(run)}</Chip></span>}
      <span className={css.grow} />
      <ContinueButton run={run} />
      <StripActions run={run} old={old} />
      {history}
    </div>
  );
}

/** Says what is not as it was: the strip shows as much of it as fits, the title all. */
function StaleChip({ run }: { readonly run: TestRun }) {
  const changed = useEditor(selectChanged(run));
  return <span className={css.stale}><Chip tone="outline" strong icon="history" title={`Changed after this run: ${changed}. Run it again to compare.`} data-testid="test.stale">{`Stale: ${changed.replaceAll('the ', '')}`}</Chip></span>;
}

/** A test that failed before there was a request took no way. */
const wentOut = (run: TestRun): boolean => run.route === 'mock' || run.route === 'aws' || (run.route !== 'local' && run.exchange !== undefined);

const routeText = (run: TestRun): string => {
  const { exchange, aws } = run;
  if (run.route === 'aws') return aws === undefined ? 'AWS' : `AWS, ${aws.endpoint === undefined ? aws.region : hostOf(aws.endpoint)}`;
  const elsewhere = exchange !== undefined && exchange.request.sentTo !== exchange.request.url;
  return elsewhere ? `${ROUTE[run.route]} to ${hostOf(exchange.request.sentTo)}` : (ROUTE[run.route] ?? '');
};

const hostOf = (url: string): string => (isUrl(url) ? new URL(url).host : url);

const retryText = ({ retryIndex = 0, retryBackoffIntervalSeconds }: { readonly retryIndex?: number; readonly retryBackoffIntervalSeconds?: number }): string =>
  `Retry ${retryIndex + 1}${retryBackoffIntervalSeconds === undefined ? '' : `, after ${retryBackoffIntervalSeconds} s`}`;

function Fact({ name, value, accent }: { readonly name?: string; readonly value: string; readonly accent?: boolean }) {
  return (
    <span className={css.fact} data-named={name !== undefined} title={value}>
      {name !== undefined && <small>{name}</small>}
      <span data-accent={accent}>{value}</span>
    </span>
  );
}
