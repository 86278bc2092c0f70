import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { FORBIDDEN_HEADERS } from './forbiddenHeaders.ts';
import type { PrepareFailure } from './prepareFailure.ts';
import type { PreparedRequest } from './prepared.ts';
import { ARN, open, plainConnection, prepared, prepareWith, recorded, recordedConnection, secret } from './testing/builders.ts';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const headersOf = (request: PreparedRequest) => request.headers.map(({ name, value }) => `${name}: ${value}`);
const failureOf = (fields: { readonly [name: string]: Json }, input = {}): PrepareFailure | null => {
  const result = prepareWith(fields, input);
  return result.ok ? null : result.error;
};

describe('prepareRequest, as recorded', () => {
  const taskBody = { shared: 'x', items: ['red green', 'blue+gold'], nested: { enabled: true, count: 2 } };

  it.each([
    { format: 'INDICES', items: 'items%5B0%5D=red%20green&items%5B1%5D=blue%2Bgold' },
    { format: 'REPEAT', items: 'items=red%20green&items=blue%2Bgold' },
    { format: 'COMMAS', items: 'items=red%20green%2Cblue%2Bgold' },
    { format: 'BRACKETS', items: 'items%5B%5D=red%20green&items%5B%5D=blue%2Bgold' },
  ])('form-encodes arrays as $format', ({ format, items }) => {
    const request = prepared({ Headers: FORM, RequestBody: taskBody, Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: format } } }, recorded);
    expect(request.body?.text).toBe(`shared=connection-body&${items}&nested%5Benabled%5D=true&nested%5Bcount%5D=2&connectionOnly=body-only`);
  });

  it('takes INDICES where no format is given', () => {
    const request = prepared({ RequestBody: taskBody, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, recorded);
    expect(request.body?.text).toContain('items%5B0%5D=red%20green&items%5B1%5D=blue%2Bgold');
  });

  it('writes the Stripe example of the guide', () => {
    const request = prepared(
      { RequestBody: { description: 'Monthly subscription', metadata: { order_details: 'monthly report data' } }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } },
      { connection: { ...plainConnection, parameters: { header: [], query: [], body: [open('customer', '1234567890')] } } },
    );
    expect(request.body?.text).toBe('description=Monthly%20subscription&metadata%5Border_details%5D=monthly%20report%20data&customer=1234567890');
  });

  it('puts task parameters first in the query, then the connection\'s in its order', () => {
    const request = prepared({ QueryParameters: { shared: 'task', taskOnly: 'a+b & c' } }, recorded);
    expect(request.url).toBe('https://api.example.com/v1/items?taskOnly=a%2Bb%20%26%20c&shared=connection%20query&connectionOnly=query-only');
    expect(request.publicUrl).toBe('https://api.example.com/v1/items?taskOnly=a%2Bb%20%26%20c&shared=••••&connectionOnly=••••');
  });

  it('overwrites body members in place and wholesale, and appends new ones', () => {
    const request = prepared({ RequestBody: { shared: { deep: 1 }, taskOnly: [1, 'two'], nested: { a: 'b' } } }, recorded);
    expect(request.body).toMatchObject({
      text: '{"shared":"connection-body","taskOnly":[1,"two"],"nested":{"a":"b"},"connectionOnly":"body-only"}',
      publicText: '{"shared":"••••","taskOnly":[1,"two"],"nested":{"a":"b"},"connectionOnly":"••••"}',
      encoding: 'json',
    });
  });

  it('replaces a header in exact case only and sends the other spelling too', () => {
    const lines = headersOf(prepared({ Headers: { 'x-shared': 'task', 'X-Shared': 'task-case-header' } }, recorded));
    expect(lines.filter((line) => /^x-shared/i.test(line))).toEqual(['x-shared: connection-header', 'X-Shared: task-case-header']);
  });

  it('sends the connection\'s spelling of a header first, as the server of the recording saw it, whatever the order in the task', () => {
    const shared = (headers: Json) => headersOf(prepared({ Headers: headers }, recorded)).filter((line) => /^x-shared/i.test(line));
    expect(shared({ 'X-Shared': 'task-case-header', 'x-shared': 'task-header', 'x-task-only': 'task-only' })).toEqual(['x-shared: connection-header', 'X-Shared: task-case-header']);
    expect(shared({ 'x-task-only': 'task-only', 'X-Shared': ['one', 'two'] })).toEqual(['x-shared: connection-header', 'X-Shared: one', 'X-Shared: two']);
  });

  it('adds the built-in headers, Content-Type on GET as well', () => {
    expect(headersOf(prepared({ Method: 'GET' }))).toEqual([
      'Host: api.example.com', 'X-Api-Key: key-value-1', 'Content-Type: application/json; charset=UTF-8',
      'User-Agent: Amazon|StepFunctions|HttpInvoke|us-west-2', 'Range: bytes=0-262144',
    ]);
  });

  it('orders task headers, authorization, connection headers, then its own', () => {
    expect(prepared({ Headers: { definitionHeader: 'h1' }, RequestBody: {} }, recorded).headers.map(({ name, origin }) => `${name} ${origin}`)).toEqual([
      'Host service', 'definitionHeader definition', 'Authorization connection', 'x-shared connection', 'x-secret connection',
      'Content-Type service', 'User-Agent service', 'Range service', 'Content-Length service',
    ]);
  });

  it('sends Basic credentials as UTF-8', () => {
    const request = prepared({}, { ...recorded, secrets: { password: 'pä:ss', 'header.x-secret': 'x' } });
    expect(headersOf(request)).toContain('Authorization: Basic b3duZWQtdXNlcjpww6Q6c3M=');
  });

  it('refuses a forbidden header with the text recorded at run time', () => {
    expect(failureOf({ Headers: { Authorization: 'Bearer x', 'X-Fine': 'y' } })).toMatchObject({
      kind: 'runtime', error: 'States.Runtime',
      cause: `The Parameters '{"ApiEndpoint":"https://api.example.com/v1/items","Method":"POST","InvocationConfig":{"ConnectionArn":"${ARN}"},"Headers":{"Authorization":"Bearer x","X-Fine":"y"}}' could not be used to start the Task: [The 'Headers' field contains unsupported values: [authorization]]`,
    });
  });

  it('refuses to merge a text body with the connection\'s', () => {
    expect(failureOf({ RequestBody: 'text' }, recorded)).toMatchObject({
      kind: 'runtime', error: 'States.Runtime', cause: 'Cannot merge connection body authorization parameters with request body.',
    });
  });

  it('sends a text body raw', () => {
    expect(prepared({ RequestBody: 'a b "c"' }).body).toMatchObject({ text: 'a b "c"', encoding: 'text' });
  });

  it('makes a body of the connection\'s parameters where the task has none', () => {
    expect(prepared({}, recorded).body?.text).toBe('{"shared":"connection-body","connectionOnly":"body-only"}');
  });
});

