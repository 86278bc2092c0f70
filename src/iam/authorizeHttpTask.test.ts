import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorizeHttpTask, type HttpTaskCall } from './authorizeHttpTask.ts';
import type { PolicyDocument, PolicyStatement } from './policyTypes.ts';
import { readPolicy } from './readPolicy.ts';
import { policyOf } from './statements.ts';

const NAME = 'oauth_connection';
const CONNECTION = `arn:aws:events:us-east-2:123456789012:connection/${NAME}/aeabd89e-d39c-4181-9486-9fe03e6f286a`;
const MACHINE = 'arn:aws:states:us-east-2:123456789012:stateMachine:myStateMachine';

/** As in the developer guide. */
const INVOKE: PolicyStatement = {
  Sid: 'Statement1', Effect: 'Allow', Action: 'states:InvokeHTTPEndpoint', Resource: MACHINE,
  Condition: { StringEquals: { 'states:HTTPMethod': 'GET' }, StringLike: { 'states:HTTPEndpoint': 'https://api.stripe.com/*' } },
};
const RETRIEVE: PolicyStatement = { Sid: 'Statement2', Effect: 'Allow', Action: ['events:RetrieveConnectionCredentials'], Resource: CONNECTION };
const SECRET: PolicyStatement = {
  Sid: 'Statement3', Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], Resource: 'arn:aws:secretsmanager:*:*:secret:events!connection/*',
};
const all = [INVOKE, RETRIEVE, SECRET];
const call: HttpTaskCall = { method: 'GET', endpoint: 'https://api.stripe.com/v1/charges', connectionArn: CONNECTION, region: 'us-east-2' };
const asOne = (statements: readonly PolicyStatement[]): readonly PolicyDocument[] => [policyOf(statements)];

const ENDPOINT_CAUSE = 'AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint https://api.stripe.com/v1/charges. Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint';
const RETRIEVE_CAUSE = 'No permissions to call RetrieveConnectionCredentials on the connection resource.';
const SECRET_CAUSE = 'No permissions to call DescribeSecret and/or GetSecretValue on the secret associated with the connection resource.';

