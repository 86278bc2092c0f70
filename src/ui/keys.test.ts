import { describe, expect, it } from 'vitest';
import { ariaKeys, keyLabels } from './keys.ts';

describe('keyLabels', () => {
  it.each([
    { keys: 'Mod+K', mac: false, labels: ['Ctrl', 'K'] },
    { keys: 'Mod+K', mac: true, labels: ['⌘', 'K'] },
    { keys: 'Shift+Mod+z', mac: false, labels: ['Ctrl', 'Shift', 'Z'] },
    { keys: 'Mod+Shift+Z', mac: true, labels: ['⇧', '⌘', 'Z'] },
    { keys: 'Mod+Enter', mac: false, labels: ['Ctrl', '↵'] },
    { keys: 'Delete', mac: false, labels: ['Del'] },
    { keys: '/', mac: false, labels: ['/'] },
  ])('$keys reads $labels (Mac: $mac)', ({ keys, mac, labels }) => {
    expect(keyLabels(keys, mac)).toEqual(labels);
  });
});

describe('ariaKeys', () => {
  it('names the keys as ARIA does', () => {
    expect(ariaKeys('Shift+Mod+Z', false)).toBe('Control+Shift+Z');
    expect(ariaKeys('Shift+Mod+Z', true)).toBe('Shift+Meta+Z');
  });
});
