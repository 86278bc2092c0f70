// Builds the two pages, serves them on loopback and drives them with a real mouse in a real Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserArgs, findBrowser } from '../../scripts/browser.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SIZE = { width: 1600, height: 900 };
const CENTRE = { x: SIZE.width / 2, y: SIZE.height / 2 };

/** Everything that the measurement opens is closed again, whatever happens in `use`. `pace`: part of the usual steps that each gesture takes. */
export async function withCanvasPages(use, pace = 1) {
  const outDir = mkdtempSync(join(tmpdir(), 'asl-studio-canvas-bench-'));
  let server;
  let browser;
  try {
    await buildPages(outDir);
    server = await preview({ ...quiet, root: here('.'), build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
    const found = await findBrowser();
    if ('problem' in found) throw new Error(found.problem);
    browser = await chromium.launch({ executablePath: found.path, args: browserArgs() });
    const base = server.resolvedUrls?.local[0] ?? '';
    return await use(async (name, states) => openPage(browser, `${base}${name}.html?states=${states}`, pace));
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

const quiet = { configFile: false, logLevel: 'error', publicDir: false };

const buildPages = (outDir) =>
  build({
    ...quiet,
    root: here('.'),
    plugins: [react()],
    build: { outDir, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 6000, rolldownOptions: { input: [here('ours.html'), here('peer.html')] } },
    worker: { format: 'es' },
  });

/** A TypeScript module of this folder, for Node. */
export async function loadForNode(file) {
  const outDir = mkdtempSync(join(tmpdir(), 'asl-studio-layout-bench-'));
  try {
    await build({ ...quiet, root: here('.'), ssr: { noExternal: true }, build: { ssr: here(file), outDir, rolldownOptions: { output: { entryFileNames: 'entry.mjs' } } } });
    return await import(pathToFileURL(join(outDir, 'entry.mjs')).href);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function openPage(browser, url, pace) {
  const page = await browser.newPage({ viewport: SIZE });
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined && document.querySelectorAll('.react-flow__edge').length > 0);
  // From the beginning of the navigation until cards and lines are in the page and a frame has passed.
  const shownMs = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.drawnAt ?? performance.now())))));
  const devtools = await page.context().newCDPSession(page);
  // Time of the thread itself, so that other programs on the machine are not in it.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, devtools, shownMs, pace };
}

/** Where the view stands once it no longer moves. */
export async function settledView({ page }) {
  return page.evaluate(async () => {
    const now = () => getComputedStyle(document.querySelector('.react-flow__viewport')).transform;
    const frame = () => new Promise(requestAnimationFrame);
    let [before, still] = ['', 0];
    while (still < 20) {
      await frame();
      still = now() === before ? still + 1 : 0;
      before = now();
    }
    const { a: zoom, e: x, f: y } = new DOMMatrixReadOnly(before);
    return { zoom, x, y };
  });
}

/** What the main thread has worked so far. */
export async function busyMs(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Frame gaps (ms) while `gesture` runs, and the main thread's own time (ms). */
async function framesWhile({ page, devtools }, gesture) {
  const before = await busyMs(devtools);
  await page.evaluate(() => {
    window.gaps = [];
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.gaps.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  await gesture();
  const gaps = await page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    return window.gaps;
  });
  // The first gap began before the gesture.
  return { gaps: gaps.slice(1), busyMs: (await busyMs(devtools)) - before };
}

const DRAG_STEPS = 120;
const DRAG_RADIUS = 220;

/** Takes the pane at a free place, draws a circle with it and comes back to where it began. */
export async function drag(opened) {
  const { page, pace } = opened;
  const steps = DRAG_STEPS * pace;
  const from = await page.evaluate(freePlace, CENTRE);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const measured = await framesWhile(opened, async () => {
    for (let i = 1; i <= steps; i += 1) {
      const angle = (i / steps) * 2 * Math.PI;
      await page.mouse.move(from.x + DRAG_RADIUS * Math.sin(angle), from.y + DRAG_RADIUS * (Math.cos(angle) - 1));
    }
  });
  await page.mouse.up();
  return measured;
}

/** In the page: the place nearest to the centre that belongs to nothing but the pane. */
function freePlace(centre) {
  for (let distance = 0; distance < 700; distance += 10) {
    for (let turn = 0; turn < 16; turn += 1) {
      const angle = (turn / 16) * 2 * Math.PI;
      const at = { x: centre.x + distance * Math.cos(angle), y: centre.y + (distance / 2) * Math.sin(angle) };
      if (document.elementFromPoint(at.x, at.y)?.classList.contains('react-flow__pane')) return at;
    }
  }
  throw new Error('No free place on the canvas.');
}

const ZOOM_STEPS = 40;

/** Ctrl and wheel: in, and out again. */
export async function zoom(opened) {
  const { page, pace } = opened;
  const steps = ZOOM_STEPS * pace;
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await page.keyboard.down('Control');
  const measured = await framesWhile(opened, async () => {
    for (let i = 0; i < 2 * steps; i += 1) await page.mouse.wheel(0, i < steps ? -20 : 20);
  });
  await page.keyboard.up('Control');
  return measured;
}

const CARD_STEPS = 90;

/** Takes a card near the centre and moves it in a circle, back to where it was. */
export async function dragCard(opened) {
  const { page, pace } = opened;
  const steps = CARD_STEPS * pace;
  const from = await page.evaluate(aCard, CENTRE);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8);
  const measured = await framesWhile(opened, async () => {
    for (let i = 1; i <= steps; i += 1) {
      const angle = (i / steps) * 2 * Math.PI;
      await page.mouse.move(from.x + 120 * Math.sin(angle), from.y + 120 * (Math.cos(angle) - 1));
    }
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
  return measured;
}

/** In the page: a point on the card nearest to the centre that is no container. */
function aCard(centre) {
  const boxes = [...document.querySelectorAll('.react-flow__node-state, .react-flow__node-plain')].map((node) => node.getBoundingClientRect()).filter((box) => box.height < 100 && box.width > 100);
  const cost = (box) => Math.hypot(box.x + box.width / 2 - centre.x, box.y + box.height / 2 - centre.y);
  const box = boxes.toSorted((a, b) => cost(a) - cost(b))[0];
  if (!box) throw new Error('No card in view.');
  return { x: box.x + 14, y: box.y + 14 };
}
