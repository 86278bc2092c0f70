import type { QueryLanguage } from '../../asl/names.ts';
import type { Shape } from '../../catalog/Shape.ts';
import { parseJsonText } from '../../lib/jacksonError.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { Environment } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { isCheckedByAws } from '../mocks/isCheckedByAws.ts';
import { resourceParts } from '../resource.ts';
import type { State } from '../states/definition.ts';
import type { TestStateException, TestStateRequest } from '../testStateApi.ts';
import type { TestStateOutcome } from '../testStateOutcome.ts';
import { contextProblem, defaultContext } from './contextObject.ts';
import { CONTEXT_NEEDS_MOCK, NEEDS_MOCK } from './awsWords.ts';
import { KeptText } from './KeptText.ts';
import { requestMockProblem, resultProblem } from './mockProblem.ts';
import { pickState } from './pickState.ts';

export type MockedReply = { readonly kind: 'result'; readonly value: Json; /** Against a shape. */ readonly checked?: boolean } | { readonly kind: 'failure'; readonly failure: StatesError };

/** A request that AWS would take, read. */
export interface Test {
  readonly request: TestStateRequest;
  readonly state: State;
  readonly language: QueryLanguage;
  readonly machineLanguage?: QueryLanguage;
  readonly input: Json;
  readonly inputText: string;
  readonly variables: JsonObject;
  readonly context: JsonObject;
  readonly kept: KeptText;
  readonly mock?: MockedReply;
  readonly readerData?: Json;
  readonly awsWouldSay: readonly string[];
}

type Refusal = Extract<TestStateOutcome, { kind: 'refused' | 'unsupported' }>;
type Read<T> = Result<T, Refusal>;

const refuse = (exception: TestStateException): Read<never> => err({ kind: 'refused', exception });
const validation = (message: string): Read<never> => refuse({ name: 'ValidationException', message });

export async function readRequest(request: TestStateRequest, environment: Environment): Promise<Read<Test>> {
  const picked = pickState(request, environment.dialect);
  if (!picked.ok) return refuse(picked.error);
  const { state, language } = picked.value;
  const refusal = refusedUpFront(request, state, environment);
  if (refusal) return refusal;
  const kept = new KeptText();
  const input = readInput(request, kept);
  if (!input.ok) return input;
  const mock = await readMock(request, state, kept, environment);
  if (!mock.ok) return mock;
  const variables = readObject(request.variables, 'variables');
  if (!variables.ok) return variables;
  const context = readContext(request, state, input.value, environment);
  if (!context.ok) return context;
  const reader = readReaderData(request);
  if (!reader.ok) return reader;
  return ok({
    request, state, language, kept,
    ...(picked.value.machineLanguage === undefined ? {} : { machineLanguage: picked.value.machineLanguage }),
    input: input.value,
    inputText: request.input ?? '{}',
    variables: variables.value ?? {},
    context: context.value,
    ...(mock.value === undefined ? {} : { mock: mock.value }),
    ...(reader.value === undefined ? {} : { readerData: reader.value }),
    awsWouldSay: remarks(picked.value.awsWouldSay, state, mock.value, request, environment),
  });
}

/** What is refused before anything is evaluated. */
function refusedUpFront(request: TestStateRequest, state: State, environment: Environment): Read<never> | null {
  const problem = requestMockProblem(request, state);
  if (problem !== null) return validation(problem);
  if (request.mock) return null;
  if (state.Type === 'Map' || state.Type === 'Parallel') {
    if (environment.dialect === 'aws') return refuse({ name: 'InvalidDefinition', message: NEEDS_MOCK });
    if (state.Type === 'Map' && state.ItemReader && request.stateConfiguration?.mapItemReaderData === undefined) {
      return err({ kind: 'unsupported', message: 'This Map reads its items with an ItemReader, and a test reads nothing. Give the items as mapItemReaderData (in Conditions), or give the test a mock of its result.' });
    }
    if (state.Type === 'Map' && state.ResultWriter) return err({ kind: 'unsupported', message: 'not supported yet: running a Map with a ResultWriter. Give the test a mock of its result.' });
    return null;
  }
  if (state.Type !== 'Task' || environment.dialect === 'studio') return null;
  if (request.roleArn === undefined) return validation('RoleArn must be specified when testing a Task state');
  const { pattern } = resourceParts(state.Resource);
  if (pattern === 'request-response' || pattern === 'lambda') return null;
  // AWS refuses these too, but its words are not recorded.
  return err({ kind: 'unsupported', message: `not supported yet: testing ${state.Resource} without a mock, which AWS refuses. Give the test a mock.` });
}

