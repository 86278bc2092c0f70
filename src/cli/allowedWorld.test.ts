import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../lib/Json.ts';
import { performHttpTask } from '../http/performHttpTask.ts';
import { allowedWorld } from './allowedWorld.ts';
import { readConnection } from './connectionInput.ts';

const ARN = 'arn:aws:events:us-east-1:123456789012:connection/bank/1';
const [BANK, OTHER] = ['https://bank.example.com', 'https://other.example.com'];

async function refusal(origin: string, allow: readonly string[], more: JsonObject = {}): Promise<unknown> {
  const given = readConnection({ ConnectionArn: ARN, AuthorizationType: 'API_KEY', AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-api-key', ApiKeyValue: 'a secret' } }, ...more } satisfies JsonObject);
  if (!given.ok) throw new Error(given.error);
  const stopped = new AbortController();
  const world = allowedWorld('us-east-1', { allow, connections: [given.value] }, (denied) => ({ kind: 'consent-denied', message: denied }));
  const passed: Json[] = [];
  const reply = await performHttpTask(
    { arguments: { ApiEndpoint: `${origin}/v1`, Method: 'GET', InvocationConfig: { ConnectionArn: ARN } } },
    { ...world, send: async () => { passed.push(origin); throw new Error('would be sent'); } },
    stopped.signal,
  ).catch((error: unknown) => error);
  return passed.length > 0 ? 'sent' : (reply as { reason?: { kind: string } }).reason?.kind;
}

describe('allowedWorld', () => {
  it('sends secrets to the one origin that was named', async () => {
    expect(await refusal(BANK, [BANK])).toBe('sent');
    expect(await refusal(OTHER, [BANK])).toBe('consent-denied');
  });

  it('of several origins, only to those that the connection allows', async () => {
    expect(await refusal(OTHER, [BANK, OTHER])).toBe('secret-not-allowed');
    expect(await refusal(BANK, [BANK, OTHER])).toBe('secret-not-allowed');
    expect(await refusal(BANK, [BANK, OTHER], { AllowedOrigins: [BANK] })).toBe('sent');
    expect(await refusal(OTHER, [BANK, OTHER], { AllowedOrigins: [BANK] })).toBe('secret-not-allowed');
  });
});
