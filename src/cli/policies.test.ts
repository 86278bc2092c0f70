import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeIo } from './io.ts';
import { runCli } from './runCli.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Counts what arrives; answers every request alike. */
async function server() {
  const urls: string[] = [];
  const made = createServer((incoming, response) => {
    urls.push(incoming.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":7}');
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  closers.push(() => made.close(), () => made.closeAllConnections());
  return { origin: `http://127.0.0.1:${(made.address() as AddressInfo).port}`, urls };
}

async function testState(content: unknown, ...options: readonly string[]) {
  const seen = { out: '', err: '' };
  const io = { ...nodeIo(), read: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(content))), out: (text: string) => void (seen.out += text), err: (text: string) => void (seen.err += text) };
  const code = await runCli(['test-state', ...options, '-'], io);
  return { code, ...seen };
}

const NAME = 'shop';
const ARN = `arn:aws:events:us-east-2:123456789012:connection/${NAME}/0a1b2c3d-0000-4000-8000-000000000000`;
const MACHINE = 'arn:aws:states:us-east-2:123456789012:stateMachine:Orders';
const policiesFor = (endpoint: string) => [
  {
    Effect: 'Allow', Action: 'states:InvokeHTTPEndpoint', Resource: MACHINE,
    Condition: { StringEquals: { 'states:HTTPMethod': 'GET' }, StringLike: { 'states:HTTPEndpoint': endpoint } },
  },
  { Effect: 'Allow', Action: ['events:RetrieveConnectionCredentials'], Resource: ARN },
  { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], Resource: 'arn:aws:secretsmanager:*:*:secret:events!connection/*' },
].map((statement) => ({ Version: '2012-10-17', Statement: [statement] }));

const contentFor = (origin: string, changes: object = {}) => ({
  request: {
    definition: {
      Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true,
      Parameters: { 'ApiEndpoint.$': '$.url', Method: 'GET', InvocationConfig: { ConnectionArn: ARN }, QueryParameters: { q: '1' } },
      ...changes,
    },
    input: { url: `${origin}/v1/items` }, roleArn: 'arn:aws:iam::123456789012:role/flow', inspectionLevel: 'TRACE',
  },
  connections: [{ ConnectionArn: ARN, Name: NAME, AuthorizationType: 'BASIC', AuthParameters: { BasicAuthParameters: { Username: 'u', Password: 'pass-word-9' } } }],
  region: 'us-east-2',
});

const causeFor = (url: string) => [
  ['States.Http.AccessDenied', `AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint ${url}. Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint`],
  ['Events.ConnectionResource.AccessDenied', 'No permissions to call RetrieveConnectionCredentials on the connection resource.'],
  ['Events.ConnectionResource.AccessDenied', 'No permissions to call DescribeSecret and/or GetSecretValue on the secret associated with the connection resource.'],
] as const;

describe('test-state with policies', () => {
  it('sends with the three policies', async () => {
    const { origin, urls } = await server();
    const { code, out, err } = await testState({ ...contentFor(origin), policies: policiesFor(`${origin}/*`) });
    expect({ code, err, status: JSON.parse(out).status }).toEqual({ code: 0, err: '', status: 'SUCCEEDED' });
    expect(urls).toEqual(['/v1/items?q=1']);
  });

  it.each([0, 1, 2])('without policy %i answers error and cause of AWS, and sends nothing', async (removed) => {
    const { origin, urls } = await server();
    const policies = policiesFor(`${origin}/*`).filter((_, at) => at !== removed);
    const { code, out, err } = await testState({ ...contentFor(origin), policies }, '--exchange');
    const [error, cause] = causeFor(`${origin}/v1/items`)[removed] ?? [];
    const { response, exchange } = JSON.parse(out);
    expect({ code, status: response.status, error: response.error, cause: response.cause, exchange }).toEqual({ code: 0, status: 'FAILED', error, cause, exchange: null });
    expect(urls).toEqual([]);
    expect(err).toMatch(/Add the missing statement\.\n\{\n {2}"Effect": "Allow"/);
    expect(out + err).not.toContain('pass-word-9');
  });

  it('allows nothing with an empty list, and everything without the member', async () => {
    const { origin, urls } = await server();
    expect(JSON.parse((await testState({ ...contentFor(origin), policies: [] })).out)).toMatchObject({ error: 'States.Http.AccessDenied' });
    expect(urls).toEqual([]);
    expect(JSON.parse((await testState(contentFor(origin))).out)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('Retry and Catch see the refusal', async () => {
    const { origin, urls } = await server();
    const Retry = [{ ErrorEquals: ['States.Http.AccessDenied'], IntervalSeconds: 4 }];
    const retried = JSON.parse((await testState({ ...contentFor(origin, { Retry }), policies: [] })).out);
    expect(retried).toMatchObject({ status: 'RETRIABLE', error: 'States.Http.AccessDenied', inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 4 } } });
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Sorry' }];
    const caught = JSON.parse((await testState({ ...contentFor(origin, { Catch }), policies: [] })).out);
    expect(caught).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'Sorry' });
    expect(urls).toEqual([]);
  });

  it('takes the machine of the context: a policy for another one does not help', async () => {
    const { origin, urls } = await server();
    const content = contentFor(origin);
    const context = { StateMachine: { Id: `${MACHINE}2`, Name: 'Orders2' } };
    const { out } = await testState({ ...content, request: { ...content.request, context }, policies: policiesFor(`${origin}/*`) });
    expect(JSON.parse(out)).toMatchObject({ error: 'States.Http.AccessDenied' });
    expect(urls).toEqual([]);
  });

  it('a task with a role of its own needs leave to take that on, and then is not judged by these policies', async () => {
    const { origin, urls } = await server();
    const other = 'arn:aws:iam::210987654321:role/charges';
    const own = contentFor(origin, { Credentials: { RoleArn: other } });
    expect(JSON.parse((await testState({ ...own, policies: policiesFor(`${origin}/*`) })).out)).toMatchObject({
      error: 'States.TaskFailed', cause: `The role arn:aws:iam::123456789012:role/flow is not authorized to assume the task state's role, ${other}.`,
    });
    expect(urls).toEqual([]);
    const leave = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: other }] };
    expect(JSON.parse((await testState({ ...own, policies: [leave] })).out)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('a mock needs no permission', async () => {
    const { origin } = await server();
    const { roleArn: _, ...request } = contentFor(origin).request;
    const { out } = await testState({ request: { ...request, mock: { result: '{"StatusCode":200}' } }, policies: [] });
    expect(JSON.parse(out)).toMatchObject({ status: 'SUCCEEDED' });
  });
});
