import type { TestRun } from '../../../editor/EditorState.ts';
import { selectIsStale } from '../../../editor/selectors/test.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import type { MenuAction } from '../../../ui/Menu.tsx';

/** The same test on the other side, so that the two answers can be held against each other. */
export function useCompareEntry(run: TestRun, old: boolean): readonly MenuAction[] {
  const connected = useEditor((s) => s.bridge.kind === 'connected');
  const stale = useEditor(selectIsStale(run.state));
  const { startTest } = useActions();
  const answered = run.outcome?.kind === 'answered' || run.outcome?.kind === 'refused';
  if (!answered || (!connected && run.route !== 'aws')) return [];
  const other = run.route === 'aws' ? 'here' : 'aws';
  const disabledReason = old ? 'This is an earlier run. Go back to the newest first.' : stale ? 'The test has changed since. Run it again first.' : null;
  return [{ id: 'compare', label: other === 'aws' ? 'Compare with AWS' : 'Compare with here', icon: 'swap', disabledReason, onSelect: () => startTest(run.state, other) }];
}
