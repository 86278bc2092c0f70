import type { ReactNode } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { accountOf, actionOf } from './awsTest.ts';
import type { AwsChoice } from './keptAwsChoice.ts';
import css from './Aws.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly choice: AwsChoice;
  readonly request: TestStateRequest;
  readonly accountId: string | undefined;
  readonly madeUp: boolean;
}

/** The question before AWS is called: whose account, as which role, where, and what is done there. */
export function AwsFacts({ entry, choice, request, accountId, madeUp }: Props) {
  return (
    <>
      <dl className={css.facts} data-testid="aws.facts">
        <Fact name="Account">{madeUp ? 'none: made-up credentials' : accountOf(accountId, choice.roleArn)}</Fact>
        <Fact name="Role">{request.roleArn === undefined ? 'none' : <code>{request.roleArn}</code>}</Fact>
        <Fact name="Region"><code>{choice.region}</code></Fact>
        {choice.endpoint.trim() !== '' && <Fact name="Endpoint"><code>{choice.endpoint}</code></Fact>}
        <Fact name="Action"><code>{actionOf(entry, request)}</code></Fact>
      </dl>
      <p className={css.note}>{entry.type === 'Task' && request.mock === undefined && 'AWS runs the task for real, as it would in a workflow. '}Definition, input and variables of this state are sent.</p>
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
