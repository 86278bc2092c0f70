import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFirstPage } from './firstPage.mjs';

const budget = { limitKb: 2, also: ['layout'], never: ['monaco-editor'] };
const PAGE = '<script type="module" src="./assets/index.js"></script>';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'first-page-'));
  mkdirSync(join(root, 'dist/app/assets'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A build whose entry is one file of `bytes` that do not compress. */
function built({ html = PAGE, bytes = 100, packages = ['react'], later = {} }: { html?: string; bytes?: number; packages?: string[]; later?: Record<string, number> }): void {
  const report = { folder: 'dist/app', first: [{ file: 'assets/index.js', packages }, { file: 'index.html', packages: [] }], later: Object.keys(later) };
  writeFileSync(join(root, 'dist/first-page.json'), JSON.stringify(report));
  writeFileSync(join(root, 'dist/app/index.html'), html);
  for (const [file, size] of Object.entries({ 'assets/index.js': bytes, ...later })) writeFileSync(join(root, 'dist/app', file), randomBytes(size));
}

describe('the budget of the first page', () => {
  it('is kept by a small page, whatever is loaded later', () => {
    built({ later: { 'assets/codeEditor.js': 50_000 } });
    expect(checkFirstPage(root, budget).problems).toEqual([]);
  });

  it.each([
    { what: 'too heavy', build: { bytes: 3_000 }, problem: /weighs 3\.\d kB .* more than the 2 kB/ },
    { what: 'too heavy with the worker it waits for', build: { later: { 'assets/layoutWorker.js': 3_000 } }, problem: /more than the 2 kB/ },
    { what: 'with Monaco in it', build: { packages: ['react', 'monaco-editor'] }, problem: /^monaco-editor is in assets\/index\.js/ },
    { what: 'that preloads a lazy file', build: { html: `${PAGE}<link rel="modulepreload" href="./assets/monaco.js">` }, problem: /loads assets\/monaco\.js/ },
    { what: 'with an inline script', build: { html: `${PAGE}<script>start()</script>` }, problem: /inline script/ },
  ])('refuses a page $what', ({ build, problem }) => {
    built(build);
    expect(checkFirstPage(root, budget).problems).toEqual([expect.stringMatching(problem)]);
  });

  it('says so when nothing was built', () => {
    expect(checkFirstPage(root, budget).problems).toEqual([expect.stringContaining('npm run build')]);
  });
});
