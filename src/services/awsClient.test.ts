import { describe, expect, it } from 'vitest';
import type { AwsEvent } from '../protocol/aws.ts';
import { ndjsonLine } from '../protocol/ndjson.ts';
import { createAwsClient } from './awsClient.ts';

interface Call {
  readonly url: string;
  readonly init: RequestInit | undefined;
}
/** A bridge that answers this; `calls` holds what it was asked. */
function bridge(answer: (init: RequestInit | undefined) => Response | Promise<Response>, token: string | null = 'key') {
  const calls: Call[] = [];
  const client = createAwsClient({
    origin: 'http://127.0.0.1:7420', token: () => token,
    fetch: async (input, init) => {
      calls.push({ url: input as string, init }); // the client asks with text
      return answer(init);
    },
  });
  return { client, calls };
}
const place = { region: 'eu-west-1', profile: 'shop' };
const request = { definition: '{}' };
const never = new AbortController().signal;
const lines = (...events: readonly AwsEvent[]) => new Response(events.map(ndjsonLine).join('\n'));
const calling: AwsEvent = { type: 'calling', host: 'states.eu-west-1', credentials: 'own' };

describe('createAwsClient', () => {
  it('hands the call to the bridge with its key, and hears everything up to the answer', async () => {
    const answer: AwsEvent = { type: 'answer', response: { status: 'SUCCEEDED', output: '{}' }, requestId: 'id', tookMs: 7 };
    const { client, calls } = bridge(() => lines(calling, { type: 'throttled', attempt: 1, waitMs: 1000 }, answer));
    const heard: AwsEvent['type'][] = [];
    const tested = await client.testState(place, request, never, ({ type }) => heard.push(type));
    expect(tested).toEqual({ outcome: { kind: 'answered', response: answer.response, extras: {} }, requestId: 'id', tookMs: 7 });
    expect(heard).toEqual(['calling', 'throttled', 'answer']);
    expect(calls[0]).toMatchObject({ url: 'http://127.0.0.1:7420/bridge/aws/test-state', init: { method: 'POST', credentials: 'omit', redirect: 'error', headers: { 'x-asl-studio-token': 'key' } } });
    expect(JSON.parse(calls[0]?.init?.body as string)).toEqual({ protocol: 1, place, request }); // the client writes text
  });

  const last = async (event: AwsEvent) => (await bridge(() => lines(event)).client.testState(place, request, never)).outcome;

  it("hands on AWS's refusal of the request as everywhere, and what AWS says of itself as no result", async () => {
    expect(await last({ type: 'refused', name: 'InvalidDefinition', message: 'm', status: 400, tookMs: 1 })).toEqual({ kind: 'refused', exception: { name: 'InvalidDefinition', message: 'm' } });
    expect(await last({ type: 'refused', name: 'ExpiredTokenException', message: 'm', status: 400, tookMs: 1 })).toMatchObject({ kind: 'not-performed', reason: { message: 'AWS did not run the test. ExpiredTokenException: m' } });
  });

  it('says where an internal endpoint wants permission', async () => {
    const { client } = bridge(() => lines({ type: 'failed', failure: { kind: 'needs-inside-grant', message: 'm' } }));
    expect(await client.testState(place, request, never)).toMatchObject({ needsInsideGrant: true, outcome: { kind: 'not-performed', reason: { kind: 'needs-inside-grant', message: 'm' } } });
  });

  it.each<{ what: string; answer: () => Response; says: string }>([
    { what: 'a wrong key', answer: () => new Response('{}', { status: 401 }), says: 'refused the key' },
    { what: 'an older bridge', answer: () => new Response('{}', { status: 404 }), says: 'older than this page' },
    { what: 'a refusal in words', answer: () => new Response('{"error":"Too big."}', { status: 413 }), says: 'Too big.' },
    { what: 'an end without an answer', answer: () => lines(calling), says: 'not known whether the test ran' },
    { what: 'nonsense', answer: () => new Response('{"type":"answer","response":{"status":"GREAT"},"tookMs":1}\n'), says: 'not known whether the test ran' },
    { what: 'no bridge', answer: () => { throw new TypeError('Failed to fetch'); }, says: 'npm start' },
  ])('has a sentence for $what', async ({ answer, says }) => {
    const { outcome } = await bridge(answer).client.testState(place, request, never);
    expect(outcome).toMatchObject({ kind: 'not-performed', reason: { message: expect.stringContaining(says) } });
  });

  it('asks nobody without a key, and nobody once it was stopped', async () => {
    const without = bridge(() => lines(calling), null);
    expect((await without.client.testState(place, request, never)).outcome).toMatchObject({ reason: { message: expect.stringContaining('Open the URL') } });
    expect(await without.client.profiles()).toMatchObject({ ok: false });
    const before = bridge(() => lines(calling));
    expect((await before.client.testState(place, request, AbortSignal.abort())).outcome).toMatchObject({ reason: { kind: 'stopped', message: 'Stopped before AWS was called.' } });
    expect([...without.calls, ...before.calls]).toEqual([]);
  });

  it('says that AWS may have run what was stopped under way', async () => {
    const stop = new AbortController();
    const { client } = bridge(() => {
      stop.abort();
      throw new DOMException('stopped', 'AbortError');
    });
    expect((await client.testState(place, request, stop.signal)).outcome).toMatchObject({ reason: { kind: 'stopped', message: expect.stringContaining('may have run') } });
  });

  it('reads profiles and identity, and believes no other shape', async () => {
    const profiles = { profiles: [{ name: 'shop', by: 'sso' }], roles: [], environment: { credentials: false } };
    expect(await bridge(() => Response.json(profiles)).client.profiles()).toEqual({ ok: true, value: profiles });
    expect(await bridge(() => Response.json({ kind: 'own', accountId: '1' })).client.identity(place)).toEqual({ ok: true, value: { kind: 'own', accountId: '1' } });
    expect(await bridge(() => Response.json({ profiles: 'x' })).client.profiles()).toMatchObject({ ok: false });
    expect(await bridge(() => Response.json({ kind: 'root' })).client.identity(place)).toMatchObject({ ok: false });
  });
});
