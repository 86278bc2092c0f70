// Our layout against dagre 3.1, one run for each scope, on the same boxes: time by size with its fitted growth, and over the
// corpus how much the lines cross, how long they are and what area the picture takes. Without the peer, ours alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadForNode } from './canvas/harness.mjs';

const ROUNDS = 5;
const SIZES = { mixed: [1000, 2000, 5000], catches: [1000, 2000, 5000], chain: [2000, 5000, 20_000], dense: [250, 500, 1000] };
/** Where the peer answers within a minute. */
const PEER_SIZES = { mixed: 1000, catches: 200, chain: 500, dense: 100 };
const CORPUS = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

const best = (values) => Math.min(...values);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Number(value.toFixed(3));

export async function measure() {
  installPeer();
  const ours = await loadForNode('../layout/machines.ts');
  const rows = [];
  for (const [kind, sizes] of Object.entries(SIZES)) rows.push(...timeRows(ours, kind, sizes));
  for (const [kind, count] of Object.entries(PEER_SIZES)) rows.push(againstPeer(ours, kind, count));
  return [...rows, ...corpusRows(ours)];
}

function installPeer() {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  if (existsSync(`${folder}node_modules/@dagrejs/dagre`)) return;
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--engine-strict=false'], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (installed.status !== 0) throw new Error(`The peer could not be installed:\n${installed.stderr}`);
}

/** The fastest of the rounds: what else the machine does can only make one longer. Growth is the exponent of n log n, fitted: 1 is n log n. */
function timeRows({ layoutTimes }, kind, sizes) {
  layoutTimes(kind, sizes[0] / 2, 2);
  const times = sizes.map((count) => best(layoutTimes(kind, count, ROUNDS)));
  const rows = sizes.map((count, i) => ({ name: `layout: ${kind}, ${count} states`, ours: round(times[i]), unit: 'ms' }));
  return [...rows, { name: `layout: ${kind}, growth as a power of n log n`, ours: round(slope(sizes.map((n) => Math.log(n * Math.log(n))), times.map(Math.log))), unit: 'exponent' }];
}

function slope(xs, ys) {
  const [mx, my] = [xs, ys].map((all) => all.reduce((a, b) => a + b, 0) / all.length);
  return xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i] - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

function againstPeer({ layoutTimes, peerTime }, kind, count) {
  const peer = peerTime(kind, count);
  return { name: `layout: ${kind}, ${count} states, against dagre`, ours: round(best(layoutTimes(kind, count, ROUNDS))), ...(peer === null ? {} : { peer: round(peer) }), unit: 'ms' };
}

function corpusRows({ compare }) {
  if (!existsSync(CORPUS)) return [];
  const all = readdirSync(CORPUS).filter((name) => name.endsWith('.asl.json')).map((name) => compare(readFileSync(`${CORPUS}${name}`, 'utf8')));
  // A peer of 0 has no ratio.
  const row = (what, unit, of) => ({ name: `layout: corpus of ${all.length}, ${what}`, ours: round(of('ours')), peer: round(of('peer')), ...(of('peer') === 0 ? { ratio: of('ours') === 0 ? 1 : undefined } : {}), unit });
  const total = (side, key) => all.reduce((sum, one) => sum + one[side][key], 0);
  return [
    row('median crossings', 'crossings', (side) => median(all.map((one) => one[side].crossings))),
    row('all crossings', 'crossings', (side) => total(side, 'crossings')),
    ...['length', 'area'].flatMap((key) => [
      row(`all ${key}`, key === 'area' ? 'px2' : 'px', (side) => total(side, key)),
      { name: `layout: corpus of ${all.length}, median ${key} ratio`, ours: round(median(all.map((one) => one.ours[key] / Math.max(1, one.peer[key])))), unit: 'ours / dagre' },
    ]),
  ];
}