describe('prepareRequest', () => {
  it.each([...FORBIDDEN_HEADERS, 'x-forwarded-for', 'X-Amz-Date', 'X-AMZN-Trace-Id'])('refuses the header %s', (name) => {
    expect(failureOf({ Headers: { [name]: 'v' } })).toMatchObject({ error: 'States.Runtime', cause: expect.stringContaining(`unsupported values: [${name.toLowerCase()}]]`) });
  });

  it.each<{ what: string; fields: { readonly [name: string]: Json }; reason: string }>([
    { what: 'a missing method', fields: { Method: null }, reason: '\'Method\' has an invalid format' },
    { what: 'a method in small letters', fields: { Method: 'get' }, reason: '\'Method\' has an invalid format' },
    { what: 'a relative endpoint', fields: { ApiEndpoint: '/v1' }, reason: '\'ApiEndpoint\' has an invalid format' },
    { what: 'another scheme', fields: { ApiEndpoint: 'ftp://api.example.com/' }, reason: '\'ApiEndpoint\' has an invalid format' },
    { what: 'user information', fields: { ApiEndpoint: 'https://me:pw@api.example.com/' }, reason: '\'ApiEndpoint\' has an invalid format' },
    { what: 'a fragment', fields: { ApiEndpoint: 'https://api.example.com/#part' }, reason: '\'ApiEndpoint\' has an invalid format' },
    { what: 'an empty fragment', fields: { ApiEndpoint: 'https://api.example.com/#' }, reason: '\'ApiEndpoint\' has an invalid format' },
    { what: 'both forms of connection', fields: { Authentication: { ConnectionArn: ARN } }, reason: 'cannot both be specified' },
    { what: 'a connection without ARN', fields: { InvocationConfig: {} }, reason: '\'ConnectionArn\' is required but was missing' },
    { what: 'headers that are no object', fields: { Headers: [] }, reason: '\'Headers\' has an invalid format' },
    { what: 'a header with a line break', fields: { Headers: { a: 'b\r\nHost: evil' } }, reason: '\'Headers\' has an invalid format' },
    { what: 'a header name with a space', fields: { Headers: { 'a b': 'c' } }, reason: '\'Headers\' has an invalid format' },
    { what: 'an unknown array format', fields: { Transform: { RequestEncodingOptions: { ArrayFormat: 'NONE' } } }, reason: '\'ArrayFormat\' has an invalid format' },
    { what: 'an unknown encoding', fields: { Transform: { RequestBodyEncoding: 'XML' } }, reason: '\'RequestBodyEncoding\' has an invalid format' },
    { what: 'query parameters that are no object', fields: { QueryParameters: 'a=b' }, reason: '\'QueryParameters\' has an invalid format' },
  ])('refuses $what', ({ fields, reason }) => {
    expect(failureOf(fields)).toMatchObject({ kind: 'runtime', error: 'States.Runtime', cause: expect.stringContaining(reason), hint: expect.stringMatching(/\.$/) });
  });

  it('names Arguments where the state speaks JSONata', () => {
    expect(failureOf({ Headers: { Host: 'x' } }, { field: 'Arguments' })).toMatchObject({ cause: expect.stringMatching(/^The Arguments '\{/) });
  });

  it('takes the older Authentication field', () => {
    const result = prepareWith({}, { arguments: { ApiEndpoint: 'https://api.example.com/', Method: 'GET', Authentication: { ConnectionArn: ARN } } });
    expect(result).toMatchObject({ ok: true, value: { connectionArn: ARN } });
  });

  it.each([
    { endpoint: 'http://127.0.0.1:4010/v1', says: 'cannot reach 127.0.0.1:4010' },
    { endpoint: 'https://localhost/v1', says: 'cannot reach localhost' },
    { endpoint: 'https://10.1.2.3/', says: 'cannot reach 10.1.2.3' },
    { endpoint: 'http://api.example.com/v1', says: 'https only' },
  ])('prepares $endpoint and says that AWS would refuse it', ({ endpoint, says }) => {
    expect(prepared({ ApiEndpoint: endpoint })).toMatchObject({ url: endpoint, awsWouldRefuse: expect.stringContaining(says) });
  });

  it('says nothing of the kind for a public https endpoint', () => {
    expect(prepared()).not.toHaveProperty('awsWouldRefuse');
  });

  it('keeps the endpoint\'s own query first and untouched', () => {
    const request = prepared({ ApiEndpoint: 'https://api.example.com/s?q=a+b&flag&x=', QueryParameters: { n: 1, on: true, list: ['a', 'b'], o: { k: 'v' }, nil: null } });
    expect(request.url).toBe('https://api.example.com/s?q=a+b&flag&x=&n=1&on=true&list=a&list=b&o%5Bk%5D=v&nil=');
    expect(request.notes.join(' ')).toMatch(/joins a query string.*repeats the key.*key\[member\]/);
  });

  it.each([
    { name: 'Range', value: 'bytes=0-1', kept: 'Range: bytes=0-262144' },
    { name: 'user-agent', value: 'me', kept: 'User-Agent: Amazon|StepFunctions|HttpInvoke|us-west-2' },
    { name: 'Content-Length', value: '99', kept: 'Content-Length: 0' },
  ])('replaces a $name header of the task and says so', ({ name, value, kept }) => {
    const request = prepared({ Headers: { [name]: value } });
    expect(headersOf(request).filter((line) => line.toLowerCase().startsWith(name.toLowerCase()))).toEqual([kept]);
    expect(request.notes.join(' ').toLowerCase()).toContain(name.toLowerCase());
  });

  it('leaves out headers of a connection that would frame the message', () => {
    const connection = { ...plainConnection, parameters: { header: [open('Transfer-Encoding', 'chunked'), open('Host', 'evil'), open('X-Ok', '1')], query: [], body: [] } };
    const names = prepared({}, { connection }).headers.map(({ name }) => name);
    expect(names).toContain('X-Ok');
    expect(names).not.toContain('Transfer-Encoding');
    expect(names.filter((name) => name.toLowerCase() === 'host')).toHaveLength(1);
  });

  it('sends a header with several values as several lines', () => {
    expect(headersOf(prepared({ Headers: { Accept: ['a/b', 'c/d'] } })).slice(1, 3)).toEqual(['Accept: a/b', 'Accept: c/d']);
  });

  it('lets task or connection set Content-Type, in any case', () => {
    const typed = prepared({ Headers: { 'content-type': 'text/plain' } }).headers.filter(({ name }) => name.toLowerCase() === 'content-type');
    expect(typed).toEqual([{ name: 'content-type', value: 'text/plain', origin: 'definition', secret: false }]);
  });

  it('counts Content-Length in UTF-8 bytes', () => {
    expect(headersOf(prepared({ RequestBody: 'ü€' }))).toContain('Content-Length: 5');
  });

  it('warns about a form body without a form Content-Type', () => {
    const form = { RequestBody: { a: 1 }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } };
    expect(prepared(form).notes.join()).toContain('application/x-www-form-urlencoded');
    expect(prepared({ ...form, Headers: FORM }).notes).toEqual([]);
  });

  it.each<{ what: string; body: Json; format: string; text: string }>([
    { what: 'null', body: { a: null }, format: 'INDICES', text: 'a=' },
    { what: 'an empty array', body: { a: [], b: 1 }, format: 'BRACKETS', text: 'b=1' },
    { what: 'objects in an array', body: { a: [{ n: 1 }, { n: 2 }] }, format: 'INDICES', text: 'a%5B0%5D%5Bn%5D=1&a%5B1%5D%5Bn%5D=2' },
    { what: 'punctuation', body: { a: '-._~!\'()*' }, format: 'INDICES', text: 'a=-._~%21%27%28%29%2A' },
    { what: 'text beyond ASCII', body: { 'ü': '€😀' }, format: 'INDICES', text: '%C3%BC=%E2%82%AC%F0%9F%98%80' },
    { what: 'a lone surrogate', body: { a: 'x\uD800y' }, format: 'INDICES', text: 'a=x%EF%BF%BDy' },
  ])('form-encodes $what', ({ body, format, text }) => {
    expect(prepared({ RequestBody: body, Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: format } } }).body?.text).toBe(text);
  });

  it.each<{ what: string; headers: Json; next: RegExp }>([
    { what: 'a number', headers: { n: 1 }, next: /States\.Format/ }, { what: 'true', headers: { n: true }, next: /States\.Format/ }, { what: 'null', headers: { n: null }, next: /not documented/ },
    { what: 'an object', headers: { n: { a: 'b' } }, next: /The header n must be/ }, { what: 'a number in a list', headers: { n: ['a', 1] }, next: /States\.Format/ },
  ])('refuses $what as a header and says what to write', ({ headers, next }) => {
    expect(failureOf({ Headers: headers })).toMatchObject({ error: 'States.Runtime', cause: expect.stringContaining('\'Headers\' has an invalid format'), hint: expect.stringMatching(next) });
  });

  it('tells a JSONata task how to make text of a header', () => {
    expect(failureOf({ Headers: { n: 1 } }, { field: 'Arguments' })).toMatchObject({ hint: expect.stringContaining('$string(') });
  });

  it('masks the connection\'s form pairs by origin', () => {
    const body = prepared({ RequestBody: { b: 1 }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, recorded).body;
    expect(body?.publicText).toBe('b=1&shared=••••&connectionOnly=••••');
    expect(body?.pairs.map(({ name, origin, secret: hidden }) => [name, origin, hidden])).toEqual([
      ['b', 'definition', false], ['shared', 'connection', true], ['connectionOnly', 'connection', true],
    ]);
  });

  it('names the secret that is not here', () => {
    expect(failureOf({}, { ...recorded, secrets: {} })).toMatchObject({ kind: 'missing-secret', place: 'password', message: expect.stringContaining('Type it again') });
    expect(failureOf({}, { ...recorded, secrets: { password: 'p' } })).toMatchObject({ kind: 'missing-secret', place: 'header.x-secret' });
    expect(failureOf({}, { ...recorded, connection: { ...recordedConnection, parameters: { header: [], query: [secret('constructor')], body: [] } }, secrets: { password: 'p' } })).toMatchObject({ place: 'query.constructor' });
  });

  it('refuses a connection header with a line break, without showing it', () => {
    expect(failureOf({}, { secrets: { apiKeyValue: 'a\nHost: evil' } })).toMatchObject({ kind: 'unsupported', message: expect.not.stringContaining('evil') });
  });

  it('knows OAuth by its token only', () => {
    const connection = { ...plainConnection, authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'https://login.example.com/token', method: 'POST', parameters: { header: [], query: [], body: [] } } } as const;
    expect(failureOf({}, { connection })).toMatchObject({ kind: 'unsupported', message: expect.stringMatching(/needs an access token/) });
    expect(headersOf(prepared({}, { connection, bearerToken: 'tok' }))).toContain('Authorization: Bearer tok');
  });

  it.each([[undefined, 60_000], [5_000, 5_000], [600_000, 60_000]])('waits for %s ms as %i ms', (timeoutMs, expected) => {
    expect(prepared({}, timeoutMs === undefined ? {} : { timeoutMs }).timeoutMs).toBe(expected);
  });

  it('survives members named like Object\'s own', () => {
    const hostile: Json = JSON.parse('{"__proto__":{"x":1},"constructor":"c"}');
    expect(prepared({ RequestBody: hostile }, recorded).body?.text).toBe('{"__proto__":{"x":1},"constructor":"c","shared":"connection-body","connectionOnly":"body-only"}');
  });

  it('T3: never shows a connection\'s value in the public url or body', () => {
    const secretText = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `s3cr3t-${text}`);
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), secretText, fc.boolean(), (body, hidden, form) => {
      const connection = { ...plainConnection, parameters: { header: [], query: [secret('q')], body: [secret('b')] } };
      const request = prepared(
        { RequestBody: body as Json, Transform: { RequestBodyEncoding: form ? 'URL_ENCODED' : 'NONE' } },
        { connection, secrets: { apiKeyValue: 'k', 'query.q': hidden, 'body.b': hidden } },
      );
      expect(`${request.publicUrl} ${request.body?.publicText}`).not.toContain('s3cr3t-');
      expect(request.url).toContain('s3cr3t-');
      expect(request.body?.text).toContain('s3cr3t-');
    }));
  });
});