function readInput(request: TestStateRequest, kept: KeptText): Read<Json> {
  if (request.input === undefined) return ok({});
  if (request.input === '') return refuse({ name: 'InvalidExecutionInput', message: "Invalid State Machine Execution Input: 'Invalid execution input.'" });
  const parsed = parseJsonText(request.input);
  if (!parsed.ok) return refuse({ name: 'InvalidExecutionInput', message: `Invalid State Machine Execution Input: '${parsed.error.message}'` });
  kept.keep(parsed.value, request.input);
  return parsed;
}

async function readMock(request: TestStateRequest, state: State, kept: KeptText, environment: Environment): Promise<Read<MockedReply | undefined>> {
  const { mock } = request;
  if (mock?.errorOutput) return ok({ kind: 'failure', failure: mock.errorOutput });
  if (mock?.result === undefined) return ok(undefined);
  const parsed = parseJsonText(mock.result);
  if (!parsed.ok) return validation('Mocked result must be valid JSON');
  const shape = state.Type === 'Task' ? await shapeOf(state.Resource, environment) : undefined;
  const problem = resultProblem(state, parsed.value, mock.fieldValidationMode, shape);
  if (problem !== null) return validation(problem);
  kept.keep(parsed.value, mock.result);
  return ok({ kind: 'result', value: parsed.value, ...(shape === undefined ? {} : { checked: true }) });
}

/** One that cannot be had is as one that is not known. */
async function shapeOf(arn: string, { responseShape }: Environment): Promise<Shape | undefined> {
  if (!isCheckedByAws(arn)) return undefined;
  try {
    return await responseShape?.(arn);
  } catch {
    return undefined;
  }
}

/** The wording of these two refusals is ours: no recording shows broken variables or a broken context. */
function readObject(text: string | undefined, name: string): Read<JsonObject | undefined> {
  if (text === undefined) return ok(undefined);
  const parsed = parseJsonText(text);
  if (!parsed.ok) return validation(`Invalid ${name} provided: ${parsed.error.message}`);
  return isJsonObject(parsed.value) ? ok(parsed.value) : validation(`Invalid ${name} provided: must be a JSON object`);
}

function readContext(request: TestStateRequest, state: State, input: Json, environment: Environment): Read<JsonObject> {
  const given = readObject(request.context, 'Context object');
  if (!given.ok) return given;
  if (given.value === undefined) return ok(defaultContext(state, input, request.roleArn, environment));
  const problem = contextProblem(given.value, state, environment.dialect);
  return problem === null ? ok(given.value) : validation(`Invalid Context object provided: ${problem}`);
}

function readReaderData(request: TestStateRequest): Read<Json | undefined> {
  const text = request.stateConfiguration?.mapItemReaderData;
  if (text === undefined) return ok(undefined);
  const parsed = parseJsonText(text);
  return parsed.ok ? parsed : validation(`mapItemReaderData must be valid JSON: ${parsed.error.message}`);
}

function remarks(definition: string | undefined, state: State, mock: MockedReply | undefined, request: TestStateRequest, { dialect }: Environment): string[] {
  const said = definition === undefined ? [] : [`AWS would refuse the definition: ${definition}`];
  const unchecked = state.Type === 'Task' && mock?.kind === 'result' && request.mock?.fieldValidationMode !== 'NONE' && mock.checked !== true && isCheckedByAws(state.Resource);
  if (unchecked) said.push(`AWS would also check this mock against the response of ${state.Resource}; the studio has no description of it yet.`);
  if (dialect === 'studio' && mock === undefined) said.push(...beyondAws(state, request));
  return said;
}

/** Where the studio goes further than the API. AWS's own words for these refusals are not recorded. */
function beyondAws(state: State, request: TestStateRequest): string[] {
  const { pattern } = resourceParts(state.Type === 'Task' ? state.Resource : '');
  const inside = state.Type === 'Map' || state.Type === 'Parallel' ? [`AWS would answer: ${NEEDS_MOCK}`] : [];
  const said = request.context === undefined ? inside : [...inside, CONTEXT_NEEDS_MOCK];
  if (pattern === 'sync' || pattern === 'token' || pattern === 'activity') said.push('AWS tests this kind of task only with a mock.');
  return said;
}
