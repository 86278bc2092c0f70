import type { TestRun } from '../../editor/EditorState.ts';
import { stageList } from '../../interpreter/stages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ValueView } from './ValueView.tsx';
import { languageOf } from './languageOf.ts';
import css from './DataFlowTab.module.css';

/** The value after each processing stage, in the order in which Step Functions computes them. Nothing is recomputed here. */
export function DataFlowTab({ run }: { readonly run: TestRun }) {
  const inspected = run.outcome?.kind === 'answered' ? run.outcome.response.inspectionData : run.outcome?.kind === 'not-performed' ? run.outcome.partial : undefined;
  const stages = inspected === undefined ? [] : stageList(inspected, languageOf(run));
  if (stages.length === 0) return <EmptyState icon="flow" title="No stages" text="At level INFO the service does not tell them. Choose DEBUG or TRACE, then run the test again." />;
  return (
    <ol className={css.stages} data-testid="test.stages">
      {stages.map((stage, at) => {
        const same = at > 0 && stages[at - 1]?.text === stage.text;
        return (
          <li key={stage.key} className={css.stage} data-same={same || undefined}>
            {same ? (
              <h3 className={css.title}>
                {stage.label}
                <span className={css.note}>unchanged</span>
              </h3>
            ) : (
              <ValueView label={stage.label} heading={stage.label} text={stage.text} testId={`test.stage.${stage.key}`} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
