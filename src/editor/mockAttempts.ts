import { memberOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { Mock } from '../interpreter/testStateApi.ts';
import type { MockReply, StateMock } from './sidecar.ts';

/** All answers of a mock, the first attempt's first. */
export const repliesOf = ({ mock, then = [] }: StateMock): readonly [MockReply, ...MockReply[]] => [mock, ...then];

/** The answer to an attempt, counted from 0; the last one goes on answering. */
export function mockForAttempt(mock: StateMock, attempt: number): MockReply {
  const replies = repliesOf(mock);
  return replies[Math.min(attempt, replies.length - 1)] ?? mock.mock;
}

/** The mock with other answers. */
export const withReplies = ({ enabled }: StateMock, [mock, ...then]: readonly [MockReply, ...MockReply[]]): StateMock => ({ enabled, mock, ...(then.length > 0 ? { then } : {}) });

/** Undefined as well where it is computed. */
export function timeoutMsOf(entry: StateEntry): number | undefined {
  const timeout = entry.node.kind === 'object' ? memberOf(entry.node, 'TimeoutSeconds')?.value : undefined;
  return timeout?.kind === 'number' ? timeout.value * 1000 : undefined;
}

/** The answer comes after the state has given up. */
export const isLate = ({ latencyMs }: MockReply, entry: StateEntry): boolean => latencyMs !== undefined && latencyMs > (timeoutMsOf(entry) ?? Number.POSITIVE_INFINITY);

/** As the TestState API takes it: nothing but its own fields goes into a request. */
export function apiMock(reply: MockReply, entry: StateEntry): Mock {
  const { result, errorOutput, fieldValidationMode } = reply;
  if (isLate(reply, entry)) return { errorOutput: { error: 'States.Timeout', cause: '' } };
  return { ...(result === undefined ? {} : { result }), ...(errorOutput === undefined ? {} : { errorOutput }), ...(fieldValidationMode === undefined ? {} : { fieldValidationMode }) };
}
