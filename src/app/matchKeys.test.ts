import { describe, expect, it } from 'vitest';
import { matchKeys, type KeyPress } from './matchKeys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('matchKeys', () => {
  it.each([
    { what: 'Ctrl+Z off a Mac', keys: 'Mod+Z', pressed: press('z', { ctrlKey: true }), mac: false, matches: true },
    { what: 'Cmd+Z on a Mac', keys: 'Mod+Z', pressed: press('z', { metaKey: true }), mac: true, matches: true },
    { what: 'Ctrl+Z on a Mac', keys: 'Mod+Z', pressed: press('z', { ctrlKey: true }), mac: true, matches: false },
    { what: 'Shift held where it is not asked for', keys: 'Mod+Z', pressed: press('Z', { ctrlKey: true, shiftKey: true }), mac: false, matches: false },
    { what: 'Shift held where it is', keys: 'Shift+Mod+Z', pressed: press('Z', { ctrlKey: true, shiftKey: true }), mac: false, matches: true },
    { what: 'a plain key', keys: 'T', pressed: press('t'), mac: false, matches: true },
    { what: 'a plain key with Ctrl', keys: 'T', pressed: press('t', { ctrlKey: true }), mac: false, matches: false },
    { what: 'a named key', keys: 'Mod+Enter', pressed: press('Enter', { ctrlKey: true }), mac: false, matches: true },
    { what: 'a shifted sign', keys: 'Shift+?', pressed: press('?', { shiftKey: true }), mac: false, matches: true },
  ])('$what: $matches', ({ keys, pressed, mac, matches }) => {
    expect(matchKeys(pressed, keys, mac)).toBe(matches);
  });
});
