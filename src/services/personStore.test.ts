import { describe, expect, it } from 'vitest';
import type { StateName } from '../asl/names.ts';
import { type Connection, noParameters } from '../http/connection.ts';
import type { Grant } from '../http/grants.ts';
import type { SentEntry } from './consent.ts';
import { createPersonStore, SENT_CAP } from './personStore.ts';
import { defaultSettings } from './settings.ts';
import { memoryKeyValue } from './testing/memoryKeyValue.ts';
import { readVersioned, written } from './versioned.ts';

const connection = (arn: string, more: Partial<Connection> = {}): Connection => ({
  arn, name: 'shop', authorization: { type: 'BASIC', username: 'u' }, parameters: noParameters, allowedOrigins: ['https://api.example.com'], madeUp: true, ...more,
});
const grant = (method: string, kind: Grant['kind'] = 'always'): Grant => ({ kind, key: { workflow: 'w', origin: 'https://a.example', sentTo: 'https://a.example', connection: 'arn', method } });
const sent = (id: string): SentEntry => ({ id, at: 1, workflow: 'w', state: 'S' as StateName, method: 'GET', url: 'https://a.example/', sentTo: 'https://a.example/', connection: 'c', status: 200, bytes: 0 });

describe('createPersonStore', () => {
  it('starts empty and keeps what it is given', async () => {
    const store = createPersonStore(memoryKeyValue());
    expect(await store.load()).toEqual({ person: { connections: [], grants: [], sent: [], settings: defaultSettings }, problems: [] });
    await store.saveConnection(connection('a'));
    await store.saveConnection(connection('b'));
    await store.saveConnection(connection('a', { name: 'renamed' }));
    await store.removeConnection('b');
    await store.addGrant(grant('GET'));
    await store.addGrant(grant('GET'));
    await store.recordSent(sent('1'));
    await store.recordSent(sent('2'));
    const { person } = await store.load();
    expect(person).toEqual({ connections: [connection('a', { name: 'renamed' })], grants: [grant('GET')], sent: [sent('2'), sent('1')], settings: defaultSettings });
  });

  it('keeps settings, and applies a change to what another tab has kept', async () => {
    const data = memoryKeyValue();
    const [one, other] = [createPersonStore(data), createPersonStore(data)];
    await one.changeSettings((settings) => ({ ...settings, region: 'eu-west-1' }));
    await other.changeSettings((settings) => ({ ...settings, workflows: { w: { role: { name: 'flow', policies: '[]', on: true }, arns: { a: 'b' } } } }));
    expect((await one.load()).person.settings).toEqual({ region: 'eu-west-1', workflows: { w: { role: { name: 'flow', policies: '[]', on: true }, arns: { a: 'b' } } } });
  });

  it('never keeps a secret value, not even one that came in by mistake', async () => {
    const data = memoryKeyValue();
    const secret = { key: 'k', value: 'hush', isSecret: true };
    const parameters = { header: [secret], query: [secret], body: [secret, { key: 'open', value: 'shown', isSecret: false }] };
    await createPersonStore(data).saveConnection(connection('a', { parameters, authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'https://id.example', method: 'POST', parameters } }));
    const stored = JSON.stringify([...data.data]);
    expect(stored).not.toContain('hush');
    expect(stored).toContain('shown');
  });

  it('keeps "always" only, and takes single grants back', async () => {
    const store = createPersonStore(memoryKeyValue());
    await store.addGrant(grant('GET', 'once'));
    await store.addGrant(grant('GET'));
    await store.addGrant(grant('POST'));
    await store.removeGrants([grant('GET')]);
    expect((await store.load()).person.grants).toEqual([grant('POST')]);
    await store.removeGrants();
    expect((await store.load()).person.grants).toEqual([]);
  });

  it('takes the grants of a connection away with it: another one may come under its ARN', async () => {
    const store = createPersonStore(memoryKeyValue());
    await store.saveConnection(connection('arn'));
    await store.addGrant(grant('GET'));
    await store.removeConnection('arn');
    expect((await store.load()).person).toMatchObject({ connections: [], grants: [] });
  });

  it('tells a grant for the token from one for the request', async () => {
    const store = createPersonStore(memoryKeyValue());
    const token: Grant = { ...grant('GET'), key: { ...grant('GET').key, purpose: 'token' } };
    await store.addGrant(grant('GET'));
    await store.addGrant(token);
    await store.removeGrants([grant('GET')]);
    expect((await store.load()).person.grants).toEqual([token]);
  });

  it('forgets the oldest lines of a long list, and all when asked', async () => {
    const full = Array.from({ length: SENT_CAP }, (_, at) => sent(`old ${at}`));
    const store = createPersonStore(memoryKeyValue([['sent', { version: 1, data: full }]]));
    await store.recordSent(sent('new'));
    const { person } = await store.load();
    expect([person.sent.length, person.sent[0]?.id, person.sent.at(-1)?.id]).toEqual([SENT_CAP, 'new', `old ${SENT_CAP - 2}`]);
    await store.clearSent();
    expect((await store.load()).person.sent).toEqual([]);
  });

  it.each([
    { what: 'a grant without its origin', part: 'grants', data: { version: 1, data: [{ kind: 'always', key: { workflow: 'w' } }] } },
    { what: 'a connection of an unknown kind', part: 'connections', data: { version: 1, data: [{ ...connection('a'), authorization: { type: 'NONE' } }] } },
    { what: 'something else', part: 'sent', data: 'junk' },
  ])('believes no damaged data: $what is kept aside', async ({ part, data }) => {
    const store = memoryKeyValue([[part, data]]);
    const person = createPersonStore(store);
    expect(await person.load()).toMatchObject({ person: { connections: [], grants: [], sent: [] }, problems: [{ kind: 'corrupt', kept: { text: JSON.stringify(data, null, 2) } }] });
    expect(store.data.get(`aside:${part}`)).toEqual(data);
    expect((await person.load()).problems).toEqual([]);
  });

  it('leaves data of a newer version as it is', async () => {
    const newer = { version: 2, data: { shape: 'unknown' } };
    const store = memoryKeyValue([['grants', newer]]);
    const person = createPersonStore(store);
    expect(await person.load()).toMatchObject({ problems: [{ kind: 'newer' }] });
    expect(await person.addGrant(grant('GET'))).toMatchObject({ ok: false, error: { kind: 'newer' } });
    expect(store.data.get('grants')).toEqual(newer);
  });

  it('says that storage is full', async () => {
    const store = memoryKeyValue();
    store.failWritesWith('QuotaExceededError');
    expect(await createPersonStore(store).recordSent(sent('1'))).toMatchObject({ ok: false, error: { kind: 'full' } });
  });
});

describe('readVersioned', () => {
  const schema = {
    what: 'The list', version: 3, empty: [], parse: (data: unknown) => (Array.isArray(data) ? data : null),
    migrations: { 1: (data: unknown) => ({ items: data }), 2: (data: unknown) => (data as { items: unknown }).items },
  };

  it('brings older data up one version at a time', () => {
    expect(readVersioned(schema, { version: 1, data: ['a'] })).toEqual({ ok: true, value: ['a'] });
    expect(readVersioned(schema, { version: 2, data: { items: ['b'] } })).toEqual({ ok: true, value: ['b'] });
    expect(readVersioned(schema, written(schema, ['c']))).toEqual({ ok: true, value: ['c'] });
    expect(readVersioned(schema, { version: 0, data: [] })).toMatchObject({ ok: false, error: { kind: 'corrupt' } });
  });
});
