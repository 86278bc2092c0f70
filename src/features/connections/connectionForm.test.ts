import { describe, expect, it } from 'vitest';
import type { Connection } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
import { CONNECTION_PRESETS } from '../../http/presets.ts';
import { arnOf, connectionFrom, emptyForm, endpointChanged, formFrom, formFromPreset, type ConnectionForm, type FormContext } from './connectionForm.ts';
import { firstForm } from './firstForm.ts';

const identity = { id: '1d296ce9-feb5-484a-8203-d054baf517e9', region: 'eu-west-1' };
const made = (name: string) => `arn:aws:events:eu-west-1:000000000000:connection/${name}/${identity.id}`;
const OAUTH: Connection = {
  arn: made('shop'), name: 'shop', allowedOrigins: ['https://api.shop.example'], madeUp: true,
  parameters: { ...noParameters, header: [{ key: 'X-Open', value: 'shown', isSecret: false }, { key: 'X-Key', isSecret: true }] },
  authorization: {
    type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'studio', endpoint: 'https://id.shop.example/token', method: 'POST',
    parameters: { ...noParameters, body: [{ key: 'grant_type', value: 'client_credentials', isSecret: false }, { key: 'code', isSecret: true }] },
  },
};
const fresh: FormContext = { before: null, preset: null, hasSecret: false, taken: [] };
const known: FormContext = { ...fresh, before: OAUTH, hasSecret: true };
const form = (part: Partial<ConnectionForm> = {}) => emptyForm({ ...identity, origins: 'https://api.example.com', secret: 'k', ...part });
const shop = (part: Partial<ConnectionForm> = {}): ConnectionForm => ({ ...formFrom(OAUTH, identity), ...part });
const problem = (given: ConnectionForm, context: FormContext = fresh) => {
  const filled = connectionFrom(given, context);
  return filled.ok ? null : filled.error.field;
};

