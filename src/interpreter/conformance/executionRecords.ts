import type { Json } from '../../lib/Json.ts';
import { eraOf } from '../run/eras.ts';
import type { RunOutcome } from '../run/runTypes.ts';
import type { ConformanceCase } from './ConformanceCase.ts';

type Ended = Extract<RunOutcome, { kind: 'ended' }>;

/** Of the execution and its machine; invented where the case does not hold them. */
export interface Names {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
}

export function names({ request }: ConformanceCase): Names {
  const text = (name: string, otherwise: string): string => (typeof request[name] === 'string' ? request[name] : otherwise);
  const stateMachineArn = text('stateMachineArn', 'arn:aws:states:us-east-1:111111111111:stateMachine:StateMachine');
  const executionArn = text('executionArn', 'arn:aws:states:us-east-1:111111111111:execution:StateMachine:execution');
  const parts = executionArn.split(':');
  return { executionArn, stateMachineArn, name: (parts[5] === 'express' ? parts[7] : parts.at(-1)) ?? '' };
}

const outputOf = ({ output }: Ended) => (output === undefined ? {} : { output });
const errorOf = ({ error, cause }: Ended) => ({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
const dates = ({ history }: Ended) => ({ startDate: history[0]?.timestamp, stopDate: history.at(-1)?.timestamp });

/** DescribeExecution of a Standard execution. */
export function describeExecution(names: Names, outcome: Ended, input: Json, asOf: number): unknown {
  const succeeded = outcome.status === 'SUCCEEDED';
  const redrive = {
    redriveCount: 0,
    redriveStatus: succeeded ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    ...(succeeded ? { redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' } : {}),
  };
  return {
    ...names,
    status: outcome.status,
    ...dates(outcome),
    input: JSON.stringify(input),
    inputDetails: { included: true },
    ...outputOf(outcome),
    ...(succeeded ? { outputDetails: { included: true } } : {}),
    ...errorOf(outcome),
    ...(eraOf(asOf).redrive ? redrive : {}),
  };
}

/** StartSyncExecution; an Express execution is billed for each 100 ms begun, and for 64 MB at least. */
export function syncResponse(names: Names, outcome: Ended, input: Json): unknown {
  const { startDate, stopDate } = dates(outcome);
  const tookMs = Date.parse(stopDate ?? '') - Date.parse(startDate ?? '');
  return {
    ...names,
    status: outcome.status,
    startDate,
    stopDate,
    input: JSON.stringify(input),
    inputDetails: { included: true },
    ...outputOf(outcome),
    outputDetails: { included: true },
    ...errorOf(outcome),
    billingDetails: { billedDurationInMilliseconds: Math.max(100, Math.ceil(tookMs / 100) * 100), billedMemoryUsedInMB: 64 },
  };
}

/** The last event of an asynchronous Express execution, in the snake case of its CloudWatch log. */
export function endEvent({ stateMachineArn, executionArn }: Names, outcome: Ended): unknown {
  const event = outcome.history.at(-1);
  const [machine, name] = [stateMachineArn.split(':').at(-1), executionArn.split(':').at(-1)];
  return {
    id: String(event?.id),
    type: event?.type,
    details: { ...outputOf(outcome), ...(outcome.output === undefined ? {} : { outputDetails: { truncated: false } }), ...errorOf(outcome) },
    previous_event_id: String(event?.previousEventId),
    event_timestamp: String(Date.parse(event?.timestamp ?? '')),
    execution_arn: `arn:aws:states:us-east-1:111111111111:express:${machine}:${name}:00000000-0000-4000-8000-000000000000`,
    redrive_count: '0',
  };
}
