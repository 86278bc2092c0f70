// A run in a web worker of a real page: what its events cost the page, and how soon an endless run hears that it should stop.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserArgs, findBrowser } from '../scripts/browser.mjs';

const ROUNDS = 5;
const root = fileURLToPath(new URL('runs', import.meta.url));
const quiet = { configFile: false, logLevel: 'error', publicDir: false, root };
const best = (values) => Number(Math.min(...values).toFixed(3));

const pass = (Next) => ({ Type: 'Pass', ...(Next === undefined ? { End: true } : { Next }) });
/** Ends at AWS's limit of 25,000 events. */
const long = { definition: { StartAt: 'A', States: { A: pass('B'), B: { Type: 'Choice', Choices: [{ Variable: '$.never', IsPresent: true, Next: 'C' }], Default: 'A' }, C: { Type: 'Succeed' } } }, input: { order: { id: 7, items: Array.from({ length: 20 }, (_, id) => ({ id, name: `item ${id}` })) } }, dialect: 'aws' };
const express = { definition: { StartAt: 'B', States: { B: { Type: 'Choice', Choices: [{ Variable: '$.never', IsPresent: true, Next: 'C' }], Default: 'B' }, C: { Type: 'Succeed' } } }, input: {}, dialect: 'aws', options: { type: 'EXPRESS' } };
const map = { definition: { StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: pass('Q'), Q: pass('P') } }, End: true } } }, input: Array.from({ length: 10_000 }, (_, i) => i), dialect: 'aws', options: { type: 'EXPRESS' } };

export async function measure() {
  const outDir = mkdtempSync(join(tmpdir(), 'asl-studio-runs-bench-'));
  let [server, browser] = [];
  try {
    await build({ ...quiet, build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, 'page.html') } }, worker: { format: 'es' } });
    server = await preview({ ...quiet, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
    const found = await findBrowser();
    if ('problem' in found) throw new Error(found.problem);
    browser = await chromium.launch({ executablePath: found.path, args: browserArgs() });
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}page.html`);
    await page.waitForFunction(() => window.runs !== undefined);
    return await rows(page);
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function rows(page) {
  const several = async (name, order) => {
    const results = [];
    for (let i = 0; i < ROUNDS; i += 1) results.push(await page.evaluate(([called, given]) => window.runs[called](given), [name, order]));
    return results;
  };
  const whole = await several('watched', long);
  if (whole.some(({ events }) => events !== 25_000)) throw new Error(`Expected 25,000 events: ${JSON.stringify(whole[0])}`);
  const made = [
    { name: 'runs: 25,000 events, longest task of the page (0: none of 50 ms)', ours: best(whole.map(({ longestTaskMs }) => longestTaskMs)), unit: 'ms' },
    { name: 'runs: 25,000 events, from the click to the end', ours: best(whole.map(({ tookMs }) => tookMs)), unit: 'ms' },
  ];
  for (const { name, order } of [{ name: 'an Express loop', order: express }, { name: 'a Map of 10,000', order: map }]) {
    const ends = await several('stopped', order);
    if (ends.some(({ status }) => status !== 'ABORTED')) throw new Error(`${name}: not stopped but ${JSON.stringify(ends)}`);
    made.push({ name: `runs: stop of ${name}`, ours: best(ends.map(({ tookMs }) => tookMs)), unit: 'ms' });
    console.error(`stop of ${name}: ${ends.map(({ tookMs }) => tookMs.toFixed(1)).join(', ')} ms`);
  }
  console.error(`longest tasks: ${whole.map(({ longestTaskMs }) => longestTaskMs.toFixed(0)).join(', ')} ms`);
  return made;
}
