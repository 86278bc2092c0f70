import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SFNClient, TestStateCommand, type TestStateInput, type TestStateOutput } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { testState } from './testState.ts';
import type { TestStateRequest, TestStateResponse } from './testStateApi.ts';

/** Our engine behind the wire of the service: AWS JSON 1.0, as the SDK speaks it. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString()) as TestStateRequest; // What the SDK made of a TestStateInput.
      const ports = { now: () => 0, random: () => 0, id: () => '00000000-0000-4000-8000-000000000000', perform: () => ({ kind: 'not-performed', reason: { kind: 'needs-mock', message: 'no network' } }) as const };
      void testState(asked, { dialect: 'aws', ports }).then((outcome) => {
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        if (outcome.kind === 'answered') response.end(JSON.stringify(outcome.response));
        else if (outcome.kind === 'refused') response.writeHead(400).end(JSON.stringify({ __type: outcome.exception.name, message: outcome.exception.message }));
        else response.writeHead(500).end();
      });
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('the TestState API on the wire', () => {
  let server: Server;
  let client: SFNClient;
  beforeAll(async () => {
    server = await serve();
    const { port } = server.address() as AddressInfo; // Listening on TCP.
    client = new SFNClient({ endpoint: `http://127.0.0.1:${port}`, disableHostPrefix: true, region: 'us-east-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' }, maxAttempts: 1 });
  });
  afterAll(() => {
    client.destroy();
    server.close();
  });

  it('has the shapes of the SDK', () => {
    expectTypeOf<TestStateRequest>().toExtend<{ [K in keyof TestStateInput]?: unknown }>();
    expectTypeOf<TestStateResponse['status']>().toExtend<TestStateOutput['status']>();
    expectTypeOf<keyof TestStateResponse>().toExtend<keyof TestStateOutput>();
    expectTypeOf<keyof NonNullable<TestStateResponse['inspectionData']>>().toExtend<keyof NonNullable<TestStateOutput['inspectionData']>>();
  });

  it('answers the SDK with a result', async () => {
    const definition = JSON.stringify({ Type: 'Pass', Parameters: { 'b.$': '$.a' }, Next: 'Other' });
    const answer = await client.send(new TestStateCommand({ definition, input: '{"a":1}', inspectionLevel: 'DEBUG' }));
    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '{"b":1}', nextState: 'Other', inspectionData: { input: '{"a":1}', afterParameters: '{"b":1}' } });
  });

  it('refuses the SDK with an exception of the model', async () => {
    const definition = JSON.stringify({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true });
    await expect(client.send(new TestStateCommand({ definition, input: '{}' }))).rejects.toMatchObject({ name: 'ValidationException', message: 'RoleArn must be specified when testing a Task state' });
  });
});
