import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { machinePolicy } from './machinePolicy.ts';
import { mayRun } from './mayRun.ts';
import type { PolicyDocument, PolicyStatement } from './policyTypes.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/orders';
const task = (resource: string, Parameters: JsonObject): Json => ({ Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true });
const needsOf = (states: JsonObject, placeholder = false) => machinePolicy(parse(JSON.stringify({ StartAt: 'A', States: states }), 'json'), { region: 'us-east-1', stateMachineArn: MACHINE, placeholder }, new Map());
const allow = (Action: string | readonly string[], Resource: string | readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement => ({ Effect: 'Allow', Action, Resource, ...more });
const policy = (...Statement: readonly PolicyStatement[]): readonly PolicyDocument[] => [{ Version: '2012-10-17', Statement }];
const answer = (state: Json, policies: readonly PolicyDocument[], placeholder = false) => {
  const { needs, remarks } = needsOf({ A: state }, placeholder);
  return mayRun(policies, needs, remarks)[0]!;
};

describe('I11: mayRun', () => {
  const put = task('dynamodb:putItem', { TableName: 'orders' });

  it.each<readonly [string, readonly PolicyDocument[], string]>([
    ['allowed by name', policy(allow('dynamodb:PutItem', TABLE)), 'allowed'],
    ['allowed by wildcards', policy(allow('dynamodb:*', 'arn:aws:dynamodb:*:*:table/*')), 'allowed'],
    ['another table', policy(allow('dynamodb:PutItem', `${TABLE}2`)), 'missing'],
    ['another action', policy(allow('dynamodb:GetItem', TABLE)), 'missing'],
    ['forbidden', policy(allow('*', '*'), { Effect: 'Deny', Action: 'dynamodb:Put*', Resource: '*', Sid: 'No' }), 'denied'],
    ['no policies', [], 'missing'],
  ])('%s', (_, policies, verdict) => {
    expect(answer(put, policies).verdict).toBe(verdict);
  });

  it('offers the statement with which it is allowed', () => {
    const [{ missing } = { missing: null }] = answer(put, []).answers;
    expect(missing).toEqual(allow('dynamodb:PutItem', TABLE));
    expect(answer(put, policy(missing!)).verdict).toBe('allowed');
  });

  it('offers only what is missing of several actions, and names the Deny that forbids one', () => {
    const job = task('ecs:runTask.sync', { TaskDefinition: 'job' });
    const { answers } = answer(job, policy(allow(['ecs:RunTask', 'ecs:StopTask'], '*'), allow('events:*', '*')));
    expect(answers.map(({ verdict, missing }) => [verdict, missing?.Action])).toEqual([['allowed', undefined], ['missing', 'ecs:DescribeTasks'], ['allowed', undefined]]);
    expect(answer(put, policy({ Effect: 'Deny', Action: '*', Resource: '*', Sid: 'Stop' })).answers[0]).toMatchObject({ verdict: 'denied', missing: null, by: { statement: 0, sid: 'Stop' } });
  });

  it('depends on the run where the policy allows some of what it may turn out to be', () => {
    expect(answer(task('dynamodb:putItem', { 'TableName.$': '$.t' }), policy(allow('dynamodb:PutItem', TABLE))).verdict).toBe('depends');
    expect(answer(task('dynamodb:putItem', { 'TableName.$': '$.t' }), policy(allow('dynamodb:PutItem', 'arn:aws:sqs:us-east-1:1:q'))).verdict).toBe('missing');
    expect(answer(task('dynamodb:putItem', { 'TableName.$': '$.t' }), policy(allow('dynamodb:PutItem', '*'))).verdict).toBe('allowed');
  });

  it('depends on the run where the policy forbids some of what it may turn out to be', () => {
    const computed = task('dynamodb:putItem', { 'TableName.$': '$.t' });
    const denied = answer(computed, policy(allow('dynamodb:PutItem', '*'), { Effect: 'Deny', Action: 'dynamodb:PutItem', Resource: TABLE }));
    expect(denied).toMatchObject({ verdict: 'depends', answers: [{ missing: null }] });
    expect(answer(computed, policy({ Effect: 'Allow', Action: 'dynamodb:PutItem', NotResource: TABLE })).verdict).toBe('depends');
  });

  it('believes a policy that names another machine as long as this one has no ARN', () => {
    const map: Json = { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true };
    const theirs = policy(allow('states:StartExecution', MACHINE.replace('Orders', 'Real')), allow(['states:DescribeExecution', 'states:StopExecution'], 'arn:aws:states:us-east-1:123456789012:execution:Real:*'));
    expect(answer(map, theirs, true).verdict).toBe('allowed');
    expect(answer(map, theirs).verdict).toBe('missing');
  });

  it('compares method and endpoint of an HTTP task, and believes the id of a secret', () => {
    const connection = 'arn:aws:events:us-east-1:123456789012:connection/pay/0a';
    const http = task('http:invoke', { ApiEndpoint: 'https://api.example.com/v1?x=1', Method: 'POST', Authentication: { ConnectionArn: connection } });
    const role = (method: string): readonly PolicyDocument[] => policy(
      allow('states:InvokeHTTPEndpoint', MACHINE, { Condition: { StringEquals: { 'states:HTTPMethod': method, 'states:HTTPEndpoint': 'https://api.example.com/v1?x=1' } } }),
      allow('events:RetrieveConnectionCredentials', connection),
      allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], 'arn:aws:secretsmanager:us-east-1:123456789012:secret:events!connection/pay/5b-AbCdEf'),
    );
    expect(answer(http, role('POST')).verdict).toBe('allowed');
    expect(answer(http, role('GET')).answers.map(({ verdict }) => verdict)).toEqual(['missing', 'allowed', 'allowed']);
  });

  it('needs nothing for an activity, and says when it cannot know', () => {
    expect(answer({ Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:pack', End: true }, []).verdict).toBe('nothing');
    expect(answer({ Type: 'Task', Resource: '${Fn}', End: true }, policy(allow('*', '*'))).verdict).toBe('unknown');
  });
});
