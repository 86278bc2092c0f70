import { describe, expect, it } from 'vitest';
import { connectionAsAws } from './connectionAsAws.ts';
import { oauthConnection, open, recordedConnection, secret } from './testing/builders.ts';

describe('connectionAsAws', () => {
  it('answers as DescribeConnection does', () => {
    expect(connectionAsAws(recordedConnection, true)).toMatchObject({
      Name: 'owned', ConnectionState: 'AUTHORIZED', AuthorizationType: 'BASIC',
      AuthParameters: {
        BasicAuthParameters: { Username: 'owned-user' },
        InvocationHttpParameters: { HeaderParameters: [{ Key: 'x-shared', Value: 'connection-header', IsValueSecret: false }, { Key: 'x-secret', IsValueSecret: true }] },
      },
    });
    expect(connectionAsAws(oauthConnection, false)).toMatchObject({
      ConnectionState: 'DEAUTHORIZED', AuthParameters: { OAuthParameters: { ClientParameters: { ClientID: 'owned-client' }, HttpMethod: 'POST', OAuthHttpParameters: { BodyParameters: [{ Key: 'grant_type' }, { Key: 'scope' }] } } },
    });
  });

  it('shows no value that is secret, not even one that came in by mistake', () => {
    const parameters = { header: [{ ...secret('h'), value: 'hush' }], query: [{ ...secret('q'), value: 'hush' }], body: [open('b', 'shown')] };
    const shown = JSON.stringify(connectionAsAws({ ...oauthConnection, parameters, authorization: { ...oauthConnection.authorization, parameters } as typeof oauthConnection.authorization }, true));
    expect(shown).not.toContain('hush');
    expect(shown).toContain('shown');
  });
});
