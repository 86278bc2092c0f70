/** What a person should know before an error is retried or caught. */
export interface ErrorAdvice {
  /** Whether trying again may help. `never`: Step Functions lets nothing retry it. */
  readonly retry: 'sensible' | 'possible' | 'never';
  readonly catchable: boolean;
  /** A sentence where the choice is not obvious. */
  readonly note?: string;
}

const TRANSIENT_STATUS: ReadonlySet<number> = new Set([408, 425, 429]);
/** After these EventBridge drops the access token of an OAuth connection. Source: http-task.md, OAuth. */
const TOKEN_REFUSED: ReadonlySet<number> = new Set([401, 407]);
const TRANSIENT: ReadonlySet<string> = new Set([
  'States.Http.Socket', 'States.Timeout', 'States.HeartbeatTimeout', 'Events.ConnectionResource.AuthInProgress',
  'Events.ConnectionResource.ConcurrentModification', 'Events.ConnectionResource.InternalError',
]);

export function errorAdvice(error: string): ErrorAdvice {
  // Source: http-task.md section 7, asl-semantics.md section 7.
  if (error === 'States.Runtime') return { retry: 'never', catchable: false, note: 'Step Functions ends the execution with States.Runtime whatever Retry and Catch say. Correct what the cause names.' };
  if (error === 'States.DataLimitExceeded') return { retry: 'possible', catchable: true, note: 'The answer stays too large when it is asked for again. Ask the API for less, in pages or with fewer fields.' };
  const status = statusIn(error);
  if (status !== null) {
    if (TOKEN_REFUSED.has(status)) return { retry: 'possible', catchable: true, note: `A connection with OAuth fetches a new access token before the next attempt, so one retry can help; with any other the answer stays ${status}.` };
    if (TRANSIENT_STATUS.has(status) || status >= 500) return { retry: 'sensible', catchable: true };
    return { retry: 'possible', catchable: true, note: `The same request will most likely be answered ${status} again, so catch it rather than retry it.` };
  }
  return { retry: TRANSIENT.has(error) ? 'sensible' : 'possible', catchable: true };
}

/** 429 of `States.Http.StatusCode.429`. */
export function statusIn(error: string): number | null {
  const digits = /^States\.Http\.StatusCode\.(\d{3})$/.exec(error)?.[1];
  return digits === undefined ? null : Number(digits);
}
