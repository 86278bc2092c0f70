import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
import { authorizeHttpTask } from './authorizeHttpTask.ts';
import { httpTaskPolicy, type PolicyOptions } from './httpTaskPolicy.ts';
import { readPolicy } from './readPolicy.ts';
import { trustPolicy } from './trustPolicy.ts';

const arnOf = (name: string) => `arn:aws:events:us-east-1:000000000000:connection/${name}/0a1b2c3d-0000-4000-8000-000000000000`;
const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const options: PolicyOptions = { region: 'us-east-1', stateMachineArn: MACHINE };

const task = (fields: { readonly [name: string]: Json }, connection: Json = { ConnectionArn: arnOf('stripe') }): Json => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true, Parameters: { InvocationConfig: connection, ...fields },
});
const jsonata = (fields: { readonly [name: string]: Json }): Json => ({
  Type: 'Task', QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::http:invoke', End: true, Arguments: { InvocationConfig: { ConnectionArn: arnOf('stripe') }, Method: 'GET', ...fields },
});
const policyFor = (states: { readonly [name: string]: Json }, changes: Partial<PolicyOptions> = {}) =>
  httpTaskPolicy(parse(JSON.stringify({ StartAt: 'A', States: states }), 'json'), { ...options, ...changes });
const endpointsOf = (states: { readonly [name: string]: Json }) => policyFor(states).document.Statement[0]?.Condition?.['StringLike']?.['states:HTTPEndpoint'];

