import type { EpochMs } from '../environment.ts';

/** The last moment that a date can tell. */
export const LATEST: EpochMs = 8.64e15;

export const iso = (at: EpochMs): string => new Date(Math.max(-LATEST, Math.min(LATEST, at))).toISOString();
