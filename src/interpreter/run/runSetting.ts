import { partitionOf } from '../../lib/awsPartition.ts';
import type { Environment, Limits } from '../environment.ts';
import { withGuardedPorts } from '../guardedPorts.ts';
import { AWS_LIMITS } from '../limits.ts';
import { eraOf, type Era } from './eras.ts';
import type { RunOptions } from './runTypes.ts';

/** An Express workflow that loops without ever waiting is ended after so many events: its five minutes never pass. */
const EXPRESS_EVENTS = 250_000;

/** What is settled before a run begins. */
export interface RunSetting {
  readonly environment: Environment;
  readonly options: RunOptions;
  readonly era: Era;
  readonly limits: Limits;
  readonly region: string;
  readonly accountId: string;
  readonly machineName: string;
  readonly stateMachineArn: string;
  readonly maxEvents: number;
}

export function runSetting(given: Environment, options: RunOptions): RunSetting {
  const environment = withGuardedPorts(given);
  const { region = 'us-east-1', accountId = '123456789012' } = environment;
  const limits = { ...AWS_LIMITS, ...environment.limits };
  const machineName = options.stateMachineArn?.split(':').at(-1) ?? 'StateMachine';
  return {
    environment,
    options,
    era: eraOf(options.asOf),
    limits,
    region,
    accountId,
    machineName,
    stateMachineArn: options.stateMachineArn ?? `arn:${partitionOf(region)}:states:${region}:${accountId}:stateMachine:${machineName}`,
    maxEvents: options.type === 'EXPRESS' ? EXPRESS_EVENTS : (options.maxEvents ?? limits.historyEvents),
  };
}
