import { describe, expect, it } from 'vitest';
import { explainHandling, handlersOf } from './explainHandling.ts';
import type { Handlers } from './states/definition.ts';

const HANDLERS: Handlers = {
  Retry: [
    { ErrorEquals: ['States.Timeout'] },
    { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2, MaxDelaySeconds: 5, JitterStrategy: 'FULL' },
    { ErrorEquals: ['States.ALL'] },
  ],
  Catch: [{ ErrorEquals: ['Other'], Next: 'A' }, { ErrorEquals: ['States.ALL'], Next: 'B' }],
};
const verdicts = (error: string, used: number) => explainHandling(HANDLERS, error, used).map(({ verdict }) => verdict);

describe('explainHandling', () => {
  it.each([
    { what: 'the first that matches retries; nobody after it is asked', error: 'Lambda.Unknown', used: 0, says: ['no-match', 'taken', 'not-asked', 'not-asked', 'not-asked'] },
    { what: 'a retrier that is used up leaves it to Catch, not to the next retrier', error: 'Lambda.Unknown', used: 2, says: ['no-match', 'used-up', 'not-asked', 'no-match', 'taken'] },
    { what: 'States.TaskFailed stands for no timeout', error: 'States.Timeout', used: 0, says: ['taken', 'not-asked', 'not-asked', 'not-asked', 'not-asked'] },
    { what: 'nothing catches States.Runtime', error: 'States.Runtime', used: 0, says: ['never', 'never', 'never', 'never', 'never'] },
    { what: 'catchers after the one that caught are not asked', error: 'Other', used: 2, says: ['no-match', 'used-up', 'not-asked', 'taken', 'not-asked'] },
  ])('$what', ({ error, used, says }) => expect(verdicts(error, used)).toEqual(says));

  it('tells the wait that follows: its range with jitter, and that MaxDelaySeconds caps it', () => {
    const wait = (used: number) => explainHandling(HANDLERS, 'Lambda.Unknown', used).flatMap((one) => (one.kind === 'retry' && one.wait ? [one.wait] : []));
    expect(wait(0)).toEqual([{ seconds: 2, jitter: true, capped: false }]);
    expect(wait(1)).toEqual([{ seconds: 5, jitter: true, capped: true }]);
    expect(wait(2)).toEqual([]);
  });
});

describe('handlersOf', () => {
  const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: [{ ErrorEquals: ['X'] }], End: true };
  it.each([
    { what: 'a bare state', request: { definition: JSON.stringify(task) }, retriers: 1 },
    { what: 'a state of a machine', request: { definition: JSON.stringify({ StartAt: 'A', States: { A: task } }), stateName: 'A' }, retriers: 1 },
    { what: 'a type that takes none', request: { definition: JSON.stringify({ ...task, Type: 'Pass' }) }, retriers: 0 },
    { what: 'text that is no JSON', request: { definition: '{' }, retriers: 0 },
  ])('reads those of $what', ({ request, retriers }) => expect(handlersOf(request).Retry ?? []).toHaveLength(retriers));
});
