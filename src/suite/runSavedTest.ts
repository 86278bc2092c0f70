import type { Environment, Ports, TaskCall, TaskReply, WayTaken } from '../interpreter/environment.ts';
import { run } from '../interpreter/run.ts';
import type { HistoryEvent } from '../interpreter/run/History.ts';
import type { RunOptions, RunOutcome } from '../interpreter/run/runTypes.ts';
import { testState } from '../interpreter/testState.ts';
import type { Mock, TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { isJsonObject, member, type Json, type JsonObject } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import { checkExpectations } from './checkExpectations.ts';
import { mockAnswers, mockOfAttempt, type MockAnswers } from './mockAnswers.ts';
import type { SavedTest, Suite } from './suiteTypes.ts';
import { testPorts } from './testPorts.ts';
import type { TestAnswer, TestResult } from './TestResult.ts';

/** What a test is run in. */
export interface SuiteSetting {
  /** With its substitutions filled in (`suiteDefinition`). */
  readonly definition: Json;
  readonly type?: Suite['type'];
  readonly region: string;
  /** `aws`: a state is tested as AWS does, its refusals included. */
  readonly dialect: Environment['dialect'];
  /** A task without a mock. */
  readonly perform: (call: TaskCall) => MaybePromise<TaskReply>;
  readonly responseShape?: NonNullable<Environment['responseShape']>;
  readonly pause?: NonNullable<Ports['pause']>;
}

/** Where AWS wants a role, any will do: nothing is called. */
const ROLE = 'arn:aws:iam::123456789012:role/saved-tests';

/** Runs one test and looks at what must hold. Never throws for what a definition or a test says. */
export async function runSavedTest(test: SavedTest, setting: SuiteSetting): Promise<TestResult> {
  const about = { name: test.name, ...(test.state === undefined ? {} : { state: test.state }) };
  if (test.skip !== undefined) return { ...about, status: 'skipped', skip: test.skip, failures: [], notes: [], ways: [] };
  const ways: WayTaken[] = [];
  const mocks = mockAnswers(test.mocks);
  const ports = testPorts(test.now, mocks, setting.perform, setting.pause);
  const environment: Environment = {
    ports, dialect: setting.dialect, region: setting.region,
    watch: (way) => ways.push(way),
    ...(setting.responseShape === undefined ? {} : { responseShape: setting.responseShape }),
  };
  const given = test.state === undefined ? await runAll(test, setting, environment, mocks) : await runState(test, test.state, setting, environment);
  if ('problem' in given) return { ...about, status: 'not-run', failures: [{ what: 'run', message: given.problem }], notes: [], ways };
  const failures = await checkExpectations(test, given.answer, given.history, ports);
  const notes = test.state === undefined ? mocks.unused().flatMap((state) => (test.ownMocks.includes(state) ? [`Nothing asked for the mock of "${state}".`] : [])) : given.notes;
  return { ...about, status: failures.length === 0 ? 'passed' : 'failed', failures, answer: given.answer, notes, ways };
}

type Given = { readonly answer: TestAnswer; readonly history: readonly HistoryEvent[]; readonly notes: readonly string[] } | { readonly problem: string };

async function runState(test: SavedTest, state: string, setting: SuiteSetting, environment: Environment): Promise<Given> {
  const mock = mockOf(test, state);
  if (mock !== undefined && 'problem' in mock) return mock;
  const request: TestStateRequest = {
    definition: JSON.stringify(setting.definition),
    stateName: state,
    input: JSON.stringify(test.input),
    roleArn: ROLE,
    inspectionLevel: 'DEBUG',
    ...(test.variables === undefined ? {} : { variables: JSON.stringify(test.variables) }),
    ...(test.context === undefined ? {} : { context: JSON.stringify(test.context) }),
    ...(test.stateConfiguration === undefined ? {} : { stateConfiguration: test.stateConfiguration }),
    ...(mock === undefined ? {} : { mock }),
  };
  return fromTest(await testState(request, environment));
}

function mockOf(test: SavedTest, state: string): Mock | { readonly problem: string } | undefined {
  const given = Object.hasOwn(test.mocks, state) ? test.mocks[state] : undefined;
  if (given === undefined) return undefined;
  const attempt = test.stateConfiguration?.retrierRetryCount ?? 0;
  const mock = mockOfAttempt(given, attempt);
  if (mock === undefined) return { problem: `"${state}" has no mock for attempt ${attempt + 1}. Add one to its list, or lower "retrierRetryCount".` };
  if (mock.when !== undefined) return { problem: `The mock of "${state}" has a "when", which only a run can look at. Leave it out, or test the whole run.` };
  const { reply, fieldValidationMode } = mock;
  if (reply.kind === 'result') return { result: JSON.stringify(reply.value), ...(fieldValidationMode === undefined ? {} : { fieldValidationMode }) };
  if (reply.kind === 'never') return { errorOutput: { error: 'States.Timeout' } };
  return { errorOutput: { ...(reply.error === undefined ? {} : { error: reply.error }), ...(reply.cause === undefined ? {} : { cause: reply.cause }) } };
}

function fromTest(outcome: TestStateOutcome): Given {
  switch (outcome.kind) {
    case 'answered': {
      const { status, output, error, cause, nextState = null, inspectionData } = outcome.response;
      const variables = inspectionData?.variables;
      const { awsWouldSay, hint } = outcome.extras;
      return {
        answer: { status, nextState, ...read('output', output), ...read('variables', variables), ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) },
        history: [],
        notes: [awsWouldSay ?? [], hint ?? []].flat(),
      };
    }
    case 'refused':
      return { problem: `The test was refused as AWS refuses it. ${outcome.exception.name}: ${outcome.exception.message}` };
    case 'not-performed':
      return { problem: outcome.reason.message };
    case 'unsupported':
      return { problem: outcome.message };
  }
}

const read = (key: 'output' | 'variables', text: string | undefined): JsonObject => (text === undefined ? {} : { [key]: JSON.parse(text) as Json });

async function runAll(test: SavedTest, setting: SuiteSetting, environment: Environment, mocks: MockAnswers): Promise<Given> {
  const outcome = await run(setting.definition, test.input, environment, {
    ...fromContext(test.context),
    ...(setting.type === undefined ? {} : { type: setting.type }),
    ...(test.variables === undefined ? {} : { variables: test.variables }),
    answer: (call) => mocks.answer(call),
  });
  return fromRun(outcome);
}

/** What a context object says of an execution. */
function fromContext(context: JsonObject | undefined): RunOptions {
  const text = (part: string, name: string): string | undefined => {
    const holder = context === undefined ? undefined : member(context, part);
    const value = isJsonObject(holder) ? member(holder, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const given = { name: text('Execution', 'Name'), executionArn: text('Execution', 'Id'), roleArn: text('Execution', 'RoleArn'), stateMachineArn: text('StateMachine', 'Id') };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function fromRun(outcome: RunOutcome): Given {
  switch (outcome.kind) {
    case 'ended': {
      const { status, output, error, cause, history } = outcome;
      return { answer: { status, ...read('output', output), ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }), states: statesOf(history) }, history, notes: [] };
    }
    case 'refused':
      return { problem: `The definition cannot be run. ${outcome.message}` };
    case 'not-performed':
      return { problem: outcome.reason.message };
    case 'unsupported':
      return { problem: outcome.message };
  }
}

const statesOf = (history: readonly HistoryEvent[]): readonly string[] => history.flatMap((event) => (event.type.endsWith('StateEntered') ? [String(event.stateEnteredEventDetails?.['name'])] : []));
