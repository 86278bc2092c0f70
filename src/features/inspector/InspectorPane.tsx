import { useMemo } from 'react';
import { useEditor } from '../../editor/useEditor.ts';
import { EdgeInspector } from './EdgeInspector.tsx';
import { InspectorSheet } from './InspectorSheet.tsx';
import { KeptDrafts, noDrafts } from './keptDrafts.ts';
import { SeveralInspector } from './SeveralInspector.tsx';
import { selectShownEntry } from './shownEntry.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { StateInspector } from './StateInspector.tsx';
import { WorkflowInspector } from './WorkflowInspector.tsx';
import css from './InspectorPane.module.css';

/** Everything about the selection, as a form. Works on the last text that could be read; every edit is a command. `sheet`: over the canvas. */
export function InspectorPane({ sheet = false }: { readonly sheet?: boolean }) {
  const entry = useEditor(selectShownEntry);
  const edge = useEditor((s) => s.selectedEdge);
  const count = useEditor((s) => s.selected.length);
  const draftId = useEditor((s) => s.draftId);
  // Another document has fields of its own.
  const drafts = useMemo(() => ({ of: draftId, kept: noDrafts() }), [draftId]).kept;
  const pane = (
    <KeptDrafts value={drafts}>
      <aside className={css.pane} aria-label="Inspector" data-testid="inspector.pane">
        <StaleNotice />
        {entry ? <StateInspector entry={entry} /> : count > 1 ? <SeveralInspector count={count} /> : edge !== null ? <EdgeInspector key={edge} id={edge} /> : <WorkflowInspector />}
      </aside>
    </KeptDrafts>
  );
  return sheet ? <InspectorSheet>{pane}</InspectorSheet> : pane;
}
