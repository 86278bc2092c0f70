import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json } from '../lib/Json.ts';
import { differences } from '../lib/differences.ts';
import { contains } from './contains.ts';
import { coverageOf } from './coverage.ts';
import { junitXml } from './junitXml.ts';
import { mocksJson, readMockConfig, writeMockConfig } from './mockConfig.ts';
import { readSuite } from './readSuite.ts';
import { runSavedTest } from './runSavedTest.ts';
import { statesNotThere, suiteDefinition } from './suiteDefinition.ts';

const CHARGE = {
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { ApiEndpoint: 'https://api.example.com/charge', Method: 'POST', InvocationConfig: { ConnectionArn: 'arn:aws:events:us-east-1:123456789012:connection/shop/0a1b2c3d-0000-4000-8000-000000000000' } },
  Retry: [{ ErrorEquals: ['States.Http.StatusCode.503'], MaxAttempts: 2 }], Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.problem', Next: 'Sorry' }], ResultPath: '$.reply', Next: 'Big?',
};
const MACHINE = {
  StartAt: 'Charge',
  States: {
    Charge: CHARGE,
    'Big?': { Type: 'Choice', Choices: [{ Variable: '$.amount', NumericGreaterThan: 100, Next: 'Done' }, { Variable: '$.amount', NumericGreaterThan: 10, Next: 'Done' }], Default: 'Sorry' },
    Sorry: { Type: 'Fail', Error: 'Sorry', Cause: 'no charge' },
    Done: { Type: 'Pass', End: true },
  },
};

async function runAll(tests: readonly Json[], definition: Json = MACHINE) {
  const { suite, problems } = readSuite(JSON.stringify({ version: 1, tests }));
  expect(problems).toEqual([]);
  const perform = () => ({ kind: 'not-performed', reason: { kind: 'needs-mock', message: 'No mock.' } }) as const;
  return Promise.all(suite.tests.map((test) => runSavedTest(test, { definition, region: 'us-east-1', dialect: 'studio', perform })));
}
const one = async (test: Json, definition?: Json) => (await runAll([test], definition))[0];
const OK = { http: { status: 200, body: { id: 7 } } };

