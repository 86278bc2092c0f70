import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { checksPage } from './checksPage.ts';

if (process.env['UPDATE_DOCS'] === '1') writeFileSync('docs/checks.md', checksPage());

describe('the catalogue', () => {
  it('stands in docs/checks.md as it is', () => {
    expect(readFileSync('docs/checks.md', 'utf8')).toBe(checksPage());
  });

  it('names each rule once, in kebab-case, and has at least fifty', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(50);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });
});
