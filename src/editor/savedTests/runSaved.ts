import type { TestResult } from '../../suite/TestResult.ts';
import type { SliceContext } from '../slice.ts';
import { marksOf } from './marksOf.ts';
import { savedTestsOf } from './savedTestsOf.ts';

/** Runs tests by name, or all; answers what stops them. Results come into the store as they are there. */
export function runSaved({ set, get, services }: SliceContext, names: readonly string[] | null): () => void {
  const s = get();
  const saved = savedTestsOf(s);
  const { announce, showDock } = s.actions;
  showDock('tests');
  if (!saved || saved.definition === null || saved.problems.length > 0 || services.suiteRunner === undefined) {
    announce(saved ? 'The tests cannot be run before what is wrong in their file is corrected.' : 'There are no saved tests yet.');
    return () => undefined;
  }
  const { suite, definition } = saved;
  const setting = { definition: definition.json, region: suite.region, dialect: 'studio', ...(suite.type === undefined ? {} : { type: suite.type }) } as const;
  const orders = suite.tests.filter(({ name }) => names?.includes(name) ?? true).map((test) => ({ test, setting }));
  const from = { draftId: s.draftId, text: s.goodTree.text, tests: s.sidecar.tests ?? '' };
  // What came of another text or other tests says nothing of these.
  const before = s.savedFrom?.text === from.text && s.savedFrom.tests === from.tests ? s.savedResults : new Map<string, TestResult>();
  const results = new Map(before);
  let [stopped, done] = [false, 0];
  let stopRunner = (): void => undefined;
  const current = (): boolean => !stopped && get().draftId === from.draftId;
  set({ savedFrom: from, savedResults: new Map(results), savedMarks: marksOf(results.values()), savedProgress: { done, of: orders.length } });

  const hear = (result: TestResult): void => {
    if (!current()) {
      // Another document is open: what is left of this run is of no use, and coming back begins nothing.
      stopped = true;
      return stopRunner();
    }
    results.set(result.name, withOpenNames(result, definition.open));
    done += 1;
    set({ savedResults: new Map(results), savedMarks: marksOf(results.values()), savedProgress: { done, of: orders.length } });
  };
  void services.suiteRunner().then(async (runner) => {
    if (stopped) return;
    const running = runner.start(orders, hear);
    stopRunner = running.stop;
    await running.done;
    if (!current()) return;
    set({ savedProgress: null });
    announce(said(orders.flatMap(({ test }) => results.get(test.name) ?? [])));
  }).catch((thrown: unknown) => {
    if (!current()) return;
    set({ savedProgress: null });
    get().actions.notify({ tone: 'error', title: 'The tests could not be run', text: `What runs them could not be loaded or stopped working (${thrown instanceof Error ? thrown.message : String(thrown)}). Reload the page and try again.` });
  });
  return () => {
    if (stopped) return;
    stopped = true;
    stopRunner();
    set({ savedProgress: null });
  };
}

/** A test that could not be run may lack nothing but a value. */
function withOpenNames(result: TestResult, open: readonly string[]): TestResult {
  if (result.status !== 'not-run' || open.length === 0) return result;
  return { ...result, notes: [...result.notes, `The definition has ${open.map((name) => `\${${name}}`).join(', ')} without a value. Give them in "substitutions" of the tests file.`] };
}

const said = (results: readonly TestResult[]): string => {
  const count = (...statuses: TestResult['status'][]): number => results.filter(({ status }) => statuses.includes(status)).length;
  return `Saved tests: ${count('passed')} passed, ${count('failed', 'not-run')} failed, ${count('skipped')} skipped.`;
};
