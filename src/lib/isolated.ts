/** Letters written from right to left, and the controls that turn text round. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name inside a sentence: one that reads from right to left, or turns text round, keeps that to itself (as `<bdi>` does in markup). */
export const isolated = (name: string): string => (TURNS.test(name) ? `\u2068${name}\u2069` : name);
