import type { TestRun } from '../../../editor/EditorState.ts';
import { compareAnswers, type AnswerDifference } from '../../../services/compareAnswers.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { DifferenceTable } from '../result/DifferenceTable.tsx';
import { compareRequests } from './compareRequests.ts';
import { timeOf } from './runWords.ts';
import css from './History.module.css';

/** Two runs of one state: what they were given, and what came of it. The older stands on the left. */
export function TwoRunsTab({ run, other }: { readonly run: TestRun; readonly other: TestRun }) {
  const [old, late] = run.startedAt <= other.startedAt ? [run, other] : [other, run];
  const sides = [timeOf(old), timeOf(late)] as const;
  const given = compareRequests(old.request, late.request);
  const answers = old.outcome && late.outcome ? compareAnswers(old.outcome, late.outcome) : [];
  const ways: readonly AnswerDifference[] = old.route === late.route ? [] : [{ at: 'route', one: old.route, other: late.route }];
  return (
    <div className={css.two} data-testid="test.two-runs">
      <h3>What the tests were given</h3>
      {given.length + ways.length === 0 ? <Notice tone="info" title="The same request" announce /> : <DifferenceTable label="Differences of the requests" sides={sides} rows={[...ways, ...given]} />}
      <h3>What came of them</h3>
      {answers.every(({ everNew }) => everNew) && <Notice tone="success" title="The same answer" text={answers.length > 0 ? 'But for times and ids, which no two runs share.' : undefined} announce />}
      {answers.length > 0 && <DifferenceTable label="Differences of the answers" sides={sides} rows={answers} />}
    </div>
  );
}
