import type { SavedTest } from '../../suite/suiteTypes.ts';

export interface TestGroup {
  /** Absent: whole runs. */
  readonly state?: string;
  readonly tests: readonly SavedTest[];
}

/** Tests by state, in the order in which the file first names each; whole runs last. */
export function groupsOf(tests: readonly SavedTest[]): readonly TestGroup[] {
  const states = [...new Set(tests.flatMap(({ state }) => state ?? []))];
  const runs = tests.filter(({ state }) => state === undefined);
  return [...states.map((state) => ({ state, tests: tests.filter((test) => test.state === state) })), ...(runs.length > 0 ? [{ tests: runs }] : [])];
}
