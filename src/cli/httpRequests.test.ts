import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { apiKey, ARN, basic, parameter, testStateOnce, type TestCase } from './testing/httpTasks.ts';
import { wire, type Wire } from './testing/wire.ts';

let server: Wire;
beforeAll(async () => (server = await wire()));
afterAll(() => server.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const KEY = ['x-owned-api-key: owned-inert-api-key'];
const JSON_TYPE = 'Content-Type: application/json; charset=UTF-8';
const AUTH = 'Authorization: Basic b3duZWQtdXNlcjpvd25lZC1wYXNzd29yZA==';
const OWN = ['User-Agent: Amazon|StepFunctions|HttpInvoke|us-west-2', 'Range: bytes=0-262144'];

/** The whole request: request line, Host, what the task and its connection say, then what the service writes. */
const request = (line: string, headers: readonly string[], body: string | null = null, own: readonly string[] = OWN, length = body === null ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]): string =>
  Buffer.from([`${line} HTTP/1.1`, `Host: ${server.host}`, ...headers, ...own, ...length, 'Connection: close', '', body ?? ''].join('\r\n')).toString('latin1');

type Fields = { readonly [name: string]: Json };
const path = (fields: Fields, around: object = {}) => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true,
  Parameters: { ApiEndpoint: `${server.origin}/echo`, Method: 'POST', Authentication: { ConnectionArn: ARN }, ...fields }, ...around,
});
const jsonata = (fields: Fields, around: object = {}) => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true, QueryLanguage: 'JSONata',
  Arguments: { ApiEndpoint: `${server.origin}/echo`, Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, ...fields }, ...around,
});
/** As in the recording: every field from the input. */
const allPaths = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true, Parameters: {
  'ApiEndpoint.$': '$.endpoint', 'Method.$': '$.method', Authentication: { 'ConnectionArn.$': '$.connection' }, 'Headers.$': '$.headers', 'QueryParameters.$': '$.query', 'RequestBody.$': '$.body', 'Transform.$': '$.transform',
} };
const recordedInput = (fields: object) => ({ endpoint: `${server.origin}/echo`, method: 'POST', connection: ARN, headers: {}, query: {}, body: {}, transform: { RequestBodyEncoding: 'NONE' }, ...fields });

interface Row {
  readonly what: string;
  readonly test: () => TestCase;
  readonly sent: () => string;
}

const formBody = { shared: 'task-body', items: ['red green', 'blue+gold'], nested: { enabled: true, count: 2 } };
const sharedQuery = '/echo?shared=connection%20query&connectionOnly=query-only';
const form = (format: string) => ({ RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: format } });
const recordedForm = (format: string, items: string): Row => ({
  what: `a form with arrays as ${format}`,
  test: () => ({ definition: allPaths, connection: basic(), input: recordedInput({ headers: FORM, body: formBody, transform: form(format) }) }),
  sent: () => request(`POST ${sharedQuery}`, ['content-type: application/x-www-form-urlencoded', AUTH, 'x-shared: connection-header', 'x-secret: owned-inert-private-header'],
    `shared=connection-body&${items}&nested%5Benabled%5D=true&nested%5Bcount%5D=2&connectionOnly=body-only`),
});

