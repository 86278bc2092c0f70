import { describe, expect, it } from 'vitest';
import { noParameters, type Connection } from '../http/connection.ts';
import { createKeptStore } from '../services/keptStore.ts';
import { memoryKeyValue } from '../services/testing/memoryKeyValue.ts';
import { createVault } from '../services/vault.ts';
import { createEditorStore } from './createEditorStore.ts';
import { connectionUses, namedConnections, namesOf } from './connectionUses.ts';
import { selectIndex } from './selectors/document.ts';
import { memoryServices } from './testing/memoryServices.ts';

const arnOf = (name: string, id = '0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10') => `arn:aws:events:us-east-1:000000000000:connection/${name}/${id}`;
const SHOP: Connection = {
  arn: arnOf('shop'), name: 'shop', allowedOrigins: ['https://api.shop.example'], madeUp: true, parameters: noParameters,
  authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'c', endpoint: 'https://id.shop.example/token', method: 'POST', parameters: noParameters },
};
const task = (arn: string) => ({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Arguments: { Method: 'GET', ApiEndpoint: 'https://api.shop.example', InvocationConfig: { ConnectionArn: arn } }, End: true });
const MACHINE = {
  QueryLanguage: 'JSONata', StartAt: 'Charge',
  States: { Charge: task(SHOP.arn), Refund: task(SHOP.arn), Computed: task(`{% "${SHOP.arn}" %}`), Other: task(arnOf('other')), Note: { Type: 'Pass', Output: SHOP.arn, End: true } },
};

async function studio(kept = memoryKeyValue()) {
  const vault = createVault();
  const text = JSON.stringify(MACHINE, null, 2);
  const store = createEditorStore(memoryServices({ vault, kept: createKeptStore(kept, 10) }), { text, name: 'flow', draftId: 'd' });
  const tools = await store.getState().actions.connectionTools();
  const namedBy = (arn: string) => connectionUses(selectIndex(store.getState()), arn).map(({ name, literal }) => (literal ? name : `${name}?`));
  return { store, tools, vault, kept, namedBy, state: () => store.getState() };
}

describe('where a connection is used', () => {
  it('names the states that name it, and tells what can be followed', async () => {
    const { namedBy, state } = await studio();
    expect(namedBy(SHOP.arn)).toEqual(['Charge', 'Refund', 'Computed?']);
    expect([...namedConnections(selectIndex(state()))].map(([arn, names]) => [arn, names])).toEqual([[SHOP.arn, ['Charge', 'Refund']], [arnOf('other'), ['Other']]]);
  });

  it('says a few names, and how many more', () => {
    const uses = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name }));
    expect([0, 1, 2, 3, 5].map((count) => namesOf(uses.slice(0, count)))).toEqual(['', 'A', 'A and B', 'A, B and C', 'A, B, C and 2 more']);
  });
});

describe('saving', () => {
  it('a renamed connection takes its secrets along, and the states follow in one step of undo', async () => {
    const { tools, vault, namedBy, state } = await studio();
    await tools.save(SHOP, { clientSecret: 's' });
    const renamed = { ...SHOP, name: 'store', arn: arnOf('store') };
    expect(await tools.save(renamed, {}, { replaces: SHOP.arn, follow: true })).toBeNull();
    expect(state().connections.map(({ name }) => name)).toEqual(['store']);
    expect(vault.get(renamed)).toEqual({ clientSecret: 's' });
    expect([namedBy(renamed.arn), namedBy(SHOP.arn)]).toEqual([['Charge', 'Refund'], ['Computed?']]);
    state().actions.undo();
    expect(namedBy(SHOP.arn)).toEqual(['Charge', 'Refund', 'Computed?']);
  });

  it('leaves the definition alone where nobody asked', async () => {
    const { tools, namedBy, state } = await studio();
    await tools.save(SHOP, { clientSecret: 's' });
    await tools.save({ ...SHOP, arn: arnOf('store') }, {}, { replaces: SHOP.arn });
    expect(namedBy(SHOP.arn)).toHaveLength(3);
    expect(state().history.past).toEqual([]);
  });

  it('with another token endpoint clears the secret', async () => {
    const { tools, vault, state } = await studio();
    await tools.save(SHOP, { clientSecret: 's' });
    expect(state().unlocked).toEqual([SHOP.arn]);
    const moved: Connection = { ...SHOP, authorization: { ...SHOP.authorization, endpoint: 'https://evil.example/token' } as Connection['authorization'] };
    await tools.save(moved, {}, { replaces: SHOP.arn });
    expect([vault.get(moved), state().unlocked]).toEqual([{}, []]);
    await tools.save({ ...moved, arn: arnOf('x') }, {}, { replaces: SHOP.arn });
    expect(vault.get({ ...SHOP, arn: arnOf('x') })).toEqual({});
  });

  it('another token endpoint and another ARN at once clear it too', async () => {
    const { tools, vault } = await studio();
    await tools.save(SHOP, { clientSecret: 's' });
    const moved: Connection = { ...SHOP, arn: arnOf('x'), authorization: { ...SHOP.authorization, endpoint: 'https://evil.example/token' } as Connection['authorization'] };
    await tools.save(moved, {}, { replaces: SHOP.arn });
    expect(vault.get(moved)).toEqual({});
  });
});

