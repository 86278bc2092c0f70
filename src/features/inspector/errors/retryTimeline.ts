import { retryDelay } from '../../../interpreter/handleError.ts';
import type { Retrier } from '../../../interpreter/states/definition.ts';

/** One more try. Times in seconds since the first failure; what the tries themselves take is left out. */
export interface RetryAttempt {
  /** 1 for the first retry. */
  readonly number: number;
  /** The wait before it: with full jitter anything from nothing to `wait`. */
  readonly wait: number;
  readonly earliest: number;
  readonly latest: number;
}

export interface RetryTimeline {
  readonly attempts: readonly RetryAttempt[];
  readonly jitter: boolean;
  /** All of them, of which `attempts` may be the first few. */
  readonly total: number;
  /** The longest wait altogether; undefined when too many to add up. */
  readonly latest: number | undefined;
}

/** Beyond this many nobody adds up the waits; they are all as long as the last by then, or for ever. */
const ADDED_UP = 10_000;

/** When a state is tried again, as the interpreter itself works it out. */
export function retryTimeline(retrier: Omit<Retrier, 'ErrorEquals'>, shown: number): RetryTimeline {
  const total = retrier.MaxAttempts ?? 3;
  const jitter = retrier.JitterStrategy === 'FULL';
  const attempts: RetryAttempt[] = [];
  let latest = 0;
  for (let done = 0; done < Math.min(total, ADDED_UP); done += 1) {
    const wait = retryDelay({ ...retrier, ErrorEquals: [] }, done);
    latest += wait;
    if (done < shown) attempts.push({ number: done + 1, wait, earliest: jitter ? 0 : latest, latest });
  }
  return { attempts, jitter, total, latest: total <= ADDED_UP && Number.isFinite(latest) ? latest : undefined };
}
