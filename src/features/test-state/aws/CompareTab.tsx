import type { TestRun } from '../../../editor/EditorState.ts';
import { compareAnswers } from '../../../services/compareAnswers.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { DifferenceTable } from '../result/DifferenceTable.tsx';
import css from './Aws.module.css';

/** The answer from here and that of AWS to the same test, where they are not the same. */
export function CompareTab({ run, beside }: { readonly run: TestRun; readonly beside: NonNullable<TestRun['beside']> }) {
  const { outcome } = run;
  if (outcome?.kind !== 'answered' && outcome?.kind !== 'refused') return <div className={css.compare}><Notice tone="info" title="Not compared" text="This run has no answer. Run it again." /></div>;
  const [here, aws] = run.route === 'aws' ? [beside, { route: run.route, outcome }] : [{ route: run.route, outcome }, beside];
  const found = compareAnswers(here.outcome, aws.outcome);
  return (
    <div className={css.compare} data-testid="test.compare">
      {found.every(({ everNew }) => everNew) && <Notice tone="success" title="The same answer here and on AWS" text={found.length > 0 ? 'But for times and ids, which no two runs share.' : undefined} announce />}
      {here.route === 'mock' && run.request.mock === undefined && <Notice tone="info" title="Here a mock answered" text="AWS called the service. What differs may come from that; save AWS's result as the mock to test here with it." />}
      {found.length > 0 && <DifferenceTable label="Differences between the answer here and AWS" sides={['Here', 'AWS']} rows={found} data-testid="aws.differences" />}
    </div>
  );
}
