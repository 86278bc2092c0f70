import { describe, expect, it } from 'vitest';
import { type Connection, noParameters } from '../http/connection.ts';
import { createVault } from './vault.ts';

const connection = (more: Partial<Connection> = {}): Connection => ({
  arn: 'arn:a', name: 'shop', authorization: { type: 'API_KEY', apiKeyName: 'X-Key' }, parameters: noParameters, allowedOrigins: [], madeUp: true, ...more,
});

describe('createVault', () => {
  it('is complete once every secret place has a value', () => {
    const vault = createVault();
    const shop = connection({ parameters: { ...noParameters, query: [{ key: 'token', isSecret: true }, { key: 'open', value: '1', isSecret: false }] } });
    expect(vault.hasAll(shop)).toBe(false);
    vault.put(shop, { apiKeyValue: 'k' });
    expect(vault.hasAll(shop)).toBe(false);
    vault.put(shop, { 'query.token': 't' });
    expect(vault.hasAll(shop)).toBe(true);
    expect(vault.get(shop)).toEqual({ apiKeyValue: 'k', 'query.token': 't' });
    vault.put(shop, { apiKeyValue: '' });
    expect(vault.hasAll(shop)).toBe(false);
    vault.drop(shop.arn);
    expect(vault.get(shop)).toEqual({});
  });

  it('gives a connection nothing that it does not ask for', () => {
    const vault = createVault();
    vault.put(connection(), { password: 'from before, when it was Basic', apiKeyValue: 'k' });
    expect(vault.get(connection())).toEqual({ apiKeyValue: 'k' });
  });

  it('asks nobody to type what "no authentication needed" sends', () => {
    const none = connection({ authorization: { type: 'API_KEY', apiKeyName: 'X-Asl-Studio' } });
    expect(createVault().hasAll(none)).toBe(true);
  });

  it('knows the places of an OAuth connection', () => {
    const oauth = connection({
      authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'https://id.example.com/token', method: 'POST', parameters: { ...noParameters, body: [{ key: 'scope', isSecret: true }] } },
    });
    const vault = createVault();
    vault.put(oauth, { clientSecret: 's', 'oauth.body.scope': 'x' });
    expect(vault.hasAll(oauth)).toBe(true);
  });

  it('binds a client secret to the token endpoint that it was typed for', () => {
    const at = (endpoint: string): Connection => connection({
      parameters: { ...noParameters, header: [{ key: 'x-tenant', isSecret: true }] },
      authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint, method: 'POST', parameters: { ...noParameters, body: [{ key: 'scope', isSecret: true }] } },
    });
    const vault = createVault();
    vault.put(at('https://id.example.com/token'), { clientSecret: 's', 'oauth.body.scope': 'x', 'header.x-tenant': 't' });
    expect(vault.get(at('https://evil.example/token'))).toEqual({ 'header.x-tenant': 't' });
    vault.put(at('https://evil.example/token'), {});
    expect(vault.get(at('https://id.example.com/token'))).toEqual({ 'header.x-tenant': 't' });
  });

  it.each(['__proto__', 'constructor'])('keeps a secret parameter named %s', (key) => {
    const vault = createVault();
    const shop = connection({ parameters: { ...noParameters, header: [{ key, isSecret: true }] } });
    vault.put(shop, { apiKeyValue: 'k', [`header.${key}`]: 'v' });
    expect(vault.hasAll(shop)).toBe(true);
  });
});
