import type { TestRun } from '../../../editor/EditorState.ts';
import { selectIsStale } from '../../../editor/selectors/test.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';

/** The same test on the other side, so that the two answers can be held against each other. */
export function CompareButton({ run }: { readonly run: TestRun }) {
  const connected = useEditor((s) => s.bridge.kind === 'connected');
  const stale = useEditor(selectIsStale(run.state));
  const { startTest } = useActions();
  const answered = run.outcome?.kind === 'answered' || run.outcome?.kind === 'refused';
  if (!answered || (!connected && run.route !== 'aws')) return null;
  const other = run.route === 'aws' ? 'here' : 'aws';
  const where = other === 'aws' ? 'on AWS' : 'here';
  return (
    <Button
      size="small" variant="ghost" onClick={() => startTest(run.state, other)} data-testid="test.compare.start"
      tooltip={`Runs the same test ${where} and shows where the answers differ`} disabledReason={stale ? 'The test has changed since. Run it again first.' : null}
    >
      Compare
    </Button>
  );
}
