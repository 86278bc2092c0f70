import { partitionOf } from '../../lib/awsPartition.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import type { Environment, Ports } from '../environment.ts';
import { resourceParts } from '../resource.ts';

const REGION = 'us-east-1';
const ACCOUNT = '123456789012';

/** What counts of a state here, which need not be proved. */
interface ContextState {
  readonly Type: string;
  readonly Resource?: string;
}

const hasToken = (state: ContextState): boolean =>
  state.Type === 'Task' && state.Resource !== undefined && ['sync', 'token'].includes(resourceParts(state.Resource).pattern);

/** Where a context object comes from. */
type Around = Pick<Environment, 'region' | 'accountId'> & { readonly ports: Pick<Ports, 'now' | 'id'> };

/** The context object of a test that was given none. Source: test-state.md section 8. */
export function defaultContext(state: ContextState, input: Json, roleArn: string | undefined, environment: Around): JsonObject {
  const { ports, region = REGION, accountId = ACCOUNT } = environment;
  const [name, machine] = [ports.id(), ports.id()];
  const now = new Date(ports.now()).toISOString();
  const counts = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel';
  return {
    Execution: {
      Id: `arn:${partitionOf(region)}:states:${region}:${accountId}:express:${machine}:${name}`,
      Input: input,
      Name: name,
      RoleArn: roleArn ?? null,
      StartTime: now,
    },
    StateMachine: { Id: `arn:${partitionOf(region)}:states:${region}:${accountId}:stateMachine:${machine}`, Name: machine },
    State: { Name: 'StateName', EnteredTime: now, ...(counts ? { RetryCount: 0 } : {}) },
    ...(hasToken(state) ? { Task: { Token: ports.id() } } : {}),
  };
}

type MemberType = 'string' | 'number' | 'any';

const MEMBERS: { readonly [part: string]: { readonly [member: string]: MemberType } } = {
  Execution: { Id: 'string', Input: 'any', Name: 'string', RoleArn: 'string', StartTime: 'string', RedriveCount: 'number', RedriveTime: 'string' },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
  Task: { Token: 'string' },
};

/** Why AWS does not take a context object; null where it does. */
export function contextProblem(context: JsonObject, state: ContextState, dialect: Environment['dialect']): string | null {
  for (const [part, value] of Object.entries(context)) {
    if (part === 'Map') {
      if (dialect === 'aws') return "'Map' field is not supported when mocking a Context object";
      continue;
    }
    if (!Object.hasOwn(MEMBERS, part)) return `Field '${part}' is not allowed`;
    if (part === 'Task' && dialect === 'aws' && !hasToken(state)) {
      return "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern";
    }
    const problem = partProblem(part, value);
    if (problem !== null) return problem;
  }
  return null;
}

function partProblem(part: string, value: Json): string | null {
  if (!isJsonObject(value)) return `${part} must be an object`;
  const members = MEMBERS[part] ?? {};
  for (const [name, item] of Object.entries(value)) {
    const type = Object.hasOwn(members, name) ? members[name] : undefined;
    if (type === undefined) return `Field '${name}' is not allowed`;
    if (type !== 'any' && item !== null && typeof item !== type) return `${part}.${name} must be a ${type}`;
  }
  return null;
}
