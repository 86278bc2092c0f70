// Our canvas against a bare React Flow: 100 states, the same places and edges, the same gestures of a real mouse, in turns.
import { drag, loadForNode, settledView, withCanvasPages, zoom } from './canvas/harness.mjs';

const ROUNDS = 4;
const STATUS_CHANGES = 40;

export async function measure() {
  const drawn = await withCanvasPages(async (open) => {
    const [ours, peer] = [await open('ours'), await open('peer')];
    const reading = await sameView(ours, peer);
    const rows = await gestures(ours, peer, 'reading size');
    await ours.page.evaluate(() => window.bench.fit());
    const whole = await sameView(ours, peer);
    if (whole.zoom >= reading.zoom) throw new Error('The whole workflow was expected to be smaller than its opening view.');
    rows.push(...(await gestures(ours, peer, 'all in view')));
    return [...rows, ...(await statusRows(ours, peer))];
  });
  return [...drawn, ...(await layoutRows())];
}

/** The peer looks at what we look at. */
async function sameView(ours, peer) {
  const view = await settledView(ours);
  await peer.page.evaluate((to) => window.bench.setView(to), view);
  await settledView(peer);
  return view;
}

async function gestures(ours, peer, view) {
  return [...(await rowsOf(`canvas: pan 100 states, ${view}`, drag, ours, peer)), ...(await rowsOf(`canvas: zoom 100 states, ${view}`, zoom, ours, peer))];
}

/** In turns, so that a busy minute of the machine meets both; the first round only warms up. */
async function rowsOf(name, gesture, ours, peer) {
  const rounds = [];
  for (let i = 0; i <= ROUNDS; i += 1) {
    const pages = i % 2 === 0 ? [ours, peer] : [peer, ours];
    const measured = new Map();
    for (const opened of pages) {
      await opened.page.bringToFront();
      measured.set(opened, await gesture(opened));
    }
    if (i > 0) rounds.push({ ours: measured.get(ours), peer: measured.get(peer) });
  }
  const row = (what, unit, value) => {
    const of = (side) => round(median(rounds.map((one) => value(one[side]))));
    return { name: `${name}, ${what}`, ours: of('ours'), peer: of('peer'), unit };
  };
  return [
    row('frame p50', 'ms', ({ gaps }) => percentile(gaps, 0.5)),
    row('frame p95', 'ms', ({ gaps }) => percentile(gaps, 0.95)),
    row('main thread per frame', 'ms', ({ gaps, busyMs }) => busyMs / gaps.length),
  ];
}

async function statusRows(ours, peer) {
  const [own, other] = [[], []];
  for (let i = 0; i < STATUS_CHANGES; i += 1) {
    own.push(await ours.page.evaluate((at) => window.bench.changeStatus(at), i));
    other.push(await peer.page.evaluate((at) => window.bench.changeStatus(at), i));
  }
  const others = (changes) => Math.max(...changes.map((change) => change.rendered.length - 1));
  if (own.some((change) => change.rendered.length === 0)) throw new Error('A change of status rendered no card at all.');
  return [
    { name: 'canvas: status of one of 100 states, until laid out', ours: round(median(own.map((one) => one.tookMs))), peer: round(median(other.map((one) => one.tookMs))), unit: 'ms' },
    // A peer of 0 has no ratio.
    { name: 'canvas: status of one of 100 states, other cards rendered', ours: others(own), ...(others(other) > 0 ? { peer: others(other) } : {}), unit: 'cards' },
  ];
}

async function layoutRows() {
  const { mixedLayoutMs, denseLayoutMs } = await loadForNode('timeLayout.ts');
  return [
    { name: 'layout: 100 mixed states', ours: round(mixedLayoutMs(100)), unit: 'ms' },
    { name: 'layout: 1,000 mixed states', ours: round(mixedLayoutMs(1000)), unit: 'ms' },
    // The most that dagre is given, and one that it is not.
    { name: 'layout: 166 states in one dense scope', ours: round(denseLayoutMs(166)), unit: 'ms' },
    { name: 'layout: 384 states in one dense scope', ours: round(denseLayoutMs(384)), unit: 'ms' },
  ];
}

const percentile = (all, part) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
const median = (all) => percentile(all, 0.5);
const round = (value) => Number(value.toFixed(2));
