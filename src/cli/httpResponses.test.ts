import { createServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performHttpTask } from '../http/performHttpTask.ts';
import { UNCONFIRMED } from '../http/unconfirmed.ts';
import { createCommandWorld } from './commandWorld.ts';
import { readConnection } from './connectionInput.ts';
import { apiKey, ARN, testStateOnce } from './testing/httpTasks.ts';
import { wire, type Answer, type Wire } from './testing/wire.ts';

let server: Wire;
beforeAll(async () => (server = await wire()));
afterAll(() => server.close());

const definition = (around: object = {}, fields: object = {}) => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true,
  Parameters: { ApiEndpoint: `${server.origin}/v1`, Method: 'GET', InvocationConfig: { ConnectionArn: ARN }, ...fields }, ...around,
});
const answered = (lines: readonly string[], body: Uint8Array | string = ''): Buffer => Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
const ok = (type: string | null, body: Uint8Array | string, ...more: readonly string[]): Buffer => answered(['HTTP/1.1 200 OK', ...(type === null ? [] : [`Content-Type: ${type}`]), ...more], body);

const tested = async (answer: Answer, fields: object = {}, around: object = {}) => {
  server.answerWith(answer);
  return testStateOnce({ definition: definition(around, fields) });
};

describe('a response on the wire becomes the result', () => {
  it.each<{ what: string; answer: Answer; result: object; method?: string }>([
    {
      what: 'headers as sent, a JSON body, status and phrase',
      answer: answered(['HTTP/1.1 201 Created', 'date: today', 'Content-Type: application/json', 'X-Twice: 1', 'x-Empty:', 'X-Twice: 2'], '{"id":"in_1","n":[1,null,2.5]}'),
      result: { Headers: { date: ['today'], 'Content-Type': ['application/json'], 'X-Twice': ['1', '2'], 'x-Empty': [''] }, ResponseBody: { id: 'in_1', n: [1, null, 2.5] }, StatusCode: 201, StatusText: 'Created' },
    },
    { what: 'plain text', answer: ok('text/plain', 'owned plain response'), result: { ResponseBody: 'owned plain response' } },
    { what: 'HTML as text', answer: ok('text/html; charset=utf-8', '<p>ü</p>'), result: { ResponseBody: '<p>ü</p>' } },
    { what: 'no content type', answer: ok(null, '{"a":1}'), result: { ResponseBody: '{"a":1}' } },
    { what: 'a +json type', answer: ok('application/vnd.github+json; charset=utf-8', '{"a":1}'), result: { ResponseBody: { a: 1 } } },
    { what: 'JSON under a text type', answer: ok('text/plain', '{"a":1}'), result: { ResponseBody: '{"a":1}' } },
    { what: 'broken JSON under a JSON type', answer: ok('application/json', '{"a":'), result: { ResponseBody: '{"a":' } },
    { what: 'Latin-1', answer: ok('text/plain; charset=ISO-8859-1', Buffer.from('Zoë', 'latin1')), result: { ResponseBody: 'Zoë' } },
    { what: 'UTF-16 with its mark', answer: ok('text/plain; charset=utf-16', Buffer.from('\uFEFF€ä', 'utf16le')), result: { ResponseBody: '€ä' } },
    { what: 'JSON after a UTF-8 mark', answer: ok('application/json', '\uFEFF{"a":1}'), result: { ResponseBody: { a: 1 } } },
    { what: 'a scalar as JSON', answer: ok('application/json', '"x"'), result: { ResponseBody: 'x' } },
    { what: '204', answer: answered(['HTTP/1.1 204 No Content', 'Content-Type: application/json']), result: { Headers: { 'Content-Type': ['application/json'] }, StatusCode: 204, StatusText: 'No Content' } },
    { what: 'HEAD, whose Content-Length has no body', method: 'HEAD', answer: answered(['HTTP/1.1 200 OK', 'Content-Type: image/png', 'Content-Length: 5000']), result: { Headers: { 'Content-Type': ['image/png'], 'Content-Length': ['5000'] }, StatusCode: 200, StatusText: 'OK' } },
    { what: 'an empty body', answer: ok('application/json', '', 'Content-Length: 0'), result: { Headers: { 'Content-Type': ['application/json'], 'Content-Length': ['0'] }, StatusCode: 200, StatusText: 'OK' } },
    { what: '206 with a part that does not parse', answer: answered(['HTTP/1.1 206 Partial Content', 'Content-Type: application/json', 'Content-Range: bytes 0-4/99'], '{"a":'), result: { ResponseBody: '{"a":', StatusCode: 206, StatusText: 'Partial Content' } },
    { what: 'a status without a phrase', answer: answered(['HTTP/1.1 202 ', 'Content-Type: text/plain'], 'x'), result: { StatusCode: 202, StatusText: 'Accepted' } },
    { what: 'chunks with an extension', answer: answered(['HTTP/1.1 200 OK', 'Content-Type: application/json', 'Transfer-Encoding: chunked'], '5;x=y\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n'), result: { ResponseBody: { a: 1 } } },
    { what: 'an interim answer before the answer', answer: Buffer.concat([answered(['HTTP/1.1 103 Early Hints', 'Link: </x>']), ok('text/plain', 'x')]), result: { ResponseBody: 'x', StatusCode: 200 } },
    { what: 'gzip that nobody asked for', answer: ok('application/json', gzipSync('{"a":1}'), 'Content-Encoding: gzip'), result: { Headers: { 'Content-Type': ['application/json'], 'Content-Encoding': ['gzip'] }, ResponseBody: { a: 1 }, StatusCode: 200, StatusText: 'OK' } },
    { what: 'deflate', answer: ok('text/plain', deflateSync('xyz'), 'Content-Encoding: deflate'), result: { ResponseBody: 'xyz' } },
    { what: 'Brotli', answer: ok('text/plain', brotliCompressSync('xyz'), 'content-encoding: br'), result: { ResponseBody: 'xyz' } },
    { what: 'a header in Latin-1', answer: ok('text/plain', 'x', 'X-Name: Zo\u00eb'), result: { Headers: { 'Content-Type': ['text/plain'], 'X-Name': ['Zo\u00eb'] } } },
    { what: 'HTTP/1.0 that ends with the connection', answer: answered(['HTTP/1.0 200 OK', 'Content-Type: text/plain'], 'old'), result: { ResponseBody: 'old' } },
    { what: 'a body of almost 256 KiB', answer: ok('text/plain', 'x'.repeat(262_000)), result: { ResponseBody: 'x'.repeat(262_000) } },
    { what: 'members named like an object\'s own', answer: ok('application/json', '{"__proto__":{"a":1},"constructor":2}'), result: { ResponseBody: JSON.parse('{"__proto__":{"a":1},"constructor":2}') } },
  ])('$what', async ({ answer, result, method = 'GET' }) => {
    const { response, err } = await tested(answer, { Method: method });
    expect({ err, status: response.status }).toEqual({ err: '', status: 'SUCCEEDED' });
    const output = JSON.parse(response.output);
    expect('Headers' in result && 'StatusText' in result ? output : Object.fromEntries(Object.keys(result).map((key) => [key, output[key]]))).toEqual(result);
  });
});

