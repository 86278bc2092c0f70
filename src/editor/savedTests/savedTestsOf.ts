import { readSuite } from '../../suite/readSuite.ts';
import { statesNotThere, suiteDefinition, type SuiteDefinition } from '../../suite/suiteDefinition.ts';
import type { Suite } from '../../suite/suiteTypes.ts';
import type { SuiteProblem } from '../../suite/SuiteReader.ts';
import type { EditorState } from '../EditorState.ts';

export interface SavedTests {
  readonly suite: Suite;
  /** With one, no test is run: a test that was misread would pass for nothing. */
  readonly problems: readonly SuiteProblem[];
  readonly definition: SuiteDefinition | null;
}

/** The tests beside the document, held against the last definition that could be read; null: there are none. */
export function savedTestsOf({ sidecar: { tests }, goodTree }: Pick<EditorState, 'sidecar' | 'goodTree'>): SavedTests | null {
  if (tests === undefined || tests.trim() === '') return null;
  const { suite, problems } = readSuite(tests);
  return { suite, problems: [...problems, ...statesNotThere(suite, goodTree, tests)], definition: suiteDefinition(goodTree, suite.substitutions) };
}
