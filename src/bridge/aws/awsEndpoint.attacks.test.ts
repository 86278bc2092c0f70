/** The local endpoint's door, knocked at with bytes; and its wire protocol. Promises: docs/bridge.md, "A local AWS endpoint". */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { head, knock } from '../testing/knock.ts';
import { accessKeyFor, readCredential } from './accessKey.ts';
import type { AwsEngine, EngineAnswer } from './AwsEngine.ts';
import { type AwsEndpoint, createAwsEndpoint } from './createAwsEndpoint.ts';

const KEY = accessKeyFor('the-token-of-this-person-0123456789abcdefghi');
const asked: unknown[] = [];
let next: EngineAnswer;
let waits: ((signal: AbortSignal) => Promise<EngineAnswer>) | null = null;
const engine: AwsEngine = {
  testState: async (request, around, signal) => (asked.push([request, around]), waits === null ? next : waits(signal)),
  validate: async (definition, options) => (asked.push([definition, options]), next),
  close: async () => {},
};
let endpoint: AwsEndpoint;
let impatient: AwsEndpoint;

beforeAll(async () => {
  [endpoint, impatient] = await Promise.all([createAwsEndpoint({ port: 0, accessKeyId: KEY, engine }), createAwsEndpoint({ port: 0, accessKeyId: KEY, engine, patience: { headers: 100, request: 200, silence: 5000 } })]);
});
beforeEach(() => {
  asked.length = 0;
  waits = null;
  next = { kind: 'answer', body: { status: 'SUCCEEDED', output: '{}' } };
});
afterAll(() => Promise.all([endpoint.close(), impatient.close()]));

const signedBy = (key: string, scope = 'us-east-1/states') => `Authorization: AWS4-HMAC-SHA256 Credential=${key}/20260101/${scope}/aws4_request, SignedHeaders=host, Signature=00`;

interface Call {
  readonly line?: string;
  readonly host?: readonly string[];
  readonly type?: readonly string[];
  readonly auth?: readonly string[];
  readonly target?: readonly string[];
  readonly lines?: readonly string[];
  readonly body?: string;
}
const call = ({ line = 'POST / HTTP/1.1', host = ['Host: 127.0.0.1:PORT'], type = ['Content-Type: application/x-amz-json-1.0'], auth = [signedBy(KEY)], target = ['X-Amz-Target: AWSStepFunctions.TestState'], lines = [], body = '{"definition":"{}"}' }: Call): string =>
  `${head(line, ...host, ...type, ...auth, ...target, ...lines, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close')}${body}`.replaceAll('PORT', String(endpoint.port));

interface Answered {
  readonly status: number | undefined;
  readonly head: string;
  readonly body: { readonly __type?: string; readonly message?: string };
}
async function answerTo(one: Call, at = endpoint): Promise<Answered> {
  const { text, statuses } = await knock(at.port, call(one).replaceAll(String(endpoint.port), String(at.port)));
  const [headers = '', body = ''] = text.split('\r\n\r\n');
  return { status: statuses[0], head: headers.toLowerCase(), body: body === '' ? {} : (JSON.parse(body) as Answered['body']) };
}