describe('the result goes on', () => {
  const invoice = ok('application/json', '{"id":"in_1","lines":[{"n":1},{"n":2}]}', 'X-Rate: 9');

  it('through ResultSelector and ResultPath', async () => {
    const { response } = await tested(invoice, {}, { ResultSelector: { 'id.$': '$.ResponseBody.id', 'status.$': '$.StatusCode', 'rate.$': '$.Headers.X-Rate[0]' }, ResultPath: '$.invoice' });
    expect(JSON.parse(response.output)).toEqual({ invoice: { id: 'in_1', status: 200, rate: '9' } });
    expect(JSON.parse(response.inspectionData.afterResultSelector)).toEqual({ id: 'in_1', status: 200, rate: '9' });
  });

  it('through Output and Assign', async () => {
    server.answerWith(invoice);
    const { Parameters: fields, ...around } = definition();
    const { response } = await testStateOnce({ definition: {
      ...around, Arguments: fields, QueryLanguage: 'JSONata', Output: { sum: '{% $sum($states.result.ResponseBody.lines.n) %}', text: '{% $states.result.StatusText %}' }, Assign: { last: '{% $states.result.ResponseBody.id %}' },
    } });
    expect(JSON.parse(response.output)).toEqual({ sum: 3, text: 'OK' });
    expect(JSON.parse(response.inspectionData.variables)).toEqual({ last: 'in_1' });
    expect(JSON.parse(response.inspectionData.afterArguments)).toEqual(fields);
  });
});

