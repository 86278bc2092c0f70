import { describe, expect, it } from 'vitest';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { phaseSpans } from './PhaseBar.tsx';
import { headerParts, pairPart, withOverridden } from './parts.ts';
import { requestFacts, responseFacts } from './traceFacts.ts';

const prepared: PreparedRequest = {
  method: 'GET', url: 'https://api.example.com/a', publicUrl: 'https://api.example.com/a', query: [], body: null, connectionArn: 'arn', timeoutMs: 1, notes: [],
  headers: [
    { name: 'Host', value: 'api.example.com', origin: 'service', secret: false },
    { name: 'x-shared', value: '••••', origin: 'connection', secret: true },
    { name: 'X-Shared', value: 'mine, too', origin: 'definition', secret: false },
  ],
};
const revealed: PreparedRequest = { ...prepared, headers: prepared.headers.map((header) => (header.secret ? { ...header, value: 'k3y' } : header)) };
const sent = ['Host', '127.0.0.1:9', 'x-shared', '••••', 'X-Shared', 'mine, too', 'Connection', 'close'];

describe('headerParts', () => {
  it('tells who set what was sent, names that differ in case kept apart', () => {
    expect(headerParts(prepared, sent, null).map(({ name, value, origin }) => [name, value, origin])).toEqual([
      ['Host', '127.0.0.1:9', 'service'], ['x-shared', '••••', 'connection'], ['X-Shared', 'mine, too', 'definition'], ['Connection', 'close', 'service'],
    ]);
  });

  it('puts the secret in while it is revealed, and nothing else in place of what was sent', () => {
    expect(headerParts(prepared, sent, revealed).map(({ value }) => value)).toEqual(['127.0.0.1:9', 'k3y', 'mine, too', 'close']);
  });
});

it('withOverridden puts the value that lost behind the one that won', () => {
  const parts = withOverridden(prepared.headers, [
    { part: 'header', name: 'x-shared', definitionValue: 'old', by: 'connection' }, { part: 'header', name: 'Expect', definitionValue: 'x', by: 'service' }, { part: 'query', name: 'a', definitionValue: 'b', by: 'connection' },
  ], 'header');
  expect(parts.map(({ name, replacedBy }) => [name, replacedBy])).toEqual([['Host', undefined], ['x-shared', undefined], ['X-Shared', undefined], ['x-shared', 'connection'], ['Expect', 'service']]);
});

it('pairPart shows a pair decoded, and broken encoding as it is', () => {
  expect(pairPart({ name: 'a%5B0%5D', value: '1%202', origin: 'definition', secret: false })).toMatchObject({ name: 'a[0]', value: '1 2' });
  expect(pairPart({ name: 'a', value: '%E0%', origin: 'definition', secret: false })).toMatchObject({ value: '%E0%' });
});

describe('trace beside the wire', () => {
  it('says what the trace leaves out', () => {
    const facts = requestFacts({ method: 'GET', headers: '[X-Shared: mine, too, Range: bytes=0-262144]' }, prepared, undefined);
    expect(facts.filter(({ name }) => /host|shared/i.test(name))).toEqual([
      { name: 'Host', trace: null, wire: 'api.example.com' }, { name: 'x-shared', trace: null, wire: '••••' }, { name: 'X-Shared', trace: 'mine, too', wire: 'mine, too' },
    ]);
  });

  it('finds the first and the last header of the one string', () => {
    const facts = responseFacts({ headers: '[a: 1, b: x, y]' }, { httpVersion: '1.1', status: 200, statusText: 'OK', headers: ['a', '1', 'b', 'x, y'], body: new Uint8Array(), sizeBytes: 0, truncated: false });
    expect(facts.slice(-2)).toEqual([{ name: 'a', trace: '1', wire: '1' }, { name: 'b', trace: 'x, y', wire: 'x, y' }]);
  });
});

it('phaseSpans turns moments into stretches, without those that did not happen', () => {
  expect(phaseSpans({ dns: 2, connect: 5, tls: 9, sent: 10, firstByte: 30, end: 31 }).map(({ phase, ms }) => [phase, ms])).toEqual([['dns', 2], ['connect', 3], ['tls', 4], ['send', 1], ['wait', 20], ['receive', 1]]);
  expect(phaseSpans({ connect: 1, sent: 2, end: 4 }).map(({ phase }) => phase)).toEqual(['connect', 'send', 'receive']);
  expect(phaseSpans({})).toEqual([]);
});
