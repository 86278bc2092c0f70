import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from './evaluate.ts';
import { evaluatePool, type EvaluatePool, type PoolOptions } from './evaluatePool.ts';

let folder = '';
let file: URL;
const pools: EvaluatePool[] = [];

/** In plain JavaScript: the built thread is not there yet when unit tests run. Its answer says which thread it was, and for the how many-th time. */
const CODE = `import { parentPort, threadId } from 'node:worker_threads';
let jobs = 0;
parentPort.on('message', ({ job }) => {
  jobs += 1;
  if (job.definition === 'hang') for (;;);
  if (job.definition === 'fall') throw new Error('fell over');
  if (job.definition === 'die later') setTimeout(() => { throw new Error('died later'); }, 0);
  parentPort.postMessage({ type: 'done', evaluated: { kind: 'ended', message: threadId + ' ' + jobs } });
});`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'asl-studio-pool-'));
  writeFileSync(join(folder, 'thread.mjs'), CODE);
  file = pathToFileURL(join(folder, 'thread.mjs'));
});
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const poolOf = (options: PoolOptions) => {
  const made = evaluatePool(file, options);
  pools.push(made);
  const ask = async (definition: string, signal?: AbortSignal): Promise<string | null> => {
    const job: Job = { kind: 'validate', definition, options: {} };
    const evaluated = await made.evaluate(job, () => Promise.reject(new Error('nothing to perform')), signal);
    return evaluated?.kind === 'ended' ? evaluated.message : null;
  };
  return { ask, close: () => made.close() };
};
const pool = (options: PoolOptions) => poolOf(options).ask;

describe('evaluatePool', () => {
  it('uses a thread again', async () => {
    const ask = pool({ threads: 1 });
    const [first, second] = [await ask('a'), await ask('b')];
    expect(first?.split(' ')[1]).toBe('1');
    expect(second).toBe(`${first?.split(' ')[0]} 2`);
  });

  it('ends a thread that hangs, while the others go on', async () => {
    const ask = pool({ threads: 2, runawayMs: 1_000 });
    // Both threads stand before it matters who is first: one takes a moment to start, on a busy machine a long one.
    await Promise.all([ask('a'), ask('a')]);
    const order: string[] = [];
    const hung = ask('hang').then((message) => {
      order.push('hung');
      return message;
    });
    for (let turn = 0; turn < 3; turn += 1) await ask('a');
    order.push('others');
    expect(await hung).toContain('never comes to an end');
    expect(order).toEqual(['others', 'hung']);
    expect(await ask('a')).toMatch(/^\d+ \d+$/);
  });

  it('gives those who wait a new thread in the place of one that fell over', async () => {
    const ask = pool({ threads: 1 });
    const [fell, next] = await Promise.all([ask('fall'), ask('a')]);
    expect(fell).toContain('fell over');
    expect(next).toMatch(/^\d+ 1$/);
  });

  it('outlives a thread that dies while nobody uses it', async () => {
    const ask = pool({ threads: 1 });
    await ask('die later');
    for (let turn = 0; turn < 20; turn += 1) expect(await ask('a')).toMatch(/^\d+ \d+$|died later/);
  });

  it('ends with what is under way', async () => {
    const { ask, close } = poolOf({ threads: 1 });
    await ask('a');
    const hung = ask('hang');
    await close();
    expect(await hung).toContain('its thread ended');
  });

  it('works no longer for who has gone, and keeps no place for them', async () => {
    const ask = pool({ threads: 1, waiting: 2 });
    await ask('a');
    const stop = new AbortController();
    const hung = ask('hang', stop.signal);
    const waiting = ask('a', stop.signal);
    const stays = ask('a');
    // The thread has its job by then.
    await new Promise<void>((turned) => void setImmediate(turned));
    stop.abort();
    expect(await Promise.all([hung, waiting])).toEqual([expect.stringContaining('went away'), expect.stringContaining('went away')]);
    // On a new thread, in the place of the one that was ended.
    expect(await stays).toMatch(/^\d+ 1$/);
    expect(await ask('a', stop.signal)).toContain('went away');
    expect(await ask('a')).toMatch(/^\d+ 2$/);
  });

  it('leaves nobody waiting when it ends', async () => {
    const { ask, close } = poolOf({ threads: 1 });
    const asked = [ask('hang'), ask('a'), ask('a')];
    await close();
    expect((await Promise.all(asked)).every((message) => message !== null)).toBe(true);
    expect(await ask('a')).toContain('ended');
  });

  it('takes no more than can wait', async () => {
    const ask = pool({ threads: 1, waiting: 1 });
    const answers = await Promise.all([ask('a'), ask('b'), ask('c')]);
    expect(answers.map((answer) => answer !== null)).toEqual([true, true, false]);
  });
});
