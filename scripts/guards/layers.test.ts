import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Compilers and linters start as processes of their own, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// Each test plants a breach in a small copy of the project and looks at what the real tools say, so that a guard
// that has stopped looking at anything is found out.
const repository = resolve(import.meta.dirname, '../..');
const bin = (name: string) => join(repository, 'node_modules/.bin', name);
let copy = '';

/** What stands in the copy before anything is planted: two files that import downwards only. */
const CLEAN = {
  'src/lib/one.ts': 'export const one = 1;\n',
  'src/editor/open.ts': "import { one } from '../lib/one.ts';\n\nexport type Open = { readonly kind: 'open' };\nexport const open = one + 1;\n",
  'src/features/code/pane.ts': "import { open } from '../../editor/open.ts';\n\nexport const pane = open;\n",
  'src/main.tsx': "import { pane } from './features/code/pane.ts';\n\nexport const main = pane;\n",
};

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const file of ['tsconfig.json', 'tsconfig.core.json', '.oxlintrc.json', 'package.json', 'src/lib/universal.d.ts', 'scripts/guards']) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(repository, file), join(copy, file), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  }
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(CLEAN)) write(path, text);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

/** Runs `look` while these files stand in the copy beside the clean ones. */
async function planted<T>(files: Record<string, string>, look: () => Promise<T>): Promise<T> {
  for (const [path, text] of Object.entries(files)) write(path, text);
  try {
    return await look();
  } finally {
    for (const path of Object.keys(files)) rmSync(join(copy, path));
  }
}

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    execFile(command, args, { cwd: copy, shell: process.platform === 'win32' }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') fail(error);
      else done({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}
const guard = () => run(process.execPath, ['scripts/guards/layers.mjs', copy]);
const lint = (...args: string[]) => run(bin('oxlint'), ['src', ...args]);
const core = () => run(bin('tsc'), ['-p', 'tsconfig.core.json', '--pretty', 'false']);

const UP = '../editor/open.ts';
const FORMS = [
  { form: 'a value import', text: `import { open } from '${UP}';\nexport const x = open;`, lintSees: true },
  { form: 'a type import', text: `import type { Open } from '${UP}';\nexport type X = Open;`, lintSees: true },
  { form: 'an inline type import', text: `import { type Open } from '${UP}';\nexport type X = Open;`, lintSees: true },
  { form: 'a side-effect import', text: `import '${UP}';`, lintSees: true },
  { form: 'export … from', text: `export { open } from '${UP}';`, lintSees: true },
  { form: 'export type … from', text: `export type { Open } from '${UP}';`, lintSees: true },
  { form: 'export * from', text: `export * from '${UP}';`, lintSees: true },
  { form: 'import()', text: `export const x = () => import('${UP}');`, lintSees: true },
  { form: "import('…').T in a type", text: `export type X = import('${UP}').Open;` },
  { form: "typeof import('…')", text: `export type X = typeof import('${UP}');` },
  { form: 'new URL', text: `export const x = new URL('${UP}', import.meta.url);` },
  { form: 'a Worker URL', text: `export const x = () => new Worker(new URL('${UP}', import.meta.url), { type: 'module' });` },
  { form: 'a worker query', text: `import OpenWorker from '${UP}?worker';\nexport const x = OpenWorker;` },
  { form: 'require', text: `declare const require: (name: string) => unknown;\nexport const x = require('${UP}');` },
  { form: 'vi.mock', text: `import { vi } from 'vitest';\nvi.mock('${UP}');`, ending: 'test.ts' },
  { form: 'vi.importActual', text: `import { vi } from 'vitest';\nexport const x = () => vi.importActual('${UP}');`, ending: 'test.ts' },
  { form: 'import.meta.glob', text: "export const x = import.meta.glob('../editor/*.ts');" },
  { form: 'declare module', text: `export {};\ndeclare module '${UP}' {\n  interface Extra { readonly x: 1 }\n}` },
  { form: 'a reference path', text: `/// <reference path="${UP}" />\nexport {};` },
  { form: 'a detour through src', text: "export { open } from '../../src/editor/open.ts';", lintSees: true },
  { form: 'a path from the root', text: "export { open } from '/src/editor/open.ts';", lintSees: true },
  { form: 'a style sheet', text: "@import '../editor/open.css';", ending: 'css' },
  { form: 'composes', text: ".x { composes: y from '../editor/open.css'; }", ending: 'module.css' },
];
const fileOf = (nth: number) => `src/asl/planted${nth}.${FORMS[nth]?.ending ?? 'ts'}`;

describe('layers', () => {
  it('pass where everything points down', async () => {
    expect(await guard()).toMatchObject({ code: 0, output: expect.stringContaining('0 breaches') });
    expect(await lint()).toMatchObject({ code: 0 });
    expect(await core()).toEqual({ code: 0, output: '' });
  });

  describe('refuse what points up by', () => {
    let seen = { byGuard: '', byLint: '' };
    beforeAll(async () => {
      const files = Object.fromEntries(FORMS.map(({ text }, nth) => [fileOf(nth), `${text}\n`]));
      seen = await planted(files, async () => ({ byGuard: (await guard()).output, byLint: (await lint('--format', 'unix')).output }));
    });

    it.each(FORMS.map((row, nth) => ({ ...row, file: fileOf(nth) })))('$form', ({ file, lintSees }) => {
      expect(seen.byGuard).toMatch(new RegExp(`${file}:\\d+ .*asl must not import editor|${file}:\\d+ .*relative to this file`));
      if (lintSees) expect(seen.byLint).toMatch(new RegExp(`${file}:\\d+:.*no-restricted-imports`));
    });
  });

  it('do not take a string or a comment for an import', async () => {
    const text = `// import { open } from '${UP}';\nexport const x = "import { open } from '${UP}'";\n`;
    await planted({ 'src/asl/planted.ts': text }, async () => expect(await guard()).toMatchObject({ code: 0 }));
  });

  it('refuse a computed name', async () => {
    const text = 'export const x = (name: string): Promise<unknown> => import(`../editor/${name}.ts`);\n';
    await planted({ 'src/asl/planted.ts': text }, async () => expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining('computed') }));
  });

  it('refuse a folder that is no layer', async () => {
    await planted({ 'src/helpers/x.ts': 'export const x = 1;\nexport * from "../lib/one.ts";\n' }, async () =>
      expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining('no layer') }),
    );
  });

  const PAIRS = layerPairs();
  it('know a forbidden pair for every layer but the highest', () => {
    expect(new Set(PAIRS.map(([from]) => from)).size).toBeGreaterThanOrEqual(18);
  });

  // One pass over all pairs: what matters is that each file is named by both tools.
  it('refuse every pair of layers that the table does not allow', async () => {
    const files = Object.fromEntries(PAIRS.map(([from, to]) => [`src/${from}/${from === 'features' ? 'code/' : ''}to_${to}.ts`, `export * from '${from === 'features' ? '../' : ''}../${to}/planted.ts';\n`]));
    await planted(files, async () => {
      const [byGuard, byLint] = [await guard(), await lint('--format', 'unix')];
      for (const file of Object.keys(files)) {
        expect(byGuard.output).toContain(`${file}:1`);
        expect(byLint.output).toMatch(new RegExp(`${file}:1:.*no-restricted-imports`));
      }
    });
  });
});

