import { createTestWorker } from '../../src/services/createTestWorker.ts';
import type { RunOrder } from '../../src/services/runMessages.ts';
import { createRunner } from '../../src/services/runner.ts';
import { systemTimer } from '../../src/services/timer.ts';

const runner = createRunner({ createWorker: createTestWorker, timer: systemTimer });
const world = { perform: () => Promise.reject(new Error('nothing is performed here')) };
const longest: number[] = [];
new PerformanceObserver((list) => longest.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs to the end; the longest task of this thread meanwhile (0: none took 50 ms). */
async function watched(order: RunOrder) {
  await wait(200);
  longest.length = 0;
  let events = 0;
  const begin = performance.now();
  const run = runner.start(order, world, {
    events: (batch) => void (events += batch.length),
  });
  const end = await run.ended;
  const tookMs = performance.now() - begin;
  run.close();
  await wait(200); // long tasks are told late
  return { kind: end.kind, status: 'status' in end ? end.status : undefined, events, tookMs, longestTaskMs: Math.max(0, ...longest) };
}

/** Milliseconds from the click on stop to the end of an endless run. */
async function stopped(order: RunOrder) {
  let seen = 0;
  const run = runner.start(order, world, { events: (batch) => void (seen += batch.length) });
  while (seen < 2000) await wait(20);
  const begin = performance.now();
  run.stop();
  const end = await run.ended;
  const tookMs = performance.now() - begin;
  run.close();
  return { status: 'status' in end ? end.status : end.kind, tookMs };
}

declare global {
  interface Window {
    runs: { watched: typeof watched; stopped: typeof stopped };
  }
}
window.runs = { watched, stopped };
