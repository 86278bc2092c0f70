import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { Connection } from '../connection.ts';
import { prepareRequest } from '../prepare.ts';
import { ARN } from '../testing/builders.ts';
import { parseCurl } from './parseCurl.ts';
import { taskFromCurl, type QueryLanguageName } from './taskFromCurl.ts';

function converted(command: string, language: QueryLanguageName = 'JSONPath') {
  const parsed = parseCurl(command);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const result = taskFromCurl(parsed.value, language, ARN);
  const state = result.state as { readonly [name: string]: Json };
  return { ...result, parsed: parsed.value, fields: (state['Parameters'] ?? state['Arguments']) as JsonObject };
}

describe('taskFromCurl', () => {
  it('makes a task of the guide of Stripe, its key in a connection', () => {
    const { state, connection } = converted('curl https://api.stripe.com/v1/customers -u "sk_test_x:" -d "metadata[order_id]"=6735 -d name="A B"');
    expect(state).toEqual({
      Type: 'Task', Resource: 'arn:aws:states:::http:invoke',
      Parameters: {
        ApiEndpoint: 'https://api.stripe.com/v1/customers', Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, Headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        RequestBody: { 'metadata[order_id]': '6735', name: 'A B' }, Transform: { RequestBodyEncoding: 'URL_ENCODED' },
      },
      End: true,
    });
    expect(connection).toEqual({
      name: 'api.stripe.com', type: 'BASIC', authorization: { type: 'BASIC', username: 'sk_test_x' }, parameters: { header: [], query: [], body: [] },
      allowedOrigins: ['https://api.stripe.com'], secrets: { password: '' },
    });
  });

  it('makes a task of the guide of GitHub', () => {
    const { fields, connection, notes } = converted('curl -L -X POST https://api.github.com/repos/o/r/issues -H "Authorization: Bearer tok" -H "Content-Type: application/json" -H "User-Agent: me" -H "Host: x" -H "sec-fetch-mode: cors" -d \'{"title":"T","labels":["a"]}\'', 'JSONata');
    expect(fields).toEqual({
      ApiEndpoint: 'https://api.github.com/repos/o/r/issues', Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, Headers: { 'Content-Type': 'application/json' }, RequestBody: { title: 'T', labels: ['a'] },
    });
    expect(connection).toMatchObject({ type: 'API_KEY', authorization: { apiKeyName: 'Authorization' }, secrets: { apiKeyValue: 'Bearer tok' } });
    expect(notes.join(' ')).toMatch(/left out: User-Agent, Host, sec-fetch-mode/);
  });

  it('T10: never leaves a credential in the state', () => {
    const { state, connection } = converted('curl "https://a.example.com/?q=1&api_key=HIDDEN1" -H "Authorization: Basic bWU6SElEREVOMg==" -H "X-Api-Key: HIDDEN3" -b "sid=HIDDEN4"');
    expect(JSON.stringify(state)).not.toContain('HIDDEN');
    expect(JSON.stringify(state)).not.toContain('bWU6');
    expect(connection).toMatchObject({
      type: 'BASIC', authorization: { username: 'me' }, parameters: { header: [{ key: 'X-Api-Key', isSecret: true }, { key: 'Cookie', isSecret: true }], query: [{ key: 'api_key', isSecret: true }] },
      secrets: { password: 'HIDDEN2', 'header.X-Api-Key': 'HIDDEN3', 'header.Cookie': 'sid=HIDDEN4', 'query.api_key': 'HIDDEN1' },
    });
  });

  it('says that a connection is needed where the command has no credentials', () => {
    const { connection, notes } = converted('curl https://a.example.com/');
    expect(connection).toBeUndefined();
    expect(notes.join()).toContain('No authentication needed');
  });

  it.each<{ what: string; command: string; fields: { readonly [name: string]: Json } }>([
    { what: 'JSON that is no object', command: 'curl https://a.b/ --json "[1]"', fields: { RequestBody: '[1]' } },
    { what: 'broken JSON', command: 'curl https://a.b/ --json "{"', fields: { RequestBody: '{' } },
    { what: 'plain text', command: 'curl https://a.b/ -H "Content-Type: text/plain" -d hello', fields: { RequestBody: 'hello' } },
    { what: 'a JSON member that JSONPath would evaluate', command: 'curl https://a.b/ --json \'{"a":{"b.$":"$.x"}}\'', fields: { RequestBody: '{"a":{"b.$":"$.x"}}' } },
    { what: 'repeated form fields', command: 'curl https://a.b/ -d "t[]=1&t[]=2&u=3"', fields: { RequestBody: { 't[]': ['1', '2'], u: '3' }, Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'REPEAT' } } } },
    { what: 'a query', command: 'curl "https://a.b/?x=1&y=a%20b&x=2"', fields: { ApiEndpoint: 'https://a.b/?x=1&y=a%20b&x=2' } },
    { what: 'a query that groups', command: 'curl "https://a.b/?x=1&x=2&y=a%20b"', fields: { ApiEndpoint: 'https://a.b/', QueryParameters: { x: ['1', '2'], y: 'a b' } } },
    { what: 'repeated headers', command: 'curl https://a.b/ -H "Accept: a/b" -H "Accept: c/d"', fields: { Headers: { Accept: ['a/b', 'c/d'] } } },
  ])('keeps $what', ({ command, fields }) => {
    expect(converted(command).fields).toMatchObject(fields);
  });

  it('keeps text that JSONata would evaluate as text', () => {
    expect(converted('curl https://a.b/ --json \'{"t":"{% $x %}"}\'', 'JSONata').fields['RequestBody']).toEqual({ t: '{% "{% $x %}" %}' });
  });

  it.each([
    'curl https://api.example.com/v1 -u me:pw -d a=1 -d "b[c]=x y"',
    'curl -G https://api.example.com/v1 --data-urlencode "q=a & b" -H "X-Api-Key: k"',
    'curl https://api.example.com/v1?x=1 -X PATCH -H "Authorization: Bearer t" --json \'{"a":[1,{"b":null}]}\'',
    'curl https://api.example.com/v1 -X PUT -H "Authorization: Bearer t" -H "Content-Type: text/plain" -d "it\'s"',
  ])('prepares the same request again: %s', (command) => {
    const { fields, connection, parsed } = converted(command);
    if (!connection) throw new Error('no connection');
    const whole: Connection = { ...connection, arn: ARN, madeUp: true };
    const request = prepareRequest({ arguments: fields, connection: whole, secrets: connection.secrets, region: 'us-east-1' });
    if (!request.ok) throw new Error(JSON.stringify(request.error));
    expect(request.value.method).toBe(parsed.request.method);
    expect(decodeURIComponent(request.value.url)).toBe(decodeURIComponent(parsed.request.url));
    expect(decodeURIComponent(request.value.body?.text ?? '')).toBe(decodeURIComponent(parsed.request.body ?? ''));
    for (const [name, value] of parsed.request.headers) expect(request.value.headers).toContainEqual(expect.objectContaining({ name, value }));
  });
});
