import type { Coverage, CoveredWay, WayKind } from './coverage.ts';

const KINDS: readonly (readonly [WayKind, string])[] = [['state', 'states'], ['rule', 'Choice rules'], ['retry', 'Retry entries'], ['catch', 'Catch entries']];

/** `3 of 4 states, 1 of 2 Choice rules` */
export const coverageCounts = ({ counts }: Coverage): string =>
  KINDS.flatMap(([kind, words]) => (counts[kind].all === 0 ? [] : [`${counts[kind].taken} of ${counts[kind].all} ${words}`])).join(', ');

/** What the tests of one definition came by, and what they did not. */
export function coverageLines(coverage: Coverage): readonly string[] {
  const left = coverage.ways.filter(({ times }) => times === 0).map((way) => `    not covered: ${waySaid(way)}`);
  return [`  coverage: ${coverageCounts(coverage)}`, ...left];
}

/** One way in words: `"Charge" Catch[0] of States.ALL`. */
export function waySaid({ kind, state, index, says = '' }: CoveredWay): string {
  switch (kind) {
    case 'state':
      return `state "${state}"`;
    case 'rule':
      return index === 'default' ? `"${state}" Default ${says}` : `"${state}" Choices[${index}] ${says}`;
    case 'retry':
    case 'catch':
      return `"${state}" ${kind === 'retry' ? 'Retry' : 'Catch'}[${index}] ${says}`;
  }
}
