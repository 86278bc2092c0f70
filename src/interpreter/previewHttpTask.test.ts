import { describe, expect, it } from 'vitest';
import { noParameters } from '../http/connection.ts';
import { prepareRequest } from '../http/prepare.ts';
import { ARN, open, plainConnection, plainSecrets, recordedConnection, recordedSecrets, secret } from '../http/testing/builders.ts';
import type { Json } from '../lib/Json.ts';
import { previewHttpTask, type HttpPreview, type HttpPreviewRequest, type HttpPreviewWorld } from './previewHttpTask.ts';

const world = (known: ReturnType<HttpPreviewWorld['connectionByArn']> = { connection: plainConnection, secrets: plainSecrets }, region = 'us-west-2'): HttpPreviewWorld =>
  ({ region, connectionByArn: (arn) => (arn === ARN ? known : null) });

const state = (fields: { readonly [name: string]: Json } = {}, around: { readonly [name: string]: Json } = {}): Json => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true,
  Parameters: { ApiEndpoint: 'https://api.example.com/v1/items', Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, ...fields }, ...around,
});
const jsonata = (fields: { readonly [name: string]: Json } = {}): Json => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true, QueryLanguage: 'JSONata',
  Arguments: { ApiEndpoint: 'https://api.example.com/v1/items', Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, ...fields },
});
const preview = async (of: Json, more: Partial<HttpPreviewRequest> = {}, around: HttpPreviewWorld = world()): Promise<HttpPreview> => previewHttpTask({ state: of, input: {}, ...more }, around);

async function request(of: Json, more: Partial<HttpPreviewRequest> = {}, around: HttpPreviewWorld = world()) {
  const made = await preview(of, more, around);
  if (made.kind !== 'request') throw new Error(JSON.stringify(made));
  return made;
}

