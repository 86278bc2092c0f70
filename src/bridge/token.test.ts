import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureToken, homeFolder, readToken, sameToken } from './token.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'asl-studio-token-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;
const posix = process.platform !== 'win32';

describe('ensureToken', () => {
  it('makes a private file in a private folder, and keeps it', () => {
    const folder = join(root, 'deep', 'asl-studio');
    const token = ensureToken(folder);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(ensureToken(folder)).toBe(token);
    expect(readToken(folder)).toBe(token);
    expect(readdirSync(folder)).toEqual(['token']);
    if (posix) expect([modeOf(folder), modeOf(join(folder, 'token'))]).toEqual([0o700, 0o600]);
  });

  it.runIf(posix)('replaces a token that others could have read', () => {
    const token = ensureToken(root);
    chmodSync(join(root, 'token'), 0o644);
    expect(readToken(root)).toBeNull();
    expect(ensureToken(root)).not.toBe(token);
    expect(modeOf(join(root, 'token'))).toBe(0o600);
  });

  it.runIf(posix)('does not follow a link to a file of someone else', () => {
    const planted = join(root, 'planted');
    writeFileSync(planted, `${'A'.repeat(43)}\n`, { mode: 0o600 });
    const folder = join(root, 'home');
    ensureToken(folder);
    rmSync(join(folder, 'token'));
    symlinkSync(planted, join(folder, 'token'));
    expect(ensureToken(folder)).not.toBe('A'.repeat(43));
    expect(readFileSync(planted, 'utf8')).toBe(`${'A'.repeat(43)}\n`);
  });

  it('replaces a file that holds no token', () => {
    writeFileSync(join(root, 'token'), '', { mode: 0o600 });
    expect(ensureToken(root)).toMatch(/^[\w-]{43}$/);
  });
});

describe('homeFolder', () => {
  it.each([
    { platform: 'linux', env: {}, folder: '/home/me/.config/asl-studio' },
    { platform: 'linux', env: { XDG_CONFIG_HOME: '/cfg' }, folder: '/cfg/asl-studio' },
    { platform: 'darwin', env: { XDG_CONFIG_HOME: '/cfg' }, folder: '/home/me/Library/Application Support/asl-studio' },
    { platform: 'linux', env: { XDG_CONFIG_HOME: '/cfg', ASL_STUDIO_HOME: '/mine' }, folder: '/mine' },
  ] as const)('on $platform with $env', ({ platform, env, folder }) => {
    expect(homeFolder(env, platform, '/home/me').replaceAll('\\', '/')).toBe(folder);
  });
});

describe('sameToken', () => {
  it('compares tokens of any length', () => {
    expect(sameToken('abc', 'abc')).toBe(true);
    expect(sameToken('abd', 'abc')).toBe(false);
    expect(sameToken('', 'abc')).toBe(false);
    expect(sameToken('abcabc', 'abc')).toBe(false);
  });
});
