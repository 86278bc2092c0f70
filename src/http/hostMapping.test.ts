import { describe, expect, it } from 'vitest';
import { applyMapping, checkSecretOrigins, type HostMapping } from './hostMapping.ts';
import { plainConnection, prepared } from './testing/builders.ts';
import { NO_AUTHENTICATION } from './connectionParts.ts';
import { wireHeaders } from './wireHeaders.ts';

const sandbox = 'http://127.0.0.1:7421';
const mappings: readonly HostMapping[] = [
  { from: 'https://api.stripe.com', to: 'sandbox' }, { from: 'https://*.my.salesforce.com', to: 'http://127.0.0.1:4010' }, { from: 'https://bad.example', to: 'nonsense://x' },
];

describe('applyMapping', () => {
  it.each([
    ['https://api.stripe.com/v1/x?a=%20b&c', 'mapped', 'http://127.0.0.1:7421/v1/x?a=%20b&c'],
    ['https://API.stripe.com:443/v1', 'mapped', 'http://127.0.0.1:7421/v1'],
    ['https://acme.my.salesforce.com/services/data', 'mapped', 'http://127.0.0.1:4010/services/data'],
    ['https://my.salesforce.com/', 'same', 'https://my.salesforce.com/'],
    ['http://api.stripe.com/v1', 'same', 'http://api.stripe.com/v1'],
    ['https://api.stripe.com:444/v1', 'same', 'https://api.stripe.com:444/v1'],
    ['https://api.stripe.com//evil.com/x', 'mapped', 'http://127.0.0.1:7421//evil.com/x'],
  ])('%s: %s, %s', (url, kind, sentTo) => {
    expect(applyMapping(url, mappings, sandbox)).toMatchObject({ kind, sentTo });
  });

  it('T7: never falls back to the real host', () => {
    expect(applyMapping('https://api.stripe.com/', mappings)).toMatchObject({ kind: 'broken', message: expect.stringContaining('sandbox is not running') });
    expect(applyMapping('https://bad.example/', mappings, sandbox)).toMatchObject({ kind: 'broken', message: expect.stringContaining('no origin') });
  });

  it('knows the sandbox by its origin too', () => {
    expect(applyMapping('https://a.com/', [{ from: 'https://a.com', to: sandbox }], sandbox)).toMatchObject({ toSandbox: true });
    expect(applyMapping('https://a.com/', [{ from: 'https://a.com', to: 'http://127.0.0.1:1' }], sandbox)).toMatchObject({ toSandbox: false });
  });
});

describe('checkSecretOrigins', () => {
  const request = prepared();
  const check = (sentTo: string, allowedOrigins: readonly string[], of = request) => checkSecretOrigins({ prepared: of, sentTo, sandboxOrigin: sandbox, allowedOrigins });
  it.each([
    ['the evaluated origin', 'https://api.example.com/v1/items', ['https://api.example.com'], true],
    ['the sandbox', `${sandbox}/v1/items`, ['https://api.example.com'], true],
    ['an allowed stand-in', 'http://127.0.0.1:4010/v1/items', ['https://api.example.com', 'http://127.0.0.1:4010'], true],
    ['another stand-in', 'http://127.0.0.1:4010/v1/items', ['https://api.example.com'], false],
    ['the sandbox from an origin that is not allowed', `${sandbox}/v1/items`, ['https://other.example.com'], false],
    ['an allowed target from an origin that is not', 'https://other.example.com/', ['https://other.example.com'], false],
    ['a connection without origins', 'https://api.example.com/v1/items', [], false],
  ])('%s', (_, sentTo, allowedOrigins, expected) => {
    expect(check(sentTo, allowedOrigins).ok).toBe(expected);
  });

  it('names both origins', () => {
    expect(check('http://127.0.0.1:4010/', ['https://api.example.com'])).toMatchObject({ error: { message: expect.stringMatching(/api\.example\.com.*127\.0\.0\.1:4010/) } });
  });

  it('binds nothing where there is nothing to hide', () => {
    const connection = { ...plainConnection, authorization: { type: 'API_KEY', apiKeyName: NO_AUTHENTICATION.apiKeyName } } as const;
    const harmless = prepared({}, { connection, secrets: { apiKeyValue: NO_AUTHENTICATION.apiKeyValue } });
    expect(check('https://api.example.com/', [], harmless).ok).toBe(true);
    expect(check('https://api.example.com/', [], prepared({}, { connection, secrets: { apiKeyValue: 'a real key' } })).ok).toBe(false);
  });
});

it('wireHeaders names the host it is really sent to, and closes', () => {
  const headers = wireHeaders(prepared(), 'http://127.0.0.1:4010/v1/items');
  expect(headers.slice(0, 2)).toEqual(['Host', '127.0.0.1:4010']);
  expect(headers.slice(-2)).toEqual(['Connection', 'close']);
});
