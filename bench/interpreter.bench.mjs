// Our interpreter against aws-local-stepfunctions, the same machines in one process, both with their full history.
// The peer is installed once: npm ci --prefix bench (`npm run bench` does it). Without it, ours alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import * as machines from './interpreter/definitions.mjs';
import { loadOurs, loadPeer } from './interpreter/harness.mjs';

const ROUNDS = 9;
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
  for (const [name, input] of compared) rows.push(await against(name, definition(name), input, ours, name.endsWith('.jsonata') ? undefined : peer));
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

/** In turns, so that a busy moment of the machine meets both; the first two rounds only warm up. */
async function against(name, machine, input, ours, peer) {
  const sides = { ours: ours.prepare(machine), ...(peer === undefined ? {} : { peer: peer.prepare(machine) }) };
  const times = { ours: [], peer: [] };
  let outputs = {};
  for (let i = -2; i < ROUNDS; i += 1) {
    for (const [side, run] of Object.entries(sides)) {
      const { ms, result } = await timed(run, input);
      if (i >= 0) times[side].push(ms);
      else outputs = { ...outputs, [side]: result.output };
    }
  }
  if (peer !== undefined && !isDeepStrictEqual(outputs.ours, outputs.peer)) throw new Error(`${name}: the two do not come to the same output.`);
  return { name: `interpreter: ${name}`, ours: round(best(times.ours)), ...(peer === undefined ? {} : { peer: round(best(times.peer)) }), unit: 'ms' };
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

/** `peer` is here a loop that evaluates the same states with no history. */
async function plainRows(ours) {
  const rows = [];
  const input = { id: 7 };
  for (const name of ['pass-chain-1000', 'choice-loop-1000', 'pass-chain-1000.jsonata', 'choice-loop-1000.jsonata']) {
    const [run, loop] = [ours.prepare(definition(name)), ours.plainLoop(definition(name))];
    const times = { run: [], loop: [] };
    for (let i = -2; i < ROUNDS; i += 1) {
      const [a, b] = [await timed(run, input), await timed(loop, input)];
      if (i < 0) continue;
      times.run.push(a.ms);
      times.loop.push(b.ms);
    }
    rows.push({ name: `interpreter: ${name}, the peer is a plain loop`, ours: round(best(times.run)), peer: round(best(times.loop)), unit: 'ms' });
  }
  return rows;
}

/** Microseconds for one transition: the same at every length. */
async function linearRows(ours) {
  const rows = [];
  for (const transitions of [1_000, 10_000, 100_000]) {
    const run = ours.prepare(machines.choiceLoop(transitions / 2));
    const times = [];
    for (let i = -1; i < 3; i += 1) {
      const { ms } = await timed(run, {});
      if (i >= 0) times.push(ms);
    }
    rows.push({ name: `interpreter: one of ${transitions} transitions`, ours: round((best(times) * 1000) / transitions), unit: 'us' });
  }
  return rows;
}
