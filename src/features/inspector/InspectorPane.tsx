import { selectSelectedEntry } from '../../editor/selectors/document.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { JsonTab } from './JsonTab.tsx';
import css from './InspectorPane.module.css';

/** Everything about the selection, as a form. Works on the last text that could be read. */
export function InspectorPane() {
  const entry = useEditor(selectSelectedEntry);
  return (
    <aside className={css.pane} aria-label="Inspector" data-testid="inspector">
      {entry ? <JsonTab key={entry.id} entry={entry} /> : <EmptyState icon="panel-right" title="Nothing selected" text="Select a state to edit it." />}
    </aside>
  );
}
