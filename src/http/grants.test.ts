import { describe, expect, it } from 'vitest';
import { afterUse, findGrant, hostAndPort, insideGrantFor, withGrant, type Grant, type GrantKey } from './grants.ts';

const key: GrantKey = { workflow: 'w1', origin: 'https://api.example.com', sentTo: 'http://127.0.0.1:4010', connection: 'arn:1', method: 'POST' };
const always: Grant = { key, kind: 'always' };
const once: Grant = { key, kind: 'once', insideAddress: '127.0.0.1:4010' };

describe('grants', () => {
  it.each<Partial<GrantKey>>([{ workflow: 'w2' }, { origin: 'https://a.com' }, { sentTo: 'http://127.0.0.1:4011' }, { connection: 'arn:2' }, { method: 'GET' }])('does not cover %j', (other) => {
    expect(findGrant([always], { ...key, ...other })).toBeNull();
    expect(insideGrantFor([once], { ...key, ...other })).toBeUndefined();
  });

  it('uses up the one for this time before the lasting one', () => {
    expect(findGrant([always, once], key)).toBe(once);
    expect(afterUse([always, once], once)).toEqual([always]);
    expect(afterUse([always], always)).toEqual([always]);
  });

  it('gives an inside address only where the grant says so, for that host and port', () => {
    expect(insideGrantFor([always], key)).toBeUndefined();
    expect(insideGrantFor([always, once], key)).toBe('127.0.0.1:4010');
    expect(insideGrantFor([{ ...once, insideAddress: '127.0.0.1:80' }], key)).toBeUndefined();
  });

  it('replaces an earlier grant for the same', () => {
    const inside: Grant = { key, kind: 'always', insideAddress: '127.0.0.1:4010' };
    expect(withGrant([always, once], inside)).toEqual([once, inside]);
  });

  it.each([['http://127.0.0.1/', '127.0.0.1:80'], ['https://[::1]', '[::1]:443'], ['http://localhost:4010', 'localhost:4010']])('%s is %s', (url, spelled) => {
    expect(hostAndPort(url)).toBe(spelled);
  });
});
