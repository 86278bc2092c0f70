import { describe, expect, it } from 'vitest';
import { REFUSED_BEFORE_SENDING, type Exchange, type SendFailure } from './exchange.ts';
import { performHttpTask, type HttpWorld, type Routed } from './performHttpTask.ts';
import type { PreparedRequest } from './prepared.ts';
import { bytes, plainConnection, plainSecrets, response, task } from './testing/builders.ts';
import { wireHeaders } from './wireHeaders.ts';

type Answer = Pick<Exchange, 'response'> | Pick<Exchange, 'failure'>;
type Send = Extract<Routed, { kind: 'send' }>;

/** A world in memory that writes down what was asked of it. */
function worldWith(answer: Answer, changes: Partial<HttpWorld> = {}) {
  const asked: string[] = [];
  const sent: { readonly prepared: PreparedRequest; readonly routed: Send }[] = [];
  const world: HttpWorld = {
    region: 'us-east-1', sandboxOrigin: 'http://127.0.0.1:7421',
    connectionByArn: (arn) => (arn === plainConnection.arn ? { connection: plainConnection, secrets: plainSecrets } : null),
    route: (prepared) => {
      asked.push(prepared.url);
      return Promise.resolve({ kind: 'send', sentTo: prepared.url, mapped: false, route: 'bridge' });
    },
    send: (prepared, routed) => {
      sent.push({ prepared, routed });
      const request = { method: prepared.method, url: prepared.url, sentTo: routed.sentTo, headers: wireHeaders(prepared, routed.sentTo), body: bytes(prepared.body?.text ?? '') };
      return Promise.resolve({ request, phases: {}, durationMs: 3, route: routed.route, ...answer });
    },
    ...changes,
  };
  return { world, asked, sent };
}

const ok = { response: response({ headers: ['content-type', 'application/json'], body: '{"id":1}' }) };
const never = new AbortController().signal;
const to = (sentTo: string) => ({ route: () => Promise.resolve({ kind: 'send', sentTo, mapped: true, route: 'bridge' } as const) });

