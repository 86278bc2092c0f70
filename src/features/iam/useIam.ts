import { useMemo } from 'react';
import { useEditor } from '../../editor/useEditor.ts';
import { selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { placeholderMachineArn } from '../../iam/arn.ts';
import { httpTaskPolicy, type HttpTaskPolicy } from '../../iam/httpTaskPolicy.ts';

const NO_ARNS: { readonly [local: string]: string } = {};

export interface Iam {
  readonly region: string;
  readonly machineArn: string;
  /** The machine's ARN was not given: a placeholder stands for it. */
  readonly placeholder: boolean;
  readonly arns: { readonly [local: string]: string };
  readonly policy: HttpTaskPolicy;
}

/** What the workflow needs of IAM, from the document as it stands and what the person filled in. */
export function useIam(): Iam {
  const tree = useEditor((s) => s.goodTree);
  const name = useEditor((s) => s.name);
  const region = useEditor((s) => s.settings.region);
  const { stateMachineArn, arns = NO_ARNS } = useEditor(selectWorkflowSettings);
  const machineArn = stateMachineArn ?? placeholderMachineArn(name, region);
  const policy = useMemo(() => httpTaskPolicy(tree, { region, stateMachineArn: machineArn, arns }), [tree, region, machineArn, arns]);
  return { region, machineArn, placeholder: stateMachineArn === undefined, arns, policy };
}
