import { describe, expect, it } from 'vitest';
import { keyFor, newBox, openEntry, withEntry, type KeptValues } from './keptSecrets.ts';

const VALUES: KeptValues = { endpoint: 'https://id.example.com/token', secrets: { clientSecret: 'cl13nt-s3cret', 'header.x': 'ä€😀' } };

/** Few rounds: the cost of a guess is not what is tested. */
const box = newBox(10);

describe('kept secrets', () => {
  it('open with their passphrase, and hold no secret without it', async () => {
    const kept = await withEntry(box, await keyFor('correct horse', box), 'arn:a', VALUES);
    expect(JSON.stringify(kept)).not.toMatch(/s3cret|example\.com/);
    expect(await openEntry(kept.entries[0]!, await keyFor('correct horse', kept))).toEqual(VALUES);
    expect(await openEntry(kept.entries[0]!, await keyFor('correct horse ', kept))).toBeNull();
    expect(await openEntry(kept.entries[0]!, await keyFor('correct horse', newBox(10)))).toBeNull();
  });

  it('open whichever way the passphrase was composed on this keyboard', async () => {
    const kept = await withEntry(box, await keyFor('caf\u00e9 cafe', box), 'arn:a', VALUES);
    expect(await openEntry(kept.entries[0]!, await keyFor('cafe\u0301 cafe', kept))).toEqual(VALUES);
  });

  it('do not open where an entry was changed or moved to another connection', async () => {
    const key = await keyFor('correct horse', box);
    const [entry] = (await withEntry(box, key, 'arn:a', VALUES)).entries;
    expect(await openEntry({ ...entry!, arn: 'arn:b' }, key)).toBeNull();
    expect(await openEntry({ ...entry!, data: `AAAA${entry!.data.slice(4)}` }, key)).toBeNull();
    expect(await openEntry({ ...entry!, iv: 'not base64!' }, key)).toBeNull();
    expect(await openEntry({ ...entry!, data: '' }, key)).toBeNull();
  });

  it('are written anew each time, one entry for each connection', async () => {
    const key = await keyFor('correct horse', box);
    const once = await withEntry(box, key, 'arn:a', VALUES);
    const twice = await withEntry(once, key, 'arn:a', VALUES);
    expect(twice.entries).toHaveLength(1);
    expect(twice.entries[0]!.iv).not.toBe(once.entries[0]!.iv);
    expect(twice.entries[0]!.data).not.toBe(once.entries[0]!.data);
  });
});
