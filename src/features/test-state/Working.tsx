import type { TestRun } from '../../editor/EditorState.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './Working.module.css';

/** What runs. The way to stop it stands above, where the test was started. */
export function Working({ run }: { readonly run: TestRun }) {
  return (
    <div className={css.working} data-testid="test.running">
      <Spinner />
      <span className={css.text}>{run.route === 'mock' ? 'Evaluating the state with its mock' : 'Testing the state'}</span>
    </div>
  );
}
