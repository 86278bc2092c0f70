import type { Exchange } from '../../http/exchange.ts';

/** `48 ms`, `1.2 s`. */
export const durationText = (ms: number): string => (ms < 1000 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** `812 B`, `1.3 KB`, in steps of 1,000 as AWS's limits are read. */
export const bytesText = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** The time on the wire as the sender measured it; a direct fetch knows only how long the page waited. */
export const wireMs = (exchange: Exchange): number => exchange.phases.end ?? exchange.durationMs;
