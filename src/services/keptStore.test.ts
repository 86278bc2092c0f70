import { describe, expect, it } from 'vitest';
import { createKeptStore } from './keptStore.ts';
import { memoryKeyValue, type MemoryKeyValue } from './testing/memoryKeyValue.ts';

const PASS = 'correct horse';
const values = (secret: string) => ({ endpoint: '', secrets: { apiKeyValue: secret } });
/** Few rounds: the cost of a guess is not what is tested. */
const browser = (data: MemoryKeyValue = memoryKeyValue()) => ({ data, store: createKeptStore(data, 10) });

async function kept() {
  const { data, store } = browser();
  await store.keep('arn:a', values('key-a'), PASS);
  await store.keep('arn:b', values('key-b'));
  return { data, store };
}

describe('createKeptStore', () => {
  it('keeps under a passphrase that is asked for once, and opens with it after a reload', async () => {
    const { data, store } = await kept();
    expect([await store.arns(), store.isLocked()]).toEqual([['arn:a', 'arn:b'], false]);
    expect(JSON.stringify([...data.data])).not.toContain('key-');
    const { store: reloaded } = browser(data);
    expect([await reloaded.arns(), reloaded.isLocked()]).toEqual([['arn:a', 'arn:b'], true]);
    expect(await reloaded.unlock(PASS)).toEqual({ ok: true, value: new Map([['arn:a', values('key-a')], ['arn:b', values('key-b')]]) });
    expect(reloaded.isLocked()).toBe(false);
  });

  it('says that a passphrase is wrong, for reading and for adding, and changes nothing', async () => {
    const { data } = await kept();
    const { store } = browser(data);
    const before = JSON.stringify([...data.data]);
    expect(await store.unlock('correct hörse')).toMatchObject({ ok: false, error: expect.stringContaining('not the passphrase') });
    expect(await store.keep('arn:c', values('key-c'), 'another one')).toMatchObject({ ok: false, error: expect.stringContaining('not the passphrase') });
    expect(await store.keep('arn:c', values('key-c'))).toMatchObject({ ok: false, error: expect.stringContaining('kept already') });
    expect(JSON.stringify([...data.data])).toBe(before);
  });

  it('wants a passphrase that is one', async () => {
    const { store, data } = browser();
    expect(await store.keep('arn:a', values('k'), '')).toMatchObject({ ok: false, error: 'Choose a passphrase.' });
    expect(await store.keep('arn:a', values('k'), 'short')).toMatchObject({ ok: false, error: expect.stringContaining('8 characters') });
    expect(data.data.size).toBe(0);
  });

  it('forgets one, and all with the passphrase, without asking for it', async () => {
    const { data } = await kept();
    const { store } = browser(data);
    await store.forget(['arn:a']);
    expect(await store.arns()).toEqual(['arn:b']);
    await store.forget();
    expect([await store.arns(), store.isLocked()]).toEqual([[], false]);
    expect(await store.keep('arn:c', values('key-c'), 'a new passphrase')).toMatchObject({ ok: true });
  });

  it('forgets the last one together with the passphrase', async () => {
    const { store } = await kept();
    await store.forget(['arn:a', 'arn:b']);
    expect(await store.keep('arn:c', values('key-c'))).toMatchObject({ ok: false, error: 'Choose a passphrase.' });
  });

  it('asks again where another tab began anew', async () => {
    const { data, store } = await kept();
    const { store: other } = browser(data);
    await other.forget();
    await other.keep('arn:z', values('key-z'), 'of the other tab');
    expect(await store.keep('arn:a', values('key-a'))).toMatchObject({ ok: false, error: expect.stringContaining('kept already') });
    expect(await store.arns()).toEqual(['arn:z']);
  });

  it('reads no damaged data, and can forget it', async () => {
    const { store } = browser(memoryKeyValue([['box', { version: 1, data: { box: { salt: '', iterations: 1e15, entries: [] } } }]]));
    expect(await store.unlock(PASS)).toMatchObject({ ok: false, error: expect.stringContaining('damaged') });
    expect(await store.forget()).toMatchObject({ ok: true });
    expect(await store.keep('arn:a', values('k'), PASS)).toMatchObject({ ok: true });
  });

  it('says that storage is full', async () => {
    const { data, store } = browser();
    data.failWritesWith('QuotaExceededError');
    expect(await store.keep('arn:a', values('k'), PASS)).toMatchObject({ ok: false });
  });
});
