import type { HttpTrace } from '../http/taskReply.ts';
import { isHttpTask, taskName } from './resource.ts';
import type { Environment } from './environment.ts';
import { enter, settle } from './evaluators.ts';
import type { StatesError } from './failure.ts';
import type { Frame } from './frame.ts';
import { PortFault, withGuardedPorts } from './guardedPorts.ts';
import { handleError, leaveThroughCatcher, type Handling } from './handleError.ts';
import { AWS_LIMITS } from './limits.ts';
import { isStackOverflow } from './isStackOverflow.ts';
import type { Outcome } from './outcome.ts';
import { dataLimitExceeded, exceedsBytes } from './payloadSize.ts';
import type { Handlers } from './states/definition.ts';
import type { InspectionData, TestStateRequest, TestStateResponse } from './testStateApi.ts';
import type { TestStateOutcome } from './testStateOutcome.ts';
import { readRequest, type Test } from './test-state/readRequest.ts';
import { replyTo, type Reply } from './test-state/replyTo.ts';
import { StageTrace } from './test-state/StageTrace.ts';

type Failed = Extract<Outcome, { kind: 'fail' }>;
type Gone = Extract<Outcome, { kind: 'go' }>;

/** What came of one test, before it is written as a response. */
interface Finished {
  readonly outcome: Gone | Failed;
  readonly handling?: Handling;
  /** What was caught: the response names it beside the output. */
  readonly caught?: StatesError;
  readonly reply?: Reply;
}

/**
 * Answers a TestState request as AWS does: the response of the API, or its exception word for word. Retry and Catch are
 * decided and never waited for. What is not built answers `unsupported`.
 */
export async function testState(request: TestStateRequest, given: Environment): Promise<TestStateOutcome> {
  const environment = withGuardedPorts(given);
  try {
    const read = await readRequest(request, environment);
    return read.ok ? await run(read.value, environment) : read.error;
  } catch (error) {
    if (error instanceof PortFault) return { kind: 'not-performed', reason: { kind: 'stopped', message: error.message }, partial: undefined };
    if (!isStackOverflow(error)) throw error;
    return { kind: 'unsupported', message: 'not supported yet: a definition or input that nests this deeply. Take some levels out and test again.' };
  }
}

async function run(test: Test, environment: Environment): Promise<TestStateOutcome> {
  const { watch } = environment;
  const state = nameOf(test);
  const trace = new StageTrace(test.kept, watch && ((index) => watch({ kind: 'rule', state, index })));
  watch?.({ kind: 'entered', state });
  const frame = frameOf(test, trace, environment);
  const entered = await enter(test.state, frame);
  if (entered.kind !== 'await') return respond(test, trace, await decide(test, frame, entered, watch));
  const reply = await replyTo(entered.effect, test, environment);
  switch (reply.kind) {
    case 'refused':
      return { kind: 'refused', exception: { name: 'ValidationException', message: reply.message } };
    case 'unsupported':
      return { kind: 'unsupported', message: reply.message };
    case 'not-performed':
      return { kind: 'not-performed', reason: reply.reason, partial: inspection(test, trace, { outcome: notYet, reply }) };
    case 'failure':
      return respond(test, trace, { ...(await decide(test, frame, { kind: 'fail', failure: reply.failure }, watch)), reply });
    case 'value': {
      const settled = tooBig(test, reply, frame) ?? (await settle(test.state, frame, reply.value));
      return respond(test, trace, { ...(await decide(test, frame, settled, watch)), reply });
    }
  }
}

const nameOf = ({ request }: Test): string => request.stateName ?? 'StateName';

const notYet: Failed = { kind: 'fail', failure: {} };

function frameOf(test: Test, trace: StageTrace, { ports, limits }: Environment): Frame {
  return {
    stateName: nameOf(test),
    input: test.input,
    context: test.context,
    variables: test.variables,
    language: test.language,
    enteredAt: ports.now(),
    sources: ports,
    limits: { ...AWS_LIMITS, ...limits },
    trace,
    readerData: test.readerData ?? null, // a test reads nothing: it is given the items
  };
}

function tooBig({ state }: Test, reply: Extract<Reply, { kind: 'value' }>, { limits }: Frame): Failed | undefined {
  if (state.Type !== 'Task' || !exceedsBytes(reply.value, limits.payloadBytes)) return undefined;
  return { kind: 'fail', failure: dataLimitExceeded(taskName(state.Resource)) };
}