describe('the door', () => {
  it('is open to whoever has the key', async () => {
    const answer = await answerTo({});
    expect(answer).toMatchObject({ status: 200, body: { status: 'SUCCEEDED' } });
    expect(answer.head).toContain('content-type: application/x-amz-json-1.0');
    expect(answer.head).toMatch(/x-amzn-requestid: [0-9a-f-]{36}/);
    expect(asked).toEqual([[{ definition: '{}' }, { region: 'us-east-1', accountId: '111111111111' }]]);
  });

  it('is shut to another user of the machine, who may have listened here for the key', async () => {
    const mine = await createAwsEndpoint({ port: 0, accessKeyId: KEY, engine, whose: async () => 'other' });
    try {
      expect(await answerTo({}, mine)).toMatchObject({ status: 403, body: { message: 'This endpoint belongs to another user of this machine.' } });
      expect(asked).toEqual([]);
    } finally {
      await mine.close();
    }
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST', 'sync-localhost', 'sync-127.0.0.1'])('answers under the name %s', async (host) => expect((await answerTo({ host: [`Host: ${host}:PORT`] })).status).toBe(200));

  it.each<{ what: string; call: Call; status: number }>([
    { what: 'a page of another origin', call: { lines: ['Origin: https://evil.example'] }, status: 403 },
    { what: 'a page that runs here', call: { lines: ['Origin: http://127.0.0.1:PORT'] }, status: 403 },
    { what: 'a page without origin', call: { lines: ['Origin: null'] }, status: 403 },
    { what: 'an empty origin', call: { lines: ['Origin: '] }, status: 403 },
    { what: 'a browser that says where from', call: { lines: ['Sec-Fetch-Site: none'] }, status: 403 },
    { what: 'a name that was made to lead here', call: { host: ['Host: evil.example:PORT'] }, status: 421 },
    { what: 'a name that only begins like ours', call: { host: ['Host: 127.0.0.1.evil.example:PORT'] }, status: 421 },
    { what: 'another port', call: { host: ['Host: 127.0.0.1:1'] }, status: 421 },
    { what: 'no port', call: { host: ['Host: 127.0.0.1'] }, status: 421 },
    { what: 'two hosts', call: { host: ['Host: 127.0.0.1:PORT', 'Host: evil.example'] }, status: 421 },
    { what: 'no host', call: { host: [] }, status: 400 },
    { what: 'the form of proxies', call: { line: 'POST http://127.0.0.1:PORT/ HTTP/1.1' }, status: 404 },
    { what: 'a preflight', call: { line: 'OPTIONS / HTTP/1.1' }, status: 405 },
    { what: 'a GET, as an image makes it', call: { line: 'GET / HTTP/1.1' }, status: 405 },
    { what: 'another path', call: { line: 'POST /bridge/send HTTP/1.1' }, status: 404 },
    { what: 'a form', call: { type: ['Content-Type: application/x-www-form-urlencoded'] }, status: 415 },
    { what: 'text, as a form can send it', call: { type: ['Content-Type: text/plain'] }, status: 415 },
    { what: 'plain JSON', call: { type: ['Content-Type: application/json'] }, status: 415 },
    { what: 'the other version of the protocol', call: { type: ['Content-Type: application/x-amz-json-1.1'] }, status: 415 },
    { what: 'text that mentions the type', call: { type: ['Content-Type: text/plain; application/x-amz-json-1.0'] }, status: 415 },
    { what: 'no type', call: { type: [] }, status: 415 },
  ])('is closed to $what ($status)', async ({ call: one, status }) => {
    const answer = await knock(endpoint.port, call(one));
    expect(answer.statuses).toEqual([status]);
    expect(answer.text.toLowerCase()).not.toContain('access-control-');
    expect(answer.text).not.toContain(KEY);
    expect(asked).toEqual([]);
  });

  it.each<{ what: string; auth: readonly string[]; type: string }>([
    { what: 'no key', auth: [], type: 'MissingAuthenticationTokenException' },
    { what: 'another key', auth: [signedBy('AKIAIOSFODNN7EXAMPLE')], type: 'UnrecognizedClientException' },
    { what: 'the beginning of the key', auth: [signedBy(KEY.slice(0, -1))], type: 'UnrecognizedClientException' },
    { what: 'more than the key', auth: [signedBy(`${KEY}A`)], type: 'UnrecognizedClientException' },
    { what: 'the key as a bearer token', auth: [`Authorization: Bearer ${KEY}`], type: 'UnrecognizedClientException' },
    { what: 'the key in the wrong place', auth: [`Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/${KEY}/states/aws4_request`], type: 'UnrecognizedClientException' },
    { what: 'a header without end', auth: [`Authorization: AWS4-HMAC-SHA256 ${' '.repeat(9000)}Credential=${KEY}/20260101/us-east-1/states/aws4_request`], type: 'UnrecognizedClientException' },
  ])('is closed to $what', async ({ auth, type }) => {
    expect(await answerTo({ auth })).toMatchObject({ status: 400, body: { __type: type } });
    expect(asked).toEqual([]);
  });

  it.each([
    { what: 'says nothing', first: '' },
    { what: 'never ends its body', first: 'body' },
  ])('is cut off when it $what', async ({ first }) => {
    const begun = head('POST / HTTP/1.1', `Host: 127.0.0.1:${impatient.port}`, 'Content-Type: application/x-amz-json-1.0', signedBy(KEY), 'Content-Length: 1000');
    expect((await knock(impatient.port, first === '' ? '' : begun)).statuses).toEqual([408]);
  });

  it('stops working for a caller who goes', async () => {
    const stopped = new Promise<void>((resolve) => {
      waits = (signal) => new Promise((answered) => signal.addEventListener('abort', () => {
        resolve();
        answered({ kind: 'busy' });
      }));
    });
    const stop = new AbortController();
    const called = fetch(endpoint.origin, { method: 'POST', signal: stop.signal, body: '{"definition":"{}"}', headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.TestState', authorization: signedBy(KEY).replace('Authorization: ', '') } });
    await expect.poll(() => asked.length).toBe(1);
    stop.abort();
    await expect(called).rejects.toThrow('aborted');
    await stopped;
  });

  it('takes no more than it can hold, and goes on', async () => {
    expect(await answerTo({ body: `{"definition":"${'x'.repeat(4 * 1024 * 1024)}"}` })).toMatchObject({ status: 413 });
    expect(asked).toEqual([]);
    expect((await answerTo({})).status).toBe(200);
  });
});

const LONG = 'x'.repeat(1_048_577);
describe('the protocol', () => {
  it.each<{ what: string; body: string; type: string; message?: string }>([
    { what: 'no JSON', body: '{', type: 'SerializationException' },
    { what: 'a list', body: '[]', type: 'SerializationException' },
    { what: 'a definition that is no text', body: '{"definition":{}}', type: 'SerializationException' },
    { what: 'a mock that is text', body: '{"definition":"{}","mock":"{}"}', type: 'SerializationException' },
    { what: 'a count that is text', body: '{"definition":"{}","stateConfiguration":{"retrierRetryCount":"1"}}', type: 'SerializationException' },
    { what: 'no definition', body: '{}', type: 'com.amazon.coral.validate#ValidationException', message: "1 validation error detected: Value at 'definition' failed to satisfy constraint: Member must not be null" },
    { what: 'a definition in the prototype', body: '{"__proto__":{"definition":"{}"}}', type: 'com.amazon.coral.validate#ValidationException', message: "1 validation error detected: Value at 'definition' failed to satisfy constraint: Member must not be null" },
    { what: 'too long a definition', body: JSON.stringify({ definition: LONG }), type: 'com.amazon.coral.validate#ValidationException', message: "1 validation error detected: Value at 'definition' failed to satisfy constraint: Member must have length less than or equal to 1048576" },
    {
      what: 'two violations', body: '{"definition":"{}","inspectionLevel":"ALL","mock":{"fieldValidationMode":"x"}}', type: 'com.amazon.coral.validate#ValidationException',
      message: "2 validation errors detected: Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]; Value 'x' at 'mock.fieldValidationMode' failed to satisfy constraint: Member must satisfy enum value set: [STRICT, PRESENT, NONE]",
    },
    { what: 'a negative count', body: '{"definition":"{}","stateConfiguration":{"mapIterationFailureCount":-1}}', type: 'com.amazon.coral.validate#ValidationException', message: "1 validation error detected: Value '-1' at 'stateConfiguration.mapIterationFailureCount' failed to satisfy constraint: Member must have value greater than or equal to 0" },
  ])('refuses $what', async ({ body, type, message }) => {
    expect(await answerTo({ body })).toMatchObject({ status: 400, body: { __type: type, ...(message === undefined ? {} : { message }) } });
    expect(asked).toEqual([]);
  });

  it('leaves out what the model does not know, and null', async () => {
    await answerTo({ body: '{"definition":"{}","input":null,"extra":1,"mock":{"result":"1","more":2}}' });
    expect(asked).toMatchObject([[{ definition: '{}', mock: { result: '1' } }, {}]]);
    expect(JSON.stringify(asked)).not.toMatch(/extra|more|input/);
  });

  it.each([
    { target: 'AWSStepFunctions.Nonsense1', type: 'UnknownOperationException' },
    { target: 'DynamoDB_20120810.GetItem', type: 'UnknownOperationException' },
    { target: 'AWSStepFunctions.testState', type: 'UnknownOperationException' },
    { target: 'AWSStepFunctions.StartExecution', type: 'NotAvailableInLocalEndpoint' },
  ])('$target: $type', async ({ target, type }) => expect(await answerTo({ target: [`X-Amz-Target: ${target}`] })).toMatchObject({ status: 400, body: { __type: type } }));

  it('has no operation without a target', async () => expect(await answerTo({ target: [] })).toMatchObject({ status: 400, body: { __type: 'UnknownOperationException' } }));

  it.each<{ answer: EngineAnswer; status: number; body: object }>([
    { answer: { kind: 'refused', name: 'InvalidDefinition', message: 'm' }, status: 400, body: { __type: 'com.amazonaws.swf.service.v2.model#InvalidDefinition', message: 'm' } },
    { answer: { kind: 'not-here', message: 'm' }, status: 400, body: { __type: 'NotAvailableInLocalEndpoint', message: 'm' } },
    { answer: { kind: 'runaway', message: 'm' }, status: 200, body: { status: 'FAILED', error: 'States.Timeout', cause: 'm' } },
    { answer: { kind: 'failed', message: 'm' }, status: 400, body: { __type: 'NotAvailableInLocalEndpoint', message: 'm' } },
    { answer: { kind: 'busy' }, status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } },
  ])('an engine that says $answer.kind', async ({ answer, status, body }) => {
    next = answer;
    expect(await answerTo({})).toMatchObject({ status, body });
  });
});

describe('the access key id', () => {
  it('is the same for the same person, another for another one, and no part of the token', () => {
    expect(accessKeyFor('a')).toBe(accessKeyFor('a'));
    expect(accessKeyFor('a')).not.toBe(accessKeyFor('b'));
    expect(accessKeyFor('a')).toMatch(/^ASLSTUDIO[A-Z2-7]{26}$/);
  });
  it.each([
    ['AWS4-HMAC-SHA256 Credential=AK/20260101/eu-west-1/states/aws4_request, SignedHeaders=host, Signature=0', 'AK'],
    ['AWS4-HMAC-SHA256 SignedHeaders=host,Signature=0,Credential=AK/20260101/eu-west-1/states/aws4_request', 'AK'],
    ['AWS4-HMAC-SHA256 Credential=AK/1/eu-west-1/states/aws4_request', undefined],
    ['', undefined],
  ])('is read from %j', (header, key) => expect(readCredential(header)?.accessKeyId).toBe(key));
});
