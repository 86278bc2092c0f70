import { describe, expect, it } from 'vitest';
import { parseAllowedOrigin } from './allowedOrigins.ts';
import type { Connection } from './connection.ts';
import { prepareRequest } from './prepare.ts';
import { CONNECTION_PRESETS, presetOrigins, presetSecret, type ConnectionPreset } from './presets.ts';
import { ARN, task } from './testing/builders.ts';

const preset = (id: ConnectionPreset['id']): ConnectionPreset => {
  const found = CONNECTION_PRESETS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

function requestWith(id: ConnectionPreset['id'], typed: string) {
  const { name, authorization, parameters, allowedOrigins, secret, secrets } = preset(id);
  const connection: Connection = { arn: ARN, name, authorization, parameters, allowedOrigins, madeUp: true };
  const result = prepareRequest({ arguments: task(), connection, secrets: secret ? { [secret.place]: presetSecret(preset(id), typed) } : secrets, region: 'us-east-1' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.headers.filter(({ origin }) => origin === 'connection').map(({ name: header, value }) => `${header}: ${value}`);
}

describe('connection presets', () => {
  it.each<[ConnectionPreset['id'], string, readonly string[]]>([
    ['stripe', 'sk_test_1', ['Authorization: Bearer sk_test_1']],
    ['stripe', ' bearer sk_test_1 ', ['Authorization: bearer sk_test_1']],
    ['github', 'github_pat_1', ['Authorization: Bearer github_pat_1', 'X-GitHub-Api-Version: 2022-11-28']],
    ['none', '', ['X-Asl-Studio: none']],
  ])('%s with %j sends %j', (id, typed, headers) => {
    expect(requestWith(id, typed)).toEqual(headers);
  });

  it('names origins that are allowed as they stand', () => {
    for (const { allowedOrigins } of CONNECTION_PRESETS) for (const origin of allowedOrigins) expect(parseAllowedOrigin(origin)).toEqual({ ok: true, value: origin });
  });

  it('binds "no authentication" to the endpoint it is made for', () => {
    expect(presetOrigins(preset('none'), 'https://api.example.com/x?y')).toEqual(['https://api.example.com']);
    expect(presetOrigins(preset('none'), 'http://api.example.com/')).toEqual([]);
    expect(presetOrigins(preset('stripe'), 'https://evil.example/')).toEqual(['https://api.stripe.com']);
  });

  it('says why there is no unauthenticated mode', () => {
    expect(preset('none').explanation).toContain('AWS has no unauthenticated mode');
  });
});