/** Retry, then Catch; both once, for a failure of any step. */
async function decide({ state, request, input }: Test, frame: Frame, decided: Outcome, watch: Environment['watch']): Promise<Finished> {
  if (decided.kind === 'await') throw new Error('A state asked for a second effect.');
  const big = decided.kind === 'go' && decided.output !== input && exceedsBytes(decided.output, frame.limits.payloadBytes);
  const outcome: Gone | Failed = big ? { kind: 'fail', failure: dataLimitExceeded(frame.stateName) } : decided;
  if (outcome.kind === 'go') return { outcome };
  const handlers: Handlers = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel' ? state : {};
  const handling = handleError(handlers, outcome.failure, () => request.stateConfiguration?.retrierRetryCount ?? 0);
  if (handling.kind !== 'unhandled') watch?.({ kind: handling.kind, state: frame.stateName, index: handling.index });
  if (handling.kind !== 'catch') return { outcome, handling };
  const left = await leaveThroughCatcher(handling.catcher, handling.index, outcome.failure, frame);
  return { outcome: left as Gone | Failed, handling, ...(left.kind === 'go' ? { caught: outcome.failure } : {}) };
}

function respond(test: Test, trace: StageTrace, finished: Finished): TestStateOutcome {
  const { reply } = finished;
  const http = reply !== undefined && 'http' in reply ? reply.http : undefined;
  const data = test.request.inspectionLevel === 'DEBUG' || test.request.inspectionLevel === 'TRACE' ? inspection(test, trace, finished) : undefined;
  return {
    kind: 'answered',
    response: { ...result(test, finished), ...(data === undefined ? {} : { inspectionData: data }) },
    extras: {
      ...(http?.exchange === undefined ? {} : { exchange: http.exchange }),
      ...(http?.tokenExchange === undefined ? {} : { tokenExchange: http.tokenExchange }),
      ...(http?.prepared === undefined ? {} : { prepared: http.prepared }),
      ...(reply?.kind === 'failure' && reply.hint !== undefined ? { hint: reply.hint } : {}),
      ...(finished.outcome.kind === 'go' && finished.outcome.assigned !== undefined ? { assigned: finished.outcome.assigned } : {}),
      ...(test.awsWouldSay.length === 0 ? {} : { awsWouldSay: test.awsWouldSay.join('\n') }),
    },
  };
}

/** AWS cuts error names at 256 and causes at 32,768 characters. */
const errorMembers = ({ error, cause }: StatesError) => ({
  ...(error === undefined ? {} : { error: error.slice(0, 256) }),
  ...(cause === undefined ? {} : { cause: cause.slice(0, 32_768) }),
});

function result(test: Test, { outcome, handling, caught }: Finished): TestStateResponse {
  if (outcome.kind === 'fail') return { status: handling?.kind === 'retry' ? 'RETRIABLE' : 'FAILED', ...errorMembers(outcome.failure) };
  return {
    status: caught === undefined ? 'SUCCEEDED' : 'CAUGHT_ERROR',
    output: test.kept.text(outcome.output),
    ...(caught === undefined ? {} : errorMembers(caught)),
    ...(outcome.to === null ? {} : { nextState: outcome.to }),
  };
}

function inspection(test: Test, trace: StageTrace, finished: Finished): InspectionData {
  const { outcome, handling, reply } = finished;
  const variables = { ...test.variables, ...(outcome.kind === 'go' ? outcome.assigned : {}) };
  const details = handling === undefined ? {} : errorDetails(handling);
  return {
    input: test.inputText,
    ...trace.data,
    ...(Object.keys(variables).length === 0 ? {} : { variables: JSON.stringify(variables) }),
    ...(Object.keys(details).length === 0 ? {} : { errorDetails: details }),
    ...(reply !== undefined && 'http' in reply && reply.http ? httpParts(test, reply.http) : {}),
  };
}

function errorDetails(handling: Handling): NonNullable<InspectionData['errorDetails']> {
  if (handling.kind === 'retry') return { retryIndex: handling.index, retryBackoffIntervalSeconds: Math.floor(handling.delaySeconds) };
  return {
    ...(handling.kind === 'catch' ? { catchIndex: handling.index } : {}),
    ...(handling.usedUp === undefined ? {} : { retryIndex: handling.usedUp }),
  };
}

/** Only TRACE shows what went over the wire, and only `revealSecrets` what the connection added to it. */
function httpParts({ request, state }: Test, http: HttpTrace): Pick<InspectionData, 'request' | 'response'> {
  if (request.inspectionLevel !== 'TRACE' || state.Type !== 'Task' || !isHttpTask(state.Resource)) return {};
  const reveal = request.revealSecrets === true;
  const response = reveal ? (http.responseRevealed ?? http.response) : http.response;
  return { request: reveal ? http.requestRevealed : http.request, ...(response === undefined ? {} : { response }) };
}
