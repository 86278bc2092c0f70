import type { StateName } from '../asl/names.ts';
import type { StateEntry } from '../asl/states.ts';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { Json } from '../lib/Json.ts';
import { apiMock, mockForAttempt } from './mockAttempts.ts';
import type { Sidecar } from './sidecar.ts';
import { kept } from './testRequest.ts';

/**
 * Answers the tasks inside a Map or Parallel under test with their own mocks: each call, retries and iterations included, takes the next
 * answer, and the last one goes on answering. Nothing is sent: a task without a mock ends the test, and is named.
 */
export function performInside(container: StateEntry, { mocks }: Pick<Sidecar, 'mocks'>): (call: TaskCall) => Promise<TaskReply> {
  const inside = tasksInside(container);
  const calls = new Map<string, number>();
  return async ({ stateName, resource }) => {
    const entry = inside.find(({ name }) => name === stateName);
    const mock = kept(mocks, stateName as StateName); // the engine says the name that stands in the definition
    if (!entry || !mock?.enabled) return { kind: 'not-performed', reason: { kind: 'needs-mock', message: noMock(container, stateName, resource) } };
    const count = calls.get(stateName) ?? 0;
    calls.set(stateName, count + 1);
    const { result, errorOutput } = apiMock(mockForAttempt(mock, count), entry);
    if (errorOutput) return { kind: 'failure', ...errorOutput };
    const value = readJson(result ?? '');
    return value === undefined ? { kind: 'not-performed', reason: { kind: 'needs-mock', message: `The mock of ${stateName} is not valid JSON. Select ${stateName} and correct it in Test state, Mock.` } } : { kind: 'result', value };
  };
}

/** The tasks that a run of the inside may come to, in the order of the document. */
export const tasksInside = (container: StateEntry): readonly StateEntry[] =>
  container.inner.flatMap(({ children }) => children.flatMap((child) => (child.type === 'Task' ? [child] : tasksInside(child))));

const noMock = (container: StateEntry, state: string, resource: string): string =>
  `${state}, inside ${container.name}, calls ${resource} and has no mock. A run of the inside sends nothing: select ${state} and give it a mock in Test state.`;

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return undefined;
  }
}
