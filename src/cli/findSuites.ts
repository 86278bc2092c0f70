import { type Dirent, existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotRead, type Io, reasonOf } from './io.ts';

const TESTS = '.tests.json';
const DEFINITION = /(?:\.asl)?\.(?:json|ya?ml)$/i;
/** Endings of a definition beside `NAME.tests.json`, the likeliest first. */
const ENDINGS = ['.asl.json', '.asl.yaml', '.asl.yml', '.json', '.yaml', '.yml'];
const PASSED_OVER = new Set(['node_modules', 'dist', 'build', 'cdk.out']);

export interface FoundSuites {
  /** Tests files, as they were typed or found below what was typed. */
  readonly files: readonly string[];
  /** What was typed and led to none, as a sentence. */
  readonly missed: readonly string[];
}

/** Tests files in what was typed: files, definitions with tests beside them, folders, and globs that no shell has filled in. */
export async function findSuites(io: Io, typed: readonly string[]): Promise<FoundSuites> {
  const files = new Set<string>();
  const missed: string[] = [];
  for (const one of typed) {
    const found = await suitesAt(io, one);
    if (found.length === 0) missed.push(missedSentence(io, one));
    for (const file of found) files.add(file);
  }
  return { files: [...files], missed };
}

const kindOf = (path: string): 'file' | 'folder' | null => (existsSync(path) ? (statSync(path).isDirectory() ? 'folder' : 'file') : null);

async function suitesAt(io: Io, typed: string): Promise<readonly string[]> {
  switch (kindOf(io.path(typed))) {
    case 'file':
      return testsOf(io, typed);
    case 'folder':
      return (await filesBelow(io, typed)).filter((file) => file.endsWith(TESTS));
    case null:
      return /[*?[{]/.test(typed) ? globbed(io, typed) : [];
  }
}

/** The file itself, or the tests beside a definition. */
function testsOf(io: Io, file: string): readonly string[] {
  if (file.endsWith(TESTS)) return [file];
  const beside = file.replace(DEFINITION, TESTS);
  return beside !== file && kindOf(io.path(beside)) === 'file' ? [beside] : [];
}

function missedSentence(io: Io, typed: string): string {
  switch (kindOf(io.path(typed))) {
    case 'file': {
      const tests = testsFileOf(typed);
      if (tests === null) return `${typed} is no tests file (NAME${TESTS}) and no definition (NAME.asl.json, NAME.asl.yaml) with tests beside it.`;
      return `${typed} has no tests beside it. Put them into ${tests}; "asl-studio init" writes a first file.`;
    }
    case 'folder':
      return `${typed} holds no *${TESTS}. "asl-studio init" writes a first file.`;
    case null:
      return typed === '-' ? 'Saved tests are not read from standard input: a tests file belongs to the definition beside it. Name the file.' : `${typed} is not there.`;
  }
}

/** Below a folder, in the order of the alphabet; hidden folders, those of tools, and subfolders that cannot be read are passed over. */
async function filesBelow(io: Io, folder: string, isTyped = true): Promise<readonly string[]> {
  const entries = await entriesOf(io, folder, isTyped);
  const below = await Promise.all(entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((entry) => {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (!entry.isDirectory()) return Promise.resolve([path]);
    return entry.name.startsWith('.') || PASSED_OVER.has(entry.name) ? Promise.resolve([]) : filesBelow(io, path, false);
  }));
  return below.flat();
}

async function entriesOf(io: Io, folder: string, isTyped: boolean): Promise<readonly Dirent[]> {
  try {
    return await readdir(io.path(folder), { withFileTypes: true });
  } catch (thrown) {
    if (!isTyped) return [];
    throw new CannotRead(`${folder} cannot be read: ${reasonOf(thrown)}.`, { cause: thrown });
  }
}

async function globbed(io: Io, glob: string): Promise<readonly string[]> {
  const plain = glob.split(/[\\/]/);
  const special = plain.findIndex((part) => /[*?[{]/.test(part));
  const root = plain.slice(0, special).join('/') || (glob.startsWith('/') ? '/' : '.');
  if (kindOf(io.path(root)) !== 'folder') return [];
  const wanted = new RegExp(`^${globSource(plain.join('/').replace(/^\.\//, ''))}$`);
  const files = (await filesBelow(io, root)).filter((file) => wanted.test(file.replaceAll('\\', '/').replace(/^\.\//, '')));
  return files.flatMap((file) => testsOf(io, file));
}

/** `**`, `*`, `?`, `[ab]` and `{a,b}`. */
function globSource(glob: string): string {
  return glob.replaceAll(/\*\*\/|\*\*|\*|\?|\[[^\]]*\]|\{[^}]*\}|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('[')) return token.replace('[!', '[^');
    if (token.length > 1 && token.startsWith('{')) return `(?:${token.slice(1, -1).split(',').map(globSource).join('|')})`;
    return `\\${token}`;
  });
}

/** The definition that a tests file is about; null: none lies there. */
export function definitionOf(io: Io, tests: string, named: string | undefined): string | null {
  if (named !== undefined) {
    const file = join(dirname(tests), named);
    return kindOf(io.path(file)) === 'file' ? file : null;
  }
  const stem = tests.slice(0, -TESTS.length);
  return ENDINGS.map((ending) => `${stem}${ending}`).find((file) => kindOf(io.path(file)) === 'file') ?? null;
}

/** Where the tests of a definition lie; null: its name is not that of a definition. */
export function testsFileOf(definition: string): string | null {
  return DEFINITION.test(definition) && !definition.endsWith(TESTS) ? definition.replace(DEFINITION, TESTS) : null;
}

/** Definitions that say so by their name. */
export const definitionsBelow = async (io: Io, folder: string): Promise<readonly string[]> => (await filesBelow(io, folder)).filter((file) => /\.asl\.(?:json|ya?ml)$/i.test(file));
