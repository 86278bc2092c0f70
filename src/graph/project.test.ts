import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json } from '../lib/Json.ts';
import { project } from './project.ts';
import type { Graph } from './types.ts';

const drawn = (machine: Json, previous?: Graph): Graph => project(parse(JSON.stringify(machine), 'json'), previous);
const only = (state: Json): Graph => drawn({ StartAt: 'A', States: { A: state, B: { Type: 'Succeed' } } });
const cardOf = (state: Json) => only(state).nodes.find((node) => node.id === '/States/A')?.data;
const line = (state: Json): string => {
  const card = cardOf(state);
  return [card?.summaryLead, card?.summary].filter((part) => part !== undefined).join(' ');
};

describe('summary', () => {
  const http = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke' };
  const task = (Resource: string) => ({ Type: 'Task', Resource });
  it.each<[string, Json, string]>([
    ['an HTTP task', { ...http, Arguments: { Method: 'POST', ApiEndpoint: 'https://api.stripe.com/v1/invoices' } }, 'POST api.stripe.com/v1/invoices'],
    ['an HTTP task of JSONPath', { ...http, Parameters: { Method: 'GET', 'ApiEndpoint.$': '$.url' } }, 'GET $.url'],
    ['an HTTP task without fields', http, 'No endpoint yet'],
    ['an optimised integration', task('arn:aws:states:::dynamodb:putItem'), 'dynamodb:putItem'],
    ['an SDK integration', task('arn:aws:states:::aws-sdk:s3:getObject'), 's3:getObject'],
    ['a token', task('arn:aws:states:::sqs:sendMessage.waitForTaskToken'), 'sqs:sendMessage, waits for a token'],
    ['a placeholder partition', task('arn:${AWS::Partition}:states:::lambda:invoke'), 'lambda:invoke'],
    ['a function', task('arn:aws:lambda:us-east-1:111122223333:function:greet'), 'Function greet'],
    ['a placeholder', task('${Fn.Arn}'), '${Fn.Arn}'],
    ['a Task without Resource', { Type: 'Task' }, 'No resource yet'],
    ['a Choice', { Type: 'Choice', Choices: [{ Next: 'B' }, {}, {}], Default: 'B' }, '3 rules, otherwise B'],
    ['a Choice of one rule', { Type: 'Choice', Choices: [{}] }, '1 rule'],
    ['a Wait', { Type: 'Wait', Seconds: 30 }, 'Waits 30 s'],
    ['a Wait of hours', { Type: 'Wait', Seconds: 7200 }, 'Waits 2 h'],
    ['a Wait by expression', { Type: 'Wait', Seconds: '{% $delay %}' }, 'Waits $delay s'],
    ['a Wait until', { Type: 'Wait', TimestampPath: '$.due' }, 'Waits until $.due'],
    ['a Map', { Type: 'Map', ItemsPath: '$.items', MaxConcurrency: 5 }, 'Map over $.items, 5 at a time'],
    ['a Map of a file', { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'CSV' } } }, 'Map over CSV from S3'],
    ['a Parallel', { Type: 'Parallel', Branches: [{}, {}] }, 'Parallel, 2 branches'],
    ['a Pass that assigns', { Type: 'Pass', Assign: { line: 1, 'total.$': '$.t' } }, 'Assigns $line, $total'],
    ['a Pass', { Type: 'Pass' }, 'Passes its input on'],
    ['a Succeed', { Type: 'Succeed' }, 'Ends the workflow'],
    ['a Fail', { Type: 'Fail', Error: 'Billing.PaymentRequired' }, 'Error Billing.PaymentRequired'],
    ['an invented type', { Type: 'Loop' }, 'Unknown type Loop'],
    ['no type', {}, 'No Type yet'],
    ['a broken value', [1], 'No Type yet'],
  ])('says what %s does', (_, state, words) => {
    expect(line(state)).toBe(words);
  });
});

