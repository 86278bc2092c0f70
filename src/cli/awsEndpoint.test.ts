/** The local endpoint with the real engine, asked as programs ask AWS: through the SDK. */
import { SFNClient, SFNServiceException, TestStateCommand, type TestStateCommandInput, ValidateStateMachineDefinitionCommand, type ValidateStateMachineDefinitionCommandInput } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsEndpoint, createAwsEndpoint } from '../bridge/aws/createAwsEndpoint.ts';
import { rawServer, type RawServer, responded } from '../bridge/testing/rawServer.ts';
import { createAwsEngine } from './awsEngine.ts';
import { evaluateHere } from './evaluate.ts';
import { FOUND, misses, recordedOf, TITLE, wireOf } from './testing/recordedCases.ts';
import { readConnections } from './allowedInput.ts';

const KEY = 'ASLSTUDIOTESTTESTTESTTESTTEST';
const ROLE = 'arn:aws:iam::111122223333:role/tests';
const CONNECTION = 'arn:aws:events:eu-west-1:111122223333:connection/shop/00000000-0000-4000-8000-000000000000';
let shop: RawServer;
let endpoint: AwsEndpoint;
let client: SFNClient;
let recorder: SFNClient;

beforeAll(async () => {
  shop = await rawServer((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Type: application/json', 'Content-Length: 11'], '{"paid":true}'.slice(0, 11))));
  const given = readConnections(JSON.stringify([{ ConnectionArn: CONNECTION, AuthorizationType: 'BASIC', AuthParameters: { BasicAuthParameters: { Username: 'ada', Password: 'lovelace' } } }]));
  if (!given.ok) throw new Error(given.error);
  const engine = createAwsEngine({ allow: [`http://127.0.0.1:${shop.port}`], connections: given.value, evaluate: evaluateHere, close: async () => {} });
  endpoint = await createAwsEndpoint({ port: 0, accessKeyId: KEY, engine });
  [client, recorder] = ['eu-west-1', 'us-east-1'].map((region) => new SFNClient({ endpoint: endpoint.origin, region, disableHostPrefix: true, maxAttempts: 1, credentials: { accessKeyId: KEY, secretAccessKey: 'anything' } })) as [SFNClient, SFNClient];
});
afterAll(async () => {
  client.destroy();
  recorder.destroy();
  await Promise.all([endpoint.close(), shop.close()]);
});

/** What came back, in the shape of the recordings. */
async function answerOf(asked: Promise<object>): Promise<unknown> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof SFNServiceException) return { Error: { Code: thrown.name, Message: thrown.message } };
    throw thrown;
  }
}
const test = (input: TestStateCommandInput, by = client) => answerOf(by.send(new TestStateCommand(input)));

describe('the local endpoint', () => {
  it('answers TestState, with the region that was signed for and the account of the role', async () => {
    const answer = await test({ definition: '{"Type":"Pass","Parameters":{"id.$":"$$.StateMachine.Id"},"End":true}', input: '{"a": 1}', inspectionLevel: 'DEBUG', roleArn: ROLE });
    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: expect.stringContaining('arn:aws:states:eu-west-1:111122223333:stateMachine:'), inspectionData: { input: '{"a": 1}' } });
  });

  it('answers ValidateStateMachineDefinition', async () => {
    const answer = await client.send(new ValidateStateMachineDefinitionCommand({ definition: '{"StartAt":"A"}' }));
    expect(answer).toMatchObject({ result: 'FAIL', truncated: false, diagnostics: [{ code: 'SCHEMA_VALIDATION_FAILED', location: '/' }] });
  });

  const http = (origin: string, more = '') =>
    JSON.stringify({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { ApiEndpoint: `${origin}/orders${more}`, Method: 'GET', InvocationConfig: { ConnectionArn: CONNECTION } }, End: true });

  it('sends an HTTP task where that is allowed, with the connection it was given, and keeps the secret out of the trace', async () => {
    const answer = await test({ definition: http(`http://127.0.0.1:${shop.port}`), roleArn: ROLE, inspectionLevel: 'TRACE' });
    expect(answer).toMatchObject({ status: 'SUCCEEDED', inspectionData: { response: { statusCode: '200' } } });
    expect(shop.received.at(-1)).toContain(`Authorization: Basic ${Buffer.from('ada:lovelace').toString('base64')}`);
    expect(JSON.stringify(answer)).not.toContain(Buffer.from('ada:lovelace').toString('base64'));
  });

  it('sends it nowhere else, and says how that is allowed', async () => {
    const answer = await test({ definition: http('https://api.example.com'), roleArn: ROLE });
    expect(answer).toMatchObject({ Error: { Code: 'NotAvailableInLocalEndpoint', Message: expect.stringContaining('--allow https://api.example.com') } });
  });

  it('calls nothing else, and takes a mock for it', async () => {
    const definition = '{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{},"End":true}';
    expect(await test({ definition, roleArn: ROLE })).toMatchObject({ Error: { Code: 'NotAvailableInLocalEndpoint', Message: expect.stringContaining('"mock"') } });
    expect(await test({ definition, mock: { result: '{"MessageId":"1"}' } })).toMatchObject({ status: 'SUCCEEDED', output: '{"MessageId":"1"}' });
  });
});

describe.skipIf(!FOUND)(TITLE, () => {
  it('come out of the endpoint as they came from AWS', async () => {
    const cases = recordedOf('TestState', 'ValidateStateMachineDefinition');
    expect(cases.length).toBeGreaterThan(50);
    const missed = await misses(cases, async (recorded) => {
      // The recordings hold requests of the API; the SDK checks them no further.
      const wire = wireOf(recorded) as unknown as TestStateCommandInput & ValidateStateMachineDefinitionCommandInput;
      const answer = JSON.parse(JSON.stringify(await (recorded.request['operation'] === 'TestState' ? test(wire, recorder) : answerOf(recorder.send(new ValidateStateMachineDefinitionCommand(wire)))))) as { $metadata?: unknown };
      delete answer.$metadata;
      return answer;
    });
    expect(missed).toEqual([]);
  }, 30_000);
});
