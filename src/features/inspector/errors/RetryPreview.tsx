import type { ValueNode } from '../../../asl/tree.ts';
import { valueOf } from '../../../asl/pointer.ts';
import type { Retrier } from '../../../interpreter/states/definition.ts';
import { secondsText } from '../../../lib/secondsText.ts';
import { retryTimeline, type RetryAttempt } from './retryTimeline.ts';
import css from './RetryPreview.module.css';

const SHOWN = 6;

/** When the state is tried again: one line a retry, with the range that jitter draws from. */
export function RetryPreview({ retrier }: { readonly retrier: ValueNode }) {
  const { attempts, jitter, total, latest } = retryTimeline(numbersOf(retrier), SHOWN);
  const end = attempts.at(-1)?.latest ?? 0;
  if (total === 0) return <div className={css.preview}><p className={css.sum}>With 0 attempts these errors are not retried; Catch is asked at once.</p></div>;
  return (
    <div className={css.preview} data-testid="inspector.retry.preview">
      <ol className={css.rows} aria-label="When it is tried again">
        {attempts.map((attempt) => <Row key={attempt.number} attempt={attempt} jitter={jitter} end={end} />)}
      </ol>
      <p className={css.sum}>{summary(attempts.length, total, jitter, latest)}</p>
    </div>
  );
}

function Row({ attempt, jitter, end }: { readonly attempt: RetryAttempt; readonly jitter: boolean; readonly end: number }) {
  const { number, wait, latest } = attempt;
  const share = (seconds: number): number => (end > 0 && Number.isFinite(end) ? (100 * seconds) / end : 0);
  return (
    <li className={css.row}>
      <span className={css.name}>{`Retry ${number}`}</span>
      <span className={css.track} aria-hidden="true"><span className={css.wait} data-jitter={jitter || undefined} style={{ left: `${share(latest - wait)}%`, width: `${share(wait)}%` }} /></span>
      <span className={css.time}>{jitter ? `after 0 to ${secondsText(wait)}` : `after ${secondsText(wait)}`}</span>
    </li>
  );
}

function summary(shown: number, total: number, jitter: boolean, latest: number | undefined): string {
  const more = total > shown ? `And ${(total - shown).toLocaleString('en')} more. ` : '';
  const tries = `${(total + 1).toLocaleString('en')} tries`;
  if (latest === undefined) return `${more}${tries} at most; it waits as good as for ever.`;
  return `${more}${tries}, ${jitter ? 'at most ' : ''}${secondsText(latest)} of waiting between them; then Catch is asked.`;
}

/** The numbers as they are written; a value that is no number counts as left out. */
function numbersOf(retrier: ValueNode): Omit<Retrier, 'ErrorEquals'> {
  const number = (key: string): number | undefined => {
    const value = valueOf(retrier, key);
    return value?.kind === 'number' && value.value >= 0 ? value.value : undefined;
  };
  const jitter = valueOf(retrier, 'JitterStrategy');
  const given = { IntervalSeconds: number('IntervalSeconds'), MaxAttempts: number('MaxAttempts'), BackoffRate: number('BackoffRate'), MaxDelaySeconds: number('MaxDelaySeconds') };
  return {
    ...(given.IntervalSeconds === undefined ? {} : { IntervalSeconds: given.IntervalSeconds }),
    ...(given.MaxAttempts === undefined ? {} : { MaxAttempts: given.MaxAttempts }),
    ...(given.BackoffRate === undefined ? {} : { BackoffRate: given.BackoffRate }),
    ...(given.MaxDelaySeconds === undefined ? {} : { MaxDelaySeconds: given.MaxDelaySeconds }),
    ...(jitter?.kind === 'string' && jitter.value === 'FULL' ? { JitterStrategy: 'FULL' as const } : {}),
  };
}
