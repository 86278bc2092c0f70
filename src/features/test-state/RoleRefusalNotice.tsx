import type { RoleRefusal } from '../../editor/EditorState.ts';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { changeWorkflow, roleLabel, selectWorkflowSettings, withStatement } from '../../editor/workflowSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What the role lacks, and the way on: one click adds the statement and asks again. Nothing was sent. */
export function RoleRefusalNotice({ state, refusal }: { readonly state: StateId; readonly refusal: RoleRefusal }) {
  const draftId = useEditor((s) => s.draftId);
  const role = useEditor((s) => selectWorkflowSettings(s).role);
  const { changeSettings, startTest, showDialog } = useActions();
  const { missing } = refusal;
  const text = missing === null ? '' : JSON.stringify(missing, null, 2);
  const add = (): void => {
    if (missing === null) return;
    changeSettings(changeWorkflow(draftId, (workflow) => (workflow.role === undefined ? workflow : { ...workflow, role: withStatement(workflow.role, missing) })));
    startTest(state);
  };
  return (
    <>
      <Notice
        tone="info" icon="shield" title={role === undefined ? 'Nothing was sent' : `Nothing was sent: ${roleLabel(role)} does not allow it`} text={refusal.hint} data-testid="test.refusal"
        actions={
          <>
            {missing !== null && role !== undefined && <Button size="small" variant="primary" onClick={add} data-testid="test.refusal.add">Add the statement and test again</Button>}
            {missing !== null && <CopyButton text={text} label="Copy the missing statement" variant="secondary">Copy the statement</CopyButton>}
            <Button size="small" onClick={() => showDialog({ kind: 'iam', tab: 'role' })}>Open the role</Button>
          </>
        }
      />
      {missing !== null && <CodeField label="Missing statement" value={text} readOnly footer={false} lines={[3, 14]} data-testid="test.refusal.statement" />}
    </>
  );
}
