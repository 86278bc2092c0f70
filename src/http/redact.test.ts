import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { percentEncode } from './percentEncode.ts';
import { maskSecrets, redactExchange } from './redact.ts';
import { bytes, plainConnection, prepared, recorded, response, secret } from './testing/builders.ts';
import { wireHeaders } from './wireHeaders.ts';

const text = (body: Uint8Array | null | undefined) => new TextDecoder().decode(body ?? new Uint8Array());

describe('maskSecrets', () => {
  const hidden = 'p@ss/w ü+"1\'';
  it.each([
    ['raw', hidden], ['JSON', JSON.stringify(hidden)], ['percent-encoded', percentEncode(hidden)], ['percent-encoded, small hex', percentEncode(hidden).replace(/%../g, (x) => x.toLowerCase())],
    ['as a browser encodes', encodeURIComponent(hidden)], ['with plus for space', percentEncode(hidden).replaceAll('%20', '+')], ['base64', Buffer.from(hidden).toString('base64')],
    ['base64url', Buffer.from(hidden).toString('base64url')], ['HTML', 'p@ss/w ü+&quot;1&#39;'],
  ])('masks a value that is %s', (_, spelled) => {
    expect(maskSecrets(`before ${spelled} after`, [hidden])).toMatch(/^before "?••••"?=* after$/);
  });

  it('leaves text without the value alone, and ignores values too short to mean anything', () => {
    expect(maskSecrets('a b c', ['secret', 'a', ''])).toBe('a b c');
  });

  it('leaves no value behind, whatever stands around it', () => {
    fc.assert(fc.property(fc.string(), fc.string({ minLength: 6 }), fc.string(), (before, value, after) => {
      const masked = maskSecrets(before + value + after, [value]);
      expect(masked.includes(value) && !'••••'.includes(value)).toBe(false);
    }));
  });
});

describe('redactExchange', () => {
  const request = prepared({ QueryParameters: { mine: '1' }, RequestBody: { a: 1 }, Headers: { Accept: 'x/y' } }, recorded);
  const sentTo = request.url.replace('https://api.example.com', 'http://127.0.0.1:7421');
  const basic = 'b3duZWQtdXNlcjpvd25lZC1wYXNzd29yZA==';
  const exchange: Exchange = {
    request: { method: 'POST', url: request.url, sentTo, headers: wireHeaders(request, sentTo), body: bytes(request.body?.text ?? '') },
    response: response({
      headers: ['Content-Type', 'application/json', 'X-Echo', `Basic ${basic}`, 'Location', '/x?k=owned-inert-private-header'],
      body: `{"auth":"Basic ${basic}","pw":"owned-password","h":"owned-inert-private-header","keep":"owned-user"}`,
    }),
    phases: {}, durationMs: 1, route: 'bridge',
  };
  const redacted = redactExchange(exchange, request);

  it('masks what the connection sent, by origin', () => {
    expect(redacted.request.url).toBe('https://api.example.com/v1/items?mine=1&shared=••••&connectionOnly=••••');
    expect(redacted.request.sentTo).toBe('http://127.0.0.1:7421/v1/items?mine=1&shared=••••&connectionOnly=••••');
    expect(text(redacted.request.body)).toBe('{"a":1,"shared":"••••","connectionOnly":"••••"}');
    const headers = redacted.request.headers;
    expect(headers.filter((_, at) => headers[at - 1] === 'Accept')).toEqual(['x/y']);
    for (const name of ['Authorization', 'x-shared', 'x-secret']) expect(headers[headers.indexOf(name) + 1]).toBe('••••');
  });

  it('masks what the server echoed', () => {
    expect(redacted.response?.headers).toEqual(['Content-Type', 'application/json', 'X-Echo', 'Basic ••••', 'Location', '/x?k=••••']);
    expect(text(redacted.response?.body)).toBe('{"auth":"Basic ••••","pw":"••••","h":"••••","keep":"owned-user"}');
  });

  it('masks the key of a scheme alone', () => {
    const bearer = prepared({}, { connection: { ...plainConnection, authorization: { type: 'API_KEY', apiKeyName: 'Authorization' } }, secrets: { apiKeyValue: 'Bearer sk_test_123' } });
    expect(text(redactExchange({ ...exchange, response: response({ body: 'Invalid key sk_test_123' }) }, bearer).response?.body)).toBe('Invalid key ••••');
  });

  it('leaves a body that is no text as it was', () => {
    const body = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(redactExchange({ ...exchange, response: response({ body }) }, request).response?.body).toEqual(body);
  });

  it('masks failures too', () => {
    expect(redactExchange({ ...exchange, failure: { kind: 'connect', message: 'at owned-password' } }, request).failure?.message).toBe('at ••••');
  });

  it('T8: leaves none of a connection\'s secrets anywhere', () => {
    const value = fc.string({ minLength: 4, maxLength: 30, unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }).map((tail) => `S3${tail}`);
    fc.assert(fc.property(value, value, value, fc.boolean(), (key, query, body, form) => {
      const connection = { ...plainConnection, parameters: { header: [], query: [secret('q')], body: [secret('b')] } };
      const sent = prepared(
        { RequestBody: { x: 1 }, Transform: { RequestBodyEncoding: form ? 'URL_ENCODED' : 'NONE' } },
        { connection, secrets: { apiKeyValue: key, 'query.q': query, 'body.b': body } },
      );
      const kept = redactExchange({
        ...exchange, request: { method: 'POST', url: sent.url, sentTo: sent.url, headers: wireHeaders(sent, sent.url), body: bytes(sent.body?.text ?? '') },
        response: response({ headers: ['x', key], body: `${JSON.stringify({ key, query })} ${sent.body?.text} ${sent.url}` }),
      }, sent);
      const all = [kept.request.url, kept.request.sentTo, ...kept.request.headers, text(kept.request.body), ...(kept.response?.headers ?? []), text(kept.response?.body)].join('\n');
      for (const hidden of [key, query, body]) for (const spelled of [hidden, percentEncode(hidden), JSON.stringify(hidden).slice(1, -1)]) expect(all).not.toContain(spelled);
    }));
  });
});
