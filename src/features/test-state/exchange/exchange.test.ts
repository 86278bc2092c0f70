import { describe, expect, it } from 'vitest';
import type { StateId } from '../../../asl/names.ts';
import type { TestRun } from '../../../editor/EditorState.ts';
import type { Connection } from '../../../http/connection.ts';
import { noParameters } from '../../../http/connection.ts';
import type { Exchange, ReceivedResponse } from '../../../http/exchange.ts';
import { prepareRequest } from '../../../http/prepare.ts';
import { publicPrepared } from '../../../http/publicPrepared.ts';
import { redactExchange } from '../../../http/redact.ts';
import { wireHeaders } from '../../../http/wireHeaders.ts';
import { bodyKind, fileNameFor, hexLines } from './bodyKind.ts';
import { mockFrom } from './mockFrom.ts';
import { runMarkdown } from './runMarkdown.ts';

const SECRET = 'k3y-that-nobody-sees';
const connection: Connection = {
  arn: 'arn:mine', name: 'mine', madeUp: false, allowedOrigins: ['https://api.example.com'], authorization: { type: 'API_KEY', apiKeyName: 'X-API-Key' },
  parameters: { ...noParameters, query: [{ key: 'token', isSecret: true }], body: [{ key: 'account', value: 'acct', isSecret: false }] },
};
const secrets = { apiKeyValue: SECRET, 'query.token': `${SECRET}-2` };

const received = (more: Partial<ReceivedResponse> & { readonly text?: string } = {}): ReceivedResponse => ({
  httpVersion: '1.1', status: 200, statusText: 'OK', headers: ['content-type', 'application/json', 'x-odd', 'a|b <i>'],
  body: new TextEncoder().encode(more.text ?? `{"ok":true,"echo":"${SECRET}","note":"\`\`\`"}`), sizeBytes: 10, truncated: false, ...more,
});

/** A run as the store keeps it: prepared and exchange with secrets masked. */
function runOf(response: ReceivedResponse, answer: Partial<Extract<TestRun['outcome'], { kind: 'answered' }>['response']> = {}): TestRun {
  const made = prepareRequest({ arguments: { Method: 'POST', ApiEndpoint: 'https://api.example.com/v1/items', InvocationConfig: { ConnectionArn: 'arn:mine' }, RequestBody: { a: 1 } }, field: 'Arguments', connection, secrets, region: 'us-east-1' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const prepared = made.value;
  const exchange: Exchange = { request: { method: 'POST', url: prepared.url, sentTo: prepared.url, headers: wireHeaders(prepared, prepared.url), body: new TextEncoder().encode(prepared.body?.text ?? '') }, response, phases: { end: 12 }, durationMs: 12, route: 'bridge' };
  return {
    id: 'run', state: 'Call | it' as StateId, phase: 'done', startedAt: 0, request: { definition: '{"Type":"Task"}', input: '{"id":7}' }, route: 'bridge', fingerprint: '',
    outcome: { kind: 'answered', response: { status: 'SUCCEEDED', ...answer }, extras: {} }, prepared: publicPrepared(prepared), exchange: redactExchange(exchange, prepared),
  };
}

describe('runMarkdown', () => {
  it('tells request and response, and no secret in any spelling', () => {
    const text = runMarkdown(runOf(received()));
    expect(text).not.toContain(SECRET);
    expect(text).toContain('### Test of state `Call \\| it`: SUCCEEDED');
    expect(text).toContain('POST https://api.example.com/v1/items?token=••••');
    expect(text).toContain('| X-API-Key | _redacted_ | connection |');
    expect(text).toContain('#### Response 200 OK');
    expect(text).toContain('| x-odd | `a\\|b <i>` |');
    expect(text).toContain('"id": 7');
  });

  it('fences a body that has fences of its own with longer ones', () => {
    const body = runMarkdown(runOf(received())).split('#### Response')[1] ?? '';
    expect(body).toContain('````json\n{');
  });

  it('says what a binary, an empty, a cut and a huge body is', () => {
    expect(runMarkdown(runOf(received({ headers: ['content-type', 'image/png'], body: new Uint8Array([0x89, 0x50, 0, 1]) })))).toContain('Binary body: image/png, 4 B.');
    expect(runMarkdown(runOf(received({ body: new Uint8Array() })))).toContain('The body is empty.');
    expect(runMarkdown(runOf(received({ truncated: true })))).toContain('262,144 bytes');
    expect(runMarkdown(runOf(received({ text: 'x'.repeat(250_000) }))).length).toBeLessThan(20_000);
  });

  it('tells why there was no response', () => {
    const run = runOf(received());
    const { response: _, ...exchange } = run.exchange as Exchange; // runOf gives one
    expect(runMarkdown({ ...run, exchange: { ...exchange, failure: { kind: 'connect', message: 'Nobody listens at api.example.com.' } } })).toContain('None: Nobody listens');
  });
});

describe('bodyKind', () => {
  it('shows text as text, whatever its type says', () => {
    expect(bodyKind(received({ headers: ['content-type', 'text/html; charset=utf-8'], text: '<script>' }))).toEqual({ kind: 'text', text: '<script>', label: 'HTML' });
    expect(bodyKind(received({ headers: ['content-type', 'application/problem+json'], text: '{}' }))).toMatchObject({ label: 'JSON' });
  });

  it('summarises what is no text: its first bytes and no more', () => {
    const kind = bodyKind(received({ headers: ['Content-Type', 'application/octet-stream'], body: Uint8Array.from({ length: 5_000 }, (_, at) => at % 256) }));
    expect(kind).toMatchObject({ kind: 'binary', label: 'application/octet-stream' });
    expect(kind.kind === 'binary' && kind.start).toHaveLength(8);
  });

  it('writes bytes as hex and letters', () => {
    expect(hexLines(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]))).toEqual([{ offset: '0000', hex: '89 50 4e 47 0d', letters: '.PNG.' }]);
  });

  it('names a download by its type, never by what the server says', () => {
    expect(fileNameFor(received({ headers: ['content-type', 'image/png', 'content-disposition', 'attachment; filename="../run.sh"'] }))).toBe('response.png');
    expect(fileNameFor(received({ headers: [], body: new Uint8Array([0, 255]) }))).toBe('response.bin');
  });
});

describe('mockFrom', () => {
  it('is the result that the engine had', () => {
    expect(mockFrom(runOf(received(), { inspectionData: { result: '{"StatusCode":200,"n":1.0}' } }))).toEqual({ result: '{\n  "StatusCode": 200,\n  "n": 1.0\n}' });
  });

  it('is made of the response where the level told no result, without the echoed secret', () => {
    const mock = mockFrom(runOf(received()));
    expect(JSON.parse(mock?.result ?? '')).toMatchObject({ StatusCode: 200, ResponseBody: { ok: true, echo: '••••' } });
    expect(JSON.stringify(mock)).not.toContain(SECRET);
  });

  it('is the error of a failed call, also where it was caught', () => {
    expect(mockFrom(runOf(received({ status: 503, statusText: 'Service Unavailable' }), { status: 'CAUGHT_ERROR', inspectionData: { result: '{}' } }))).toEqual({ errorOutput: { error: 'States.Http.StatusCode.503', cause: 'Service Unavailable' } });
  });

  it('is nothing where nothing was answered', () => {
    expect(mockFrom({ ...runOf(received()), route: 'mock' })).toBeNull();
    expect(mockFrom({ ...runOf(received()), outcome: { kind: 'not-performed', reason: { kind: 'consent-denied', message: '' }, partial: undefined } })).toBeNull();
  });
});