const RECORDED: readonly Row[] = [
  {
    what: 'the merge of everything',
    test: () => ({ definition: allPaths, connection: basic(), input: recordedInput({
      headers: { 'X-Shared': 'task-case-header', 'x-shared': 'task-header', 'x-task-only': 'task-only', 'content-type': 'application/json' },
      query: { shared: 'task query', taskOnly: 'a+b & c' }, body: { shared: { nested: 'task-body' }, taskOnly: [1, 'two'], nested: { a: 'b' } },
    }) }),
    sent: () => request('POST /echo?taskOnly=a%2Bb%20%26%20c&shared=connection%20query&connectionOnly=query-only',
      ['x-shared: connection-header', 'X-Shared: task-case-header', 'x-task-only: task-only', 'content-type: application/json', AUTH, 'x-secret: owned-inert-private-header'],
      '{"shared":"connection-body","taskOnly":[1,"two"],"nested":{"a":"b"},"connectionOnly":"body-only"}'),
  },
  {
    what: 'an API key',
    test: () => ({ definition: allPaths, input: recordedInput({ body: { owned: 'api-key-body' } }) }),
    sent: () => request('POST /echo', [...KEY, JSON_TYPE], '{"owned":"api-key-body"}'),
  },
  recordedForm('INDICES', 'items%5B0%5D=red%20green&items%5B1%5D=blue%2Bgold'),
  recordedForm('REPEAT', 'items=red%20green&items=blue%2Bgold'),
  recordedForm('COMMAS', 'items=red%20green%2Cblue%2Bgold'),
  recordedForm('BRACKETS', 'items%5B%5D=red%20green&items%5B%5D=blue%2Bgold'),
  {
    what: 'a text as body',
    test: () => ({ definition: allPaths, input: recordedInput({ headers: { 'content-type': 'text/plain' }, body: 'owned raw string' }) }),
    sent: () => request('POST /echo', ['content-type: text/plain', ...KEY], 'owned raw string'),
  },
  {
    what: 'a GET with an empty object',
    test: () => ({ definition: allPaths, input: recordedInput({ method: 'GET', query: { owned: 'get query' } }) }),
    sent: () => request('GET /echo?owned=get%20query', [...KEY, JSON_TYPE], '{}'),
  },
  {
    what: 'the guide\'s example of merging',
    test: () => ({
      definition: path({ Headers: { 'Request-Id': 'my_request_id', 'Header-Param': 'state_machine_header_param' }, RequestBody: { Job: 'Software Engineer', Company: 'AnyCompany', BodyParam: 'state_machine_body_param' }, QueryParameters: { QueryParam: 'state_machine_query_param' } }),
      connection: apiKey([parameter('Header-Param', 'connection_header_param')], [parameter('QueryParam', 'connection_query_param')], [parameter('BodyParam', 'connection_body_param')]),
    }),
    sent: () => request('POST /echo?QueryParam=connection_query_param', ['Request-Id: my_request_id', 'Header-Param: connection_header_param', ...KEY, JSON_TYPE], '{"Job":"Software Engineer","Company":"AnyCompany","BodyParam":"connection_body_param"}'),
  },
  {
    what: 'the guide\'s example of a form',
    test: () => ({
      definition: path({ RequestBody: { description: 'Monthly subscription', metadata: { order_details: 'monthly report data' } }, Headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, Transform: form('INDICES') }),
      connection: apiKey([], [], [parameter('customer', '1234567890')]),
    }),
    sent: () => request('POST /echo', ['Content-Type: application/x-www-form-urlencoded', ...KEY], 'description=Monthly%20subscription&metadata%5Border_details%5D=monthly%20report%20data&customer=1234567890'),
  },
  {
    what: 'the guide\'s example of a GET with a body',
    test: () => ({
      definition: path({ Method: 'GET', Headers: { definitionHeader: 'h1' }, RequestBody: { message: 'Hello from Step Functions!' }, QueryParameters: { queryParam: 'q1' } }),
      connection: basic([parameter('CustomHeader1', 'CustomHeaderValue1')], [parameter('QueryParam1', 'QueryParamValue1')], [parameter('BodyKey1', 'BodyValue1')]),
    }),
    sent: () => request('GET /echo?queryParam=q1&QueryParam1=QueryParamValue1', ['definitionHeader: h1', AUTH, 'CustomHeader1: CustomHeaderValue1', JSON_TYPE], '{"message":"Hello from Step Functions!","BodyKey1":"BodyValue1"}'),
  },
];

const plain = (what: string, fields: Fields, sent: () => string, more: Partial<TestCase> = {}): Row => ({ what, test: () => ({ definition: path(fields), ...more }), sent });

