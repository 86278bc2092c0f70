import { failureLines } from '../suite/failureLines.ts';
import type { Coverage, CoveredWay, WayKind } from '../suite/coverage.ts';
import type { TestResult } from '../suite/TestResult.ts';

const WORDS = { passed: 'pass', failed: 'FAIL', 'not-run': 'FAIL', skipped: 'skip' } as const;

/** One test for a terminal; `rerun`: the command that runs it alone. */
export function testLines(result: TestResult, rerun: string): readonly string[] {
  const skip = result.skip === undefined ? '' : ` (${result.skip})`;
  const head = `  ${WORDS[result.status]}  ${result.name}${skip}`;
  const notes = result.notes.flatMap((note) => note.split('\n')).map((note) => `        note: ${note}`);
  if (result.failures.length === 0) return [head, ...notes];
  return [head, ...result.failures.flatMap(failureLines).flatMap((line) => line.split('\n')).map((line) => `        ${line}`), ...notes, `        Run it again: ${rerun}`];
}

const KINDS: readonly (readonly [WayKind, string])[] = [['state', 'states'], ['rule', 'Choice rules'], ['retry', 'Retry entries'], ['catch', 'Catch entries']];

/** What the tests of one definition came by, and what they did not. */
export function coverageLines(coverage: Coverage): readonly string[] {
  const counts = KINDS.flatMap(([kind, words]) => {
    const { taken, all } = coverage.counts[kind];
    return all === 0 ? [] : [`${taken} of ${all} ${words}`];
  });
  const left = coverage.ways.filter(({ times }) => times === 0).map((way) => `    not covered: ${said(way)}`);
  return [`  coverage: ${counts.join(', ')}`, ...left];
}

function said({ kind, state, index, says = '' }: CoveredWay): string {
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
