/** AWS mode through the bridge: the real SDK on this side, on the other our local endpoint or a server that says what a test tells it to. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AwsEvent, AwsPlace } from '../../protocol/aws.ts';
import { AWS_PATHS } from '../../protocol/aws.ts';
import { isAwsEvent, isAwsIdentity, isAwsProfiles } from '../../protocol/awsGuards.ts';
import { PROTOCOL_VERSION, TOKEN_HEADER } from '../../protocol/bridge.ts';
import { type Bridge, createBridge } from '../createBridge.ts';
import { type RawServer, rawServer, responded } from '../testing/rawServer.ts';
import type { AwsEngine, EngineAnswer } from './AwsEngine.ts';
import { isStepFunctionsHost } from './awsHost.ts';
import { type AwsEndpoint, createAwsEndpoint } from './createAwsEndpoint.ts';

const TOKEN = 'the-token-of-this-person-0123456789abcdefghi';
const asked: unknown[] = [];
let next: EngineAnswer = { kind: 'busy' };
const engine: AwsEngine = { testState: async (request, around) => (asked.push([request, around]), next), validate: async () => next, close: async () => {} };
let endpoint: AwsEndpoint;
let bridge: Bridge;
const servers: RawServer[] = [];
/** Ends the wait of a throttled call. */
let roomAgain = (): void => {};