const FIELDS: readonly Row[] = [
  ...(['GET', 'DELETE', 'OPTIONS', 'HEAD'] as const).map((method) => plain(`${method} without a body`, { Method: method }, () => request(`${method} /echo`, [...KEY, JSON_TYPE]))),
  ...(['POST', 'PUT', 'PATCH'] as const).map((method) => plain(`${method} without a body`, { Method: method }, () => request(`${method} /echo`, [...KEY, JSON_TYPE], ''))),
  plain('DELETE with a body', { Method: 'DELETE', RequestBody: { a: 1 } }, () => request('DELETE /echo', [...KEY, JSON_TYPE], '{"a":1}')),
  { what: 'InvocationConfig instead of Authentication', test: () => ({ definition: path({}, { Parameters: { ApiEndpoint: `${server.origin}/echo`, Method: 'POST', InvocationConfig: { ConnectionArn: ARN } } }) }), sent: () => request('POST /echo', [...KEY, JSON_TYPE], '') },
  plain('a header with several values', { Headers: { Accept: ['text/plain', 'text/html'] } }, () => request('POST /echo', ['Accept: text/plain', 'Accept: text/html', ...KEY, JSON_TYPE], '')),
  plain('an empty header, and one without values', { Headers: { 'x-empty': '', 'x-none': [] } }, () => request('POST /echo', ['x-empty: ', ...KEY, JSON_TYPE], '')),
  plain('a header in Latin-1', { Headers: { 'x-name': 'Zoë' } }, () => request('POST /echo', [], '').replace('\r\nUser-Agent', `\r\nx-name: Zo\u00eb\r\n${KEY[0]}\r\n${JSON_TYPE}\r\nUser-Agent`)),
  plain('headers that Step Functions writes itself', { Headers: { Range: 'bytes=0-9', 'user-agent': 'me', 'Content-Length': '7', 'Keep-Alive': 'x' } }, () => request('POST /echo', [...KEY, JSON_TYPE], '')),
  plain('a Content-Type of the connection', { Headers: { 'Content-Type': 'text/plain' }, RequestBody: 'x' }, () => request('POST /echo', ['Content-Type: text/csv', ...KEY], 'x'), { connection: apiKey([parameter('Content-Type', 'text/csv')]) }),
  plain('headers of the connection that would frame the message', {}, () => request('POST /echo', [...KEY, 'x-ok: 1', JSON_TYPE], ''), { connection: apiKey([parameter('Transfer-Encoding', 'chunked'), parameter('host', 'evil'), parameter('content-length', '9'), parameter('x-ok', '1')]) }),
  plain('an array of headers that the connection sets', { Headers: { 'x-a': ['1', '2'], 'x-b': 'b' } }, () => request('POST /echo', ['x-a: mine', 'x-b: b', ...KEY, JSON_TYPE], ''), { connection: apiKey([parameter('x-a', 'mine')]) }),
  plain('query values of every type', { QueryParameters: { s: 'a/b?c=d', n: 1.5, t: true, z: null, e: '', list: ['x', 2, false], o: { a: { b: 'c' } } } },
    () => request('POST /echo?s=a%2Fb%3Fc%3Dd&n=1.5&t=true&z=&e=&list=x&list=2&list=false&o%5Ba%5D%5Bb%5D=c', [...KEY, JSON_TYPE], '')),
  plain('an array in the query beside a form with commas', { Headers: FORM, QueryParameters: { a: [1, 2] }, RequestBody: { b: [1, 2] }, Transform: form('COMMAS') }, () => request('POST /echo?a=1&a=2', ['content-type: application/x-www-form-urlencoded', ...KEY], 'b=1%2C2')),
  plain('query names that need encoding', { QueryParameters: { 'a b': '1', 'k[0]': '2', 'ü&': '€' } }, () => request('POST /echo?a%20b=1&k%5B0%5D=2&%C3%BC%26=%E2%82%AC', [...KEY, JSON_TYPE], '')),
  plain('an array in the query that the connection sets', { QueryParameters: { a: [1, 2], b: 'x' } }, () => request('POST /echo?b=x&a=mine', [...KEY, JSON_TYPE], ''), { connection: apiKey([], [parameter('a', 'mine')]) }),
  { what: 'a query in the endpoint itself', test: () => ({ definition: path({ ApiEndpoint: `${server.origin}/s?q=a+b&flag&x=%2F`, QueryParameters: { n: 1 } }), connection: apiKey([], [parameter('q', 'c')]) }), sent: () => request('POST /s?q=a+b&flag&x=%2F&n=1&q=c', [...KEY, JSON_TYPE], '') },
  { what: 'a path beyond ASCII', test: () => ({ definition: path({ ApiEndpoint: `${server.origin}/a b/ü/%41/../x`, Method: 'GET' }) }), sent: () => request('GET /a%20b/%C3%BC/x', [...KEY, JSON_TYPE]) },
  { what: 'an endpoint without a path', test: () => ({ definition: path({ ApiEndpoint: server.origin, Method: 'GET' }) }), sent: () => request('GET /', [...KEY, JSON_TYPE]) },
  plain('a body beyond ASCII', { RequestBody: { 'ü': '€😀', esc: 'a"b\\c\n\u0001', slash: '</x>' } }, () => request('POST /echo', [...KEY, JSON_TYPE], '{"ü":"€😀","esc":"a\\"b\\\\c\\n\\u0001","slash":"</x>"}')),
  plain('an array as body', { RequestBody: [1, { a: null }, []] }, () => request('POST /echo', [...KEY, JSON_TYPE], '[1,{"a":null},[]]')),
  plain('a number as body', { RequestBody: 5 }, () => request('POST /echo', [...KEY, JSON_TYPE], '5')),
  plain('true as body', { RequestBody: true }, () => request('POST /echo', [...KEY, JSON_TYPE], 'true')),
  plain('an empty text as body', { RequestBody: '' }, () => request('POST /echo', [...KEY, JSON_TYPE], '')),
  plain('a text with quotes and line breaks', { RequestBody: '"a"\r\n{b}' }, () => request('POST /echo', [...KEY, JSON_TYPE], '"a"\r\n{b}')),
  plain('a form of null, numbers, booleans and nothing', { Headers: FORM, RequestBody: { z: null, n: -1.5, t: false, e: '', none: [], deep: [{ a: [1] }] }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } },
    () => request('POST /echo', ['content-type: application/x-www-form-urlencoded', ...KEY], 'z=&n=-1.5&t=false&e=&deep%5B0%5D%5Ba%5D%5B0%5D=1')),
  plain('a form of special characters', { Headers: FORM, RequestBody: { 'a b&c': '=+%/~*!' }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } },
    () => request('POST /echo', ['content-type: application/x-www-form-urlencoded', ...KEY], 'a%20b%26c=%3D%2B%25%2F~%2A%21')),
  plain('a form whose Content-Type nobody set', { RequestBody: { a: 'b' }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, () => request('POST /echo', [...KEY, JSON_TYPE], 'a=b')),
  plain('Transform NONE', { RequestBody: { a: ['b'] }, Transform: { RequestBodyEncoding: 'NONE', RequestEncodingOptions: { ArrayFormat: 'COMMAS' } } }, () => request('POST /echo', [...KEY, JSON_TYPE], '{"a":["b"]}')),
  plain('a body that only the connection has', {}, () => request('POST /echo', [...KEY, JSON_TYPE], '{"a":"1","b":"2"}'), { connection: apiKey([], [], [parameter('a', '1'), parameter('b', '2', true)]) }),
  plain('a form that only the connection has', { Method: 'GET', Headers: FORM, Transform: form('BRACKETS') }, () => request('GET /echo', ['content-type: application/x-www-form-urlencoded', ...KEY], 'a=1%202'), { connection: apiKey([], [], [parameter('a', '1 2')]) }),
  plain('a password beyond ASCII', {}, () => request('POST /echo', ['Authorization: Basic b3duZWQtdXNlcjpww6Q6c3M=', JSON_TYPE], ''), { connection: { ...basic([], [], []), AuthParameters: { BasicAuthParameters: { Username: 'owned-user', Password: 'pä:ss' } } } }),
  plain('an Authorization that is an API key', {}, () => request('POST /echo', ['Authorization: Bearer sk_test_1', JSON_TYPE], ''), { connection: { ...apiKey(), AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'Authorization', ApiKeyValue: 'Bearer sk_test_1' } } } }),
  plain('another region', { Method: 'GET' }, () => request('GET /echo', [...KEY, JSON_TYPE], null, ['User-Agent: Amazon|StepFunctions|HttpInvoke|eu-central-1', 'Range: bytes=0-262144']), { region: 'eu-central-1' }),
];

