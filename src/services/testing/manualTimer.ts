import type { Timer } from '../timer.ts';

export interface ManualTimer extends Timer {
  advance(ms: number): void;
}

export function manualTimer(): ManualTimer {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    after(ms, run) {
      const entry = { at: now + ms, run };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      now += ms;
      for (const entry of [...waiting].sort((a, b) => a.at - b.at)) {
        if (entry.at <= now && waiting.delete(entry)) entry.run();
      }
    },
  };
}
