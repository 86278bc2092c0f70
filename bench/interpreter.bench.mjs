// Our interpreter against aws-local-stepfunctions, the same machines in one process, both with their full history.
// The peer is installed once: npm ci --prefix bench (`npm run bench` does it). Without it, ours alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import * as machines from './interpreter/definitions.mjs';
import { loadOurs, loadPeer } from './interpreter/harness.mjs';
import { plainLoops } from './interpreter/plainLoops.mjs';

const WARM_UP = 3;
const ROUNDS = 25;
const MAP_ROUNDS = 7;
/** These are short. */
const PLAIN_ROUNDS = 200;
/** So many transitions are timed at once, in runs of any length: else only the long runs would have garbage collections in them. */
const BLOCK = 300_000;
const BLOCKS = 8;
const KEPT = 3;
const definition = (name) => JSON.parse(readFileSync(new URL(`interpreter/defs/${name}.asl.json`, import.meta.url), 'utf8'));
/** The least disturbed of the rounds: whatever else the machine does can only make a round longer. */
const best = (values) => Math.min(...values);
const round = (value) => Number(value.toFixed(3));

export async function measure() {
  installPeer();
  const [ours, peer] = [await loadOurs(), await loadPeer()];
  const rows = [];
  const compared = [
    ['pass-chain-1000', { id: 7 }], ['pass-chain-1000.jsonata', { id: 7 }],
    ['choice-loop-1000', {}], ['choice-loop-1000.jsonata', {}],
    ['map-10000', machines.itemsInput(10_000)], ['map-10000.jsonata', machines.itemsInput(10_000)],
    ['parallel-100', { id: 7 }], ['payload-1mb', machines.megabyte()],
  ];
  for (const [name, input] of compared) rows.push(...(await against(name, definition(name), input, ours, name.endsWith('.jsonata') ? undefined : peer)));
  rows.push(await heapRow(ours, peer));
  rows.push(...(await plainRows(ours)));
  rows.push(...(await linearRows(ours)));
  return rows;
}

function installPeer() {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  if (existsSync(`${folder}node_modules/aws-local-stepfunctions`)) return;
  // Its engines field wants Node 22; everything but its Task state runs on 20.
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--engine-strict=false'], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (installed.status !== 0) console.error(`The peer could not be installed, so there is nothing to compare with:\n${installed.stderr}`);
}

const timed = async (run, input) => {
  const given = structuredClone(input);
  const start = performance.now();
  const result = await run(given);
  return { ms: performance.now() - start, result };
};

/** Both in turns, so that a busy moment of the machine meets both; the first rounds only warm up. Answers the least disturbed of each. */
async function inTurns(sides, input, rounds = ROUNDS) {
  const times = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  const results = {};
  for (let i = -WARM_UP; i < rounds; i += 1) {
    for (const [side, run] of Object.entries(sides)) {
      const { ms, result } = await timed(run, input);
      if (i >= 0) times[side].push(ms);
      else results[side] = result;
    }
  }
  return { times: Object.fromEntries(Object.entries(times).map(([side, all]) => [side, round(best(all))])), results };
}

async function against(name, machine, input, ours, peer) {
  const sides = { ours: ours.prepare(machine), unread: ours.prepareUnread(machine), ...(peer === undefined ? {} : { peer: peer.prepare(machine) }) };
  const { times, results } = await inTurns(sides, input, name.startsWith('map') ? MAP_ROUNDS : ROUNDS);
  if (peer !== undefined && !isDeepStrictEqual(results.ours.output(), results.peer.output())) throw new Error(`${name}: the two do not come to the same output.`);
  const withPeer = peer === undefined ? {} : { peer: times.peer };
  return [
    { name: `interpreter: ${name}`, ours: times.ours, ...withPeer, unit: 'ms' },
    { name: `interpreter: ${name}, history kept and not yet read`, ours: times.unread, ...withPeer, unit: 'ms' },
  ];
}

/** What a finished run keeps alive, its events included. */
async function heapRow(ours, peer) {
  const kept = async (engine) => {
    const run = engine.prepare(definition('map-10000'));
    const input = machines.itemsInput(10_000);
    await run(structuredClone(input));
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const results = [];
    for (let i = 0; i < KEPT; i += 1) results.push(await run(structuredClone(input)));
    globalThis.gc?.();
    const after = process.memoryUsage().heapUsed;
    if (results.some(({ events }) => events.length < 10_000)) throw new Error('A run without its events was measured.');
    return (after - before) / 2 ** 20 / KEPT;
  };
  return { name: 'interpreter: map-10000, heap after GC', ours: round(await kept(ours)), ...(peer === undefined ? {} : { peer: round(await kept(peer)) }), unit: 'MiB' };
}

/** `peer` is here a loop written by hand for this machine. */
async function plainRows(ours) {
  const rows = [];
  const input = { id: 7 };
  for (const [name, write] of Object.entries(plainLoops)) {
    const loop = write(definition(name));
    const { times, results } = await inTurns({ ours: ours.prepareUnread(definition(name)), loop: (given) => ({ output: loop(given) }) }, input, PLAIN_ROUNDS);
    if (!isDeepStrictEqual(results.ours.output(), results.loop.output)) throw new Error(`${name}: the loop does not come to the same output.`);
    rows.push({ name: `interpreter: ${name}, the peer is a loop written by hand`, ours: times.ours, peer: times.loop, unit: 'ms' });
  }
  return rows;
}

/** Microseconds for one transition: the same at every length. The lengths take turns, so that a busy moment meets all. */
async function linearRows(ours) {
  const lengths = [1_000, 10_000, 100_000];
  const runs = lengths.map((transitions) => ours.prepareUnread(machines.choiceLoop(transitions / 2)));
  const times = lengths.map(() => []);
  for (let block = -1; block < BLOCKS; block += 1) {
    for (const [at, transitions] of lengths.entries()) {
      let took = 0;
      for (let i = 0; i < BLOCK / transitions; i += 1) took += (await timed(runs[at], {})).ms;
      if (block >= 0) times[at].push((took * 1000) / BLOCK);
    }
  }
  return lengths.map((transitions, at) => ({ name: `interpreter: one of ${transitions} transitions`, ours: round(best(times[at])), unit: 'us' }));
}