describe('duplicating and deleting', () => {
  it('makes a copy under a name and an ARN of its own, with the secrets in memory', async () => {
    const { tools, vault, state } = await studio();
    await tools.save({ ...SHOP, sample: true }, { clientSecret: 's' });
    const copy = tools.duplicate(SHOP.arn);
    const again = tools.duplicate(SHOP.arn);
    expect([copy?.name, again?.name]).toEqual(['shop-copy', 'shop-copy-2']);
    expect(copy).toMatchObject({ madeUp: true, arn: expect.stringContaining('connection/shop-copy/') });
    expect(copy).not.toHaveProperty('sample');
    expect(copy && vault.get(copy)).toEqual({ clientSecret: 's' });
    expect(state().connections).toHaveLength(3);
    expect(tools.duplicate('arn:nobody')).toBeNull();
  });

  it('deletes with grants and secrets, and lets the states use another one', async () => {
    const { tools, vault, namedBy, store, state } = await studio();
    const other = { ...SHOP, arn: arnOf('other'), name: 'other' };
    await tools.save(SHOP, { clientSecret: 's' });
    await tools.save(other, { clientSecret: 'o' });
    store.setState({ grants: [{ kind: 'always', key: { workflow: 'd', origin: 'o', sentTo: 'o', connection: SHOP.arn, method: 'GET' } }] });
    await tools.remove(SHOP.arn, other.arn);
    expect([state().connections.map(({ name }) => name), state().grants, vault.get(SHOP)]).toEqual([['other'], [], {}]);
    expect(namedBy(other.arn)).toEqual(['Charge', 'Refund', 'Other']);
  });
});

describe('keeping secrets', () => {
  const PASS = 'correct horse';

  it('survives a reload, locked until the passphrase', async () => {
    const first = await studio();
    expect(await first.tools.save(SHOP, { clientSecret: 's' }, { keep: true, passphrase: PASS })).toBeNull();
    expect([first.tools.keptState(), first.state().kept]).toEqual(['open', [SHOP.arn]]);
    const next = await studio(first.kept);
    next.state().actions.saveConnection(SHOP);
    expect([next.tools.keptState(), next.state().unlocked]).toEqual(['locked', []]);
    expect(await next.tools.unlock('wrong horse')).toContain('not the passphrase');
    expect(next.vault.get(SHOP)).toEqual({});
    expect(await next.tools.unlock(PASS)).toBeNull();
    expect([next.vault.get(SHOP), next.state().unlocked, next.tools.keptState()]).toEqual([{ clientSecret: 's' }, [SHOP.arn], 'open']);
  });

  it('gives a secret back only to the token endpoint that it was kept for', async () => {
    const first = await studio();
    await first.tools.save(SHOP, { clientSecret: 's' }, { keep: true, passphrase: PASS });
    const next = await studio(first.kept);
    const moved: Connection = { ...SHOP, authorization: { ...SHOP.authorization, endpoint: 'https://evil.example/token' } as Connection['authorization'] };
    next.state().actions.saveConnection(moved);
    await next.tools.unlock(PASS);
    expect(next.vault.get(moved)).toEqual({});
  });

  it('ends with a choice, with the connection, and with all of them', async () => {
    const { tools, state } = await studio();
    await tools.save(SHOP, { clientSecret: 's' }, { keep: true, passphrase: PASS });
    await tools.save(SHOP, {}, { keep: false });
    expect([state().kept, tools.keptState()]).toEqual([[], 'none']);
    await tools.save(SHOP, {}, { keep: true, passphrase: PASS });
    await tools.remove(SHOP.arn);
    expect(state().kept).toEqual([]);
    await tools.save(SHOP, { clientSecret: 's' }, { keep: true, passphrase: PASS });
    await tools.forgetKept();
    expect([state().kept, state().unlocked]).toEqual([[], [SHOP.arn]]);
  });

  it('keeps no old value of a secret that was changed while the kept ones were locked', async () => {
    const first = await studio();
    await first.tools.save(SHOP, { clientSecret: 'old' }, { keep: true, passphrase: PASS });
    const next = await studio(first.kept);
    next.state().actions.saveConnection(SHOP);
    await next.tools.save(SHOP, { clientSecret: 'new' });
    expect(next.state().kept).toEqual([]);
    expect(next.vault.get(SHOP)).toEqual({ clientSecret: 'new' });
  });

  it('is written anew where it is open', async () => {
    const first = await studio();
    await first.tools.save(SHOP, { clientSecret: 'old' }, { keep: true, passphrase: PASS });
    await first.tools.save(SHOP, { clientSecret: 'new' });
    const next = await studio(first.kept);
    next.state().actions.saveConnection(SHOP);
    await next.tools.unlock(PASS);
    expect(next.vault.get(SHOP)).toEqual({ clientSecret: 'new' });
  });

  it('says why it was not kept; the connection is saved all the same', async () => {
    const { tools, state } = await studio();
    expect(await tools.save(SHOP, { clientSecret: 's' }, { keep: true, passphrase: 'short' })).toContain('8 characters');
    expect([state().connections.length, state().kept]).toEqual([1, []]);
  });
});
