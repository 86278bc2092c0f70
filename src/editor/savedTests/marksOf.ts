import type { TestResult } from '../../suite/TestResult.ts';

/** Of each state, how many of its tests failed; 0: all passed. A run that failed counts where it had got to. */
export function marksOf(results: Iterable<TestResult>): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const { state, status, answer } of results) {
    if (status === 'skipped') continue;
    const failed = status !== 'passed';
    const at = state ?? (failed ? answer?.states?.at(-1) : undefined);
    if (at !== undefined) marks.set(at, (marks.get(at) ?? 0) + (failed ? 1 : 0));
  }
  return marks;
}
