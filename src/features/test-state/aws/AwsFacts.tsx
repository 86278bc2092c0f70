import type { ReactNode } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import type { AwsUse } from './awsConsent.ts';
import { accountOf, actionOf } from './awsTest.ts';
import type { AwsChoice } from './keptAwsChoice.ts';
import css from './Aws.module.css';

const SAID: { readonly [U in AwsUse]: string } = {
  computes: 'Nothing else is called. Tests of this workflow that call nothing are not asked about again until the page is closed.',
  reads: 'AWS runs the task for real, as it would in a workflow; by its name it only reads.',
  acts: 'AWS runs the task for real, as it would in a workflow. This is asked before each such test.',
};

interface Props {
  readonly entry: StateEntry;
  readonly choice: AwsChoice;
  readonly request: TestStateRequest;
  readonly use: AwsUse;
  readonly accountId: string | undefined;
  readonly madeUp: boolean;
}

/** The question before AWS is called: whose account, as which role, where, and what is done there. */
export function AwsFacts({ entry, choice, request, use, accountId, madeUp }: Props) {
  return (
    <>
      <dl className={css.facts} data-testid="aws.facts">
        <Fact name="Account">{madeUp ? 'none: made-up credentials' : accountOf(accountId, choice.roleArn)}</Fact>
        <Fact name="Role">{request.roleArn === undefined ? 'none' : <code>{request.roleArn}</code>}</Fact>
        <Fact name="Region"><code>{choice.region}</code></Fact>
        {choice.endpoint.trim() !== '' && <Fact name="Endpoint"><code>{choice.endpoint}</code></Fact>}
        <Fact name="Action"><code>{actionOf(entry, request)}</code></Fact>
      </dl>
      <p className={css.note}>{SAID[use]} Definition, input and variables of this state are sent.</p>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
