import { describe, expect, it } from 'vitest';
import { createCallQueue, type QueueEvents } from './callQueue.ts';

const never = new AbortController().signal;
const isRate = (error: unknown): boolean => error === 'rate';
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function told(): QueueEvents & { readonly said: string[] } {
  const said: string[] = [];
  return { said, queued: (ahead) => void said.push(`queued ${ahead}`), throttled: (attempt, waitMs) => void said.push(`throttled ${attempt}, ${waitMs} ms`) };
}
const atOnce = () => createCallQueue({ sleep: () => Promise.resolve(), random: () => 0 });

describe('createCallQueue', () => {
  it('makes a throttled call again, each time later, and says so', async () => {
    const tell = told();
    let calls = 0;
    const answer = await atOnce().run('a', () => (++calls < 4 ? Promise.reject('rate') : Promise.resolve('done')), isRate, tell, never);
    expect([answer, calls, tell.said]).toEqual(['done', 4, ['throttled 1, 1000 ms', 'throttled 2, 2000 ms', 'throttled 3, 4000 ms']]);
  });

  it('gives up in the end, with the refusal', async () => {
    const tell = told();
    await expect(atOnce().run('a', () => Promise.reject('rate'), isRate, tell, never)).rejects.toBe('rate');
    expect(tell.said).toHaveLength(6);
    expect(tell.said.at(-1)).toBe('throttled 6, 20000 ms');
  });

  it('makes no other call twice', async () => {
    let calls = 0;
    await expect(atOnce().run('a', () => (calls++, Promise.reject('reset')), isRate, told(), never)).rejects.toBe('reset');
    expect(calls).toBe(1);
  });

  it('lets five of one account at once, and tells the others how many stand before them', async () => {
    const queue = atOnce();
    const ends: (() => void)[] = [];
    const call = () => new Promise<void>((resolve) => void ends.push(resolve));
    const tells = Array.from({ length: 7 }, told);
    const runs = tells.map((tell) => queue.run('a', call, isRate, tell, never));
    const other = queue.run('b', async () => 'other account', isRate, told(), never);
    await settled();
    expect([ends.length, tells.map(({ said }) => said.at(-1)), await other]).toEqual([5, [undefined, undefined, undefined, undefined, undefined, 'queued 1', 'queued 2'], 'other account']);
    ends[0]?.();
    await settled();
    expect([ends.length, tells[6]?.said]).toEqual([6, ['queued 2', 'queued 1']]);
    ends.forEach((end) => end());
    await settled();
    ends.forEach((end) => end());
    await Promise.all(runs);
  });

  it('lets go of a caller who leaves, while waiting for a turn and while waiting for AWS', async () => {
    const queue = createCallQueue({ sleep: (_ms, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('gone')))), random: () => 0 });
    const leaving = new AbortController();
    const throttled = Array.from({ length: 5 }, () => queue.run('a', () => Promise.reject('rate'), isRate, told(), leaving.signal).catch(() => 'left'));
    const waiting = queue.run('a', async () => 'never', isRate, told(), leaving.signal).catch(() => 'left');
    await settled();
    leaving.abort();
    expect(await Promise.all([...throttled, waiting])).toEqual(Array.from({ length: 6 }, () => 'left'));
    expect(await queue.run('a', async () => 'next', isRate, told(), never)).toBe('next');
  });
});
