import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { mockFromHttp } from '../httpMock.ts';
import { readSuite } from '../../suite/readSuite.ts';
import { stateMockFrom, suiteMockFrom } from './mockTranslation.ts';

describe('mocks of the panel and of a tests file', () => {
  it.each<{ what: string; mock: Json }>([
    { what: 'a result', mock: { result: { a: [1] } } },
    { what: 'a text that reads as JSON', mock: { result: '"12"' } },
    { what: 'an error', mock: { errorOutput: { error: 'Busy', cause: 'later' }, fieldValidationMode: 'NONE' } },
    { what: 'a web server', mock: { http: { status: 503, headers: { 'Retry-After': '2' }, body: { slow: true } } } },
    { what: 'no answer', mock: { noReply: true } },
    { what: 'one call after the other', mock: [{ http: { status: 500 } }, { result: 1, times: 100 }] },
  ])('$what goes there and back', ({ mock }) => {
    const page = stateMockFrom(mock);
    if (!page) throw new Error('nothing came of it');
    expect(suiteMockFrom(page)).toEqual(mock);
    expect(readSuite(JSON.stringify({ version: 1, tests: [{ name: 'x', state: 'A', mock, expect: { status: 'FAILED' } }] })).problems).toEqual([]);
  });

  it('spells out what answers several calls, but for the last', () => {
    expect(stateMockFrom([{ result: 1, times: 2 }, { result: 2 }])).toEqual({ enabled: true, mock: { result: '1' }, then: [{ result: '1' }, { result: '2' }] });
    expect(stateMockFrom({ submitted: 1 })).toBeNull();
  });

  it('keeps headers that stand twice, and a body under its own type as text', () => {
    const http = { status: 200, headers: [{ name: 'Set-Cookie', value: 'a' }, { name: 'Set-Cookie', value: 'b' }, { name: 'Content-Type', value: 'text/csv' }], body: '1' };
    expect(suiteMockFrom({ enabled: true, mock: mockFromHttp(http) })).toEqual({ http: { status: 200, headers: { 'Set-Cookie': ['a', 'b'], 'Content-Type': 'text/csv' }, body: '1' } });
  });
});