const COMPUTED: readonly Row[] = [
  {
    what: 'every field from input, variables and context in JSONPath',
    test: () => ({
      definition: path({}, { InputPath: '$.detail', Parameters: {
        'ApiEndpoint.$': `States.Format('${server.origin}/v1/{}', $.id)`, 'Method.$': '$method', InvocationConfig: { 'ConnectionArn.$': '$arn' }, Headers: { 'x-run.$': '$$.Execution.Name', 'Accept.$': '$.accept' },
        QueryParameters: { 'tags.$': '$.tags' }, RequestBody: { 'name.$': '$.name', fixed: 1, inner: { 'n.$': 'States.MathAdd($.id, 1)' } }, Transform: { 'RequestBodyEncoding.$': '$.encoding', RequestEncodingOptions: { 'ArrayFormat.$': '$.format' } },
      } }),
      input: { detail: { id: 7, accept: ['a/b', 'c/d'], tags: ['x', 'y'], name: 'Jo e', encoding: 'URL_ENCODED', format: 'REPEAT' } }, variables: { method: 'PUT', arn: ARN },
      request: { context: { Execution: { Name: 'run-1' } } },
    }),
    sent: () => request('PUT /v1/7?tags=x&tags=y', ['x-run: run-1', 'Accept: a/b', 'Accept: c/d', ...KEY, JSON_TYPE], 'name=Jo%20e&fixed=1&inner%5Bn%5D=8'),
  },
  {
    what: 'every field from input, variables and context in JSONata',
    test: () => ({
      definition: jsonata({
        ApiEndpoint: `{% '${server.origin}/v1/' & $states.input.id %}`, Method: '{% $method %}', InvocationConfig: { ConnectionArn: '{% $arn %}' }, Headers: { 'x-run': '{% $states.context.Execution.Name %}', Accept: '{% $states.input.accept %}' },
        QueryParameters: { tags: '{% $states.input.tags %}' }, RequestBody: { name: '{% $states.input.name %}', fixed: 1, inner: { n: '{% $states.input.id + 1 %}' } },
        Transform: { RequestBodyEncoding: '{% "URL_ENCODED" %}', RequestEncodingOptions: { ArrayFormat: '{% $states.input.format %}' } },
      }),
      input: { id: 7, accept: ['a/b', 'c/d'], tags: ['x', 'y'], name: 'Jo e', format: 'BRACKETS' }, variables: { method: 'PUT', arn: ARN }, request: { context: { Execution: { Name: 'run-1' } } },
    }),
    sent: () => request('PUT /v1/7?tags=x&tags=y', ['x-run: run-1', 'Accept: a/b', 'Accept: c/d', ...KEY, JSON_TYPE], 'name=Jo%20e&fixed=1&inner%5Bn%5D=8'),
  },
  {
    what: 'arguments that are one expression',
    test: () => ({
      definition: { ...jsonata({}), Arguments: '{% $merge([$states.input, {"RequestBody": $map([1..3], function($n) {$n * $n})}]) %}' },
      input: { ApiEndpoint: `${server.origin}/echo`, Method: 'POST', InvocationConfig: { ConnectionArn: ARN } },
    }),
    sent: () => request('POST /echo', [...KEY, JSON_TYPE], '[1,4,9]'),
  },
  {
    what: 'the whole input as the parameters',
    test: () => ({ definition: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true }, input: { ApiEndpoint: `${server.origin}/echo`, Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, RequestBody: 'from the input' } }),
    sent: () => request('POST /echo', [...KEY, JSON_TYPE], 'from the input'),
  },
  {
    what: 'a body that is a whole value of the input',
    test: () => ({ definition: path({ 'RequestBody.$': '$.order' }), input: { order: { z: 1, a: [true, null], m: { y: 'x' } } } }),
    sent: () => request('POST /echo', [...KEY, JSON_TYPE], '{"z":1,"a":[true,null],"m":{"y":"x"}}'),
  },
];

describe.each([['as recorded or in the guide', RECORDED], ['field by field', FIELDS], ['computed', COMPUTED]])('an HTTP task on the wire, %s', (_, rows) => {
  it.each(rows)('$what', async ({ test, sent }) => {
    const before = server.received.length;
    const { response, err } = await testStateOnce(test());
    expect({ err, status: response?.status, cause: response?.cause }).toEqual({ err: '', status: 'SUCCEEDED', cause: undefined });
    expect(server.received.slice(before)).toEqual([sent()]);
  });
});

it('covers what it promises', () => {
  expect(RECORDED.length + FIELDS.length + COMPUTED.length).toBeGreaterThanOrEqual(40);
});
