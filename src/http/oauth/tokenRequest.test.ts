import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Authorization, Connection, ConnectionSecrets } from '../connection.ts';
import { noParameters } from '../connection.ts';
import { oauthConnection, oauthSecrets, open, secret } from '../testing/builders.ts';
import { wellFormed } from '../percentEncode.ts';
import { buildTokenRequest, isTokenRequest } from './tokenRequest.ts';

type Oauth = Extract<Authorization, { type: 'OAUTH_CLIENT_CREDENTIALS' }>;

const withOauth = (part: Partial<Oauth>): Connection => ({ ...oauthConnection, authorization: { ...(oauthConnection.authorization as Oauth), ...part } });
const built = (connection: Connection = oauthConnection, secrets: ConnectionSecrets = oauthSecrets) => {
  const request = buildTokenRequest(connection, secrets);
  if (!request.ok || request.value === null) throw new Error(JSON.stringify(request));
  return request.value;
};
const headersOf = (connection: Connection, secrets?: ConnectionSecrets) => Object.fromEntries(built(connection, secrets).headers.map(({ name, value }) => [name, value]));

describe('buildTokenRequest', () => {
  it('is the recorded request: parameters in their order, then client_secret and client_id', () => {
    const request = built();
    expect(request).toMatchObject({ method: 'POST', url: 'https://id.example.com/oauth2/token', purpose: 'token', timeoutMs: 60_000, notes: [] });
    expect(request.body?.text).toBe('grant_type=client_credentials&scope=owned-echo&client_secret=cl13nt-s3cret&client_id=owned-client');
    expect(headersOf(oauthConnection)).toMatchObject({
      Host: 'id.example.com', 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Encoding': 'gzip,deflate', 'User-Agent': expect.stringMatching(/^Apache-HttpClient\/.* \(Java\/1\.8/),
      'Content-Length': String(request.body?.text.length),
    });
    expect(isTokenRequest(request)).toBe(true);
  });

  it('shows the client ID and hides the client secret', () => {
    expect(built().body?.publicText).toBe('grant_type=client_credentials&scope=owned-echo&client_secret=••••&client_id=owned-client');
    expect(built().secretValues).toEqual(['cl13nt-s3cret']);
  });

  it('adds grant_type where it is not listed, and says so', () => {
    const request = built(withOauth({ parameters: noParameters }));
    expect(request.body?.text).toBe('grant_type=client_credentials&client_secret=cl13nt-s3cret&client_id=owned-client');
    expect(request.notes).toEqual([expect.stringContaining('not documented')]);
  });

  it('puts everything into the query of a GET, behind the one that the endpoint has', () => {
    const request = built(withOauth({ method: 'GET', endpoint: 'https://id.example.com/token?tenant=1', parameters: { ...noParameters, query: [secret('q')] } }), { ...oauthSecrets, 'oauth.query.q': 'a b&c' });
    expect(request.body).toBeNull();
    expect(request.url).toBe('https://id.example.com/token?tenant=1&q=a%20b%26c&grant_type=client_credentials&client_secret=cl13nt-s3cret&client_id=owned-client');
    expect(request.publicUrl).toBe('https://id.example.com/token?tenant=1&q=••••&grant_type=client_credentials&client_secret=••••&client_id=owned-client');
    expect(Object.keys(headersOf(withOauth({ method: 'GET' })))).not.toContain('Content-Type');
  });

  it('sends PUT with a form body, and a header of the connection in place of an own one', () => {
    const connection = withOauth({ method: 'PUT', parameters: { ...noParameters, header: [secret('Authorization'), open('user-agent', 'mine')], body: [open('client_id', 'another')] } });
    const secrets = { ...oauthSecrets, 'oauth.header.Authorization': 'Basic Y2xpZW50' };
    expect(headersOf(connection, secrets)).toMatchObject({ Authorization: 'Basic Y2xpZW50', 'user-agent': 'mine' });
    expect(headersOf(connection, secrets)).not.toHaveProperty('User-Agent');
    expect(built(connection, secrets).body?.text).toBe('grant_type=client_credentials&client_id=another&client_secret=cl13nt-s3cret');
    expect(built(connection, secrets).secretValues).toEqual(['Basic Y2xpZW50', 'Y2xpZW50', 'cl13nt-s3cret']);
  });

  it('is nothing for connections of another kind', () => {
    expect(buildTokenRequest({ ...oauthConnection, authorization: { type: 'BASIC', username: 'u' } }, {})).toEqual({ ok: true, value: null });
  });

  it.each([
    { endpoint: 'id.example.com/token', says: 'is no URL' },
    { endpoint: '', says: 'is no URL' },
    { endpoint: 'ftp://id.example.com/token', says: 'https://' },
    { endpoint: 'javascript:alert(1)', says: 'https://' },
    { endpoint: 'https://me:pw@id.example.com/token', says: 'user name or password' },
    { endpoint: 'https://id.example.com/token#x', says: '#' },
  ])('refuses the endpoint “$endpoint”', ({ endpoint, says }) => {
    expect(buildTokenRequest(withOauth({ endpoint }), oauthSecrets)).toMatchObject({ ok: false, error: { kind: 'unsupported', message: expect.stringContaining(says) } });
  });

  it.each(['Host', 'content-length', 'Transfer-Encoding', 'a b', 'X\r\nY'])('lets no connection set the header %j', (key) => {
    const connection = withOauth({ parameters: { ...noParameters, header: [open(key, 'x')] } });
    expect(buildTokenRequest(connection, oauthSecrets)).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
  });

  it.each([
    { secrets: {}, place: 'clientSecret' },
    { secrets: { clientSecret: '' }, place: 'clientSecret' },
    { secrets: { clientSecret: 's' }, place: 'oauth.body.key' },
  ])('names the secret to type again: $place', ({ secrets, place }) => {
    const connection = place === 'clientSecret' ? oauthConnection : withOauth({ parameters: { ...noParameters, body: [secret('key')] } });
    expect(buildTokenRequest(connection, secrets)).toMatchObject({ ok: false, error: { kind: 'missing-secret', place, message: expect.stringContaining('Type it again') } });
  });

  it('says what AWS would refuse', () => {
    expect(built(withOauth({ endpoint: 'http://127.0.0.1:4030/token' })).awsWouldRefuse).toContain('AWS would refuse this token endpoint');
    expect(built(withOauth({ endpoint: 'http://id.example.com/token' })).awsWouldRefuse).toContain('https only');
    expect(built().awsWouldRefuse).toBeUndefined();
  });

  it('arrives as it was typed, whatever stands in it, and shows no secret', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(fc.property(text, text, fc.array(fc.tuple(text, text), { maxLength: 4 }), (clientSecret, clientId, pairs) => {
      const unique = [...new Map(pairs.filter(([key]) => !['client_id', 'client_secret', 'grant_type'].includes(key)))];
      const connection = withOauth({ clientId, parameters: { ...noParameters, body: unique.map(([key, value]) => open(key, value)) } });
      const sent = [...new URLSearchParams(built(connection, { clientSecret }).body?.text)];
      expect(sent).toEqual([['grant_type', 'client_credentials'], ...unique, ['client_secret', clientSecret], ['client_id', clientId]].map((pair) => pair.map((one) => wellFormed(one ?? ''))));
      expect(built(connection, { clientSecret }).body?.publicText).toContain('client_secret=••••');
    }));
  });
});
