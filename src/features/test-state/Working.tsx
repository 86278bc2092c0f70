import type { TestRun } from '../../editor/EditorState.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './Working.module.css';

const SAID: { readonly [R in TestRun['route']]?: string } = { mock: 'Evaluating the state with its mock', aws: 'AWS tests the state' };

/** What runs. The way to stop it stands above, where the test was started. */
export function Working({ run }: { readonly run: TestRun }) {
  return (
    <div className={css.working} data-testid="test.running">
      <Spinner />
      <span className={css.text} role="status">{run.waiting ?? SAID[run.route] ?? 'Testing the state'}</span>
    </div>
  );
}