function layerPairs(): [string, string][] {
  const { layers } = JSON.parse(readFileSync(join(repository, 'scripts/guards/layers.json'), 'utf8')) as { layers: Record<string, { may: string[]; core?: boolean }> };
  const names = Object.keys(layers);
  return names.flatMap((from) => {
    const may = layers[from]?.may ?? [];
    const allowed = (to: string) => to === from || may.includes(to) || (may.includes('CORE') && layers[to]?.core === true);
    return names.filter((to) => !allowed(to)).map((to): [string, string] => [from, to]);
  });
}

describe('features', () => {
  it.each([
    { what: 'a neighbour', file: 'src/features/canvas/planted.ts', path: '../code/pane.ts' },
    { what: 'a neighbour by the long way', file: 'src/features/canvas/planted.ts', path: '../../features/code/pane.ts' },
    { what: 'a neighbour from a folder within', file: 'src/features/canvas/nodes/planted.ts', path: '../../code/pane.ts' },
    { what: 'a neighbour from two folders within', file: 'src/features/canvas/nodes/parts/planted.ts', path: '../../../code/pane.ts' },
  ])('never import $what', async ({ file, path }) => {
    await planted({ [file]: `export { pane } from '${path}';\n` }, async () => {
      expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining(file) });
      expect(await lint()).toMatchObject({ code: 1, output: expect.stringContaining('features never import each other') });
    });
  });

  it('import their own files, the store and what lies below', async () => {
    const files = {
      'src/features/canvas/nodes/planted.ts': "import { size } from '../size.ts';\nimport { open } from '../../../editor/open.ts';\n\nexport const sum = size + open;\n",
      'src/features/canvas/size.ts': "import { one } from '../../lib/one.ts';\n\nexport const size = one;\n",
    };
    await planted(files, async () => {
      expect(await guard()).toMatchObject({ code: 0 });
      expect(await lint()).toMatchObject({ code: 0 });
    });
  });
});

