import { describe, expect, it } from 'vitest';
import { createFiles } from './files.ts';

describe('createFiles', () => {
  it('copies with the clipboard', async () => {
    const copied: string[] = [];
    const files = createFiles({ document, clipboard: { writeText: async (text) => void copied.push(text) } });
    expect(await files.copy('abc')).toEqual({ ok: true, value: null });
    expect(copied).toEqual(['abc']);
  });

  it('says how to copy by hand where the browser forbids it, and leaves nothing behind', async () => {
    const files = createFiles({ document, clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
    expect(await files.copy('abc')).toMatchObject({ ok: false, error: { message: expect.stringContaining('Ctrl-C') } });
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('copies the older way where there is no clipboard', async () => {
    // jsdom has no execCommand of its own.
    Object.assign(document, { execCommand: (command: string) => command === 'copy' });
    expect(await createFiles({ document, clipboard: null }).copy('abc')).toEqual({ ok: true, value: null });
    expect(document.querySelector('textarea')).toBeNull();
  });
});
