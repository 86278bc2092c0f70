import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { roleLabel, selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { Button } from '../../ui/Button.tsx';

/** Which role a test of an HTTP task runs under; leads to where it is attached. */
export function RoleButton() {
  const role = useEditor((s) => selectWorkflowSettings(s).role);
  const { showDialog } = useActions();
  const under = role?.on ? roleLabel(role) : null;
  return (
    <Button
      size="small" variant="ghost" icon="shield" onClick={() => showDialog({ kind: 'iam', tab: 'role' })} data-testid="test.role"
      tooltip={under === null ? 'Tests run with everything allowed. Attach the policies of a role to be refused where AWS would refuse.' : `Tests run under ${under}: refused where AWS would refuse it.`}
    >
      {under === null ? 'No role' : `Role: ${under.length > 24 ? `${under.slice(0, 23)}…` : under}`}
    </Button>
  );
}
