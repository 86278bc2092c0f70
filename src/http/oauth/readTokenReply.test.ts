import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { response } from '../testing/builders.ts';
import { credentialsInReply, readTokenReply } from './readTokenReply.ts';

const AT = 'https://id.example.com/token';
const json = (value: unknown, status = 200) => response({ status, headers: ['Content-Type', 'application/json'], body: JSON.stringify(value) });
const read = (reply: Parameters<typeof readTokenReply>[0]) => readTokenReply(reply, AT);

describe('readTokenReply', () => {
  it.each([
    { reply: { access_token: 'abc', token_type: 'Bearer', expires_in: 3600 }, token: { value: 'abc', lifetimeS: 3600, notes: [] } },
    { reply: { access_token: 'abc', token_type: 'bearer', expires_in: '3600' }, token: { value: 'abc', lifetimeS: 3600, notes: [] } },
    { reply: { access_token: 'abc', expires_in: 0.5 }, token: { lifetimeS: 0.5 } },
    { reply: { access_token: 'abc' }, token: { lifetimeS: null, notes: [expect.stringContaining('no lifetime')] } },
    { reply: { access_token: 'abc', expires_in: null }, token: { lifetimeS: null } },
    { reply: { access_token: 'abc', expires_in: 0 }, token: { lifetimeS: 0, notes: [expect.stringContaining('of 0 s')] } },
    { reply: { access_token: 'abc', expires_in: -5 }, token: { lifetimeS: 0, notes: [expect.stringContaining('of -5 s')] } },
    { reply: { access_token: 'abc', expires_in: 'soon' }, token: { lifetimeS: 0, notes: [expect.stringContaining('no number, "soon"')] } },
    { reply: { access_token: 'abc', expires_in: [1] }, token: { lifetimeS: 0 } },
    { reply: { access_token: 'abc', expires_in: 1e99 }, token: { lifetimeS: 315_360_000 } },
    { reply: { access_token: 'abc', token_type: 'mac', expires_in: 1 }, token: { notes: [expect.stringContaining('"mac"')] } },
  ])('reads $reply', ({ reply, token }) => {
    expect(read(json(reply))).toMatchObject({ ok: true, value: token });
  });

  it('takes JSON whatever its content type says, as long as it is JSON', () => {
    expect(read(response({ headers: ['content-type', 'text/plain'], body: '{"access_token":"abc"}' }))).toMatchObject({ ok: true, value: { value: 'abc' } });
  });

  it.each([
    { what: 'a web page', reply: response({ headers: ['content-type', 'text/html'], body: '<!doctype html><title>Sign in</title>' }), says: 'web page (HTML)' },
    { what: 'a web page that says it is JSON', reply: response({ headers: ['content-type', 'application/json'], body: '<html>' }), says: 'web page (HTML)' },
    { what: 'form fields', reply: response({ headers: ['content-type', 'application/x-www-form-urlencoded'], body: 'access_token=gho_1234567&token_type=bearer' }), says: 'form fields' },
    { what: 'text', reply: response({ headers: ['content-type', 'text/plain'], body: 'hello there' }), says: 'text/plain that is no JSON' },
    { what: 'nothing', reply: response({}), says: 'without a body' },
    { what: '204', reply: response({ status: 204 }), says: 'answered 204 without a body' },
    { what: 'bytes', reply: response({ body: new Uint8Array([0xff, 0xfe, 0xfa]) }), says: 'bytes that are no text' },
    { what: 'a list', reply: json(['abc']), says: 'no object' },
    { what: 'null', reply: json(null), says: 'no object' },
    { what: 'no token', reply: json({ token: 'abc', expires_in: 1 }), says: 'without an access_token (it holds token, expires_in)' },
    { what: 'null for a token', reply: json({ access_token: null }), says: 'without an access_token' },
    { what: 'a number for a token', reply: json({ access_token: 12345678 }), says: 'no text' },
    { what: 'an empty token', reply: json({ access_token: '' }), says: 'empty access_token' },
    { what: 'a line break in the token', reply: json({ access_token: 'abc\r\nX-Evil: 1' }), says: 'line break' },
    { what: 'a space in the token', reply: json({ access_token: 'abc def' }), says: 'no bearer token may hold' },
    { what: 'an umlaut in the token', reply: json({ access_token: 'abcä' }), says: 'no bearer token may hold' },
    { what: 'a refusal', reply: json({ error: 'invalid_client', error_description: 'Client authentication failed.' }, 401), says: 'refused with 401: invalid_client, Client authentication failed.' },
    { what: 'a refusal with 200', reply: json({ error: 'bad_verification_code' }), says: 'refused with 200: bad_verification_code' },
    { what: 'a status alone', reply: response({ status: 503, headers: ['content-type', 'text/html'], body: 'busy' }), says: 'answered 503 (text/html) and no token' },
    { what: 'a token under an error status', reply: json({ access_token: 'abc' }, 500), says: 'answered 500' },
    { what: 'a redirect', reply: response({ status: 302, headers: ['Location', 'https://login.evil.example/x?y=1'] }), says: '302, a redirect to https://login.evil.example. It is not followed' },
    { what: 'a redirect on the same host', reply: response({ status: 308, headers: ['location', '/v2/token'] }), says: 'a redirect to https://id.example.com' },
    { what: 'a redirect to nowhere', reply: response({ status: 307 }), says: '307, a redirect. It is not followed' },
    { what: 'too much', reply: response({ body: '{', truncated: true }), says: '262,144' },
    { what: 'JSON cut short', reply: response({ headers: ['content-type', 'application/json'], body: '{"access_token":"abc' }), says: 'application/json that is no JSON' },
  ])('says a sentence for $what', ({ reply, says }) => {
    const got = read(reply);
    expect(got).toMatchObject({ ok: false, error: expect.stringContaining(says) });
    expect(got.ok ? '' : got.error).toMatch(/^The token endpoint https:\/\/id\.example\.com\/token .+\. .+\.$/);
  });

  it('keeps a stranger\'s words to one short line', () => {
    const got = read(json({ error: 'x\r\n\u202e', error_description: 'y'.repeat(10_000) }, 400));
    expect(got.ok ? '' : got.error).not.toMatch(/[\r\n\u202e]/);
    expect(got.ok ? 0 : got.error.length).toBeLessThan(500);
  });

  it('never throws, and what it takes can stand in a header', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string(), fc.json().map((one) => `{"access_token":${one}}`)), fc.integer({ min: 100, max: 599 }), (body, status) => {
      const got = read(response({ status, body, headers: ['content-type', 'application/json'] }));
      if (got.ok) expect(got.value.value).toMatch(/^[\x21-\x7e]+$/);
      else expect(got.error).toContain(AT);
    }));
  });
});

describe('credentialsInReply', () => {
  it('finds every credential, also where the answer is not understood', () => {
    expect(credentialsInReply(json({ access_token: 'aaaaaa', nested: [{ refresh_token: 'bbbbbb', token_type: 'Bearer', scope: 'orders' }], session: { state: 'cccccc' } }))).toEqual(expect.arrayContaining(['aaaaaa', 'bbbbbb', 'cccccc']));
    expect(credentialsInReply(json({ token_type: 'Bearer', scope: 'orders', token_endpoint: 'https://x.example' }))).toEqual([]);
    expect(credentialsInReply(response({ body: 'access_token=gho_1234567&scope=a' }))).toEqual(['gho_1234567']);
    expect(credentialsInReply(response({ body: '{"access_token": "cut-short-12' }))).toEqual(['cut-short-12']);
    expect(credentialsInReply(response({ headers: ['Set-Cookie', 'sid=123456'] }))).toEqual(['sid=123456']);
  });
});
