import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenCache, type LivingToken } from './tokenCache.ts';

const never = new AbortController().signal;
const same = (token: LivingToken) => token;

function clock() {
  let now = 1_000_000;
  return { now: () => now, pass: (ms: number) => void (now += ms) };
}

/** A fetch that answers when told. */
function waitingFetch() {
  let resolve: (token: LivingToken) => void = () => undefined;
  const seen = { calls: 0, stopped: 0, answer: (token: LivingToken) => resolve(token) };
  const fetch = (signal: AbortSignal) => {
    seen.calls++;
    signal.addEventListener('abort', () => seen.stopped++);
    return new Promise<LivingToken>((answer) => (resolve = answer));
  };
  return { seen, fetch };
}

describe('createTokenCache', () => {
  it.each([
    { lifetimeS: 3600, usableS: 3540 },
    { lifetimeS: 600, usableS: 540 },
    { lifetimeS: 60, usableS: 54 },
    { lifetimeS: 1, usableS: 0.9 },
  ])('holds a token of $lifetimeS s for $usableS s', async ({ lifetimeS, usableS }) => {
    const time = clock();
    const cache = createTokenCache(time.now);
    await cache.obtain('k', async () => ({ value: 't', lifetimeS }), same, never);
    time.pass(usableS * 1000 - 1);
    expect(cache.held('k')).toBe('t');
    time.pass(1);
    expect(cache.held('k')).toBeNull();
  });

  it('holds a token without a lifetime until it is dropped', async () => {
    const time = clock();
    const cache = createTokenCache(time.now);
    await cache.obtain('k', async () => ({ value: 't', lifetimeS: null }), same, never);
    time.pass(1e12);
    expect(cache.held('k')).toBe('t');
    cache.drop('k', 'an older one');
    expect(cache.held('k')).toBe('t');
    cache.drop('k', 't');
    expect(cache.held('k')).toBeNull();
  });

  it('holds nothing of what must not be kept', async () => {
    const cache = createTokenCache(() => 0);
    expect(await cache.obtain('k', async () => 'html', () => null, never)).toBe('html');
    expect(cache.held('k')).toBeNull();
  });

  it('fetches once for all who ask at once', async () => {
    const cache = createTokenCache(() => 0);
    const { seen, fetch } = waitingFetch();
    const both = Promise.all([cache.obtain('k', fetch, same, never), cache.obtain('k', fetch, same, never)]);
    seen.answer({ value: 't', lifetimeS: 100 });
    expect(await both).toEqual([{ value: 't', lifetimeS: 100 }, { value: 't', lifetimeS: 100 }]);
    expect(seen.calls).toBe(1);
  });

  it('goes on while one of them still waits, and stops with the last', async () => {
    const cache = createTokenCache(() => 0);
    const { seen, fetch } = waitingFetch();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = cache.obtain('k', fetch, same, first.signal);
    const other = cache.obtain('k', fetch, same, second.signal);
    first.abort();
    expect(await one).toBeNull();
    expect(seen.stopped).toBe(0);
    second.abort();
    expect(await other).toBeNull();
    expect(seen.stopped).toBe(1);
    const again = cache.obtain('k', fetch, same, never);
    seen.answer({ value: 'new', lifetimeS: 100 });
    expect(await again).toMatchObject({ value: 'new' });
    expect(seen.calls).toBe(2);
  });

  it('asks again after a fetch that threw', async () => {
    const cache = createTokenCache(() => 0);
    await expect(cache.obtain('k', () => Promise.reject(new Error('no')), same, never)).rejects.toThrow('no');
    expect(await cache.obtain('k', async () => ({ value: 't', lifetimeS: 1 }), same, never)).toMatchObject({ value: 't' });
  });

  it('keeps nothing of a fetch that was forgotten on its way', async () => {
    const cache = createTokenCache(() => 0);
    const { seen, fetch } = waitingFetch();
    const asked = cache.obtain('["arn:a",1]', fetch, same, never);
    cache.forget('["arn:a",');
    seen.answer({ value: 'old', lifetimeS: 100 });
    expect(await asked).toMatchObject({ value: 'old' });
    expect(cache.held('["arn:a",1]')).toBeNull();
  });

  it('forgets by connection', async () => {
    const cache = createTokenCache(() => 0);
    for (const key of ['["a",1]', '["a",2]', '["ab",1]']) await cache.obtain(key, async () => ({ value: key, lifetimeS: null }), same, never);
    expect(cache.valuesFor('["a",')).toEqual(['["a",1]', '["a",2]']);
    cache.forget('["a",');
    expect([cache.held('["a",1]'), cache.held('["a",2]'), cache.held('["ab",1]')]).toEqual([null, null, '["ab",1]']);
  });

  it('never hands out a token past its end, whatever happens in between', async () => {
    const step = fc.oneof(fc.record({ pass: fc.integer({ min: 0, max: 200_000 }) }), fc.record({ lifetimeS: fc.option(fc.double({ min: 0.1, max: 300, noNaN: true })) }), fc.constant({ drop: true }));
    await fc.assert(fc.asyncProperty(fc.array(step), async (steps) => {
      const time = clock();
      const cache = createTokenCache(time.now);
      let last: { readonly value: string; readonly end: number } | null = null;
      for (const [at, one] of steps.entries()) {
        if ('pass' in one) time.pass(one.pass);
        else if ('drop' in one) cache.drop('k', last?.value ?? '');
        else {
          const { lifetimeS } = one;
          await cache.obtain('k', async () => ({ value: `t${at}`, lifetimeS }), same, never);
          last = { value: `t${at}`, end: lifetimeS === null ? Infinity : time.now() + lifetimeS * 1000 };
        }
        const held = cache.held('k');
        if (held !== null) expect([held, time.now() < (last?.end ?? 0)]).toEqual([last?.value, true]);
      }
    }));
  });
});