describe('a saved test', () => {
  it('runs a whole machine, with an HTTP reply for each attempt', async () => {
    const result = await one({
      name: 'a busy server is asked again', input: { amount: 50 }, mocks: { Charge: [{ http: { status: 503 } }, OK] },
      expect: {
        output: { amount: 50, reply: { Headers: { 'Content-Type': ['application/json'] }, ResponseBody: { id: 7 }, StatusCode: 200, StatusText: 'OK' } },
        outputContains: { reply: { ResponseBody: { id: 7 } } }, outputPaths: { '$.reply.StatusCode': 200 }, condition: ['{% $states.output.amount = $states.input.amount %}', "'Done' in $states.visited"],
        states: ['Charge', 'Big?', 'Done'], visits: ['Charge', 'Done'], neverVisits: ['Sorry'], events: ['TaskFailed', { type: 'TaskSucceeded' }, { type: 'PassStateEntered', state: 'Done' }],
      },
    });
    expect(result).toMatchObject({ status: 'passed', failures: [], notes: [] });
  });

  it('tests one state: the catcher, then with the retries used up and not', async () => {
    const mock = { http: { status: 503 } };
    expect(await runAll([
      { name: 'first', state: 'Charge', mock, expect: { status: 'RETRIABLE', error: 'States.Http.StatusCode.503' } },
      { name: 'last', state: 'Charge', mock, stateConfiguration: { retrierRetryCount: 2 }, expect: { status: 'CAUGHT_ERROR', nextState: 'Sorry', outputPaths: { '$.problem.Error': 'States.Http.StatusCode.503' } } },
      { name: 'rule', state: 'Big?', input: { amount: 11 }, expect: { nextState: 'Done' } },
    ])).toMatchObject([{ status: 'passed' }, { status: 'passed' }, { status: 'passed' }]);
  });

  it('says each thing that does not hold, with what was expected and what was there', async () => {
    const result = await one({
      name: 'wrong', input: { amount: 5 }, mocks: { Charge: OK },
      expect: { status: 'SUCCEEDED', error: 'Other', causeContains: 'money', output: 1, states: ['Charge'], visits: ['Done'], neverVisits: ['Sorry'], condition: '$states.status = "SUCCEEDED"', events: ['ExecutionAborted'] },
    });
    expect(result?.status).toBe('failed');
    expect(result?.failures.map(({ what }) => what)).toEqual(['status', 'error', 'causeContains', 'output', 'condition', 'states', 'visits', 'neverVisits', 'events']);
    expect(result?.failures[0]).toEqual({ what: 'status', message: 'The status is FAILED with Sorry: no charge; expected was SUCCEEDED.', differences: [{ path: 'status', expected: 'SUCCEEDED', actual: 'FAILED' }] });
    expect(result?.failures[5]?.differences).toEqual([{ path: 'states', expected: 'Charge', actual: 'Charge > Big? > Sorry' }]);
  });

  it('has to succeed where nothing else is said', async () => {
    expect(await one({ name: 'x', input: { amount: 5 }, mocks: { Charge: OK }, expect: { visits: ['Charge'] } })).toMatchObject({ status: 'failed', failures: [{ what: 'status' }] });
  });

  it('gives the same answer every time', async () => {
    const machine = { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()', 'at.$': '$$.Execution.StartTime', 'n.$': 'States.MathRandom(1, 1000)' }, End: true } } };
    const test = { name: 'x', now: '2026-02-03T04:05:06Z', expect: { status: 'SUCCEEDED', outputContains: { at: '2026-02-03T04:05:06.000Z' } } };
    const [a, b] = [await one(test, machine), await one(test, machine)];
    expect(a?.status).toBe('passed');
    expect(a?.answer).toEqual(b?.answer);
  });

  it('is not run without a mock, and says why; a mock that nothing asks for is told', async () => {
    expect(await one({ name: 'x', expect: { status: 'SUCCEEDED' } })).toMatchObject({ status: 'not-run', failures: [{ message: 'No mock.' }] });
    expect(await one({ name: 'x', input: { amount: 50 }, mocks: { Charge: OK, Done: { result: 1 } }, expect: { status: 'SUCCEEDED' } })).toMatchObject({ status: 'passed', notes: ['Nothing asked for the mock of "Done".'] });
  });

  it('gives mocks by what was asked', async () => {
    const each = { Type: 'Map', ItemProcessor: { StartAt: 'T', States: { T: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', End: true } } }, End: true };
    const mocks = { T: [{ when: { n: 2 }, errorOutput: { error: 'Two' } }, { result: 'fine', times: 2 }] };
    expect(await one({ name: 'x', input: [{ n: 1 }, { n: 3 }], mocks, expect: { output: ['fine', 'fine'] } }, { StartAt: 'M', States: { M: each } })).toMatchObject({ status: 'passed' });
    expect(await one({ name: 'x', input: [{ n: 1 }, { n: 2 }], mocks, expect: { error: 'Two' } }, { StartAt: 'M', States: { M: each } })).toMatchObject({ status: 'passed' });
    // In a test of one state nothing sees what was asked.
    const alone = await one({ name: 'x', state: 'Charge', mocks: { Charge: [{ when: { n: 2 }, result: 1 }] }, expect: { status: 'SUCCEEDED' } });
    expect(alone?.status).not.toBe('passed');
    expect(JSON.stringify(alone?.failures)).toContain('which only a run can look at');
  });
});

describe('coverage', () => {
  it('counts rules by their index, retriers and catchers, in runs and in tests of states', async () => {
    const results = await runAll([
      { name: 'run', input: { amount: 50 }, mocks: { Charge: [{ http: { status: 503 } }, OK] }, expect: { status: 'SUCCEEDED' } },
      { name: 'state', state: 'Big?', input: { amount: 1 }, expect: { nextState: 'Sorry' } },
    ]);
    const { ways, counts } = coverageOf(MACHINE, results.flatMap(({ ways: taken }) => taken));
    expect(counts).toEqual({ state: { taken: 3, all: 4 }, rule: { taken: 2, all: 3 }, retry: { taken: 1, all: 1 }, catch: { taken: 0, all: 1 } });
    expect(ways.filter(({ times }) => times === 0)).toEqual([
      { kind: 'catch', state: 'Charge', index: 0, says: 'of States.ALL', times: 0 },
      { kind: 'rule', state: 'Big?', index: 0, says: 'to Done', times: 0 },
      { kind: 'state', state: 'Sorry', times: 0 },
    ]);
  });
});

describe('reading a tests file', () => {
  it.each([
    { what: 'an unknown member', test: { name: 'x', expct: {}, expect: { status: 'FAILED' } }, says: /has no "expct"\. Did you mean "expect"\?/ },
    { what: 'no name', test: { expect: { status: 'FAILED' } }, says: /needs a "name"/ },
    { what: 'nothing expected', test: { name: 'x' }, says: /expects nothing/ },
    { what: 'an empty expectation', test: { name: 'x', expect: {} }, says: /"expect" is empty/ },
    { what: 'a status of states for a run', test: { name: 'x', expect: { status: 'RETRIABLE' } }, says: /must be SUCCEEDED, FAILED, TIMED_OUT or ABORTED/ },
    { what: 'states of a state', test: { name: 'x', state: 'A', expect: { visits: ['A'] } }, says: /whole run/ },
    { what: 'two answers in a mock', test: { name: 'x', mocks: { A: { result: 1, errorOutput: {} } }, expect: { status: 'FAILED' } }, says: /"result" and "errorOutput"/ },
    { what: 'a condition that is none', test: { name: 'x', expect: { condition: '{% 1 + %}' } }, says: /no JSONata/ },
    { what: 'a path that is none', test: { name: 'x', expect: { outputPaths: { '$[': 1 } } }, says: /no JSONPath/ },
  ])('tells of $what, with its place', ({ test, says }) => {
    const text = JSON.stringify({ version: 1, tests: [test] }, null, 2);
    const { problems } = readSuite(text);
    expect(problems).toMatchObject([{ message: expect.stringMatching(says), line: expect.any(Number) }]);
    expect(problems[0]?.line).toBeGreaterThan(2);
  });

  it('knows states that the definition has not', () => {
    const text = JSON.stringify({ version: 1, tests: [{ name: 'x', state: 'Charg', expect: { nextState: 'Done' } }] });
    expect(statesNotThere(readSuite(text).suite, parse(JSON.stringify(MACHINE), 'json'), text)).toMatchObject([{ message: '"x" tests the state "Charg", which the definition does not have. Did you mean "Charge"?' }]);
  });

  it('takes Resource for a function in Tasks only', () => {
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"Resource": "${Bucket}"}, "Next": "B"}, "B": {"Type": "Task", "Resource": "${Fn}", "Parameters": {"Resource": "${Table}"}, "End": true}}}';
    expect(suiteDefinition(parse(text, 'json'), {})).toMatchObject({
      json: { States: { A: { Result: { Resource: '${Bucket}' } }, B: { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Fn', Parameters: { Resource: '${Table}' } } } },
      open: ['Bucket', 'Table'],
    });
  });

  it('fills in substitutions, and lets a Resource that is only a placeholder be a function', () => {
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Fn}", "TimeoutSeconds": ${Limit}, "Comment": "in ${Stage}", "End": true}}}';
    expect(suiteDefinition(parse(text, 'json'), { Limit: '30' })).toEqual({
      json: { StartAt: 'A', States: { A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Fn', TimeoutSeconds: 30, Comment: 'in ${Stage}', End: true } } },
      open: ['Stage'],
    });
  });
});

describe('comparing', () => {
  it('names every place that differs', () => {
    expect(differences({ a: 1, b: [1, 2], 'c d': 0 }, { b: [1, 3, 4], a: 1 })).toEqual([{ path: '$.b[1]', expected: 2, actual: 3 }, { path: '$.b[2]', actual: 4 }, { path: '$["c d"]', expected: 0 }]);
  });
  it.each([
    [{ a: 1 }, { a: 1, b: 2 }, true], [[2], [1, 2, 3], true], [[2, 1], [1, 2], false], [{ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] }, true], [{ constructor: 1 }, {}, false],
  ])('%j in %j: %s', (expected, actual, holds) => expect(contains(expected, actual)).toBe(holds));
});

describe('MockConfigFile.json', () => {
  const config = {
    StateMachines: { Shop: { TestCases: { Retry: { A: 'Slow', B: 'Fine' } } } },
    MockedResponses: { Slow: { '0': { Throw: { Error: 'Busy', Cause: 'later' } }, '1-2': { Throw: { Error: 'Busy', Cause: 'still' } }, '3': { Return: { ok: true } } }, Fine: { '0': { Return: 'x' } } },
  };
  it('is read into mocks and written back', () => {
    const read = readMockConfig(config);
    if (!read.ok) throw new Error(read.error);
    expect(read.value.map(({ machine, name, mocks }) => [machine, name, mocksJson(mocks)])).toEqual([['Shop', 'Retry', {
      A: [{ errorOutput: { error: 'Busy', cause: 'later' } }, { errorOutput: { error: 'Busy', cause: 'still' }, times: 2 }, { result: { ok: true } }], B: { result: '"x"' },
    }]]);
    const written = writeMockConfig('Shop', read.value);
    expect(written.lost).toEqual([]);
    expect(readMockConfig(written.config)).toEqual(read);
  });
  it.each([
    [{ Slow: { '1': { Return: 1 } } }, /no answer for attempt 0/], [{ Slow: { '0': {} } }, /either "Return" or "Throw"/], [{ Slow: { x: { Return: 1 } } }, /"x", which is no attempt/], [{ Slo: {} }, /Did you mean "Slo"/],
  ])('says what is wrong with %j', (MockedResponses, says) => {
    expect(readMockConfig({ StateMachines: { M: { TestCases: { C: { A: 'Slow' } } } }, MockedResponses })).toEqual({ ok: false, error: expect.stringMatching(says) });
  });
});

it('writes JUnit XML that holds whatever a name or a cause holds', async () => {
  const result = await one({ name: '<a> & "b"\u0001', input: { amount: 5 }, mocks: { Charge: OK }, expect: { status: 'SUCCEEDED' } });
  const xml = junitXml([{ name: 'x.tests.json', results: result ? [{ result, seconds: 0.5 }] : [], problems: [] }]);
  expect(xml).toContain('<testcase name="&lt;a&gt; &amp; &quot;b&quot;\uFFFD" classname="x.tests.json" time="0.500">');
  expect(xml).toMatch(/<testsuites name="asl-studio" tests="1" failures="1" errors="0"/);
});
