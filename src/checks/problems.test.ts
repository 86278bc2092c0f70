import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { CATALOGUE } from './catalogue.ts';
import { problemsOf } from './problems.ts';

const check = (document: Json | string) => problemsOf(parse(typeof document === 'string' ? document : JSON.stringify(document, null, 2), 'json'));
const catalogued: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => id));
/** Of the shape: what the catalogue says is tested beside each rule. */
const codes = (document: Json | string) => check(document).filter(({ code }) => !catalogued.has(code)).map((problem) => `${problem.severity} ${problem.code}`);
const machine = (states: JsonObject, more: JsonObject = {}): JsonObject => ({ StartAt: Object.keys(states)[0] ?? '', States: states, ...more });
const done: JsonObject = { Type: 'Succeed' };

const ARN = 'arn:aws:events:us-east-1:123456789012:connection/Shop/0a1b2c3d-0000-4000-8000-000000000000';
const http = (parameters: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::http:invoke',
  Parameters: { ApiEndpoint: 'https://api.example.com/v1', Method: 'GET', InvocationConfig: { ConnectionArn: ARN }, ...parameters },
  End: true,
  ...more,
});
const without = (object: JsonObject, ...keys: readonly string[]): JsonObject => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

describe('problemsOf', () => {
  it('has nothing to say about a good machine', () => {
    expect(check(machine({ Call: http({ Headers: { Accept: 'text/plain' } }), Also: done }, { Comment: 'x' }))).toMatchObject([{ code: 'unreachable' }]);
    expect(check(machine({ A: { Type: 'Pass', Next: 'B' }, B: done }))).toEqual([]);
  });

  it.each<{ what: string; document: Json | string; says: readonly string[] }>([
    { what: 'nothing at all', document: '', says: ['error empty'] },
    { what: 'text that is no JSON', document: 'hello', says: ['error bad-value'] },
    { what: 'a list', document: [1], says: ['error not-a-machine'] },
    { what: 'an object that is no machine', document: { name: 'x' }, says: ['error not-a-machine'] },
    { what: 'a single state', document: { Type: 'Pass', End: true }, says: ['error not-a-machine'] },
    { what: 'a machine without StartAt', document: { States: { A: done } }, says: ['error missing-start-at'] },
    { what: 'a machine without States', document: { StartAt: 'A' }, says: ['error missing-states'] },
    { what: 'empty States', document: { StartAt: 'A', States: {} }, says: ['error no-states'] },
    { what: 'States that are a list', document: { StartAt: 'A', States: [] }, says: ['error bad-states'] },
    { what: 'StartAt that names nothing', document: { StartAt: 'B', States: { A: done } }, says: ['error unknown-start-at'] },
    { what: 'a state that is no object', document: machine({ A: 1 }), says: ['error bad-state'] },
    { what: 'a state without Type', document: machine({ A: {} }), says: ['error missing-type'] },
    { what: 'an unknown Type', document: machine({ A: { Type: 'Lambda', End: true } }), says: ['error unknown-type'] },
    { what: 'no Next and no End', document: machine({ A: { Type: 'Pass' } }), says: ['error no-next'] },
    { what: 'both Next and End', document: machine({ A: { Type: 'Pass', Next: 'B', End: true }, B: done }), says: ['error next-and-end'] },
    { what: 'End: false alone', document: machine({ A: { Type: 'Pass', End: false } }), says: ['error bad-end'] },
    { what: 'Next that points nowhere', document: machine({ A: { Type: 'Pass', Next: 'Q' } }), says: ['error unknown-target'] },
    { what: 'a catcher that points nowhere', document: machine({ A: http({}, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Q' }] }) }), says: ['error unknown-target'] },
    { what: 'a catcher without Next', document: machine({ A: http({}, { Catch: [{ ErrorEquals: ['States.ALL'] }] }) }), says: ['error catcher-without-next'] },
    { what: 'a state that nothing leads to', document: machine({ A: done, B: done }), says: ['warning unreachable'] },
    { what: 'a Choice without Choices', document: machine({ A: { Type: 'Choice', Default: 'B' }, B: done }), says: ['error missing-choices'] },
    { what: 'a Choice without rules', document: machine({ A: { Type: 'Choice', Choices: [], Default: 'B' }, B: done }), says: ['error no-choices'] },
    { what: 'a Choice without Default', document: machine({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }] }, B: done }), says: ['warning no-default'] },
    { what: 'a rule without Next', document: machine({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true }], Default: 'B' }, B: done }), says: ['error rule-without-next'] },
    { what: 'a Task without Resource', document: machine({ A: { Type: 'Task', End: true } }), says: ['error missing-resource'] },
    { what: 'a Resource that is no ARN', document: machine({ A: { Type: 'Task', Resource: 'lambda', End: true } }), says: ['error bad-resource'] },
    { what: 'a Parallel without branches', document: machine({ A: { Type: 'Parallel', Branches: [], End: true } }), says: ['error empty-branches'] },
    { what: 'a Map without a processor', document: machine({ A: { Type: 'Map', End: true } }), says: ['error missing-item-processor'] },
    { what: 'a Wait without a time', document: machine({ A: { Type: 'Wait', End: true } }), says: ['error missing-wait'] },
    { what: 'a Wait with two times', document: machine({ A: { Type: 'Wait', Seconds: 1, SecondsPath: '$.s', End: true } }), says: ['error several-waits'] },
    { what: 'a Wait until no time', document: machine({ A: { Type: 'Wait', Timestamp: 'tomorrow', End: true } }), says: ['error bad-timestamp'] },
    { what: 'States.ALL before another retrier', document: machine({ A: http({}, { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['x'] }] }) }), says: ['error states-all-not-last'] },
    { what: 'States.ALL beside another error', document: machine({ A: http({}, { Retry: [{ ErrorEquals: ['States.ALL', 'x'] }] }) }), says: ['error states-all-not-alone'] },
    { what: 'a retrier without errors', document: machine({ A: http({}, { Retry: [{}] }) }), says: ['error retrier-without-errors'] },
    { what: 'an empty name', document: machine({ '': done }), says: ['error empty-name'] },
    { what: 'a name of 81 characters', document: machine({ ['x'.repeat(81)]: done }), says: ['error long-name'] },
    { what: 'JSONPath in a JSONata machine', document: machine({ A: { ...done, QueryLanguage: 'JSONPath' } }, { QueryLanguage: 'JSONata' }), says: ['error query-language-downgrade'] },
    { what: 'an unknown query language', document: machine({ A: done }, { QueryLanguage: 'XPath' }), says: ['error unknown-query-language'] },
    { what: 'an HTTP task without endpoint', document: machine({ A: http({}, { Parameters: { Method: 'GET', InvocationConfig: { ConnectionArn: ARN } } }) }), says: ['error missing-endpoint'] },
    { what: 'an HTTP task without Parameters', document: machine({ A: without(http({}), 'Parameters') }), says: ['error missing-endpoint', 'error missing-method', 'error missing-connection'] },
    { what: 'an endpoint over http', document: machine({ A: http({ ApiEndpoint: 'http://api.example.com' }) }), says: ['error endpoint-not-https'] },
    { what: 'an endpoint with a password', document: machine({ A: http({ ApiEndpoint: 'https://a:b@example.com' }) }), says: ['error endpoint-user-info'] },
    { what: 'an endpoint with a fragment', document: machine({ A: http({ ApiEndpoint: 'https://example.com/#x' }) }), says: ['error endpoint-fragment'] },
    { what: 'an endpoint inside, in a strange spelling', document: machine({ A: http({ ApiEndpoint: 'https://0x7f.1/' }) }), says: ['warning endpoint-inside'] },
    { what: 'an unknown method', document: machine({ A: http({ Method: 'get' }) }), says: ['error bad-method'] },
    { what: 'a header that AWS forbids', document: machine({ A: http({ Headers: { Authorization: 'x', 'X-Amz-Date.$': '$.d' } }) }), says: ['error forbidden-header', 'error forbidden-header'] },
    { what: 'an HTTP task that waits for a token', document: machine({ A: { ...http({}), Resource: 'arn:aws:states:::http:invoke.waitForTaskToken' } }), says: ['error http-pattern'] },
    { what: 'headers that are a list', document: machine({ A: http({ Headers: [] }) }), says: ['error bad-headers'] },
    { what: 'a header name with a space, and one without letters', document: machine({ A: http({ Headers: { 'a b': 'x', '': 'y' } }) }), says: ['error bad-header-name', 'error bad-header-name'] },
    { what: 'header values that are no text', document: machine({ A: http({ Headers: { n: 1, t: true, z: null, o: {}, l: ['a', 2] } }) }), says: Array.from({ length: 5 }, () => 'warning header-not-text') },
    { what: 'a header with a line break', document: machine({ A: http({ Headers: { a: 'b\r\nHost: evil' } }) }), says: ['error bad-header-value'] },
    { what: 'headers that Step Functions writes itself', document: machine({ A: http({ Headers: { range: 'bytes=0-1', 'User-Agent.$': '$.me' } }) }), says: ['info replaced-header', 'info replaced-header'] },
    { what: 'query parameters that are a text', document: machine({ A: http({ QueryParameters: 'a=b' }) }), says: ['error bad-query-parameters'] },
    { what: 'a Transform that is a text', document: machine({ A: http({ Transform: 'URL_ENCODED' }) }), says: ['error bad-transform'] },
    { what: 'an unknown encoding', document: machine({ A: http({ Transform: { RequestBodyEncoding: 'url_encoded' } }) }), says: ['error bad-transform'] },
    { what: 'an unknown array format', document: machine({ A: http({ Headers: { 'content-type': 'application/x-www-form-urlencoded' }, Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'NONE' } } }) }), says: ['error bad-transform'] },
    { what: 'encoding options that are a text', document: machine({ A: http({ Transform: { RequestEncodingOptions: 'COMMAS' } }) }), says: ['error bad-transform'] },
    { what: 'a form whose Content-Type nobody sets', document: machine({ A: http({ Transform: { RequestBodyEncoding: 'URL_ENCODED' } }) }), says: ['warning form-without-content-type'] },
    { what: 'a field that HTTP tasks do not have', document: machine({ A: http({ Body: {}, 'Header.$': '$.h' }) }), says: ['warning unknown-http-field', 'warning unknown-http-field'] },
    { what: 'a POST that may be sent twice', document: machine({ A: http({ Method: 'POST' }, { Retry: [{ ErrorEquals: ['States.Http.StatusCode.429'] }, { ErrorEquals: ['States.Http.Socket'] }] }) }), says: ['info retried-without-idempotency-key'] },
    { what: 'a connection ARN that is none', document: machine({ A: http({ InvocationConfig: { ConnectionArn: 'Shop' } }) }), says: ['error bad-connection-arn'] },
    { what: 'a connection that was made here', document: machine({ A: http({ InvocationConfig: { ConnectionArn: ARN.replace('123456789012', '000000000000') } }) }), says: ['warning made-up-connection-arn'] },
    { what: 'two connections', document: machine({ A: http({ Authentication: { ConnectionArn: ARN } }) }), says: ['error two-connections'] },
    { what: 'a field that the type does not have', document: machine({ A: { Type: 'Pass', Seconds: 3, End: true } }), says: ['error unknown-field'] },
    { what: 'a field that AWS has never heard of', document: machine({ A: { ...done, 'x-owner': 'shop' } }), says: ['warning unheard-of-field'] },
    { what: 'a Succeed that leads on', document: machine({ A: { Type: 'Succeed', Next: 'B' }, B: done }), says: ['error unknown-field'] },
    { what: 'a JSONPath field under JSONata', document: machine({ A: { Type: 'Pass', ResultPath: '$', End: true } }, { QueryLanguage: 'JSONata' }), says: ['error field-of-other-language'] },
    { what: 'a JSONata field under JSONPath', document: machine({ A: { Type: 'Pass', Output: {}, End: true } }), says: ['error field-of-other-language'] },
    { what: 'a definition of more than 1 MiB', document: machine({ A: { ...done, Comment: 'é'.repeat(600_000) } }), says: ['error too-large'] },
    { what: 'comments', document: '{"StartAt":"A", // first\n"States":{"A":{"Type":"Succeed"}}}', says: ['info comment'] },
    { what: 'a key that stands twice', document: '{"StartAt":"A","States":{"A":{"Type":"Succeed","Comment":"x","Comment":"y"}}}', says: ['warning duplicate-key'] },
    { what: 'broken text', document: '{"StartAt":"A","States":{"A":{"Type":"Nothing"}}', says: ['error unclosed-object'] },
  ])('reports $what', ({ document, says }) => {
    expect(codes(document)).toEqual(says);
  });

  it.each([
    { what: 'endpoint from a path', document: machine({ A: http({}, { Parameters: { 'ApiEndpoint.$': '$.url', 'Method.$': '$.m', InvocationConfig: { 'ConnectionArn.$': '$.c' } } }) }) },
    { what: 'arguments that are one expression', document: machine({ A: { ...without(http({}), 'Parameters'), Arguments: '{% $call %}' } }, { QueryLanguage: 'JSONata' }) },
    { what: 'parts of an HTTP task that are computed', document: machine({ A: { ...without(http({}), 'Parameters'), Arguments: {
      ApiEndpoint: '{% $url %}', Method: '{% $m %}', InvocationConfig: '{% $c %}', Headers: { 'x-n': '{% $n %}', Accept: ['{% $a %}'] }, QueryParameters: '{% $q %}', Transform: { RequestBodyEncoding: '{% $e %}', RequestEncodingOptions: '{% $o %}' },
    } } }, { QueryLanguage: 'JSONata' }) },
    { what: 'headers and formats from paths', document: machine({ A: http({ 'Headers.$': '$.h', Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { 'ArrayFormat.$': '$.f' } } }) }) },
    { what: 'End: false beside Next', document: machine({ A: { Type: 'Pass', End: false, Next: 'B' }, B: done }) },
  ])('is silent about $what', ({ document }) => {
    expect(check(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each<{ what: string; fields: JsonObject; retry: Json; more?: JsonObject }>([
    { what: 'a GET', fields: {}, retry: [{ ErrorEquals: ['States.ALL'] }] },
    { what: 'a PUT, which says the whole', fields: { Method: 'PUT' }, retry: [{ ErrorEquals: ['States.ALL'] }] },
    { what: 'refusals only', fields: { Method: 'POST' }, retry: [{ ErrorEquals: ['States.Http.StatusCode.429', 'States.Http.StatusCode.409'] }] },
    { what: 'no attempts', fields: { Method: 'POST' }, retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] },
    { what: 'a key in a header', fields: { Method: 'POST', Headers: { 'Idempotency-Key.$': '$.id' } }, retry: [{ ErrorEquals: ['States.ALL'] }] },
    { what: 'the key of another API', fields: { Method: 'POST', Headers: { 'PayPal-Request-Id': 'x' } }, retry: [{ ErrorEquals: ['States.ALL'] }] },
    { what: 'a key in the body', fields: { Method: 'POST', RequestBody: { idempotency_key: 'x' } }, retry: [{ ErrorEquals: ['States.ALL'] }] },
    { what: 'headers from a path', fields: { Method: 'POST', 'Headers.$': '$.h' }, retry: [{ ErrorEquals: ['States.ALL'] }] },
    { what: 'a method from a path', fields: { Method: '${Method}' }, retry: [{ ErrorEquals: ['States.ALL'] }] },
  ])('asks for no idempotency key where there is $what', ({ fields, retry }) => {
    expect(codes(machine({ A: http(fields, { Retry: retry }) }))).not.toContain('info retried-without-idempotency-key');
  });

  it.each(['States.ALL', 'States.TaskFailed', 'States.Timeout', 'States.Http.Socket', 'States.Http.StatusCode.503'])('asks for an idempotency key where %s is retried', (error) => {
    expect(codes(machine({ A: http({ Method: 'PATCH', 'RequestBody.$': '$.b' }, { Retry: [{ ErrorEquals: [error] }] }) }))).toEqual(['info retried-without-idempotency-key']);
  });

  it('is silent about what a deployment tool fills in, and says each name once', () => {
    const text = '{"StartAt":"${First}","States":{"A":{"Type":"Task","Resource":"${Fn}","TimeoutSeconds":${Seconds},"Next":"${First}"},"B":${State}}}';
    expect(check(text).map(({ severity, message }) => `${severity} ${message.split(' ')[0]}`)).toEqual(['info ${First}', 'info ${Fn}', 'info ${Seconds}', 'info ${State}']);
  });

  it.each([
    { wrong: 'pack', message: /Did you mean "Pack"\?$/ },
    { wrong: 'Pakc', message: /Did you mean "Pack"\?$/ },
    { wrong: 'Refund', message: /there is no such state\.$/ },
  ])('guesses what $wrong was meant to be', ({ wrong, message }) => {
    const [found] = check(machine({ A: { Type: 'Pass', Next: wrong }, Pack: done }));
    expect(found?.message).toMatch(message);
  });

  it('says that a transition may not leave its branch', () => {
    const branch = machine({ In: { Type: 'Pass', Next: 'Out' } });
    const [found] = check(machine({ P: { Type: 'Parallel', Branches: [branch, machine({ Other: done })], Next: 'Out' }, Out: done }));
    expect(found).toMatchObject({ code: 'unknown-target', pointer: '/States/P/Branches/0/States/In/Next', state: 'In', message: expect.stringContaining('the outer states') });
  });

  it('says where the machine of a template is', () => {
    const template = { Resources: { Order: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: machine({ A: done }) } } } };
    expect(check(template)).toMatchObject([{ code: 'not-a-machine', message: expect.stringMatching(/SAM.*Order/) }]);
  });

  it('finds a name that stands twice, wherever it is nested', () => {
    const found = check(machine({ A: { Type: 'Map', ItemProcessor: machine({ A: done }), End: true } }));
    expect(found).toMatchObject([{ code: 'duplicate-state-name', pointer: '/States/A/ItemProcessor/States/A' }]);
  });

  it('answers in the order of the document, each at a range inside it', () => {
    const text = JSON.stringify(machine({ A: { Type: 'Pass', Next: 'X' }, B: { Type: 'Pass', Next: 'Y' } }), null, 2);
    const found = check(text);
    expect(found.map(({ code }) => code)).toEqual(['unknown-target', 'unreachable', 'unknown-target']);
    expect(found.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['"X"', '"B"', '"Y"']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a/b~c.d', 'שלום'])('handles a state named %s', (name) => {
    const text = `{"StartAt":${JSON.stringify(name)},"States":{${JSON.stringify(name)}:{"Type":"Succeed"}}}`;
    expect(check(text)).toEqual([]);
    expect(codes(text.replace('Succeed', 'constructor'))).toEqual(['error unknown-type']);
  });
});