describe('httpTaskPolicy', () => {
  const two = { A: task({ ApiEndpoint: 'https://api.stripe.com/v1/charges', Method: 'POST' }), B: task({ ApiEndpoint: 'https://api.github.com/user', Method: 'GET' }, { ConnectionArn: arnOf('github') }) };

  it('has a statement for each method, one for the connections and one for their secrets, each with its states', () => {
    const { document, parts } = policyFor(two);
    expect(document).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'CallWithPOST', Effect: 'Allow', Action: 'states:InvokeHTTPEndpoint', Resource: MACHINE, Condition: { StringEquals: { 'states:HTTPMethod': 'POST' }, StringLike: { 'states:HTTPEndpoint': 'https://api.stripe.com/v1/charges' } } },
        { Sid: 'CallWithGET', Effect: 'Allow', Action: 'states:InvokeHTTPEndpoint', Resource: MACHINE, Condition: { StringEquals: { 'states:HTTPMethod': 'GET' }, StringLike: { 'states:HTTPEndpoint': 'https://api.github.com/user' } } },
        { Sid: 'UseConnections', Effect: 'Allow', Action: 'events:RetrieveConnectionCredentials', Resource: [arnOf('stripe'), arnOf('github')] },
        {
          Sid: 'ReadConnectionSecrets', Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          Resource: ['arn:aws:secretsmanager:us-east-1:000000000000:secret:events!connection/stripe/*', 'arn:aws:secretsmanager:us-east-1:000000000000:secret:events!connection/github/*'],
        },
      ],
    });
    expect(parts.map(({ states }) => states)).toEqual([['A'], ['B'], ['A', 'B'], ['A', 'B']]);
  });

  it('is taken by IAM, allows every literal call of the definition and no other', () => {
    const { document } = policyFor(two);
    expect(readPolicy(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
    const may = (method: string, endpoint: string, name: string) =>
      authorizeHttpTask([document], { method, endpoint, connectionArn: arnOf(name), region: 'us-east-1', stateMachineArn: MACHINE }).allowed;
    expect([may('POST', 'https://api.stripe.com/v1/charges', 'stripe'), may('GET', 'https://api.github.com/user', 'github')]).toEqual([true, true]);
    expect([may('GET', 'https://api.stripe.com/v1/charges', 'stripe'), may('POST', 'https://api.stripe.com/v1/charges/1', 'stripe'), may('GET', 'https://api.github.com/user', 'other')]).toEqual([false, false, false]);
  });

  it('reads tasks inside Map and Parallel, and leaves other tasks out', () => {
    const inner = { StartAt: 'C', States: { C: task({ ApiEndpoint: 'https://a.example/c', Method: 'GET' }) } };
    const { parts } = policyFor({ A: { Type: 'Map', ItemProcessor: inner, End: true }, L: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } });
    expect(parts[0]?.states).toEqual(['C']);
    expect(policyFor({ L: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } })).toEqual({ document: { Version: '2012-10-17', Statement: [] }, parts: [], notes: [] });
  });

  it.each<readonly [string, Json, string]>([
    ['a path', task({ 'ApiEndpoint.$': '$.url', Method: 'GET' }), 'https://*'],
    ['States.Format', task({ 'ApiEndpoint.$': "States.Format('https://api.example.com/v1/{}/items', $.id)", Method: 'GET' }), 'https://api.example.com/v1/*/items'],
    ['a joined expression', jsonata({ ApiEndpoint: "{% 'https://api.example.com/users/' & $states.input.id %}" }), 'https://api.example.com/users/*'],
    ['a text behind', jsonata({ ApiEndpoint: '{% "https://api.example.com/" & $id & "/items" %}' }), 'https://api.example.com/*/items'],
    ['two texts joined', jsonata({ ApiEndpoint: "{% 'https://api.example.com' & '/v1/' & $x & $y & '/z' %}" }), 'https://api.example.com/v1/*/z'],
    ['a call behind', jsonata({ ApiEndpoint: "{% 'https://api.example.com/' & $string($n + 1) & '/z' %}" }), 'https://api.example.com/*'],
    ['only an expression', jsonata({ ApiEndpoint: '{% $states.input.url %}' }), 'https://*'],
    ['a computed host', jsonata({ ApiEndpoint: "{% 'https://' & $host & '/v1' %}" }), 'https://*'],
    ['a placeholder', task({ ApiEndpoint: 'https://api.example.com/${Stage}/items', Method: 'GET' }), 'https://api.example.com/*/items'],
    ['a whole placeholder', task({ ApiEndpoint: '${Endpoint}', Method: 'GET' }), 'https://*'],
    ['a literal with a star', task({ ApiEndpoint: 'https://api.example.com/*', Method: 'GET' }), 'https://api.example.com/${*}'],
  ])('proposes for %s what can be read of it', (_, state, pattern) => {
    expect(endpointsOf({ A: state })).toBe(pattern);
    const { parts } = policyFor({ A: state });
    const literal = pattern.endsWith('${*}');
    expect(parts[0]?.notes).toHaveLength(literal ? 0 : 1);
    if (!literal) expect(parts[0]?.notes[0]).toContain(`${pattern} is proposed`);
  });

  it('says in words what a computed method, connection or whole argument leaves open', () => {
    const { document, parts } = policyFor({ A: task({ ApiEndpoint: 'https://a.example/', 'Method.$': '$.method' }, { 'ConnectionArn.$': '$.connection' }) });
    expect(parts.flatMap(({ notes }) => notes)).toEqual([expect.stringMatching(/^The method of A /), expect.stringMatching(/^The connection of A /)]);
    expect(document.Statement.at(-1)?.Resource).toBe('arn:aws:secretsmanager:us-east-1:123456789012:secret:events!connection/*');
    const whole = policyFor({ A: { Type: 'Task', QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::http:invoke', Arguments: '{% $states.input %}', End: true } });
    expect(whole.parts.flatMap(({ notes }) => notes)).toHaveLength(3);
  });

  it('fills in real ARNs, and takes the partition of the region', () => {
    const real = 'arn:aws-us-gov:events:us-gov-west-1:210987654321:connection/stripe-live/1a1b2c3d-0000-4000-8000-000000000000';
    const { document } = policyFor({ A: two.A, C: task({ ApiEndpoint: 'https://a.example/', Method: 'POST' }, { 'ConnectionArn.$': '$.c' }) }, { arns: { [arnOf('stripe')]: real }, region: 'us-gov-west-1' });
    expect(document.Statement[1]?.Resource).toEqual([real, 'arn:aws-us-gov:events:us-gov-west-1:123456789012:connection/*']);
    expect(document.Statement[2]?.Resource).toEqual(['arn:aws-us-gov:secretsmanager:us-gov-west-1:210987654321:secret:events!connection/stripe-live/*', 'arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:events!connection/*']);
  });

  it('says that Credentials are another role', () => {
    expect(policyFor({ A: { ...(isJsonObject(two.A) ? two.A : {}), Credentials: { RoleArn: 'arn:aws:iam::1:role/x' } } }).notes).toEqual([expect.stringContaining('A names a role in Credentials')]);
  });

  it('lets nobody but machines of the account take the role on', () => {
    expect(trustPolicy(MACHINE).Statement[0]).toMatchObject({
      Principal: { Service: 'states.amazonaws.com' }, Condition: { ArnLike: { 'aws:SourceArn': MACHINE }, StringEquals: { 'aws:SourceAccount': '123456789012' } },
    });
  });
});
