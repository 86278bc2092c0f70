import { describe, expect, it } from 'vitest';
import { originAllowed, originOf, parseAllowedOrigin } from './allowedOrigins.ts';

describe('originAllowed', () => {
  const stripe = 'https://api.stripe.com';
  const wild = 'https://*.example.com';
  it.each<readonly [url: string, allowed: string, expected: boolean]>([
    ['https://api.stripe.com/v1/invoices?x=1', stripe, true],
    ['https://API.Stripe.COM/v1', stripe, true],
    ['https://api.stripe.com:443/', stripe, true],
    ['https://api.stripe.com/', 'https://api.stripe.com:443', true],
    ['https://api.stripe.com./v1', stripe, true],
    ['https://api.stripe.com/', 'https://api.stripe.com.', true],
    ['https://api.stripe.com:8443/', stripe, false],
    ['http://api.stripe.com/', stripe, false],
    ['https://api.stripe.com.evil.com/', stripe, false],
    ['https://evil.com/api.stripe.com', stripe, false],
    ['https://api.stripe.com@evil.com/', stripe, false],
    ['https://evil.com#https://api.stripe.com', stripe, false],
    ['https://evil.com\\@api.stripe.com/', stripe, false],
    ['https://xapi.stripe.com/', stripe, false],
    ['https://sub.api.stripe.com/', stripe, false],
    ['https://stripe.com/', stripe, false],
    ['https://аpi.stripe.com/', stripe, false], // a Cyrillic а
    ['https://xn--mnchen-3ya.example/', 'https://münchen.example', true],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example', true],
    ['https://a.example.com/', wild, true],
    ['https://a.b.example.com/x', wild, true],
    ['https://a.example.com./', wild, true],
    ['https://example.com/', wild, false],
    ['https://.example.com/', wild, false],
    ['https://a..example.com/', wild, false],
    ['https://badexample.com/', wild, false],
    ['https://a.example.com.evil.com/', wild, false],
    ['https://a.example.com:444/', wild, false],
    ['http://a.example.com/', wild, false],
    ['https://*.example.com/', wild, false],
    ['https://a.example.com:8443/', 'https://*.example.com:8443', true],
    ['https://10.0.0.1/', 'https://*.0.0.1', false],
    ['https://[::1]/', 'https://*.example.com', false],
    ['http://127.0.0.1:4010/x', 'http://127.0.0.1:4010', true],
    ['http://2130706433:4010/x', 'http://127.0.0.1:4010', true],
    ['http://127.0.0.1:4011/x', 'http://127.0.0.1:4010', false],
    ['http://localhost:80/', 'http://localhost', true],
    ['http://localhost/', 'http://127.0.0.1', false],
    ['http://192.168.1.5/', 'http://192.168.1.5', false],
    ['https://anything.com/', '*', false],
    ['https://anything.com/', 'https://*', false],
    ['https://anything.com/', '', false],
    ['https://anything.com/', 'https://*.com', false],
    ['ftp://api.stripe.com/', stripe, false],
    ['blob:https://api.stripe.com/1', stripe, false],
    ['not a url', stripe, false],
    ['null', 'null', false],
  ])('%s under %s: %s', (url, allowed, expected) => {
    expect(originAllowed(url, [allowed])).toBe(expected);
  });

  it('allows nothing without entries, and takes any entry that fits', () => {
    expect(originAllowed('https://a.com/', [])).toBe(false);
    expect(originAllowed('https://a.com/', ['https://b.com', 'https://a.com'])).toBe(true);
  });
});

describe('parseAllowedOrigin', () => {
  it.each([
    ['api.stripe.com', 'https://api.stripe.com'], [' HTTPS://Api.Stripe.com/v1/x?y#z ', 'https://api.stripe.com'], ['https://api.stripe.com:443', 'https://api.stripe.com'],
    ['*.example.com', 'https://*.example.com'], ['https://*.Example.com:8443/', 'https://*.example.com:8443'], ['localhost:3000', 'https://localhost:3000'],
    ['http://localhost:3000', 'http://localhost:3000'], ['http://[::1]:80', 'http://[::1]'], ['http://0x7f.1', 'http://127.0.0.1'], ['münchen.example', 'https://xn--mnchen-3ya.example'],
  ])('reads %j as %s', (typed, origin) => {
    expect(parseAllowedOrigin(typed)).toEqual({ ok: true, value: origin });
  });

  it.each([
    ['', /Name a host/], ['https://', /Name a host/], ['http:', /Name a host/], ['ftp://a.com', /not ftp/], ['https://me@a.com', /user name/], ['https://a.*.com', /in front of the whole host/],
    ['https://api*.example.com', /in front/], ['https://*', /in front/], ['*', /in front/], ['https://%2a.example.com', /in front/], ['https://＊.example.com', /in front/],
    ['https://*.*.example.com', /in front/], ['https://*.com', /every site/], ['https://*.127.0.0.1', /IP addresses/], ['http://api.stripe.com', /in the clear/],
    ['http://192.168.1.5', /in the clear/], ['http://*.example.com', /in the clear/], ['javascript:alert(1)', /no origin/], ['https:\\\\evil.com', /no origin/], ['a b', /no origin/],
  ])('refuses %j', (typed, message) => {
    expect(parseAllowedOrigin(typed)).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
  });

  it('answers what it would read again', () => {
    for (const typed of ['api.stripe.com', 'https://*.example.com:8443', 'http://[::1]:8080']) {
      const once = parseAllowedOrigin(typed);
      expect(once.ok && parseAllowedOrigin(once.value)).toEqual(once);
    }
  });
});

it('originOf drops path and query', () => {
  expect(originOf('https://a.com:443/x?y')).toBe('https://a.com');
});
