import { describe, expect, it } from 'vitest';
import { testState } from '../interpreter/testState.ts';
import type { Json } from '../lib/Json.ts';
import { readSuite } from '../suite/readSuite.ts';
import type { TestResult } from '../suite/TestResult.ts';
import { createSuiteRunner } from './suiteRunner.ts';
import { manualTimer } from './testing/manualTimer.ts';
import { memoryWorker, type MemoryWorker } from './testing/memoryWorker.ts';
import type { SavedTestOrder } from './testerMessages.ts';

const DEFINITION: Json = {
  StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } },
};
const orders = (...tests: readonly Json[]): readonly SavedTestOrder[] =>
  readSuite(JSON.stringify({ version: 1, tests })).suite.tests.map((test) => ({ test, setting: { definition: DEFINITION, region: 'us-east-1', dialect: 'studio' } }));

const STATE = { name: 'a state', state: 'A', expect: { nextState: 'B' } };
const RUN = { name: 'a run', mocks: { B: { result: { MessageId: '1' } } }, expect: { output: { MessageId: '1' } } };

function setUp() {
  const workers: MemoryWorker[] = [];
  const timer = manualTimer();
  const runner = createSuiteRunner({ timer, createWorker: () => { const worker = memoryWorker(testState); workers.push(worker); return worker; } });
  const results: TestResult[] = [];
  return { workers, timer, runner, results, tell: (result: TestResult) => void results.push(result) };
}

describe('suiteRunner', () => {
  it('runs tests of states and whole runs, and sends nothing', async () => {
    const { runner, results, tell, workers } = setUp();
    await runner.start(orders(STATE, RUN, { name: 'no mock', expect: { status: 'SUCCEEDED' } }), tell).done;
    expect(results.map(({ name, status }) => [name, status])).toEqual([['a state', 'passed'], ['a run', 'passed'], ['no mock', 'not-run']]);
    expect(results[2]?.failures[0]?.message).toContain('a test has no network. Give it a mock: "mocks": {"B": {"result": {}}}');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('ends one that hangs, or whose worker dies, and goes on with another worker', async () => {
    const { runner, results, tell, workers } = setUp();
    const { done } = runner.start(orders(STATE, RUN), tell);
    workers[0]?.crash('out of memory');
    await done;
    expect(results.map(({ status, failures }) => [status, failures[0]?.message.slice(0, 30)])).toEqual([['not-run', 'The test engine stopped workin'], ['passed', undefined]]);
    expect(workers).toHaveLength(2);
  });

  it('stops at once', async () => {
    const { runner, results, tell, workers } = setUp();
    const { done, stop } = runner.start(orders(STATE, RUN), tell);
    stop();
    await done;
    expect(results).toEqual([]);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });
});
