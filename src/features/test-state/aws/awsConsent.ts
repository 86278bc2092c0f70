import { stringOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import type { AwsChoice } from './keptAwsChoice.ts';

/** What a test does in the account: nothing but computing; an action that only reads; anything else. */
export type AwsUse = 'computes' | 'reads' | 'acts';

/** `arn:aws:states:::dynamodb:getItem`, `arn:aws:states:::aws-sdk:s3:listBuckets`: by the verb that AWS begins such names with. An HTTP GET is none: it may do anything. */
const READS = /^arn:[\w-]+:states:::(?:aws-sdk:)?[\w-]+:(?:get|list|describe|head|query|scan|search|lookup|batchGet)[A-Z]?\w*$/;

export function whatItDoes(entry: StateEntry, request: TestStateRequest): AwsUse {
  if (request.mock !== undefined || entry.type !== 'Task') return 'computes';
  return READS.test(stringOf(entry.node, 'Resource') ?? '') ? 'reads' : 'acts';
}

const place = (workflow: string, { profile, region, roleArn, endpoint }: AwsChoice): readonly string[] => [workflow, profile, region.trim(), roleArn.trim(), endpoint.trim()];

/** What a yes allows from now on, for this workflow at this place: the same that was asked, and what does less. An action that changes something is allowed once. */
export function grantsOf(workflow: string, choice: AwsChoice, use: AwsUse, alsoReads: boolean): readonly string[] {
  const uses: readonly AwsUse[] = use === 'reads' && alsoReads ? ['computes', 'reads'] : ['computes'];
  return uses.map((one) => JSON.stringify([...place(workflow, choice), one]));
}

/** Whether the person has said yes to this before (design.md section 6, rule 5). */
export const isAllowed = (grants: readonly string[], workflow: string, choice: AwsChoice, use: AwsUse): boolean =>
  use !== 'acts' && grants.includes(JSON.stringify([...place(workflow, choice), use]));
