// The built app in a real Chromium: from the click on "Start test" of a Pass to its painted result, and the heap over 100 tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserArgs, findBrowser } from '../scripts/browser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const quiet = { configFile: false, logLevel: 'error', root: ROOT };
const WARM_UP = 20;
const TESTS = 100;
/** One Pass among the 100 states of the canvas benchmark's size, so that the canvas has something to redraw. */
const MACHINE = { QueryLanguage: 'JSONata', StartAt: 'S0', States: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`S${i}`, { Type: 'Pass', ...(i === 0 ? { Output: { n: '{% $states.input.n %}' } } : {}), ...(i === 99 ? { End: true } : { Next: `S${i + 1}` }) }])) };

export async function measure() {
  const outDir = mkdtempSync(join(tmpdir(), 'asl-studio-test-bench-'));
  let [server, browser] = [];
  try {
    await build({ ...quiet, base: './', plugins: [react()], build: { outDir, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 6000 }, worker: { format: 'es' } });
    server = await preview({ ...quiet, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
    const found = await findBrowser();
    if ('problem' in found) throw new Error(found.problem);
    browser = await chromium.launch({ executablePath: found.path, args: browserArgs() });
    return await rows(await browser.newPage({ viewport: { width: 1280, height: 720 } }), server.resolvedUrls?.local[0] ?? '');
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function rows(page, url) {
  await opened(page, url);
  const devtools = await page.context().newCDPSession(page);
  // Time of the thread itself, so that other programs on the machine are not in it.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (let i = 0; i < WARM_UP; i += 1) await testOnce(page, i);
  const before = await heapMb(devtools);
  const [took, busy] = [[], await busyMs(devtools)];
  for (let i = 0; i < TESTS; i += 1) took.push(await testOnce(page, WARM_UP + i));
  const perTest = ((await busyMs(devtools)) - busy) / TESTS;
  const after = await heapMb(devtools);
  return [
    { name: 'test: a Pass, click to painted result, p50', ours: round(percentile(took, 0.5)), unit: 'ms' },
    { name: 'test: a Pass, click to painted result, p95', ours: round(percentile(took, 0.95)), unit: 'ms' },
    { name: 'test: a Pass, main thread in all, typing its input included', ours: round(perTest), unit: 'ms' },
    { name: `test: heap after a forced collection, before ${TESTS} tests`, ours: round(before), unit: 'MB' },
    { name: `test: heap after a forced collection, after ${TESTS} tests`, ours: round(after), unit: 'MB' },
  ];
}

async function opened(page, url) {
  await page.goto(url);
  await page.getByTestId('header.export').waitFor();
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'bench.asl.json'));
    return transfer;
  }, JSON.stringify(MACHINE));
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await page.getByTestId('canvas.node.S0').click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('t');
  await page.getByTestId('test.start').waitFor();
}

/** Milliseconds until the frame after the one that holds the answer to this very input. */
async function testOnce(page, n) {
  await page.getByTestId('test.input').fill(`{"n": ${1000 + n}}`);
  return page.evaluate(
    (wanted) =>
      new Promise((done) => {
        const from = performance.now();
        const painted = () => setTimeout(() => done(performance.now() - from), 0);
        const look = () => {
          if (document.querySelector('[data-testid="test.output"]')?.textContent?.includes(wanted)) requestAnimationFrame(painted);
          else requestAnimationFrame(look);
        };
        document.querySelector('[data-testid="test.start"]')?.click();
        look();
      }),
    String(1000 + n),
  );
}

async function busyMs(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function heapMb(devtools) {
  for (let i = 0; i < 3; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000;
}

const percentile = (all, part) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
const round = (value) => Number(value.toFixed(2));
