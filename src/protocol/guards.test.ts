import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION, type SendEvent } from './bridge.ts';
import { isHello, isSendEvent, isSendFailure, isSendRequest } from './guards.ts';

describe('guards', () => {
  const hello = { product: 'asl-studio', protocol: PROTOCOL_VERSION, version: '0.1.0' };
  const request = { protocol: 1, method: 'POST', url: 'https://a.com/', headers: ['Host', 'a.com'], bodyBase64: null, timeoutMs: 60_000 };
  const failure = { kind: 'dns', message: 'm' };
  const events: readonly SendEvent[] = [
    { type: 'sent', remoteAddress: '1.2.3.4', headers: [] },
    { type: 'head', httpVersion: '1.1', status: 200, statusText: '', headers: ['a', 'b'], tls: { protocol: 'TLSv1.3', cipher: 'c', subject: 's', issuer: 'i', validTo: 'v' } },
    { type: 'data', base64: 'YQ==' },
    { type: 'end', phases: { dns: 1, end: 2 }, sizeBytes: 1, truncated: false },
    { type: 'error', failure: { kind: 'needs-inside-grant', message: 'm', address: '10.0.0.1' }, phases: {} },
  ];

  it('know their own', () => {
    expect([isHello(hello), isHello({ ...hello, sandboxOrigin: 'http://127.0.0.1:1' }), isSendRequest(request), isSendRequest({ ...request, bodyBase64: 'YQ==', secretOrigins: ['https://a.com'], insideGrant: 'a:1' })]).toEqual([true, true, true, true]);
    for (const event of events) expect([event.type, isSendEvent(event)]).toEqual([event.type, true]);
  });

  it.each([
    null, [], 'x', {}, { ...hello, product: 'other' }, { ...hello, protocol: '1' }, { ...hello, sandboxOrigin: 1 },
  ])('%j is no hello', (value) => {
    expect(isHello(value)).toBe(false);
  });

  it.each([
    null, [], {}, { ...request, headers: ['Host'] }, { ...request, headers: ['Host', 1] }, { ...request, headers: { Host: 'a' } }, { ...request, bodyBase64: undefined }, { ...request, timeoutMs: '1' },
    { ...request, timeoutMs: Number.NaN }, { ...request, timeoutMs: -1 }, { ...request, secretOrigins: 'https://a.com' }, { ...request, secretOrigins: null }, { ...request, insideGrant: true }, { ...request, url: 1 },
  ])('%j is no send request', (value) => {
    expect(isSendRequest(value)).toBe(false);
  });

  it.each([
    null, {}, { type: 'constructor' }, { type: '__proto__' }, { type: 'data' }, { type: 'data', base64: 1 }, { ...events[1], status: '200' }, { ...events[1], headers: ['a'] }, { ...events[1], tls: {} },
    { ...events[3], phases: { dns: '1' } }, { ...events[3], truncated: 0 }, { ...events[4], failure: { kind: 'toString', message: 'm' } }, { ...events[4], failure: 'dns' },
  ])('%j is no send event', (value) => {
    expect(isSendEvent(value)).toBe(false);
  });

  it('knows failures', () => {
    expect([isSendFailure(failure), isSendFailure({ ...failure, kind: 'other' }), isSendFailure({ kind: 'dns' })]).toEqual([true, false, false]);
  });
});
