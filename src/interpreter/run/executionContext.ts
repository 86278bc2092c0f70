import { partitionOf } from '../../lib/awsPartition.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import { resourceParts } from '../resource.ts';
import type { EpochMs } from '../environment.ts';
import { iso } from './iso.ts';
import type { RunSetting } from './runSetting.ts';
import type { Visit } from './Thread.ts';

export function stateMachineContext({ options, stateMachineArn, machineName }: RunSetting): JsonObject {
  const outer = options.context?.['StateMachine'];
  return isJsonObject(outer) ? outer : { Id: stateMachineArn, Name: machineName };
}

/** `$$.Execution`; that of the outer run where there is one. */
export function executionContext({ options, environment, region, accountId, machineName, era }: RunSetting, now: EpochMs, input: Json): JsonObject {
  const outer = options.context?.['Execution'];
  if (isJsonObject(outer)) return outer;
  const { executionArn, roleArn, type, name } = options;
  const called = name ?? nameOf(executionArn) ?? environment.ports.id();
  return {
    Id: executionArn ?? `arn:${partitionOf(region)}:states:${region}:${accountId}:execution:${machineName}:${called}`,
    Input: input,
    StartTime: iso(now),
    Name: called,
    RoleArn: roleArn ?? null,
    ...(type === 'EXPRESS' || !era.redrive ? {} : { RedriveCount: 0 }),
  };
}

/** The ARN of an Express execution ends with an id behind the name. */
const nameOf = (arn: string | undefined): string | undefined => (arn === undefined ? undefined : /:express:[^:]+:([^:]+):/.exec(arn)?.[1] ?? arn.split(':').at(-1));

/** `$$.Map.Item` of the iteration that an inner machine is run for. */
export function outerItem(context: JsonObject | undefined): JsonObject | undefined {
  const map = context?.['Map'];
  const item = isJsonObject(map) ? map['Item'] : undefined;
  return isJsonObject(item) ? item : undefined;
}

/** The context object of a state. */
export function stateContext({ environment }: RunSetting, { thread, stateName, state, since, retryCount }: Visit): JsonObject {
  const counts = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel';
  const token = state.Type === 'Task' && resourceParts(state.Resource).pattern === 'token';
  const { ports } = environment;
  return {
    Execution: thread.root.execution,
    StateMachine: thread.root.stateMachine,
    State: { Name: stateName, EnteredTime: iso(since), ...(counts ? { RetryCount: retryCount } : {}) },
    ...(token ? { Task: { Token: ports.token?.() ?? ports.id() } } : {}),
    ...(thread.item === undefined ? {} : { Map: { Item: thread.item } }),
  };
}
