import type { Json } from '../../lib/Json.ts';
import type { RunOutcome } from '../run/runTypes.ts';
import type { ConformanceCase } from './ConformanceCase.ts';

type Ended = Extract<RunOutcome, { kind: 'ended' }>;

const text = (recorded: ConformanceCase, name: string): string => {
  const value = recorded.request[name];
  return typeof value === 'string' ? value : '';
};

const outputOf = ({ output }: Ended) => (output === undefined ? {} : { output });
const errorOf = ({ error, cause }: Ended) => ({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });

/** DescribeExecution of a Standard execution. */
export function describeExecution(recorded: ConformanceCase, outcome: Ended, input: Json): unknown {
  const succeeded = outcome.status === 'SUCCEEDED';
  const [first, last] = [outcome.history[0]?.timestamp, outcome.history.at(-1)?.timestamp];
  return {
    executionArn: text(recorded, 'executionArn'),
    stateMachineArn: text(recorded, 'stateMachineArn'),
    name: text(recorded, 'executionArn').split(':').at(-1),
    status: outcome.status,
    startDate: first,
    stopDate: last,
    input: JSON.stringify(input),
    inputDetails: { included: true },
    ...outputOf(outcome),
    ...(succeeded ? { outputDetails: { included: true } } : {}),
    ...errorOf(outcome),
    redriveCount: 0,
    redriveStatus: succeeded ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    ...(succeeded ? { redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' } : {}),
  };
}

/** The last event of an asynchronous Express execution, in the snake case of its CloudWatch log. */
export function endEvent(recorded: ConformanceCase, outcome: Ended): unknown {
  const event = outcome.history.at(-1);
  const [machine, name] = [text(recorded, 'stateMachineArn').split(':').at(-1), text(recorded, 'executionArn').split(':').at(-1)];
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
