import { CHIP, TRACK } from './sizes.ts';

/** A horizontal stretch in the gap below a row (-1: above the first). Stretches of one key may lie on each other: they join. */
export interface Track {
  readonly gap: number;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  /** A chip stands on it. */
  readonly tall: boolean;
}

export interface PlacedTracks {
  /** Height that each gap needs for its tracks. */
  readonly heights: ReadonlyMap<number, number>;
  /** Middle of the track, from the top of its gap, which is `height` high. */
  offset(track: Track, height: number): number;
}

/** First fit by left end: few lines, and always the same for the same input. */
export function placeTracks(tracks: readonly Track[]): PlacedTracks {
  const lineOf = new Map<Track, number>();
  const gaps = new Map<number, { tall: boolean; until: number; key: string }[]>();
  for (const track of tracks.toSorted((a, b) => a.gap - b.gap || Number(b.tall) - Number(a.tall) || a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))) {
    const lines = gaps.get(track.gap) ?? [];
    gaps.set(track.gap, lines);
    let at = lines.findIndex((line) => (line.key === track.key || line.until + 8 < track.from) && (line.tall || !track.tall));
    if (at < 0) at = lines.push({ tall: track.tall, until: -Infinity, key: track.key }) - 1;
    const line = lines[at];
    if (line) Object.assign(line, { until: Math.max(line.until, track.to), key: track.key });
    lineOf.set(track, at);
  }
  const room = (line: { tall: boolean }): number => (line.tall ? CHIP.height + 4 : TRACK);
  const needed = (lines: readonly { tall: boolean }[]): number => lines.reduce((sum, line) => sum + room(line), TRACK);
  return {
    heights: new Map([...gaps].map(([gap, lines]) => [gap, needed(lines)])),
    offset: (track, height) => {
      const lines = gaps.get(track.gap) ?? [];
      const at = lineOf.get(track) ?? 0;
      const before = lines.slice(0, at).reduce((sum, line) => sum + room(line), 0);
      const own = lines[at] ? room(lines[at]) : TRACK;
      return (height - needed(lines)) / 2 + TRACK / 2 + before + own / 2;
    },
  };
}
