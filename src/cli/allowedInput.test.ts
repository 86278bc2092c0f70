import { describe, expect, it } from 'vitest';
import { readConnections, readConnectionsFile, readOrigin } from './allowedInput.ts';

const CONNECTION = { ConnectionArn: 'arn:aws:events:us-east-1:123456789012:connection/shop/1', AuthorizationType: 'BASIC', AuthParameters: { BasicAuthParameters: { Username: 'ada', Password: 'lovelace' } } };
const problemOf = (read: { readonly ok: boolean; readonly error?: string }): string => read.error ?? '';

describe('readOrigin', () => {
  it.each([
    ['https://API.example.com:443/v1?x', 'https://api.example.com'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example'],
  ])('takes the origin of %s', (text, origin) => expect(readOrigin(text)).toEqual({ ok: true, value: origin }));

  it.each(['api.example.com', 'ftp://a.example', 'file:///etc/passwd', '*', ''])('%j is no origin, and is named', (text) => expect(problemOf(readOrigin(text))).toContain(`this is none: ${text}`));

  it('does not repeat a password', () => {
    const problem = problemOf(readOrigin('https://ada:lovelace@a.example/x'));
    expect(problem).toBe('--allow wants an origin without a user name and a password: https://a.example');
  });
});

describe('readConnections', () => {
  it.each<{ what: string; given: unknown }>([
    { what: 'a list', given: [CONNECTION] },
    { what: 'the file of a test-state', given: { connections: [CONNECTION], request: {} } },
  ])('takes $what', ({ given }) => {
    const read = readConnections(JSON.stringify(given));
    expect(read).toMatchObject({ ok: true, value: [{ connection: { arn: CONNECTION.ConnectionArn }, secrets: { password: 'lovelace' } }] });
  });

  it.each([
    { what: 'broken JSON', text: '[{"Password":"lovelace"', says: 'it is no JSON' },
    { what: 'an object without them', text: '{"Password":"lovelace"}', says: 'no list of connections' },
    { what: 'a text', text: '"lovelace"', says: 'no list of connections' },
    { what: 'a connection without its ARN', text: '[{"Password":"lovelace"}]', says: 'ConnectionArn' },
    { what: 'one of a kind that there is not', text: '[{"ConnectionArn":"arn:x","AuthorizationType":"lovelace","AuthParameters":{}}]', says: 'AuthorizationType' },
  ])('refuses $what and quotes nothing of it', ({ text, says }) => {
    const problem = problemOf(readConnections(text));
    expect(problem).toContain(says);
    expect(problem).not.toContain('lovelace');
  });

  it('reads a file with a byte order mark, and one in UTF-16', () => {
    const text = JSON.stringify([CONNECTION]);
    expect(readConnectionsFile(Buffer.from(`\ufeff${text}`)).ok).toBe(true);
    expect(readConnectionsFile(Buffer.from(`\ufeff${text}`, 'utf16le')).ok).toBe(true);
    expect(readConnectionsFile(Buffer.from([0x5b, 0xff])).ok).toBe(false);
  });
});
