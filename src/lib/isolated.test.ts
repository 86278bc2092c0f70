import { describe, expect, it } from 'vitest';
import { isolated } from './isolated.ts';

describe('a name inside a sentence', () => {
  it.each([
    ['Hebrew', '\u05e9\u05dc\u05d1 2'],
    ['Arabic', '\u062e\u0637\u0648\u0629'],
    ['an override that is never closed', 'a\u202ecba'],
  ])('%s is isolated', (_, name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  });

  it('is left as it is where nothing turns', () => {
    expect(['Pack', 'Gr\u00f6\u00dfe \u4e2d\u6587 \u{1f600}', ''].map(isolated)).toEqual(['Pack', 'Gr\u00f6\u00dfe \u4e2d\u6587 \u{1f600}', '']);
  });
});