const SOCKET = 'States.Http.Socket';
const TOO_LARGE = 'The state/task \'http\' returned a result with a size exceeding the maximum number of bytes service limit.';
const status = (code: number, phrase: string, ...lines: readonly string[]): Buffer => answered([`HTTP/1.1 ${code} ${phrase}`, 'Content-Type: application/json', ...lines], '{"error":"the details"}');

describe('a response on the wire becomes a failure', () => {
  it.each<{ what: string; answer: Answer; error: string; cause: unknown }>([
    { what: '400', answer: status(400, 'Bad Request'), error: 'States.Http.StatusCode.400', cause: 'Bad Request' },
    { what: '403', answer: status(403, 'Forbidden'), error: 'States.Http.StatusCode.403', cause: 'Forbidden' },
    { what: '404', answer: status(404, 'Not Found'), error: 'States.Http.StatusCode.404', cause: 'Not Found' },
    { what: '418, which has no phrase of its own', answer: status(418, 'I\'m a teapot'), error: 'States.Http.StatusCode.418', cause: undefined },
    { what: '429', answer: status(429, 'Too Many Requests', 'Retry-After: 7'), error: 'States.Http.StatusCode.429', cause: 'Too Many Requests' },
    { what: '500 without a phrase', answer: status(500, ''), error: 'States.Http.StatusCode.500', cause: 'Internal Server Error' },
    { what: '503', answer: status(503, 'Service Unavailable'), error: 'States.Http.StatusCode.503', cause: 'Service Unavailable' },
    { what: '599', answer: status(599, 'unknown'), error: 'States.Http.StatusCode.599', cause: undefined },
    { what: 'a redirect, which is not followed', answer: status(302, 'Found', 'Location: /elsewhere'), error: 'States.Http.StatusCode.302', cause: 'Found' },
    { what: '304', answer: answered(['HTTP/1.1 304 Not Modified']), error: 'States.Http.StatusCode.304', cause: 'Not Modified' },
    { what: 'a failing status with a picture', answer: answered(['HTTP/1.1 500 Internal Server Error', 'Content-Type: image/png'], Buffer.from([0x89, 0x50])), error: 'States.Http.StatusCode.500', cause: 'Internal Server Error' },
    ...['application/octet-stream', 'image/png', 'video/mp4', 'audio/mpeg'].map((type) => ({
      what: type, answer: ok(`${type.toUpperCase()}; x=y`, 'x'), error: 'States.Runtime', cause: `Unsupported response content-type '${type}'. Please see documentation for list of unsupported content-types.`,
    })),
    { what: 'bytes that are no text', answer: ok('application/json', Buffer.from([0x22, 0xff, 0x22])), error: 'States.Runtime', cause: 'The response body is not a valid string.' },
    { what: 'compression that nobody can unpack', answer: ok('text/plain', Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'Content-Encoding: zstd'), error: 'States.Runtime', cause: 'The response body is not a valid string.' },
    { what: 'a body over 256 KiB', answer: ok('text/plain', 'x'.repeat(262_145)), error: 'States.DataLimitExceeded', cause: TOO_LARGE },
    { what: 'a result over 256 KiB with its headers', answer: ok('text/plain', 'x'.repeat(262_100)), error: 'States.DataLimitExceeded', cause: TOO_LARGE },
    { what: 'a bomb', answer: ok('text/plain', gzipSync('x'.repeat(5_000_000)), 'Content-Encoding: gzip'), error: 'States.DataLimitExceeded', cause: TOO_LARGE },
    { what: 'no answer at all', answer: (socket) => socket.end(), error: SOCKET, cause: expect.stringContaining('127.0.0.1') },
    { what: 'a reset', answer: (socket) => socket.resetAndDestroy(), error: SOCKET, cause: expect.stringContaining('127.0.0.1') },
    { what: 'a body that breaks off', answer: ok('application/json', '{"a":1', 'Content-Length: 7'), error: SOCKET, cause: expect.any(String) },
    { what: 'chunks that break off', answer: answered(['HTTP/1.1 200 OK', 'Transfer-Encoding: chunked'], '5\r\nab'), error: SOCKET, cause: expect.any(String) },
    { what: 'a chunk without a size', answer: answered(['HTTP/1.1 200 OK', 'Transfer-Encoding: chunked'], 'zz\r\nab\r\n0\r\n\r\n'), error: SOCKET, cause: expect.any(String) },
    { what: 'something that is no HTTP', answer: 'SSH-2.0-OpenSSH_9.6\r\n', error: SOCKET, cause: expect.any(String) },
    { what: 'gzip that is broken', answer: ok('text/plain', Buffer.from('no gzip at all'), 'Content-Encoding: gzip'), error: SOCKET, cause: expect.any(String) },
  ])('$what', async ({ answer, error, cause }) => {
    const before = server.received.length;
    const { response } = await tested(answer);
    expect(response).toMatchObject({ status: 'FAILED', error });
    expect(response.cause).toEqual(cause);
    expect(JSON.stringify(response.cause ?? '')).not.toContain('the details');
    expect(server.received.length).toBe(before + 1);
  });

  it('a port where nobody listens', async () => {
    const gone = await wire();
    await gone.close();
    const { response } = await testStateOnce({ definition: definition({}, { ApiEndpoint: gone.origin }) });
    expect(response).toMatchObject({ status: 'FAILED', error: SOCKET, cause: expect.stringContaining(gone.host) });
  });

  it('TLS that the server does not speak', async () => {
    const plain = createServer((socket) => socket.on('error', () => undefined).end('220 mail.example.com ESMTP\r\n'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo; // it listens on a port
    const { response } = await testStateOnce({ definition: definition({}, { ApiEndpoint: `https://127.0.0.1:${port}/` }) }).finally(() => plain.close());
    expect(response).toMatchObject({ status: 'FAILED', error: SOCKET, cause: expect.stringContaining('TLS') });
  });
});

describe('Retry and Catch see what AWS\'s would', () => {
  const retry = (...errors: readonly string[]) => ({ Retry: [{ ErrorEquals: errors, IntervalSeconds: 3, BackoffRate: 2, MaxAttempts: 2 }] });
  const caught = (...errors: readonly string[]) => ({ End: undefined, Next: 'Done', Catch: [{ ErrorEquals: errors, Next: 'Handle', ResultPath: '$.failed' }] });
  const too = ok('text/plain', 'x'.repeat(262_145));
  const octets = ok('application/octet-stream', 'x');

  it.each<{ what: string; answer: Answer; around: object; expected: object }>([
    { what: 'a retrier for the status', answer: status(429, 'Too Many Requests', 'Retry-After: 90'), around: retry('States.Http.StatusCode.429'), expected: { status: 'RETRIABLE', error: 'States.Http.StatusCode.429', inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 3 } } } },
    { what: 'a retrier for another status', answer: status(500, 'x'), around: retry('States.Http.StatusCode.503'), expected: { status: 'FAILED' } },
    { what: 'a retrier for States.TaskFailed', answer: status(502, 'Bad Gateway'), around: retry('States.TaskFailed'), expected: { status: 'RETRIABLE' } },
    { what: 'a retrier for States.ALL and a dead connection', answer: (socket) => socket.end(), around: retry('States.ALL'), expected: { status: 'RETRIABLE', error: SOCKET } },
    { what: 'a retrier for States.Http.Socket', answer: (socket) => socket.end(), around: retry('States.Http.Socket'), expected: { status: 'RETRIABLE' } },
    { what: 'a catcher for the status', answer: status(404, 'Not Found'), around: caught('States.Http.StatusCode.404'), expected: { status: 'CAUGHT_ERROR', nextState: 'Handle', output: '{"failed":{"Error":"States.Http.StatusCode.404","Cause":"Not Found"}}', inspectionData: { errorDetails: { catchIndex: 0 } } } },
    { what: 'a catcher, and a status without a phrase', answer: status(418, 'Tea'), around: caught('States.TaskFailed'), expected: { status: 'CAUGHT_ERROR', output: '{"failed":{"Error":"States.Http.StatusCode.418","Cause":""}}' } },
    { what: 'States.ALL and States.Runtime, which nobody catches', answer: octets, around: { ...retry('States.ALL'), ...caught('States.ALL') }, expected: { status: 'FAILED', error: 'States.Runtime' } },
    { what: 'a catcher for States.DataLimitExceeded', answer: too, around: caught('States.DataLimitExceeded'), expected: { status: 'CAUGHT_ERROR', error: 'States.DataLimitExceeded' } },
  ])('$what', async ({ answer, around, expected }) => {
    expect((await tested(answer, {}, around)).response).toMatchObject(expected);
  });
});

