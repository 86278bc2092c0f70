import { describe, expect, it } from 'vitest';
import { explainHandling } from '../../../interpreter/explainHandling.ts';
import type { Handlers } from '../../../interpreter/states/definition.ts';
import { handlerWords } from './handlerWords.ts';

const HANDLERS: Handlers = {
  Retry: [{ ErrorEquals: ['A', 'States.TaskFailed'], IntervalSeconds: 4, MaxAttempts: 3, JitterStrategy: 'FULL', MaxDelaySeconds: 6 }],
  Catch: [{ ErrorEquals: ['B'], Next: 'Mend' }, { ErrorEquals: ['States.ALL'], Next: 'Tell' }],
};
const words = (error: string, used: number) => {
  const all = explainHandling(HANDLERS, error, used);
  return all.map((one) => handlerWords(one, error, all[0]?.verdict === 'taken'));
};

describe('handlerWords', () => {
  it.each([
    { what: 'a retry, with its range', error: 'A', used: 1, says: ['Matches, 1 of 3 attempts used. The next follows after 0 to 6 s, drawn at random (JitterStrategy FULL); MaxDelaySeconds keeps it to that.', 'Not asked: the state is retried first.', 'Not asked: the state is retried first.'] },
    { what: 'a retrier that is used up', error: 'A', used: 3, says: ['Matches, but all 3 of its attempts are used. No other retrier is asked.', 'B does not match A.', 'Matches: the execution goes on at Tell.'] },
    { what: 'a timeout', error: 'States.Timeout', used: 0, says: ['A and States.TaskFailed do not match States.Timeout: States.TaskFailed stands for every error but a timeout.', 'B does not match States.Timeout.', 'Matches: the execution goes on at Tell.'] },
    { what: 'what nothing catches', error: 'States.Runtime', used: 0, says: Array.from({ length: 3 }, () => 'Never matches: States.Runtime cannot be retried or caught, not even by States.ALL.') },
  ])('says $what', ({ error, used, says }) => expect(words(error, used)).toEqual(says));
});
