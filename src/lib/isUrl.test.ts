import { describe, expect, it } from 'vitest';
import { isUrl } from './isUrl.ts';

describe('isUrl', () => {
  it.each([['https://münchen.example/', true], ['https://api.example.com/v1', true], ['api.example.com', false], ['https://', false], ['', false]])('%s: %s', (text, expected) => {
    expect(isUrl(text)).toBe(expected);
  });

  it('still knows letters beyond ASCII after it has become hot', () => {
    const seen = Array.from({ length: 200_000 }, () => isUrl('https://münchen.example/'));
    expect(seen.every(Boolean)).toBe(true);
  });
});
