import { useState } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { changeWorkflow } from '../../editor/workflowSettings.ts';
import { isMachineArn } from '../../iam/arn.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { Iam } from './useIam.ts';

/** Kept with the person's settings of this workflow, never in the definition. */
export function MachineArnField({ iam }: { readonly iam: Iam }) {
  const draftId = useEditor((s) => s.draftId);
  const { changeSettings } = useActions();
  const [error, setError] = useState<string | null>(null);
  const commit = (typed: string): void => {
    const arn = typed.trim();
    if (arn !== '' && !isMachineArn(arn)) return setError('Write the ARN of a state machine: arn:aws:states:REGION:ACCOUNT:stateMachine:NAME. Leave it empty until you know it.');
    setError(null);
    changeSettings(changeWorkflow(draftId, (workflow) => {
      const { stateMachineArn: _, ...rest } = workflow;
      return arn === '' ? rest : { ...rest, stateMachineArn: arn };
    }));
  };
  return (
    <TextField
      label="State machine ARN" mono value={iam.placeholder ? '' : iam.machineArn} placeholder={iam.machineArn} error={error} onCommit={commit} data-testid="iam.machine"
      hint={iam.placeholder ? 'Until you fill it in, the placeholder stands in the policies, and a test takes any machine that the role names.' : 'A test is refused where the role names another machine.'}
    />
  );
}
