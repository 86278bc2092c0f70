import { CHIP, TRACK } from './sizes.ts';
import type { TrackEnd } from './trackEnds.ts';
import type { Track } from './Track.ts';
import { MOST, orderRuns, prefersAbove, type Run } from './trackOrder.ts';

export interface PlacedTracks {
  /** Height that each gap needs for its tracks. */
  readonly heights: ReadonlyMap<number, number>;
  /** Middle of the track, from the top of its gap, which is `height` high. */
  offset(track: Track, height: number): number;
}

/** One height in a gap, and what lies on it. */
interface Line {
  tall: boolean;
  readonly runs: Run[];
}

/** Few lines, in the order that crosses least, and always the same for the same input. */
export function placeTracks(tracks: readonly Track[], ends: ReadonlyMap<Track, readonly TrackEnd[]>): PlacedTracks {
  const lineOf = new Map<Track, number>();
  const gaps = new Map<number, Line[]>();
  for (const [gap, runs] of runsByGap(tracks, ends)) {
    const lines = linesOf(orderRuns(runs));
    gaps.set(gap, lines);
    lines.forEach((line, i) => line.runs.forEach((run) => run.tracks.forEach((track) => lineOf.set(track, i))));
  }
  const tops = new Map([...gaps].map(([gap, lines]) => [gap, topsOf(lines)]));
  return {
    heights: new Map([...tops].map(([gap, top]) => [gap, (top.at(-1) ?? 0) + TRACK])),
    offset: (track, height) => {
      const top = tops.get(track.gap) ?? [];
      const at = lineOf.get(track) ?? 0;
      const needed = (top.at(-1) ?? 0) + TRACK;
      return (height - needed) / 2 + TRACK / 2 + ((top[at] ?? 0) + (top[at + 1] ?? 0)) / 2;
    },
  };
}

/** Upper edge of each line, and the lower edge of the last. */
function topsOf(lines: readonly Line[]): readonly number[] {
  const tops = [0];
  for (const line of lines) tops.push((tops.at(-1) ?? 0) + (line.tall ? CHIP.height + 4 : TRACK));
  return tops;
}

/** What joins is one; tall ones first, then from the left. */
function runsByGap(tracks: readonly Track[], ends: ReadonlyMap<Track, readonly TrackEnd[]>): Map<number, Run[]> {
  const runs = new Map<string, Run>();
  const gaps = new Map<number, Run[]>();
  for (const track of tracks.toSorted((a, b) => a.gap - b.gap || Number(b.tall) - Number(a.tall) || a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))) {
    const id = `${track.gap} ${track.key}`;
    const known = runs.get(id);
    const own = ends.get(track) ?? [];
    if (known) {
      known.from = Math.min(known.from, track.from);
      known.to = Math.max(known.to, track.to);
      known.tracks.push(track);
      addEnds(known.ends, own);
      continue;
    }
    const run: Run = { from: track.from, to: track.to, tall: track.tall, tracks: [track], ends: [] };
    addEnds(run.ends, own);
    runs.set(id, run);
    const gap = gaps.get(track.gap);
    if (gap) gap.push(run);
    else gaps.set(track.gap, [run]);
  }
  return gaps;
}

/** Lines that join go on as one, which crosses another one once. */
function addEnds(ends: TrackEnd[], more: readonly TrackEnd[]): void {
  for (const end of more) if (!ends.some((known) => known.x === end.x && known.up === end.up)) ends.push(end);
}

const CLEAR = 8;

/** The first line with room, below all that crosses less above it. */
function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  const placed: { readonly run: Run; readonly at: number }[] = [];
  for (const run of runs) {
    let at = 0;
    if (runs.length <= MOST) for (const other of placed) if (other.at >= at && prefersAbove(other.run, run)) at = other.at + 1;
    while (at < lines.length && lines[at]?.runs.some((other) => other.from <= run.to + CLEAR && run.from <= other.to + CLEAR)) at += 1;
    const line = lines[at] ?? { tall: false, runs: [] };
    if (at === lines.length) lines.push(line);
    line.tall ||= run.tall;
    line.runs.push(run);
    placed.push({ run, at });
  }
  return lines;
}