describe('edges', () => {
  const label = (state: Json): (string | undefined)[] => only(state).edges.filter((edge) => edge.source === '/States/A').map((edge) => edge.label);
  const rule = (condition: object): Json => ({ Type: 'Choice', Choices: [{ ...condition, Next: 'B' }] });
  it.each<[object, string]>([
    [{ Condition: '{% $states.input.balance > 0 %}' }, 'balance > 0'],
    [{ Variable: '$.balance', NumericGreaterThan: 0 }, 'balance > 0'],
    [{ Variable: '$.a', NumericLessThanEqualsPath: '$.b' }, 'a ≤ b'],
    [{ Variable: '$.a', StringEquals: 'x' }, 'a = "x"'],
    [{ Variable: '$.a', StringMatches: 'x*' }, 'a like "x*"'],
    [{ Variable: '$.a', BooleanEquals: true }, 'a is true'],
    [{ Variable: '$.a', IsPresent: false }, 'a is not present'],
    [{ Not: { Variable: '$.a', IsNull: true } }, 'not a is null'],
    [{ Or: [{ Variable: '$.a', IsNull: true }, { And: [{ Variable: '$.b', IsNull: true }, { Variable: '$.c', IsNull: true }] }] }, 'a is null or (b is null and c…'],
    [{ Variable: '$.glue.job.run.JobRunState', StringEquals: 'SUCCEEDED' }, 'JobRunState = "SUCCEEDED"'],
    [{}, 'No condition yet'],
  ])('labels %j', (condition, words) => {
    expect(label(rule(condition))).toEqual([words]);
  });

  it.each([
    [['States.ALL'], 'Any error'],
    [['States.Http.StatusCode.402'], 'StatusCode.402'],
    [['States.Timeout', 'Mine'], 'Timeout +1'],
    [['Billing.Declined'], 'Billing.Declined'],
  ])('labels a catch of %j', (ErrorEquals, words) => {
    expect(label({ Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals, Next: 'B' }] })).toEqual([words]);
  });

  it('names the field in the document that makes the edge', () => {
    const fields = only({ Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }], Default: 'B' }).edges.map((edge) => edge.field);
    expect(fields).toEqual(['/StartAt', '/States/A/Choices/0/Next', '/States/A/Default', undefined]);
  });

  it('draws no edge to a state that is not there, in another scope, or behind the end', () => {
    expect(only({ Type: 'Pass', Next: 'Nowhere' }).edges.some((edge) => edge.kind === 'next')).toBe(false);
    expect(only({ Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Next: 'B' } } } }).edges.some((edge) => edge.kind === 'next')).toBe(false);
    expect(only({ Type: 'Succeed', Next: 'B' }).edges.some((edge) => edge.kind === 'next')).toBe(false);
  });
});

describe('project', () => {
  it('puts a start before every scope, and ends behind last states of the machine only', () => {
    const graph = drawn({ StartAt: 'P', States: { P: { Type: 'Parallel', End: true, Branches: [{ StartAt: 'X', States: { X: { Type: 'Pass', End: true } } }, {}] } } });
    expect(graph.nodes.map((node) => [node.id, node.parent])).toEqual([
      ['#start', undefined],
      ['/States/P', undefined],
      ['#end/States/P', undefined],
      ['#start/States/P/Branches/0', '/States/P'],
      ['/States/P/Branches/0/States/X', '/States/P'],
      ['#start/States/P/Branches/1', '/States/P'],
    ]);
  });

  it('G1: what did not change keeps its object', () => {
    const machine = (wait: number): Json => ({ StartAt: 'A', States: { A: { Type: 'Wait', Seconds: wait, Next: 'B' }, B: { Type: 'Succeed' } } });
    const before = drawn(machine(1));
    const after = drawn(machine(2), before);
    const at = (graph: Graph, id: string) => graph.nodes.find((node) => node.id === id);
    expect(at(after, '/States/B')).toBe(at(before, '/States/B'));
    expect(at(after, '/States/A')).not.toBe(at(before, '/States/A'));
    expect(after.edges).toBe(before.edges);
    expect(drawn(machine(1), before)).toBe(before);
  });

  it.each<[string, Json]>([
    ['no states', {}],
    ['states that are no object', { StartAt: 'A', States: [] }],
    ['a machine that is no object', 5],
    ['names from the prototype', { StartAt: '__proto__', States: { constructor: { Type: 'Pass', Next: 'toString' } } }],
  ])('survives %s', (_, machine) => {
    expect(drawn(machine).edges).toEqual([]);
  });
});
