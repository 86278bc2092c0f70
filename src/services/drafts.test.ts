import { describe, expect, it } from 'vitest';
import type { FileSpelling } from '../asl/fileSpelling.ts';
import { createDrafts, type Draft } from './drafts.ts';
import { memoryKeyValue } from './testing/memoryKeyValue.ts';

// Drafts keep the spelling as it is; its members belong to the language.
const spelling = { newline: '\n' } as unknown as FileSpelling;
const draft = (id: string, more: Partial<Draft> = {}): Draft => ({ id, name: `Flow ${id}`, text: '{"StartAt":"A"}', spelling, sidecar: { version: 1 }, savedAt: 1, version: 1, ...more });

describe('createDrafts', () => {
  it('gives back what was saved, to the character', async () => {
    const drafts = createDrafts(memoryKeyValue());
    const text = '{"__proto__":1,\r\n"a":1.0}\u2028\ud800';
    await drafts.save(draft('a', { text }));
    expect(await drafts.load('a')).toEqual({ ok: true, value: draft('a', { text }) });
  });

  it('lists the newest first and forgets what was removed', async () => {
    const drafts = createDrafts(memoryKeyValue());
    await drafts.save(draft('a', { savedAt: 1 }));
    await drafts.save(draft('b', { savedAt: 3 }));
    await drafts.save(draft('c', { savedAt: 2 }));
    await drafts.remove('c');
    const list = await drafts.list();
    expect(list).toMatchObject({ ok: true, value: [{ id: 'b', name: 'Flow b', length: 15 }, { id: 'a' }] });
    expect(await drafts.load('c')).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });

  it.each([
    { name: 'QuotaExceededError', kind: 'full', says: /full.*Download/ },
    { name: 'SecurityError', kind: 'blocked', says: /private window/ },
    { name: 'UnknownError', kind: 'failed', says: /Download the workflow/ },
  ])('says what $name means and what to do', async ({ name, kind, says }) => {
    const store = memoryKeyValue();
    store.failWritesWith(name);
    const saved = await createDrafts(store).save(draft('a'));
    expect(saved).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(says) } });
  });

  it.each([
    { what: 'a draft without its spelling', stored: { format: 1, draft: { id: 'a', text: 'my only copy' } }, text: 'my only copy' },
    { what: 'a bare text', stored: 'my only copy', text: 'my only copy' },
    { what: 'something else', stored: { junk: [1] }, text: '{\n  "junk": [\n    1\n  ]\n}' },
  ])('keeps $what aside and offers it as a download', async ({ stored, text }) => {
    const store = memoryKeyValue([['draft:a', stored]]);
    const drafts = createDrafts(store);
    expect(await drafts.load('a')).toMatchObject({ ok: false, error: { kind: 'corrupt', kept: { text } } });
    await drafts.save(draft('a'));
    expect(store.data.get('aside:a')).toEqual(stored);
  });

  it('neither reads nor moves a draft of a newer version', async () => {
    const store = memoryKeyValue([['draft:a', { format: 99, draft: {} }]]);
    expect(await createDrafts(store).load('a')).toMatchObject({ ok: false, error: { kind: 'newer' } });
    expect([...store.data.keys()]).toEqual(['draft:a']);
  });
});
