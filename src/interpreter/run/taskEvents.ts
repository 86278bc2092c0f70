import type { Json } from '../../lib/Json.ts';
import type { TaskCall } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { resourceParts } from '../resource.ts';
import { payload, type Details } from './History.ts';

export interface TaskEvent {
  readonly type: string;
  readonly details?: Details;
}

/** The families of task events: a function by its ARN, an activity, everything else. */
function family(resource: string): 'LambdaFunction' | 'Activity' | 'Task' {
  const { pattern } = resourceParts(resource);
  if (pattern === 'lambda') return 'LambdaFunction';
  return pattern === 'activity' ? 'Activity' : 'Task';
}

const named = (resource: string): Details => {
  const parts = resourceParts(resource);
  return parts.resourceType === '' ? {} : { resourceType: parts.resourceType, resource: parts.resource };
};

export function scheduled(call: TaskCall, region: string): readonly TaskEvent[] {
  const kind = family(call.resource);
  const limits = {
    ...(call.timeoutMs === undefined ? {} : { timeoutInSeconds: call.timeoutMs / 1000 }),
    ...(call.heartbeatMs === undefined ? {} : { heartbeatInSeconds: call.heartbeatMs / 1000 }),
    ...(call.credentials === undefined ? {} : { taskCredentials: { roleArn: call.credentials['RoleArn'] } }),
  };
  const what = kind === 'Task' ? { ...named(call.resource), region, parameters: JSON.stringify(call.arguments) } : { resource: call.resource, ...payload('input', call.arguments) };
  const started = kind === 'Task' ? { details: named(call.resource) } : kind === 'Activity' ? { details: {} } : {};
  return [{ type: `${kind}Scheduled`, details: { ...what, ...limits } }, { type: `${kind}Started`, ...started }];
}

export const submitted = (call: TaskCall, output: Json): TaskEvent => ({
  type: 'TaskSubmitted',
  details: { ...named(call.resource), ...payload('output', output) },
});

export const succeeded = (call: TaskCall, output: Json): TaskEvent => ({
  type: `${family(call.resource)}Succeeded`,
  details: { ...named(call.resource), ...payload('output', output) },
});

export const failed = (call: TaskCall, { error, cause }: StatesError, timedOut: boolean): TaskEvent => ({
  type: `${family(call.resource)}${timedOut ? 'TimedOut' : 'Failed'}`,
  details: { ...named(call.resource), ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) },
});
