import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../asl/json/parseJson.ts';
import type { StateId } from '../../../asl/names.ts';
import { findState } from '../../../asl/states.ts';
import { edited, machine } from '../../../asl/testing/edit.ts';
import { handleError } from '../../../interpreter/handleError.ts';
import { createTarget } from '../lists/createTarget.ts';
import { possibleErrors } from './possibleErrors.ts';
import { secondsText } from '../../../lib/secondsText.ts';
import { retryTimeline } from './retryTimeline.ts';

describe('retryTimeline', () => {
  it('says what the interpreter does when the error comes again and again', () => {
    fc.assert(fc.property(
      fc.record({
        IntervalSeconds: fc.integer({ min: 0, max: 100 }), MaxAttempts: fc.integer({ min: 0, max: 12 }), BackoffRate: fc.double({ min: 1, max: 4, noNaN: true }),
        MaxDelaySeconds: fc.integer({ min: 1, max: 600 }), JitterStrategy: fc.constantFrom('FULL' as const, 'NONE' as const),
      }, { requiredKeys: [] }),
      (retrier) => {
        const waits: number[] = [];
        for (;;) {
          const handling = handleError({ Retry: [{ ErrorEquals: ['States.ALL'], ...retrier }] }, { error: 'Late' }, () => waits.length);
          if (handling.kind !== 'retry') break;
          waits.push(handling.delaySeconds);
        }
        const timeline = retryTimeline(retrier, 100);
        expect(timeline.attempts.map(({ wait }) => wait)).toEqual(waits);
        expect(timeline.total).toBe(waits.length);
        expect(timeline.latest).toBeCloseTo(waits.reduce((sum, wait) => sum + wait, 0), 6);
        for (const { earliest, latest } of timeline.attempts) expect(retrier.JitterStrategy === 'FULL' ? earliest : latest - earliest).toBe(0);
      },
    ));
  });

  it('does not add up what nobody waits for', () => {
    expect(retryTimeline({ MaxAttempts: 99_999_999 }, 3)).toMatchObject({ total: 99_999_999, latest: undefined });
    expect(retryTimeline({ MaxAttempts: 99_999_999 }, 3).attempts).toHaveLength(3);
  });

  it.each([[0, '0 s'], [2.5, '2.5 s'], [90, '1 min 30 s'], [3600, '1 h'], [90_061, '1 d 1 h'], [3661, '1 h 1 min'], [3601, '1 h'], [59.97, '1 min']])('%s seconds are %s', (seconds, text) => expect(secondsText(seconds)).toBe(text));
});

describe('possibleErrors', () => {
  const entryOf = (text: string, id: string) => {
    const entry = findState(parseJson(text), id as StateId);
    if (!entry) throw new Error('no such state');
    return entry;
  };
  const call = (resource: string, more = {}) => ({ Type: 'Task', Resource: resource, End: true, ...more });

  it('knows what an integration raises, and what a catalog adds', () => {
    const http = entryOf(machine({ A: call('arn:aws:states:::http:invoke') }), 'A');
    expect(possibleErrors(http)[0]).toBe('States.Http.StatusCode.429');
    const sdk = entryOf(machine({ A: call('arn:aws:states:::aws-sdk:s3:getObject', { TimeoutSeconds: 3 }) }), 'A');
    expect(possibleErrors(sdk, () => ['S3.NoSuchKeyException']).slice(0, 2)).toEqual(['S3.NoSuchKeyException', 'States.Timeout']);
  });

  it('hands up what states inside a Parallel or Map raise', () => {
    const branch = { StartAt: 'In', States: { In: call('arn:aws:states:::lambda:invoke') } };
    const fails = { StartAt: 'No', States: { No: { Type: 'Fail', Error: 'Own.Error' } } };
    const errors = possibleErrors(entryOf(machine({ Both: { Type: 'Parallel', Branches: [branch, fails], End: true } }), 'Both'));
    expect(errors).toEqual(expect.arrayContaining(['Lambda.TooManyRequestsException', 'Own.Error', 'States.ALL']));
    expect(errors).not.toContain('States.Http.Socket');
  });
});

describe('createTarget', () => {
  it('makes the state a catcher leads to, which says the error again', () => {
    const text = machine({ A: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'B' }], Next: 'B' }, B: { Type: 'Succeed' } });
    const { States } = JSON.parse(edited(text, createTarget('A' as StateId, ['Catch', 0, 'Next'], 'Fail')));
    expect(States.A.Catch[0].Next).toBe('A failed');
    expect(States['A failed']).toEqual({ Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' });
  });
});
