import { selectStale } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import css from './Floating.module.css';

/** Line of the first thing that cannot be read; 0 while all is well. */
function selectBrokenLine(s: EditorState): number {
  if (!selectStale(s)) return 0;
  const problem = s.tree.problems.find((one) => one.fatal);
  if (!problem) return 0;
  let line = 1;
  for (let at = s.tree.text.indexOf('\n'); at >= 0 && at < problem.offset; at = s.tree.text.indexOf('\n', at + 1)) line += 1;
  return line;
}

export function StaleBanner() {
  const line = useEditor(selectBrokenLine);
  const view = useEditor((s) => s.view);
  const actions = useActions();
  if (line === 0) return null;
  return (
    <div className={css.banner} role="status">
      <Icon name="warning" />
      <span>Line {line} does not parse. This is the last good graph.</span>
      {view === 'canvas' && <Button size="small" variant="ghost" onClick={() => actions.setView('split')}>Show the code</Button>}
    </div>
  );
}
