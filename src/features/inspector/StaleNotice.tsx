import { lineOf } from '../../asl/lines.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { selectStale } from '../../editor/selectors/document.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './InspectorPane.module.css';

const mistakeLine = (s: EditorState): number | null => {
  if (!selectStale(s)) return null;
  const problem = s.tree.problems.find(({ fatal }) => fatal);
  return lineOf(s.text, problem?.offset ?? 0);
};

/** While the text cannot be read, the forms show an older one, and say so. */
export function StaleNotice() {
  const line = useEditor(mistakeLine);
  if (line === null) return null;
  return (
    <div className={css.stale}>
      <Notice tone="warning" title={`The text has a mistake in line ${line}`} text="Forms show and edit what can be read; a change that would touch the mistake is refused." data-testid="inspector.stale" />
    </div>
  );
}
