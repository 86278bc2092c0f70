// Our checks against asl-validator and amazon-states-language-service, on the same documents in one process.
// The peers are installed once: npm ci --prefix bench (`npm run bench` does it). One that is absent is left out.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { machine } from './checks/machine.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const from = createRequire(import.meta.url);
const ROUNDS = 7;
/** The least disturbed of the rounds: whatever else the machine does can only make a round longer. */
const best = (values) => Math.min(...values);
const round = (value) => Number(value.toFixed(1));

async function loadOurs() {
  const outDir = mkdtempSync(join(tmpdir(), 'asl-studio-checks-bench-'));
  try {
    await build({ root: here('..'), configFile: false, logLevel: 'error', ssr: { noExternal: true }, build: { ssr: here('checks/ours.ts'), outDir, target: 'node20', minify: false, rolldownOptions: { output: { entryFileNames: 'entry.mjs' } } } });
    return await import(pathToFileURL(join(outDir, 'entry.mjs')).href);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Text in, number of findings out; null where the package is not installed. */
function loadPeers() {
  const peer = (name, make) => {
    try {
      return { name, check: make(from(name)) };
    } catch {
      return null;
    }
  };
  return [
    peer('asl-validator', (validator) => (text) => validator(JSON.parse(text), { checkPaths: true, checkArn: true }).errors.length),
    peer('amazon-states-language-service', ({ ASLTextDocument, TextDocument = from('vscode-languageserver-textdocument').TextDocument, getLanguageService }) => {
      void ASLTextDocument;
      const service = getLanguageService({ workspaceContext: { resolveRelativePath: (path) => path } });
      return async (text) => {
        const document = TextDocument.create('file:///bench.asl.json', 'asl', 1, text);
        return (await service.doValidation(document, service.parseJSONDocument(document))).length;
      };
    }),
  ].filter((one) => one !== null);
}

const timed = async (work) => {
  const start = performance.now();
  const found = await work();
  return { ms: performance.now() - start, found };
};

/** One character typed into a state in the middle. */
const typed = (text, at) => text.replace(`"step": ${at}`, `"step": ${at}1`);

export async function measure() {
  const { reparse, createChecker } = await loadOurs();
  const peers = loadPeers();
  const rows = [];
  for (const [states, bytes] of [[50, 40_000], [1000, 1_000_000]]) {
    const text = machine(states, bytes);
    const name = `${states} states, ${Math.round(text.length / 1000)} kB`;
    // As a worker finds it: the first check of the process counts, code that is not yet compiled included.
    const cold = createChecker();
    const first = await timed(() => cold.check(reparse(null, text, 'json')).length);
    const again = [];
    const keys = [];
    let looked = 0;
    for (let i = 0; i < ROUNDS; i += 1) {
      const checker = createChecker();
      let tree = null;
      again.push((await timed(() => checker.check((tree = reparse(null, text, 'json'))).length)).ms);
      const next = typed(text, Math.floor(states / 2) + 1 + (i % 3));
      keys.push((await timed(() => checker.check(reparse(tree, next, 'json')).length)).ms);
      looked = Math.max(looked, checker.lookedInto());
    }
    rows.push({ what: name, who: 'ours', 'first (ms)': round(first.ms), 'again (ms)': round(best(again)), 'key stroke (ms)': round(best(keys)), found: first.found, 'states looked into': looked });
    for (const { name: who, check } of peers) {
      const cold = await timed(() => check(text));
      const warm = [];
      for (let i = 0; i < ROUNDS; i += 1) warm.push((await timed(() => check(text))).ms);
      // The peers keep nothing between two texts: a key stroke is a whole check.
      rows.push({ what: name, who, 'first (ms)': round(cold.ms), 'again (ms)': round(best(warm)), 'key stroke (ms)': round(best(warm)), found: cold.found });
    }
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await measure());
