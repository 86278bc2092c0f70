// What is measured of the two pages, whatever the number of states.
import { drag, dragCard, settledView, zoom } from './harness.mjs';

/** The peer looks at what we look at. */
export async function sameView(ours, peer) {
  const view = await settledView(ours);
  await peer.page.evaluate((to) => window.bench.setView(to), view);
  await settledView(peer);
  return view;
}

/** Panning and zooming at reading size and with everything in view. */
export async function viewRows(ours, peer, count, rounds) {
  const reading = await sameView(ours, peer);
  const rows = await gestures(ours, peer, `${count} states, reading size`, rounds);
  rows.push(...(await rowsOf(`canvas: drag a card of ${count} states`, dragCard, ours, peer, rounds)));
  await ours.page.evaluate(() => window.bench.fit());
  const whole = await sameView(ours, peer);
  if (whole.zoom >= reading.zoom) throw new Error('The whole workflow was expected to be smaller than its opening view.');
  // At the least zoom not even a long workflow of 1,000 is whole in view.
  return [...rows, ...(await gestures(ours, peer, `${count} states, ${whole.zoom > LEAST_ZOOM ? 'all in view' : 'furthest out'}`, rounds))];
}

const LEAST_ZOOM = 0.051;

async function gestures(ours, peer, what, rounds) {
  return [...(await rowsOf(`canvas: pan ${what}`, drag, ours, peer, rounds)), ...(await rowsOf(`canvas: zoom ${what}`, zoom, ours, peer, rounds))];
}

/** In turns, so that a busy minute of the machine meets both; the first round only warms up. */
async function rowsOf(name, gesture, ours, peer, rounds) {
  const all = [];
  for (let i = 0; i <= rounds; i += 1) {
    const pages = i % 2 === 0 ? [ours, peer] : [peer, ours];
    const measured = new Map();
    for (const opened of pages) {
      await opened.page.bringToFront();
      measured.set(opened, await gesture(opened));
    }
    if (i > 0) all.push({ ours: measured.get(ours), peer: measured.get(peer) });
  }
  const row = (what, unit, value) => {
    const of = (side) => round(median(all.map((one) => value(one[side]))));
    return { name: `${name}, ${what}`, ours: of('ours'), peer: of('peer'), unit };
  };
  return [
    row('frame p50', 'ms', ({ gaps }) => percentile(gaps, 0.5)),
    row('frame p95', 'ms', ({ gaps }) => percentile(gaps, 0.95)),
    row('main thread per frame', 'ms', ({ gaps, busyMs }) => busyMs / gaps.length),
  ];
}

/** One state changes its status, or is selected: how long until the page is laid out again, and how many other cards rendered. */
export async function changeRows(ours, peer, count, changes) {
  return [...(await rowsOfChange(ours, peer, count, changes, 'changeStatus', 'status of one')), ...(await rowsOfChange(ours, peer, count, changes, 'select', 'selecting one'))];
}

async function rowsOfChange(ours, peer, count, changes, method, what) {
  const [own, other] = [[], []];
  for (let i = 0; i < changes; i += 1) {
    own.push(await ours.page.evaluate(([name, at]) => window.bench[name](at), [method, i]));
    other.push(await peer.page.evaluate(([name, at]) => window.bench[name](at), [method, i]));
  }
  // Selecting takes the ring from another card.
  const own_ = method === 'select' ? 2 : 1;
  const others = (list) => Math.max(0, ...list.map((change) => change.rendered.length - own_));
  if (own.every((change) => change.rendered.length === 0)) throw new Error(`${what}: no card rendered at all.`);
  return [
    { name: `canvas: ${what} of ${count} states, until laid out`, ours: round(median(own.map((one) => one.tookMs))), peer: round(median(other.map((one) => one.tookMs))), unit: 'ms' },
    // A peer of 0 has no ratio.
    { name: `canvas: ${what} of ${count} states, other cards rendered`, ours: others(own), ...(others(other) > 0 ? { peer: others(other) } : {}), unit: 'cards' },
  ];
}

export const percentile = (all, part) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
export const median = (all) => percentile(all, 0.5);
export const round = (value) => Number(value.toFixed(2));
