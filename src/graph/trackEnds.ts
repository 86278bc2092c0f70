import type { Corner, Route } from './routes.ts';
import type { Track } from './Track.ts';

/** Where a line comes into a horizontal stretch or leaves it: from above, or from below. */
export interface TrackEnd {
  readonly x: number;
  readonly up: boolean;
}

/** Twice its row for a box, one more for the gap below it: which of two corners is higher. */
export const levelOf =
  (rowOf: (box: string) => number) =>
  ({ y }: Corner): number =>
    y.at === 'track' ? 2 * y.track.gap + 1 : 2 * rowOf(y.box);

/** For each stretch how its lines go on. `rowOf`: the row of a box; gap 2 lies below row 2. */
export function trackEnds(routes: readonly Route[], rowOf: (box: string) => number): Map<Track, TrackEnd[]> {
  const ends = new Map<Track, TrackEnd[]>();
  const level = levelOf(rowOf);
  const note = (corner: Corner, beside: Corner | undefined): void => {
    if (corner.y.at !== 'track' || !beside || (beside.y.at === 'track' && beside.y.track === corner.y.track)) return;
    const list = ends.get(corner.y.track) ?? [];
    ends.set(corner.y.track, list);
    list.push({ x: corner.x, up: level(beside) < level(corner) });
  };
  for (const { corners } of routes) {
    corners.forEach((corner, i) => {
      note(corner, corners[i - 1]);
      note(corner, corners[i + 1]);
    });
  }
  return ends;
}