describe('cycles', () => {
  it.each([
    { what: 'values', text: (to: string) => `export { x } from './${to}.ts';` },
    { what: 'types', text: (to: string) => `import type { X as Y } from './${to}.ts';\nexport type X = Y | 1;` },
  ])('of $what are refused', async ({ text }) => {
    await planted({ 'src/asl/a.ts': `${text('b')}\n`, 'src/asl/b.ts': `${text('a')}\n` }, async () => {
      expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining('import cycle: src/asl/a.ts -> src/asl/b.ts -> src/asl/a.ts') });
      expect(await lint()).toMatchObject({ code: 1, output: expect.stringContaining('no-cycle') });
    });
  });

  it("of import('…') types, which lint misses, are refused", async () => {
    await planted({ 'src/asl/a.ts': "export type X = import('./b.ts').X;\n", 'src/asl/b.ts': "export type X = import('./a.ts').X | 1;\n" }, async () =>
      expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining('import cycle') }),
    );
  });
});

describe('the core', () => {
  const LAYERS = ['lib', 'asl', 'expr', 'http', 'iam', 'catalog', 'graph', 'checks', 'refactor', 'interpreter', 'protocol'];
  const FOREIGN = {
    document: 'export const x = document.title;',
    fetch: "export const x = () => fetch('https://example.com');",
    setTimeout: 'export const x = () => setTimeout(() => undefined, 1);',
    localStorage: 'export const x = localStorage.length;',
    crypto: 'export const x = crypto.randomUUID();',
    process: 'export const x = process.pid;',
    Buffer: "export const x = Buffer.from('x');",
    'node:fs': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
    'import.meta.env': 'export const x = import.meta.env.MODE;',
  };

  it('compiles in no layer with what only a browser or Node has', async () => {
    const files = Object.fromEntries(LAYERS.flatMap((layer) => Object.values(FOREIGN).map((text, nth) => [`src/${layer}/planted${nth}.ts`, `${text}\n`])));
    await planted(files, async () => {
      const { code, output } = await core();
      expect(code).not.toBe(0);
      for (const file of Object.keys(files)) expect(output).toMatch(new RegExp(`${file}\\(\\d+,\\d+\\): error TS`));
    });
  });

  it('brings no such types in through the libraries it uses', async () => {
    const { corePackages } = JSON.parse(readFileSync(join(repository, 'scripts/guards/layers.json'), 'utf8')) as { corePackages: string[] };
    const entry: Record<string, string> = { '@noble/hashes': '@noble/hashes/sha2.js' };
    const imports = corePackages.map((name) => `import '${entry[name] ?? name}';\n`).join('');
    await planted({ 'src/asl/planted.ts': `${imports}export const x = () => setTimeout(() => document, 1);\n` }, async () => {
      const { output } = await core();
      expect(output).toContain("'setTimeout'");
      expect(output).toContain("'document'");
      expect(output).not.toContain('TS2307');
    });
  });

  it.each([
    { what: 'react', text: "export { useState } from 'react';" },
    { what: 'Node', text: "export { readFileSync } from 'node:fs';" },
  ])('imports no $what', async ({ text }) => {
    await planted({ 'src/graph/planted.ts': `${text}\n` }, async () => expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining('src/graph/planted.ts:1') }));
  });
});

describe('the table', () => {
  it('is what oxlint was told', async () => {
    const config = readFileSync(join(copy, '.oxlintrc.json'), 'utf8');
    writeFileSync(join(copy, '.oxlintrc.json'), config.replace('services|', ''));
    try {
      expect(await guard()).toMatchObject({ code: 1, output: expect.stringContaining('--write') });
    } finally {
      writeFileSync(join(copy, '.oxlintrc.json'), config);
    }
  });
});