describe('the trace', () => {
  const request = { protocol: 'http', method: 'POST', headers: '[x-mine: 1, User-Agent: Amazon|StepFunctions|HttpInvoke|us-west-2, Range: bytes=0-262144]', body: '{"a":"b"}' };
  const fields = { Method: 'POST', Headers: { 'x-mine': '1' }, RequestBody: { a: 'b' }, QueryParameters: { q: 'x y' } };

  it('shows a failing exchange too, without what the connection added unless that is asked for', async () => {
    server.answerWith(answered(['HTTP/1.1 402 Payment Required', 'Content-Type: application/json', 'X-Key: owned-inert-api-key'], '{"error":"no money for owned-inert-api-key"}'));
    const shown = async (revealSecrets: boolean) => (await testStateOnce({ definition: definition({}, fields), request: { revealSecrets } })).response;
    expect(await shown(false)).toMatchObject({
      error: 'States.Http.StatusCode.402', cause: 'Payment Required',
      inspectionData: {
        request: { ...request, url: `${server.origin}/v1?q=x%20y` },
        response: { protocol: 'http', statusCode: '402', statusMessage: 'Payment Required', headers: '[Content-Type: application/json, X-Key: ••••]', body: '{"error":"no money for ••••"}' },
      },
    });
    expect(await shown(true)).toMatchObject({ inspectionData: {
      request: { headers: '[x-mine: 1, x-owned-api-key: owned-inert-api-key, User-Agent: Amazon|StepFunctions|HttpInvoke|us-west-2, Range: bytes=0-262144]' },
      response: { body: '{"error":"no money for owned-inert-api-key"}' },
    } });
  });

  it('has a request and no response where none came', async () => {
    const { response } = await tested((socket) => socket.end(), fields);
    expect(response.inspectionData.request).toMatchObject({ method: 'POST' });
    expect(response.inspectionData).not.toHaveProperty('response');
  });

  it.each(['INFO', 'DEBUG'])('is not there at level %s', async (inspectionLevel) => {
    server.answerWith(ok('application/json', '{}'));
    const { response } = await testStateOnce({ definition: definition(), request: { inspectionLevel, revealSecrets: false } });
    expect(response.inspectionData ?? {}).not.toHaveProperty('request');
  });

  it('keeps the connection out of what the stages show', async () => {
    const { response } = await tested(ok('application/json', '{}'), fields);
    expect(response.inspectionData.afterParameters).not.toContain('owned-inert-api-key');
    expect(JSON.parse(response.inspectionData.result)).toMatchObject({ ResponseBody: {} });
  });
});

