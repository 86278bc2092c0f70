import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { resourceOf, type TaskResource } from '../resourceOf.ts';
import { at, bothHandlers, hasAny } from '../stateParts.ts';

const ONLY_MAP: ReadonlySet<string> = new Set(['States.ItemReaderFailed', 'States.ResultWriterFailed', 'States.ExceedToleratedFailureThreshold']);
const LISTENS = ['HeartbeatSeconds', 'HeartbeatSecondsPath'];

/** Whoever holds a task token may report any error, and an execution that was started may fail with any. */
const isOtherService = ({ kind, service, pattern }: TaskResource): boolean =>
  (kind === 'optimized' || kind === 'sdk') && !['lambda', 'states', 'sfn'].includes(service) && pattern !== 'waitForTaskToken';

/** Null: it may happen. Errors of states inside come out of a Parallel or a Map, so of those nothing is known. */
function whyNot(state: StateEntry, error: string): string | null {
  const resource = resourceOf(state);
  if (resource === null) return null;
  if (error.startsWith('States.Http.') && resource.service !== 'http' && resource.kind !== 'other') return 'only HTTP tasks give it';
  if (error.startsWith('Lambda.') && isOtherService(resource)) return 'only Lambda functions give it';
  if (ONLY_MAP.has(error)) return 'only Map states give it';
  if (error === 'States.HeartbeatTimeout' && !hasAny(state, ...LISTENS)) return 'the task has no HeartbeatSeconds';
  return null;
}

export const retrierErrorNeverHappens: CheckRule = {
  id: 'retrier-error-never-happens',
  severity: 'warning',
  title: 'Handles an error that never happens there',
  why: 'The retrier or catcher looks like protection and is none: a Lambda function never fails with States.Http.Socket, and without HeartbeatSeconds no heartbeat is missed. AWS takes it and never uses it. Name the errors that this task gives.',
  example: {
    bad: { Call: task('lambda:invoke', { Parameters: { FunctionName: 'charge' }, Retry: [{ ErrorEquals: ['States.Http.Socket'] }] }) },
    good: { Call: task('lambda:invoke', { Parameters: { FunctionName: 'charge' }, Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'] }] }) },
  },
  of: 'state',
  find: (state) => bothHandlers(state).flatMap(({ errors }) => errors.flatMap(({ node, way }) => {
    const why = whyNot(state, node.value);
    return why === null ? [] : [finding(at(state, node, ...way), `${node.value} never happens in ${JSON.stringify(state.name)}: ${why}. Remove it here, or name what does happen.`)];
  })),
};