describe('previewHttpTask', () => {
  it('prepares the very request that a test would send', async () => {
    const fields = { Headers: { a: 'b' }, QueryParameters: { q: [1, 2] }, RequestBody: { shared: 1, own: 'x y' }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } };
    const made = await request(state(fields), {}, world({ connection: recordedConnection, secrets: recordedSecrets }));
    const sent = prepareRequest({
      arguments: { ApiEndpoint: 'https://api.example.com/v1/items', Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, ...fields },
      connection: recordedConnection, secrets: recordedSecrets, region: 'us-west-2',
    });
    expect(sent).toEqual({ ok: true, value: made.prepared });
    expect(made.placeholders).toEqual([]);
  });

  it('computes fields from input, variables and context in JSONPath', async () => {
    const of = state({ 'ApiEndpoint.$': 'States.Format(\'https://api.example.com/{}\', $.id)', 'Method.$': '$m', 'QueryParameters': { 'run.$': '$$.Execution.Name' }, 'RequestBody.$': '$.order' }, { InputPath: '$.detail' });
    delete (of as { Parameters: { ApiEndpoint?: string; Method?: string } }).Parameters.ApiEndpoint;
    delete (of as { Parameters: { ApiEndpoint?: string; Method?: string } }).Parameters.Method;
    const made = await request(of, { input: { detail: { id: 7, order: { b: 1, a: [2] } } }, variables: { m: 'PUT' }, context: { Execution: { Name: 'run 1' } } });
    expect(made.prepared).toMatchObject({ method: 'PUT', url: 'https://api.example.com/7?run=run%201', body: { text: '{"b":1,"a":[2]}' } });
  });

  it('computes fields in JSONata, the language of the machine around it included', async () => {
    const fields = { ApiEndpoint: '{% \'https://api.example.com/\' & $states.input.id %}', Headers: '{% {"x-run": $states.context.Execution.Name} %}', RequestBody: '{% $order %}' };
    const { QueryLanguage: _, ...bare } = jsonata(fields) as { readonly [name: string]: Json };
    const made = await request(bare, { queryLanguage: 'JSONata', input: { id: 7 }, variables: { order: [1, { a: null }] }, context: { Execution: { Name: 'one' } } });
    expect(made.prepared).toMatchObject({ url: 'https://api.example.com/7', body: { text: '[1,{"a":null}]' } });
    expect(made.prepared.headers).toContainEqual({ name: 'x-run', value: 'one', origin: 'definition', secret: false });
  });

  it('takes the state as text, and names the place where that is broken', async () => {
    expect(await preview(JSON.stringify(state()))).toMatchObject({ kind: 'request' });
    expect(await preview('{"Type": "Task",\n]')).toMatchObject({ kind: 'failure', error: 'InvalidDefinition', cause: expect.stringContaining('line: 2') });
  });

  it('knows a context, a clock and ids without being given any, the same each time', async () => {
    const of = state({ Headers: { 'x-id.$': 'States.UUID()', 'x-run.$': '$$.Execution.Id', 'x-at.$': '$$.State.EnteredTime' } });
    const [one, two] = [await request(of, {}, world(undefined, 'cn-north-1')), await request(of, {}, world(undefined, 'cn-north-1'))];
    expect(one).toEqual(two);
    expect(one.prepared.headers).toContainEqual(expect.objectContaining({ name: 'x-run', value: expect.stringMatching(/^arn:aws-cn:states:cn-north-1:/) }));
    const own = await request(of, {}, { ...world(), sources: { now: () => 0, random: () => 0, id: () => 'an-id' } });
    expect(own.prepared.headers).toContainEqual(expect.objectContaining({ name: 'x-at', value: '1970-01-01T00:00:00.000Z' }));
    expect(own.prepared.headers).toContainEqual(expect.objectContaining({ name: 'x-id', value: 'an-id' }));
  });

  it('says what the connection and the service replaced', async () => {
    const of = state({
      Headers: { 'x-shared': 'mine', 'X-Shared': 'kept', Range: 'bytes=0-9', 'user-agent': 'me', 'Content-Length': '5', 'Keep-Alive': 'timeout=5' },
      QueryParameters: { shared: [1, 2], own: 'x' }, RequestBody: { shared: { deep: true }, own: 1 },
    });
    const { overridden } = await request(of, {}, world({ connection: recordedConnection, secrets: recordedSecrets }));
    expect(overridden).toEqual([
      { part: 'query', name: 'shared', definitionValue: '[1,2]', by: 'connection' },
      { part: 'header', name: 'x-shared', definitionValue: 'mine', by: 'connection' },
      { part: 'header', name: 'Range', definitionValue: 'bytes=0-9', by: 'service' },
      { part: 'header', name: 'user-agent', definitionValue: 'me', by: 'service' },
      { part: 'header', name: 'Content-Length', definitionValue: '5', by: 'service' },
      { part: 'header', name: 'Keep-Alive', definitionValue: 'timeout=5', by: 'service' },
      { part: 'body', name: 'shared', definitionValue: '{"deep":true}', by: 'connection' },
    ]);
  });

  describe('without the secrets', () => {
    const lines = async (connection: typeof plainConnection, fields = {}) => {
      const { prepared, placeholders } = await request(state(fields), {}, world({ connection }));
      return { headers: prepared.headers.map(({ name, value }) => `${name}: ${value}`), url: prepared.url, body: prepared.body?.text, placeholders };
    };

    it('shows where an API key would stand', async () => {
      expect(await lines(plainConnection)).toMatchObject({ headers: expect.arrayContaining(['X-Api-Key: SECRET_apiKeyValue']), placeholders: ['SECRET_apiKeyValue'] });
    });

    it('shows where name and password, secret headers, query and body parameters would stand', async () => {
      const shown = await lines({ ...recordedConnection, parameters: { header: [secret('x secret')], query: [secret('q'), open('o', '1')], body: [secret('b')] } }, { RequestBody: { a: 1 } })
        .catch((error: unknown) => String(error));
      expect(shown).toContain('whose name or value holds a character'); // a header named `x secret` is no header
      expect(await lines({ ...recordedConnection, parameters: { header: [secret('x-secret')], query: [secret('q'), open('o', '1')], body: [secret('b')] } }, { RequestBody: { a: 1 } })).toEqual({
        url: 'https://api.example.com/v1/items?q=SECRET_query.q&o=1', body: '{"a":1,"b":"SECRET_body.b"}',
        headers: expect.arrayContaining(['Authorization: Basic SECRET_user_and_password_in_base64', 'x-secret: SECRET_header.x-secret']),
        placeholders: ['SECRET_user_and_password_in_base64', 'SECRET_header.x-secret', 'SECRET_query.q', 'SECRET_body.b'],
      });
    });

    it('shows where an access token would stand, and asks for no client secret', async () => {
      const connection = { ...plainConnection, authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'https://login.example.com/token', method: 'POST', parameters: noParameters } } as const;
      expect(await lines(connection)).toMatchObject({ headers: expect.arrayContaining(['Authorization: Bearer SECRET_access_token']), placeholders: ['SECRET_access_token'] });
      const { prepared, placeholders } = await request(state(), {}, world({ connection, bearerToken: 'tok' }));
      expect(placeholders).toEqual([]);
      expect(prepared.headers).toContainEqual({ name: 'Authorization', value: 'Bearer tok', origin: 'connection', secret: true });
    });
  });

  it('shows the request as far as the definition goes where the connection is not known', async () => {
    const made = await preview(state({ RequestBody: { a: 1 } }), {}, world(null));
    expect(made).toMatchObject({ kind: 'no-connection', arn: ARN, prepared: { url: 'https://api.example.com/v1/items', body: { text: '{"a":1}' } } });
  });

  it.each<{ what: string; of: Json; says: object }>([
    { what: 'a path that finds nothing', of: state({ 'RequestBody.$': '$.nope' }), says: { error: 'States.Runtime', cause: expect.stringContaining('\'$.nope\' specified for the field \'RequestBody.$\' could not be found') } },
    { what: 'an expression that fails', of: jsonata({ RequestBody: '{% $states.input.nope.x + 1 ~> $error("no") %}' }), says: { error: 'States.QueryEvaluationError' } },
    { what: 'a header that AWS forbids', of: state({ Headers: { Host: 'x' } }), says: { error: 'States.Runtime', cause: expect.stringContaining('unsupported values: [host]'), hint: expect.stringMatching(/\.$/) } },
    { what: 'an endpoint with a fragment', of: state({ ApiEndpoint: 'https://api.example.com/#x' }), says: { error: 'States.Runtime', hint: expect.stringContaining('fragment') } },
    { what: 'an endpoint with a password', of: state({ ApiEndpoint: 'https://u:p@api.example.com/' }), says: { error: 'States.Runtime', hint: expect.stringContaining('Basic connection') } },
    { what: 'a definition that AWS refuses', of: { Type: 'Task', End: true }, says: { error: 'InvalidDefinition', cause: expect.stringContaining('Resource') } },
  ])('says what the state would fail with: $what', async ({ of, says }) => {
    expect(await preview(of)).toMatchObject({ kind: 'failure', ...says });
  });

  it('fails as a run would where a text body meets body parameters of the connection', async () => {
    expect(await preview(state({ RequestBody: 'text' }), {}, world({ connection: recordedConnection }))).toMatchObject({
      kind: 'failure', error: 'States.Runtime', cause: 'Cannot merge connection body authorization parameters with request body.',
    });
  });

  it('says where the role would be refused, with the endpoint as the definition gives it', async () => {
    const seen: unknown[] = [];
    const authorize: HttpPreviewWorld['authorize'] = (call) => {
      seen.push(call);
      return { error: 'States.Http.AccessDenied', cause: 'no', hint: 'Add it.' };
    };
    expect(await preview(state({ ApiEndpoint: 'https://API.example.com/a b', QueryParameters: { q: 1 } }), {}, { ...world(), authorize })).toEqual({ kind: 'failure', error: 'States.Http.AccessDenied', cause: 'no', hint: 'Add it.' });
    expect(seen).toEqual([{ method: 'POST', endpoint: 'https://API.example.com/a b', connectionArn: ARN }]);
    expect(await preview(state(), {}, { ...world(), authorize: () => null })).toMatchObject({ kind: 'request' });
  });

  it('says that a length counts a placeholder, only where it does', async () => {
    const connection = { ...plainConnection, parameters: { ...noParameters, body: [secret('pin')] } };
    const noted = async (secrets: { readonly [place: string]: string }) => (await request(state(), {}, world({ connection, secrets }))).prepared.notes.some((note) => note.includes('Content-Length'));
    expect(await noted({ apiKeyValue: 'k' })).toBe(true);
    expect(await noted({ 'body.pin': '1234' })).toBe(false);
  });

  it('has nothing to show for another state', async () => {
    expect(await preview({ Type: 'Pass', End: true })).toMatchObject({ kind: 'unusable' });
    expect(await preview({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true })).toMatchObject({ kind: 'unusable' });
  });

  it('heeds TimeoutSeconds and the region', async () => {
    const { prepared } = await request(state({}, { TimeoutSeconds: 5 }), {}, world(undefined, 'eu-central-1'));
    expect(prepared.timeoutMs).toBe(5000);
    expect(prepared.headers).toContainEqual({ name: 'User-Agent', value: 'Amazon|StepFunctions|HttpInvoke|eu-central-1', origin: 'service', secret: false });
  });
});