describe('what refuses before anything is sent', () => {
  it.each<{ what: string; fields: object; cause: RegExp }>([
    { what: 'a forbidden header', fields: { Headers: { Authorization: 'x', 'X-Amz-Date': 'y', ok: 'z' } }, cause: /^The Parameters '\{.*\}' could not be used to start the Task: \[The 'Headers' field contains unsupported values: \[authorization, x-amz-date\]\]$/ },
    { what: 'user information', fields: { ApiEndpoint: 'https://me:pw@api.example.com/' }, cause: /'ApiEndpoint' has an invalid format/ },
    { what: 'a user alone', fields: { ApiEndpoint: 'https://me@api.example.com/' }, cause: /'ApiEndpoint' has an invalid format/ },
    { what: 'a fragment', fields: { ApiEndpoint: 'https://api.example.com/#x' }, cause: /'ApiEndpoint' has an invalid format/ },
    { what: 'no connection', fields: { InvocationConfig: {} }, cause: /'ConnectionArn' is required/ },
    { what: 'a number in a header', fields: { Headers: { n: 1 } }, cause: /'Headers' has an invalid format/ },
    { what: 'null in a header', fields: { Headers: { n: null } }, cause: /'Headers' has an invalid format/ },
    { what: 'an object in a header', fields: { Headers: { n: {} } }, cause: /'Headers' has an invalid format/ },
    { what: 'a number in an array of a header', fields: { Headers: { n: ['a', 1] } }, cause: /'Headers' has an invalid format/ },
    { what: 'a line break in a header', fields: { Headers: { n: 'a\r\nX: y' } }, cause: /'Headers' has an invalid format/ },
  ])('$what', async ({ fields, cause }) => {
    const before = server.received.length;
    const { response } = await tested('', fields);
    expect(response).toMatchObject({ status: 'FAILED', error: 'States.Runtime', cause: expect.stringMatching(cause) });
    expect(response.inspectionData).not.toHaveProperty('request');
    expect(server.received.length).toBe(before);
  });
});