beforeAll(async () => {
  endpoint = await createAwsEndpoint({ port: 0, accessKeyId: 'ASLSTUDIOTHISISTHEKEYOFTHEENDPOINT', engine });
  bridge = await createBridge({ port: 0, token: TOKEN, distDir: null, version: '9.9.9', awsEndpoint: () => endpoint, awsPorts: { random: () => 0, sleep: () => new Promise((resolve) => void (roomAgain = resolve)) } });
});
afterEach(async () => {
  asked.length = 0;
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => Promise.all([bridge.close(), endpoint.close()]));

const ask = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${bridge.origin}${path}`, { method: body === undefined ? 'GET' : 'POST', headers: { [TOKEN_HEADER]: TOKEN, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

async function tested(place: AwsPlace, request: object = { definition: '{"Type":"Pass","End":true}' }): Promise<readonly AwsEvent[]> {
  const response = await ask(AWS_PATHS.testState, { protocol: PROTOCOL_VERSION, place, request });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const events = (await response.text()).trim().split('\n').map((line): unknown => JSON.parse(line));
  expect(events.every(isAwsEvent)).toBe(true);
  return events.filter(isAwsEvent);
}
const at = (port: number, more: Partial<AwsPlace> = {}): AwsPlace => ({ region: 'eu-west-1', endpoint: `http://127.0.0.1:${port}`, insideGrant: `127.0.0.1:${port}`, ...more });

/** A Step Functions that answers this, whatever it is asked. */
async function service(status: number, body: object): Promise<RawServer> {
  const text = JSON.stringify(body);
  const server = await rawServer((socket) => socket.end(responded([`HTTP/1.1 ${status} X`, 'Content-Type: application/x-amz-json-1.0', 'x-amzn-requestid: the-id', `Content-Length: ${Buffer.byteLength(text)}`, 'Connection: close'], text)));
  servers.push(server);
  return server;
}

describe('a test through the bridge', () => {
  it('reaches the endpoint with every member of the request, and brings its answer', async () => {
    next = { kind: 'answer', body: { status: 'CAUGHT_ERROR', output: '{}', error: 'E', nextState: 'N', inspectionData: { input: '{ }', errorDetails: { catchIndex: 0 } } } };
    const request = { definition: '{}', input: '{ }', inspectionLevel: 'TRACE', revealSecrets: true, variables: '{}', stateName: 'S', context: '{}', mock: { errorOutput: { error: 'E', cause: 'c' } }, stateConfiguration: { retrierRetryCount: 2 }, roleArn: 'arn:aws:iam::111122223333:role/r' };
    const events = await tested(at(endpoint.port), request);
    expect(events).toMatchObject([{ type: 'calling', host: `127.0.0.1:${endpoint.port}`, credentials: 'made-up' }, { type: 'answer', response: next.body, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    expect(asked).toEqual([[request, { region: 'eu-west-1', accountId: '111122223333' }]]);
  });

  it("brings AWS's refusal word for word", async () => {
    next = { kind: 'refused', name: 'InvalidDefinition', message: "Invalid State Machine Definition: 'x'" };
    expect((await tested(at(endpoint.port))).at(-1)).toMatchObject({ type: 'refused', name: 'InvalidDefinition', message: "Invalid State Machine Definition: 'x'", status: 400 });
  });

  it('brings a refusal that no model knows', async () => {
    const { port } = await service(400, { __type: 'com.amazon.coral.service#AccessDeniedException', Message: 'User: x is not authorized to perform: states:TestState' });
    expect((await tested(at(port))).at(-1)).toMatchObject({ type: 'refused', name: 'AccessDeniedException', message: 'User: x is not authorized to perform: states:TestState', requestId: 'the-id' });
  });

  it('makes it once: a failure of the service is not asked again', async () => {
    const server = await service(500, { __type: 'InternalServerException', message: 'no' });
    expect((await tested(at(server.port))).at(-1)).toMatchObject({ type: 'refused', status: 500 });
    expect(server.received).toHaveLength(1);
  });

  it('stops reading an answer that is longer than any of AWS', async () => {
    let taken = 0;
    const piece = Buffer.alloc(256 * 1024, 'x');
    const server = await rawServer((socket) => {
      socket.write(responded(['HTTP/1.1 200 OK', 'Content-Type: application/x-amz-json-1.0', 'Content-Length: 700000000'], '{"output":"'));
      const more = (): void => {
        while (!socket.destroyed && socket.write(piece)) taken += piece.length;
        taken += piece.length;
      };
      socket.on('drain', more).on('error', () => {});
      more();
    });
    servers.push(server);
    expect((await tested(at(server.port))).at(-1)).toMatchObject({ type: 'failed', failure: { kind: 'unreachable', message: expect.stringContaining('longer than any of Step Functions') } });
    expect(taken).toBeLessThan(64 * 1024 * 1024);
  });

  it('says so when it is throttled, and asks again', async () => {
    next = { kind: 'busy' };
    const response = await ask(AWS_PATHS.testState, { protocol: PROTOCOL_VERSION, place: at(endpoint.port), request: { definition: '{}' } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('throttled')) text += (await reader?.read())?.value ?? '';
    next = { kind: 'answer', body: { status: 'SUCCEEDED', output: '{}' } };
    roomAgain();
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) text += piece.value;
    const events = text.trim().split('\n').map((line) => JSON.parse(line) as AwsEvent);
    expect(events).toMatchObject([{ type: 'calling' }, { type: 'throttled', attempt: 1, waitMs: 1000 }, { type: 'answer' }]);
  });

  it.each<{ what: string; place: AwsPlace; kind: string }>([
    { what: 'an inside address without its grant', place: { region: 'eu-west-1', endpoint: 'http://127.0.0.1:1' }, kind: 'needs-inside-grant' },
    { what: 'a name that leads inside without its grant', place: { region: 'eu-west-1', endpoint: 'http://localhost:1' }, kind: 'needs-inside-grant' },
    { what: 'the metadata service, whatever the grant', place: { region: 'eu-west-1', endpoint: 'http://169.254.169.254', insideGrant: '169.254.169.254:80' }, kind: 'refused-address' },
    { what: 'a URL of another kind', place: { region: 'eu-west-1', endpoint: 'file:///etc/passwd' }, kind: 'bad-request' },
    { what: 'a URL with a password', place: { region: 'eu-west-1', endpoint: 'http://a:b@127.0.0.1:1' }, kind: 'bad-request' },
    { what: 'no URL', place: { region: 'eu-west-1', endpoint: 'aws' }, kind: 'bad-request' },
    { what: 'a port that nobody listens at', place: { region: 'eu-west-1', endpoint: 'http://127.0.0.1:1', insideGrant: '127.0.0.1:1' }, kind: 'unreachable' },
  ])('fails for $what, in a sentence', async ({ place, kind }) => {
    expect((await tested(place)).at(-1)).toMatchObject({ type: 'failed', failure: { kind, message: expect.stringMatching(/\.$/) } });
  });

  it('never goes to the bridge itself', async () => {
    expect((await tested(at(bridge.port))).at(-1)).toMatchObject({ type: 'failed', failure: { kind: 'refused-address' } });
  });

  it('signs with made-up credentials wherever it is not AWS, and tells none of them', async () => {
    const server = await rawServer((socket, head) => {
      const body = JSON.stringify({ __type: 'ValidationException', message: head });
      socket.end(responded(['HTTP/1.1 400 X', 'Content-Type: application/x-amz-json-1.0', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'], body));
    });
    servers.push(server);
    const events = await tested(at(server.port));
    expect(server.received[0]).toContain('Credential=ASLSTUDIOMADEUP/');
    expect(events.at(-1)).toMatchObject({ type: 'refused', message: expect.stringContaining('Credential=[hidden]/') });
    expect(await (await ask(AWS_PATHS.identity, { protocol: PROTOCOL_VERSION, place: at(server.port) })).json()).toEqual({ kind: 'made-up' });
  });
});

describe('the door for AWS mode', () => {
  it.each([AWS_PATHS.testState, AWS_PATHS.identity])('%s wants the token, its own origin, and the shape of a call', async (path) => {
    const body = JSON.stringify({ protocol: PROTOCOL_VERSION, place: at(endpoint.port), request: { definition: '{}' } });
    const send = async (headers: Record<string, string>, text = body) => (await fetch(`${bridge.origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text })).status;
    expect(await send({})).toBe(401);
    expect(await send({ [TOKEN_HEADER]: TOKEN, origin: 'https://evil.example' })).toBe(403);
    expect(await send({ [TOKEN_HEADER]: TOKEN, 'content-type': 'text/plain' })).toBe(415);
    expect(await send({ [TOKEN_HEADER]: TOKEN }, body.replace('"eu-west-1"', '"evil.example/#"'))).toBe(400);
    expect(await send({ [TOKEN_HEADER]: TOKEN }, body.replace(/"protocol":\d+/, '"protocol":99'))).toBe(409);
    expect(asked).toEqual([]);
  });

  it('lists what the AWS files name, in the shape that was agreed', async () => expect(isAwsProfiles(await (await ask(AWS_PATHS.profiles)).json())).toBe(true));
  it('answers whose account in the shape that was agreed', async () => expect(isAwsIdentity(await (await ask(AWS_PATHS.identity, { protocol: PROTOCOL_VERSION, place: { region: 'eu-west-1', endpoint: 'x' } })).json())).toBe(true));
});

describe('isStepFunctionsHost', () => {
  it.each(['states.us-east-1.amazonaws.com', 'sync-states.eu-central-1.amazonaws.com', 'states-fips.us-west-2.amazonaws.com', 'states.cn-north-1.amazonaws.com.cn', 'states.eu-west-1.api.aws', 'vpce-0a-1b.states.us-east-1.vpce.amazonaws.com', 'states.us-gov-west-1.amazonaws.com', 'states.eusc-de-east-1.amazonaws.eu'])(
    '%s', (host) => expect(isStepFunctionsHost(host)).toBe(true));
  it.each(['evil.s3.us-east-1.amazonaws.com', 'states.us-east-1.amazonaws.com.evil.example', 'amazonaws.com', 'abc.execute-api.us-east-1.amazonaws.com', 'states.amazonaws.com', 'xstates.us-east-1.amazonaws.com', 'states.us-east-1.amazonaws.org', 'localhost', '127.0.0.1'])(
    'not %s', (host) => expect(isStepFunctionsHost(host)).toBe(false));
});
