import type { TrackEnd } from './trackEnds.ts';
import type { Track } from './Track.ts';

/** Stretches of one gap that join: one line to the eye. */
export interface Run {
  from: number;
  to: number;
  readonly tall: boolean;
  readonly tracks: Track[];
  readonly ends: TrackEnd[];
}

/** Lines that come to lie on each other are worse than lines that cross. */
const COVERED = 3;
/** Ends nearer than this cover each other. */
const NEAR = 6;
/** Beyond this many in one gap, where no eye follows them, only room counts: comparing all with all would grow faster than the workflow. */
export const MOST = 64;
const ROUNDS = 4;

/** What it costs that `a` lies above `b`: what leaves `a` downwards crosses `b` where that lies, and the other way round. */
function cost(a: Run, b: Run): number {
  let sum = 0;
  for (const end of a.ends) if (!end.up && end.x > b.from && end.x < b.to) sum += 1;
  for (const end of b.ends) if (end.up && end.x > a.from && end.x < a.to) sum += 1;
  for (const down of a.ends) if (!down.up) for (const up of b.ends) if (up.up && Math.abs(up.x - down.x) < NEAR) sum += COVERED;
  return sum;
}

const apart = (a: Run, b: Run): boolean => a.to < b.from || b.to < a.from;
const gain = (above: Run, below: Run): number => (apart(above, below) ? 0 : cost(above, below) - cost(below, above));

/** `above` must lie over `below`, or they cross more. */
export const prefersAbove = (above: Run, below: Run): boolean => gain(above, below) < 0;

/** Each goes to the place among the others where it costs least; where nothing is to be gained, all stay as they came. */
export function orderRuns(runs: readonly Run[]): readonly Run[] {
  if (runs.length < 2 || runs.length > MOST) return runs;
  const order = [...runs];
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const run of runs) {
      const at = order.indexOf(run);
      const to = bestPlace(order, at);
      if (to === at) continue;
      order.splice(at, 1);
      order.splice(to, 0, run);
      moved = true;
    }
    if (!moved) break;
  }
  return order;
}

function bestPlace(order: readonly Run[], at: number): number {
  const run = order[at];
  if (!run) return at;
  let [best, least] = [at, 0];
  let sum = 0;
  // Upwards past those above it, then downwards past those below it.
  for (let i = at - 1; i >= 0; i -= 1) {
    const other = order[i];
    if (other) sum += gain(run, other);
    if (sum < least) [best, least] = [i, sum];
  }
  sum = 0;
  for (let i = at + 1; i < order.length; i += 1) {
    const other = order[i];
    if (other) sum += gain(other, run);
    if (sum < least) [best, least] = [i, sum];
  }
  return best;
}
