// 1,000 and 3,000 states: opening, panning, zooming, dragging, selecting, typing. The peer is a bare React Flow with as many plain nodes
// at the same places; it too keeps only what is in view in the page (onlyRenderVisibleElements), as anyone would who needs that many.
import { busyMs, withCanvasPages } from './canvas/harness.mjs';
import { changeRows, median, percentile, round, viewRows } from './canvas/measures.mjs';

const SIZES = [1000, 3000];
const ROUNDS = 2;
const KEYS = 10;
const SETTLED_MS = 500;
/** With everything in view each frame takes several: full gestures took more than the ten minutes that a benchmark has. */
const PACE = 0.5;

export async function measure(sizes = SIZES, rounds = ROUNDS) {
  const rows = [];
  for (const count of sizes) rows.push(...(await withCanvasPages((open) => rowsFor(open, count, rounds), PACE)));
  return rows;
}

async function rowsFor(open, count, rounds) {
  const opened = [];
  for (let i = 0; i < 3; i += 1) {
    const [ours, peer] = [await open('ours', count), await open('peer', count)];
    opened.push({ ours: ours.shownMs, peer: peer.shownMs });
    await ours.page.close();
    await peer.page.close();
  }
  const [ours, peer] = [await open('ours', count), await open('peer', count)];
  return [
    { name: `canvas: open ${count} states, until drawn`, ours: round(median(opened.map((one) => one.ours))), peer: round(median(opened.map((one) => one.peer))), unit: 'ms' },
    ...(await viewRows(ours, peer, count, rounds)),
    ...(await changeRows(ours, peer, count, 20)),
    ...(await typingRows(ours, count)),
  ];
}

/** Letters typed into a comment and into a name that the picture shows: what each keeps the main thread busy. */
async function typingRows({ page, devtools }, count) {
  const rows = [];
  for (const where of ['comment', 'summary']) {
    const [took, busy] = [[], []];
    for (let i = 0; i < KEYS; i += 1) {
      const before = await busyMs(devtools);
      took.push(await page.evaluate(([at, field]) => window.bench.type(field, at), [i, where]));
      // Big texts are parsed a moment after the last key; that, the layout's answer and the drawing belong to it.
      await page.waitForTimeout(SETTLED_MS);
      busy.push((await busyMs(devtools)) - before);
    }
    const name = `canvas: a key stroke in a ${where} of ${count} states`;
    rows.push({ name: `${name}, until laid out, p95`, ours: round(percentile(took, 0.95)), unit: 'ms' }, { name: `${name}, main thread in all, p50`, ours: round(median(busy)), unit: 'ms' });
  }
  return rows;
}
