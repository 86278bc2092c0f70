import { describe, expect, it } from 'vitest';
import { inSlices } from './inSlices.ts';

function* counting(to: number): Generator<number, string, undefined> {
  for (let at = 1; at <= to; at += 1) yield at;
  return 'done';
}

/** Each look at the clock finds it 10 ms on. */
function world(newerAfter = Infinity) {
  let clock = 0;
  let breaths = 0;
  const told: number[] = [];
  const slices = {
    now: () => (clock += 10),
    breathe: () => { breaths += 1; return Promise.resolve(); },
    isStale: () => breaths >= newerAfter,
    soFar: (step: number) => { told.push(step); },
  };
  return { slices, told, breaths: () => breaths };
}

describe('inSlices', () => {
  it('answers without a break what is done within a slice', async () => {
    const { slices, told, breaths } = world();
    expect(await inSlices(counting(2), slices)).toBe('done');
    expect({ told, breaths: breaths() }).toEqual({ told: [], breaths: 0 });
  });

  it('listens in between, and tells once what it has', async () => {
    const { slices, told, breaths } = world();
    expect(await inSlices(counting(9), slices)).toBe('done');
    expect({ told, breaths: breaths() }).toEqual({ told: [3], breaths: 3 });
  });

  it('gives up for a newer order', async () => {
    const { slices, told } = world(2);
    expect(await inSlices(counting(99), slices)).toBeNull();
    expect(told).toEqual([3]);
  });
});
