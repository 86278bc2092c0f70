import type { TestRun } from '../../editor/EditorState.ts';
import { useActions } from '../../editor/useActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './Working.module.css';

/** What runs, and the way to stop it. */
export function Working({ run }: { readonly run: TestRun }) {
  const { stopTest } = useActions();
  return (
    <div className={css.working} data-testid="test.running">
      <Spinner />
      <span className={css.text}>{run.route === 'mock' ? 'Evaluating the state with its mock' : 'Testing the state'}</span>
      <Button icon="stop" onClick={() => stopTest(run.state)}>Stop</Button>
    </div>
  );
}