describe('connectionFrom', () => {
  it('gives back what a connection was read into, without its secrets', () => {
    expect(connectionFrom(shop(), known)).toEqual({ ok: true, value: { connection: OAUTH, secrets: {} } });
  });

  it('makes an OAuth connection with secrets in their places', () => {
    const filled = connectionFrom(form({
      kind: 'OAUTH_CLIENT_CREDENTIALS', name: 'orders', endpoint: ' https://id.example.com/token ', clientId: 'me', secret: 'cs',
      oauth: [{ kind: 'body', key: 'audience', value: 'a', isSecret: true }], parameters: [{ kind: 'query', key: 'tenant', value: 't', isSecret: true }, { kind: 'header', key: '', value: '', isSecret: false }],
    }), fresh);
    expect(filled).toMatchObject({ ok: true, value: {
      secrets: { clientSecret: 'cs', 'oauth.body.audience': 'a', 'query.tenant': 't' },
      connection: { arn: made('orders'), madeUp: true, authorization: { endpoint: 'https://id.example.com/token', parameters: { body: [{ key: 'audience', isSecret: true }] } }, parameters: { query: [{ key: 'tenant', isSecret: true }] } },
    } });
    expect(JSON.stringify(filled.ok && filled.value.connection)).not.toMatch(/"(cs|a|t)"/);
  });

  it.each<{ what: string; part: Partial<ConnectionForm>; field: string }>([
    { what: 'a name with a space', part: { name: 'my shop' }, field: 'name' },
    { what: 'no user name', part: { kind: 'BASIC' }, field: 'username' },
    { what: 'a user name with a colon', part: { kind: 'BASIC', username: 'a:b' }, field: 'username' },
    { what: 'no header', part: { apiKeyName: ' ' }, field: 'apiKeyName' },
    { what: 'no secret', part: { secret: '' }, field: 'secret' },
    { what: 'a secret longer than AWS takes', part: { secret: 'x'.repeat(513) }, field: 'secret' },
    { what: 'no origin', part: { origins: '' }, field: 'origins' },
    { what: 'an origin in the clear', part: { origins: 'http://api.example.com' }, field: 'origins' },
    { what: 'no token endpoint', part: { kind: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c' }, field: 'endpoint' },
    { what: 'a token endpoint in the clear', part: { kind: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'http://id.example.com/token' }, field: 'endpoint' },
    { what: 'no client ID', part: { kind: 'OAUTH_CLIENT_CREDENTIALS', endpoint: 'https://id.example.com/token' }, field: 'clientId' },
    { what: 'a parameter without a name', part: { parameters: [{ kind: 'body', key: '', value: 'v', isSecret: false }] }, field: 'parameters' },
    { what: 'a secret parameter without a value', part: { parameters: [{ kind: 'body', key: 'k', value: '', isSecret: true }] }, field: 'parameters' },
    { what: 'two of one name', part: { parameters: [{ kind: 'query', key: 'k', value: '1', isSecret: false }, { kind: 'query', key: 'k ', value: '2', isSecret: false }] }, field: 'parameters' },
    { what: 'a header that frames the message', part: { parameters: [{ kind: 'header', key: 'Host', value: 'x', isSecret: false }] }, field: 'parameters' },
    { what: 'a header value with a line break', part: { parameters: [{ kind: 'header', key: 'X', value: 'a\nb', isSecret: false }] }, field: 'parameters' },
    { what: 'more parameters than AWS takes', part: { parameters: Array.from({ length: 101 }, (_, at) => ({ kind: 'query', key: `k${at}`, value: '', isSecret: false })) }, field: 'parameters' },
  ])('refuses $what', ({ part, field }) => {
    expect(problem(form(part))).toBe(field);
  });

  it('takes a loopback token endpoint over http, for a server of one\'s own', () => {
    expect(problem(form({ kind: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'http://127.0.0.1:4030/token' }))).toBeNull();
  });

  it('lets one that is there be saved without its secret: it says "type it again" before anything is sent', () => {
    expect(problem(shop(), { ...known, hasSecret: false })).toBeNull();
    expect(problem(shop({ endpoint: 'https://other.shop.example/token' }), known)).toBeNull();
    expect(problem(shop({ kind: 'BASIC', username: 'u' }), known)).toBe('secret');
  });

  it('takes no ARN that another connection has, and none that is no ARN', () => {
    const real = 'arn:aws:events:us-east-1:111122223333:connection/shop/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';
    expect(connectionFrom(shop({ arn: real }), known)).toMatchObject({ ok: true, value: { connection: { arn: real, madeUp: false } } });
    expect(problem(shop({ arn: real }), { ...known, taken: [real] })).toBe('arn');
    expect(problem(shop({ arn: 'shop' }), known)).toBe('arn');
  });

  it('is a sample no more once it has a secret of one\'s own', () => {
    const before: Connection = { ...OAUTH, authorization: { type: 'API_KEY', apiKeyName: 'Authorization' }, parameters: noParameters, sample: true };
    const saved = (secret: string) => connectionFrom({ ...formFrom(before, identity), secret }, { ...known, before });
    expect(saved('')).toMatchObject({ value: { connection: { sample: true } } });
    expect(saved('mine')).not.toMatchObject({ value: { connection: { sample: true } } });
  });
});

describe('the ARN', () => {
  it('is made up from the name, and follows it', () => {
    expect(arnOf(form({ name: 'a b' }), null)).toBe(made('a-b'));
    expect(arnOf(shop({ name: 'store' }), OAUTH)).toBe(made('store'));
    expect(arnOf(shop(), OAUTH)).toBe(OAUTH.arn);
  });

  it('stays what it is where it is real, or typed', () => {
    const real = { ...OAUTH, arn: 'arn:aws:events:us-east-1:111122223333:connection/shop/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10' };
    expect(arnOf({ ...formFrom(real, identity), name: 'store' }, real)).toBe(real.arn);
    expect(arnOf(shop({ name: 'store', arn: made('typed') }), OAUTH)).toBe(made('typed'));
  });

  it('of a connection that the definition names is kept, with the name in it', () => {
    const arn = 'arn:aws:events:us-east-1:111122223333:connection/mine/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';
    const first = firstForm({ dialog: { arn }, before: null, endpoint: 'https://api.example.com/v1', ...identity });
    expect(first).toMatchObject({ arn, name: 'mine', origins: 'https://api.example.com' });
    expect(arnOf(first, null)).toBe(arn);
  });
});

describe('presets', () => {
  it.each(CONNECTION_PRESETS.map(({ id }) => id))('%s fills the form so that only its secret is missing', (id) => {
    const preset = CONNECTION_PRESETS.find((one) => one.id === id)!;
    const filled = formFromPreset(preset, form({ secret: '' }), 'https://api.example.com/v1');
    const complete = { ...filled, secret: preset.secret === null ? '' : 'typed', clientId: 'me' };
    expect(connectionFrom(complete, { ...fresh, preset })).toMatchObject({ ok: true, value: { connection: { authorization: { type: preset.authorization.type } } } });
  });
});

describe('endpointChanged', () => {
  it('is true for any other token endpoint, whatever else is the same', () => {
    expect(endpointChanged(shop(), OAUTH)).toBe(false);
    expect(endpointChanged(shop({ endpoint: 'https://id.shop.example/token2' }), OAUTH)).toBe(true);
    expect(endpointChanged(form(), null)).toBe(false);
  });
});
