import { failureLines } from '../suite/failureLines.ts';
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