describe('time', () => {
  const perform = async (timeoutMs: number) => {
    const given = readConnection(JSON.parse(JSON.stringify(apiKey())));
    if (!given.ok) throw new Error(given.error);
    server.answerWith(() => undefined);
    const call = { arguments: { ApiEndpoint: server.origin, Method: 'GET', InvocationConfig: { ConnectionArn: ARN } }, timeoutMs };
    return performHttpTask(call, createCommandWorld('us-west-2', [given.value]), new AbortController().signal);
  };
  it('is up with States.Timeout, without a cause, where TimeoutSeconds is below the 60 s of the service', async () => {
    const reply = await perform(30);
    expect(reply).toMatchObject({ kind: 'failure', error: 'States.Timeout' });
    expect(reply).not.toHaveProperty('cause');
  });
});

it('says with the exchange what AWS does not document', async () => {
  const given = readConnection(JSON.parse(JSON.stringify(apiKey())));
  if (!given.ok) throw new Error(given.error);
  server.answerWith(status(302, 'Over There', 'Location: /x'));
  const reply = await performHttpTask({ arguments: { ApiEndpoint: server.origin, Method: 'GET', InvocationConfig: { ConnectionArn: ARN } } }, createCommandWorld('us-west-2', [given.value]), new AbortController().signal);
  expect(reply.http?.exchange?.replyNotes).toEqual([UNCONFIRMED.ownPhrase, UNCONFIRMED.redirect]);
});
