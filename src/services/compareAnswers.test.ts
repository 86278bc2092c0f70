import { describe, expect, it } from 'vitest';
import type { TestStateResponse } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { compareAnswers } from './compareAnswers.ts';

const answered = (response: TestStateResponse): TestStateOutcome => ({ kind: 'answered', response, extras: {} });
const succeeded = (output: string, inspectionData?: TestStateResponse['inspectionData']): TestStateOutcome => answered({ status: 'SUCCEEDED', output, ...(inspectionData === undefined ? {} : { inspectionData }) });

describe('compareAnswers', () => {
  it('finds nothing where blanks, the order of keys and the spelling of numbers differ', () => {
    expect(compareAnswers(succeeded('{"a": 1.0, "b": [1,2]}', { input: '{ }' }), succeeded('{"b":[1, 2],"a":1}', { input: '{}' }))).toEqual([]);
  });

  it('names the place, with both values', () => {
    expect(compareAnswers(succeeded('{"items":[{"id":1},{"id":2}]}'), succeeded('{"items":[{"id":1},{"id":3},4]}'))).toEqual([
      { at: 'output.items[1].id', one: 2, other: 3 },
      { at: 'output.items[2]', other: 4 },
    ]);
  });

  it('begins with what tells most', () => {
    const here = answered({ status: 'SUCCEEDED', output: '1', nextState: 'A', inspectionData: { input: '1' } });
    const aws = answered({ status: 'FAILED', error: 'States.Runtime', cause: 'c', inspectionData: { input: '2' } });
    expect(compareAnswers(here, aws).map(({ at }) => at)).toEqual(['status', 'error', 'cause', 'nextState', 'output', 'inspectionData.input']);
  });

  it('marks what is new in every run, and puts it last', () => {
    const run = (id: string, time: string, more: string) => succeeded(JSON.stringify({ id: `arn:aws:states:us-east-1:1:execution:m:${id}`, time, more }));
    expect(compareAnswers(run('3f333df6-90a4-4fda-8dd3-9485d27cee36', '2026-01-01T00:00:00.000Z', 'a'), run('11111111-90a4-4fda-8dd3-9485d27cee36', '2026-01-02T00:00:00Z', 'b')).map(({ at, everNew }) => [at, everNew])).toEqual([
      ['output.more', undefined], ['output.id', true], ['output.time', true],
    ]);
  });

  it('compares text that is no JSON, and members with odd names', () => {
    expect(compareAnswers(succeeded('{"__proto__":1,"constructor":2}'), succeeded('{"constructor":2}'))).toEqual([{ at: 'output.__proto__', one: 1 }]);
    expect(compareAnswers(succeeded('cut {'), succeeded('cut ['))).toEqual([{ at: 'output', one: 'cut {', other: 'cut [' }]);
  });

  it('sets a refusal against an answer', () => {
    const refused: TestStateOutcome = { kind: 'refused', exception: { name: 'InvalidDefinition', message: 'm' } };
    expect(compareAnswers(refused, succeeded('1')).map(({ at }) => at)).toEqual(['kind', 'status', 'error', 'message', 'output']);
    expect(compareAnswers(refused, refused)).toEqual([]);
  });
});
