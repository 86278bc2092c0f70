import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

const FILE = 'token';
const SHAPE = /^[A-Za-z0-9_-]{43}$/;
const IS_POSIX = process.platform !== 'win32';

/** Where this person's settings live. `ASL_STUDIO_HOME` names another folder. */
export function homeFolder(env: Env = process.env, platform: NodeJS.Platform = process.platform, home: string = homedir()): string {
  if (env['ASL_STUDIO_HOME']) return env['ASL_STUDIO_HOME'];
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'asl-studio');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'asl-studio');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'asl-studio');
}

/**
 * The token of this person, made on first use and kept, so that a page reconnects after a restart. A file that others could
 * have read or planted (wider mode, other owner, a link) is not trusted: it is replaced by a new token.
 */
export function ensureToken(folder: string = homeFolder()): string {
  makeFolder(folder);
  const file = join(folder, FILE);
  const kept = readPrivate(file);
  if (kept !== null) return kept;
  const token = randomBytes(32).toString('base64url');
  const draft = join(folder, `.${FILE}-${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, `${token}\n`, { mode: 0o600, flag: 'wx' });
  try {
    return publish(draft, file, token);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The token if there is a trustworthy one; nothing is made or changed. */
export const readToken = (folder: string = homeFolder()): string | null => readPrivate(join(folder, FILE));

/** Compares in constant time, whatever the lengths. */
export const sameToken = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();

function makeFolder(folder: string): void {
  const existed = existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A folder that a person named themselves may be shared on purpose; the file in it is private all the same.
  if (IS_POSIX && (!existed || basename(folder) === 'asl-studio')) chmodSync(folder, 0o700);
}

/** `link` fails where the file exists: when two start at once, both end with the token of the first. */
function publish(draft: string, file: string, token: string): string {
  try {
    linkSync(draft, file);
    return token;
  } catch {
    const other = readPrivate(file);
    if (other !== null) return other;
    renameSync(draft, file);
    return token;
  }
}

function readPrivate(file: string): string | null {
  try {
    const stats = lstatSync(file);
    if (!stats.isFile()) return null;
    if (IS_POSIX && ((stats.mode & 0o077) !== 0 || stats.uid !== process.getuid?.())) return null;
    const text = readFileSync(file, 'utf8').trim();
    return SHAPE.test(text) ? text : null;
  } catch {
    return null;
  }
}