describe('authorizeHttpTask', () => {
  it('allows the three statements of the guide, in one policy or three', () => {
    expect(authorizeHttpTask(asOne(all), call)).toEqual({ allowed: true });
    expect(authorizeHttpTask(all.map((one) => policyOf([one])), call)).toEqual({ allowed: true });
    expect(authorizeHttpTask(asOne(all), { ...call, stateMachineArn: MACHINE })).toEqual({ allowed: true });
    expect(authorizeHttpTask(asOne(all), { ...call, region: 'us-east-1' })).toEqual({ allowed: true });
  });

  it.each([
    [INVOKE, 'States.Http.AccessDenied', ENDPOINT_CAUSE],
    [RETRIEVE, 'Events.ConnectionResource.AccessDenied', RETRIEVE_CAUSE],
    [SECRET, 'Events.ConnectionResource.AccessDenied', SECRET_CAUSE],
  ])('refuses without $Sid as AWS does, and what it offers is enough', (removed, error, cause) => {
    const left = all.filter((one) => one !== removed);
    const refused = authorizeHttpTask(asOne(left), call);
    expect(refused).toMatchObject({ allowed: false, error, cause });
    const missing = refused.allowed ? null : refused.missing;
    expect(authorizeHttpTask([...asOne(left), policyOf(missing ? [missing] : [])], call)).toEqual({ allowed: true });
  });

  it('names the endpoint first where everything is missing', () => {
    expect(authorizeHttpTask([], call)).toMatchObject({ error: 'States.Http.AccessDenied', cause: ENDPOINT_CAUSE });
  });

  it('asks of a task with a role of its own only that this role may take it on', () => {
    const taskRoleArn = 'arn:aws:iam::210987654321:role/charges';
    const roleArn = 'arn:aws:iam::123456789012:role/flow';
    const own = { ...call, roleArn, taskRoleArn };
    const refused = authorizeHttpTask(asOne(all), own);
    expect(refused).toMatchObject({ error: 'States.TaskFailed', cause: `The role ${roleArn} is not authorized to assume the task state's role, ${taskRoleArn}.` });
    const missing = refused.allowed ? null : refused.missing;
    expect(authorizeHttpTask(asOne(missing ? [missing] : []), own)).toEqual({ allowed: true });
    expect(authorizeHttpTask(asOne(all), { ...own, taskRoleArn: roleArn })).toEqual({ allowed: true });
  });

  it.each<readonly [string, Partial<HttpTaskCall>]>([
    ['another method', { method: 'POST' }],
    ['another host', { endpoint: 'https://api.stripe.com.evil.example/v1/charges' }],
    ['a host without a path', { endpoint: 'https://api.stripe.com' }],
    ['another machine', { stateMachineArn: `${MACHINE}2` }],
    ['a machine of another region', { stateMachineArn: MACHINE.replace('us-east-2', 'eu-west-1') }],
  ])('refuses %s with the text that names the endpoint', (_, changed) => {
    const { endpoint } = { ...call, ...changed };
    expect(authorizeHttpTask(asOne(all), { ...call, ...changed })).toMatchObject({ error: 'States.Http.AccessDenied', cause: expect.stringContaining(`on API Endpoint ${endpoint}. Ensure`) });
  });

  it('refuses another connection, and the secret of another connection', () => {
    const other = CONNECTION.replace(NAME, 'other');
    expect(authorizeHttpTask(asOne(all), { ...call, connectionArn: other })).toMatchObject({ cause: RETRIEVE_CAUSE });
    const narrow = { ...SECRET, Resource: `arn:aws:secretsmanager:us-east-2:123456789012:secret:events!connection/${NAME}/*` };
    expect(authorizeHttpTask(asOne([INVOKE, RETRIEVE, narrow]), call)).toEqual({ allowed: true });
    expect(authorizeHttpTask(asOne([INVOKE, { ...RETRIEVE, Resource: '*' }, narrow]), { ...call, connectionArn: other })).toMatchObject({ cause: SECRET_CAUSE });
  });

  it('believes a policy that names one secret of the connection, whose id only AWS knows', () => {
    const one = { ...SECRET, Resource: `arn:aws:secretsmanager:us-east-2:123456789012:secret:events!connection/${NAME}/0a0a0a0a-AbCdEf` };
    expect(authorizeHttpTask(asOne([INVOKE, RETRIEVE, one]), call)).toEqual({ allowed: true });
    expect(authorizeHttpTask(asOne([INVOKE, RETRIEVE, one]), { ...call, secretArn: `${one.Resource}x` })).toMatchObject({ cause: SECRET_CAUSE });
  });

  it.each(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'])('wants both actions on the secret: only %s', (Action) => {
    expect(authorizeHttpTask(asOne([INVOKE, RETRIEVE, { ...SECRET, Action }]), call)).toMatchObject({ cause: SECRET_CAUSE });
  });

  it('a Deny is named, and nothing is offered that could not lift it', () => {
    const deny: PolicyStatement = { Sid: 'NoCharges', Effect: 'Deny', Action: 'states:*', Resource: '*', Condition: { StringLike: { 'states:HTTPEndpoint': '*/charges' } } };
    const refused = authorizeHttpTask([policyOf(all), policyOf([deny])], call);
    expect(refused).toMatchObject({ error: 'States.Http.AccessDenied', cause: ENDPOINT_CAUSE, missing: null });
    expect(!refused.allowed && refused.hint).toContain('The statement NoCharges in policy 2');
  });

  it('knows role, region, account and time of the call', () => {
    const condition = (Condition: NonNullable<PolicyStatement['Condition']>) => asOne([{ Effect: 'Allow', Action: '*', Resource: '*', Condition }]);
    const now = Date.UTC(2026, 5, 1);
    const full: HttpTaskCall = { ...call, roleArn: 'arn:aws:iam::123456789012:role/flow', nowMs: now };
    expect(authorizeHttpTask(condition({ StringEquals: { 'aws:RequestedRegion': 'us-east-2', 'aws:PrincipalAccount': '123456789012' } }), full)).toEqual({ allowed: true });
    expect(authorizeHttpTask(condition({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/fl*' }, DateLessThan: { 'aws:CurrentTime': '2026-12-31' } }), full)).toEqual({ allowed: true });
    expect(authorizeHttpTask(condition({ DateLessThan: { 'aws:CurrentTime': '2026-01-01' } }), full).allowed).toBe(false);
    expect(authorizeHttpTask(condition({ StringEquals: { 'aws:ResourceTag/team': 'x' } }), full).allowed).toBe(false);
  });

  it('I5: whatever the call is, what is offered is enough, and three times at most', () => {
    const endpoint = fc.string({ unit: fc.constantFrom('a', '*', '?', '$', '{', '}', ':', '/', '.', 'ä') }).map((path) => `https://api.example.com/${path}`);
    const names = fc.string({ unit: fc.constantFrom('a', 'B', '0', '.', '-', '_'), minLength: 1, maxLength: 64 });
    fc.assert(fc.property(endpoint, names, fc.constantFrom('GET', 'POST', 'HEAD'), (url, name, method) => {
      const one: HttpTaskCall = { ...call, endpoint: url, method, connectionArn: CONNECTION.replace(NAME, name) };
      const added: PolicyStatement[] = [];
      for (let answer = authorizeHttpTask([], one); !answer.allowed && answer.missing !== null && added.length < 4; answer = authorizeHttpTask(asOne(added), one)) added.push(answer.missing);
      expect(added).toHaveLength(3);
      expect(authorizeHttpTask(asOne(added), one)).toEqual({ allowed: true });
      expect(readPolicy(JSON.parse(JSON.stringify(policyOf(added)))).ok).toBe(true);
    }), { numRuns: 40 });
  });

  it('an endpoint with stars or dollars in it is offered as itself', () => {
    const odd = { ...call, endpoint: 'https://api.example.com/*/${aws:username}?a=b' };
    const refused = authorizeHttpTask(asOne([RETRIEVE, SECRET]), odd);
    const offered = refused.allowed || refused.missing === null ? [] : [refused.missing];
    expect(authorizeHttpTask(asOne([RETRIEVE, SECRET, ...offered]), odd)).toEqual({ allowed: true });
    expect(authorizeHttpTask(asOne([RETRIEVE, SECRET, ...offered]), { ...odd, endpoint: 'https://api.example.com/x/${aws:username}?a=b' }).allowed).toBe(false);
  });
});
