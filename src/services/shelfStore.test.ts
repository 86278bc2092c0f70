import { describe, expect, it } from 'vitest';
import { createShelfStore, emptyShelf, type Fragment } from './shelfStore.ts';
import { memoryKeyValue } from './testing/memoryKeyValue.ts';

const fragment = (id: string): Fragment => ({ id, name: id, text: '{"A": {"Type": "Pass", "End": true}}', language: 'JSONata' });

describe('createShelfStore', () => {
  it('starts empty, and two tabs add to the same lists', async () => {
    const data = memoryKeyValue();
    const [one, other] = [createShelfStore(data), createShelfStore(data)];
    expect(await one.load()).toEqual({ shelf: emptyShelf, problems: [] });
    await one.change('fragments', (all) => [...all, fragment('a')]);
    await other.change('fragments', (all) => [...all, fragment('b')]);
    await other.change('favourites', () => ['pattern:saga']);
    expect((await one.load()).shelf).toEqual({ favourites: ['pattern:saga'], recent: [], fragments: [fragment('a'), fragment('b')] });
  });

  it('keeps damaged patterns aside, hands them out, and goes on', async () => {
    const damaged = { version: 1, data: [{ id: 'a', name: 'mine' }] };
    const data = memoryKeyValue([['fragments', damaged]]);
    const store = createShelfStore(data);
    const { shelf, problems } = await store.load();
    expect(shelf.fragments).toEqual([]);
    expect(problems[0]?.kept?.text).toContain('mine');
    expect(data.data.get('aside:fragments')).toEqual(damaged);
    expect(await store.change('fragments', () => [fragment('b')])).toEqual({ ok: true, value: null });
  });

  it('never writes over patterns of a newer version', async () => {
    const data = memoryKeyValue([['fragments', { version: 9, data: 'new' }]]);
    const done = await createShelfStore(data).change('fragments', () => [fragment('b')]);
    expect(done.ok).toBe(false);
    expect(data.data.get('fragments')).toEqual({ version: 9, data: 'new' });
  });
});
