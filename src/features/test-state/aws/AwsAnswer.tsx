import type { Json } from '../../../lib/Json.ts';
import type { TestStateOutcome } from '../../../interpreter/testStateOutcome.ts';
import type { AwsTested } from '../../../services/awsClient.ts';
import { type AnswerDifference, compareAnswers } from '../../../services/compareAnswers.ts';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { durationText } from '../figures.ts';
import css from './Aws.module.css';

const text = (value: Json | undefined): string => (value === undefined ? '(nothing)' : typeof value === 'string' ? value : JSON.stringify(value));

const COLUMNS: readonly DataColumn<AnswerDifference>[] = [
  { id: 'at', label: 'Where', width: '28%', render: ({ at, everNew }) => (everNew ? `${at} (new in every run)` : at) },
  { id: 'here', label: 'Here', width: '36%', render: ({ one }) => text(one) },
  { id: 'aws', label: 'AWS', render: ({ other }) => text(other) },
];

/** What AWS answered, and where it is not what was answered here. */
export function AwsAnswer({ tested, here }: { readonly tested: AwsTested; readonly here: TestStateOutcome | undefined }) {
  const { outcome, requestId, tookMs } = tested;
  return (
    <div className={css.answer} data-testid="aws.answer">
      {outcome.kind === 'answered' && (
        <div className={css.strip}>
          <StatusChip status={outcome.response.status} />
          {outcome.response.nextState !== undefined && <span>{`Next ${outcome.response.nextState}`}</span>}
          {tookMs !== undefined && <span>{durationText(tookMs)}</span>}
          {requestId !== undefined && <small>{`Request ${requestId}`}</small>}
        </div>
      )}
      {outcome.kind === 'refused' && <Notice tone="error" title={outcome.exception.name} text={outcome.exception.message} announce />}
      {outcome.kind === 'not-performed' && <Notice tone="warning" title="No answer of AWS" text={outcome.reason.message} announce />}
      {outcome.kind !== 'not-performed' && <Compared aws={outcome} here={here} />}
      {outcome.kind === 'answered' && <pre className={css.raw} tabIndex={0} aria-label="Response of AWS">{JSON.stringify(outcome.response, null, 2)}</pre>}
    </div>
  );
}

function Compared({ aws, here }: { readonly aws: TestStateOutcome; readonly here: TestStateOutcome | undefined }) {
  if (here === undefined) return <Notice tone="info" title="Not compared" text="Test the state here as well, with the same input: then the differences are shown." />;
  const found = compareAnswers(here, aws);
  if (found.every(({ everNew }) => everNew)) return <Notice tone="success" title="The same answer as here" text={found.length > 0 ? 'But for times and ids, which no two runs share.' : undefined} announce />;
  return <DataTable label="Differences between the answer here and AWS" columns={COLUMNS} rows={found} rowKey={({ at }) => at} showHeader wrap data-testid="aws.differences" />;
}
