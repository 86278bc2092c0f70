import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { explainDenial } from './explainDenial.ts';
import { machinePolicy } from './machinePolicy.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:ship';
const USER = 'arn:aws:sts::123456789012:assumed-role/Flow/abc';
const task = (resource: string, Parameters: JsonObject): Json => ({ Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true });
const tree = parse(JSON.stringify({
  StartAt: 'Ship',
  States: {
    Ship: task('lambda:invoke', { FunctionName: FUNCTION }), Other: task('lambda:invoke', { FunctionName: 'other' }), Child: task('states:startExecution.sync', { StateMachineArn: MACHINE }),
    Pay: task('http:invoke', { ApiEndpoint: 'https://api.example.com/pay', Method: 'POST', Authentication: { ConnectionArn: 'arn:aws:events:us-east-1:123456789012:connection/pay/0a' } }),
    Read: task('bedrock:invokeModel', { ModelId: 'm', Input: { S3Uri: 's3://b/k' } }),
  },
}), 'json');
const options = { region: 'us-east-1', stateMachineArn: MACHINE };
const explain = (text: string) => explainDenial(text, { needs: machinePolicy(tree, options, new Map()).needs, stateMachineArn: MACHINE, logging: machinePolicy(parse('{}', 'json'), { ...options, logging: true }, new Map()).document });
const denied = (why: string) => `User: ${USER} is not authorized to perform: lambda:InvokeFunction on resource: ${FUNCTION} because ${why} (Service: Lambda, Status Code: 403, Request ID: 1)`;

describe('I12: explainDenial', () => {
  it.each([
    ['alone', denied('no identity-based policy allows the lambda:InvokeFunction action')],
    ['in the cause of an event', JSON.stringify({ error: 'Lambda.AWSLambdaException', cause: denied('no identity-based policy allows the lambda:InvokeFunction action') })],
    ['broken over lines', denied('no identity-based policy\n  allows the lambda:InvokeFunction action')],
    ['without a reason', `User: ${USER} is not authorized to perform: lambda:InvokeFunction on resource: ${FUNCTION}`],
  ])('offers the statement that the role lacks: %s', (_, text) => {
    expect(explain(text)).toMatchObject({ action: 'lambda:InvokeFunction', resource: FUNCTION, missing: { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: FUNCTION }, states: ['Ship'] });
  });

  it.each([
    ['with an explicit deny in an identity-based policy', 'A Deny forbids it, in an identity-based policy: one of the role.'],
    ['with an explicit deny in a service control policy', 'a service control policy of the organization'],
    ['no permissions boundary allows the lambda:InvokeFunction action', 'the permissions boundary of the role'],
    ['no resource-based policy allows the lambda:InvokeFunction action', 'the policy of the resource itself'],
    ['no service control policy allows the lambda:InvokeFunction action', 'a service control policy of the organization'],
  ])('offers none where it would not help: %s', (why, text) => {
    const denial = explain(denied(why).replace('because with', 'with'));
    expect(denial?.missing).toBeNull();
    expect(denial?.says.join(' ')).toContain(text);
  });

  it('says when it is a person who may not', () => {
    const denial = explain('User: arn:aws:iam::123456789012:user/mary is not authorized to perform: states:CreateStateMachine on resource: arn:aws:states:us-east-1:123456789012:stateMachine:x because no identity-based policy allows the states:CreateStateMachine action');
    expect(denial?.missing).toBeNull();
    expect(denial?.says.at(-1)).toContain('not the execution role');
  });

  it.each<readonly [string, string, Json, readonly string[]]>([
    ['the managed rule of .sync', "AccessDeniedException: 'arn:aws:iam::123456789012:role/Flow' is not authorized to create managed-rule.", { Resource: 'arn:aws:events:us-east-1:123456789012:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule' }, ['Child']],
    ['the endpoint of an HTTP task', 'AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint https://api.example.com/pay. Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint', { Resource: MACHINE, Condition: { StringLike: { 'states:HTTPEndpoint': 'https://api.example.com/pay' } } }, ['Pay']],
    ['the connection', 'No permissions to call RetrieveConnectionCredentials on the connection resource.', { Resource: 'arn:aws:events:us-east-1:123456789012:connection/pay/0a' }, ['Pay']],
    ['the secret of the connection', 'No permissions to call DescribeSecret and/or GetSecretValue on the secret associated with the connection resource.', { Resource: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:events!connection/pay/*' }, ['Pay']],
    ['the role of a state', `The role ${USER} is not authorized to assume the task state's role, arn:aws:iam::999900001111:role/Far.`, { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::999900001111:role/Far' }, []],
    ['the logs', 'The state machine IAM Role is not authorized to access the Log Destination', { Resource: '*' }, []],
  ])('knows what Step Functions says of %s', (_, text, missing, states) => {
    expect(explain(text)).toMatchObject({ missing, states });
  });

  it('says what is to be done where the text names nothing', () => {
    expect(explain('Access Denied (Service: S3, Status Code: 403, Request ID: 1)')).toMatchObject({ missing: null, states: ['Read'] });
    expect(explain('Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.')?.says[0]).toContain('trust policy');
    expect(explain('You are not authorized to perform this operation. Encoded authorization failure message: abc')?.says[1]).toContain('decode-authorization-message');
    expect(explain('States.Timeout')).toBeNull();
    expect(explain('')).toBeNull();
  });
});