describe('performHttpTask', () => {
  it('T5: sends once and answers the result with its trace', async () => {
    const { world, sent } = worldWith(ok);
    const reply = await performHttpTask({ arguments: task() }, world, never);
    expect(reply).toMatchObject({
      kind: 'result', value: { ResponseBody: { id: 1 }, StatusCode: 200 },
      http: { request: { method: 'POST' }, requestRevealed: { headers: expect.stringContaining('X-Api-Key: key-value-1') }, response: { statusCode: '200' }, exchange: { durationMs: 3 } },
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.routed.secretOrigins).toEqual(['https://api.example.com']);
    expect(reply.kind === 'result' && reply.http?.request.headers).not.toContain('X-Api-Key');
  });

  it('answers a status failure with both sides of the trace', async () => {
    const { world, sent } = worldWith({ response: response({ status: 429, statusText: 'Too Many Requests', body: 'slow down' }) });
    const reply = await performHttpTask({ arguments: task() }, world, never);
    expect(reply).toMatchObject({ kind: 'failure', error: 'States.Http.StatusCode.429', cause: 'Too Many Requests', http: { response: { body: 'slow down' } } });
    expect(sent).toHaveLength(1);
  });

  it.each<SendFailure['kind']>(['dns', 'connect', 'tls', 'reset', 'timeout', 'too-large'])('takes %s for a failure of the task', async (kind) => {
    const { world, sent } = worldWith({ failure: { kind, message: 'why' } });
    const [error, cause] = kind === 'too-large' ? ['States.DataLimitExceeded', expect.stringContaining('service limit')] : ['States.Http.Socket', 'why'];
    expect(await performHttpTask({ arguments: task() }, world, never)).toMatchObject({ kind: 'failure', error, cause });
    expect(sent).toHaveLength(1);
  });

  it('takes a timeout below 60 s for the state\'s own', async () => {
    const { world } = worldWith({ failure: { kind: 'timeout', message: 'why' } });
    const reply = await performHttpTask({ arguments: task(), timeoutMs: 2_000 }, world, never);
    expect(reply).toMatchObject({ kind: 'failure', error: 'States.Timeout' });
    expect(reply).not.toHaveProperty('cause');
  });

  it.each<SendFailure['kind']>([...REFUSED_BEFORE_SENDING, 'cors', 'stopped'])('T6: never takes %s for an answer of AWS\'s', async (kind) => {
    const { world } = worldWith({ failure: { kind, message: 'ours, about key-value-1' } });
    const reply = await performHttpTask({ arguments: task() }, world, never);
    expect(reply).toMatchObject({ kind: 'not-performed' });
    expect(reply.kind === 'not-performed' && reply.reason.message).not.toContain('key-value-1');
  });

  it.each([
    { what: 'an unknown connection', arguments: task({ InvocationConfig: { ConnectionArn: 'arn:of:somebody' } }), kind: 'no-connection' },
    { what: 'an origin the secrets are not bound to', arguments: task({ ApiEndpoint: 'https://evil.example/' }), kind: 'secret-not-allowed' },
    { what: 'the sandbox\'s port on another scheme', arguments: task({ ApiEndpoint: 'https://127.0.0.1:7421/' }), kind: 'secret-not-allowed' },
  ])('sends nothing and asks nothing for $what', async ({ arguments: given, kind }) => {
    const { world, asked, sent } = worldWith(ok);
    expect(await performHttpTask({ arguments: given }, world, never)).toMatchObject({ kind: 'not-performed', reason: { kind } });
    expect([asked, sent]).toEqual([[], []]);
  });

  it('names both origins where secrets may not go', async () => {
    const { world } = worldWith(ok);
    const reply = await performHttpTask({ arguments: task({ ApiEndpoint: 'https://evil.example/' }) }, world, never);
    expect(reply.kind === 'not-performed' && reply.reason.message).toMatch(/https:\/\/evil\.example.*https:\/\/api\.example\.com/);
  });

  it.each([
    { sentTo: 'http://127.0.0.1:7421/v1/items', sends: true },
    { sentTo: 'http://127.0.0.1:4010/v1/items', sends: false },
    { sentTo: 'https://evil.example/v1/items', sends: false },
  ])('mapped to $sentTo: sends $sends', async ({ sentTo, sends }) => {
    const { world, sent } = worldWith(ok, to(sentTo));
    const reply = await performHttpTask({ arguments: task() }, world, never);
    expect(reply.kind).toBe(sends ? 'result' : 'not-performed');
    expect(sent).toHaveLength(sends ? 1 : 0);
  });

  it('goes where the command line says when the person gave connection and request together', async () => {
    const { world, sent } = worldWith(ok, { secretsGoAnywhere: true });
    expect(await performHttpTask({ arguments: task({ ApiEndpoint: 'https://other.example/' }) }, world, never)).toMatchObject({ kind: 'result' });
    expect(sent).toHaveLength(1);
  });

  it('sends nothing without consent', async () => {
    const { world, sent } = worldWith(ok, { route: () => Promise.resolve({ kind: 'denied', reason: { kind: 'consent-denied', message: 'No.' } }) });
    expect(await performHttpTask({ arguments: task() }, world, never)).toMatchObject({ kind: 'not-performed', reason: { kind: 'consent-denied', message: 'No.' }, http: { request: { method: 'POST' } } });
    expect(sent).toEqual([]);
  });

  it('sends nothing when stopped while the person was asked', async () => {
    const stop = new AbortController();
    const { world, sent } = worldWith(ok, {
      route: (prepared) => {
        stop.abort();
        return Promise.resolve({ kind: 'send', sentTo: prepared.url, mapped: false, route: 'bridge' });
      },
    });
    expect(await performHttpTask({ arguments: task() }, world, stop.signal)).toMatchObject({ kind: 'not-performed', reason: { kind: 'stopped' } });
    expect(await performHttpTask({ arguments: task() }, world, stop.signal)).toMatchObject({ kind: 'not-performed', reason: { kind: 'stopped' } });
    expect(sent).toEqual([]);
  });

  it('asks the role first: no secret is needed, nothing is asked or sent where it refuses', async () => {
    const seen: unknown[] = [];
    const { world, asked, sent } = worldWith(ok, {
      connectionByArn: () => ({ connection: plainConnection, secrets: {} }),
      authorize: (call) => {
        seen.push(call);
        return { error: 'States.Http.AccessDenied', cause: 'why', hint: 'Add it.' };
      },
    });
    const reply = await performHttpTask({ arguments: task({ ApiEndpoint: 'https://api.example.com', QueryParameters: { a: 'b' } }) }, world, never);
    expect(reply).toEqual({ kind: 'failure', error: 'States.Http.AccessDenied', cause: 'why', hint: 'Add it.' });
    expect(seen).toEqual([{ method: 'POST', endpoint: 'https://api.example.com', connectionArn: plainConnection.arn }]);
    expect([asked, sent]).toEqual([[], []]);
  });

  it('goes on where the role allows the call', async () => {
    const { world, sent } = worldWith(ok, { authorize: () => null });
    expect(await performHttpTask({ arguments: task() }, world, never)).toMatchObject({ kind: 'result' });
    expect(sent).toHaveLength(1);
  });

  it('says which secret to type again', async () => {
    const { world } = worldWith(ok, { connectionByArn: () => ({ connection: plainConnection, secrets: {} }) });
    expect(await performHttpTask({ arguments: task() }, world, never)).toMatchObject({ kind: 'not-performed', reason: { kind: 'no-secret', message: expect.stringContaining('Type it again') } });
  });

  it('answers what AWS refuses as a failure of the state', async () => {
    const { world, sent } = worldWith(ok);
    expect(await performHttpTask({ arguments: task({ Headers: { Host: 'x' } }), field: 'Arguments' }, world, never)).toMatchObject({
      kind: 'failure', error: 'States.Runtime', cause: expect.stringMatching(/^The Arguments .*unsupported values: \[host\]\]$/), hint: expect.any(String),
    });
    expect(sent).toEqual([]);
  });
});
