import { isJsonObject, member, objectOf, type Json, type JsonObject } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { nearest } from '../lib/nearest.ts';
import type { MockedReply, Mocks, StateMocks } from './suiteTypes.ts';

/**
 * `MockConfigFile.json` of Step Functions Local: `StateMachines.NAME.TestCases.CASE` says which of `MockedResponses` answers each state;
 * a response has numbers of attempts, `"0"` or `"1-2"`, counted from 0, each with `Return` or `Throw`. Source: AWS Step Functions
 * Developer Guide, "Configuration file for mocked service integrations".
 */
export interface MockCase {
  readonly machine: string;
  readonly name: string;
  readonly mocks: Mocks;
}

export const isMockConfig = (value: Json): value is JsonObject => isJsonObject(value) && (member(value, 'StateMachines') !== undefined || member(value, 'MockedResponses') !== undefined);

type Read<T> = Result<T, string>;

/** All test cases of the file; the error is a sentence with the place. */
export function readMockConfig(value: Json): Read<readonly MockCase[]> {
  const machines = isJsonObject(value) ? member(value, 'StateMachines') : undefined;
  const responses = isJsonObject(value) ? (member(value, 'MockedResponses') ?? {}) : {};
  if (!isJsonObject(machines)) return err('It has no "StateMachines". Write {"StateMachines": {"Name": {"TestCases": {…}}}, "MockedResponses": {…}}.');
  if (!isJsonObject(responses)) return err('"MockedResponses" must be an object.');
  const cases: MockCase[] = [];
  for (const [machine, given] of Object.entries(machines)) {
    const listed = isJsonObject(given) ? member(given, 'TestCases') : undefined;
    if (!isJsonObject(listed)) return err(`The state machine "${machine}" has no "TestCases".`);
    for (const [name, states] of Object.entries(listed)) {
      if (!isJsonObject(states)) return err(`The test case "${name}" of "${machine}" must be an object: {"State": "MockedResponse"}.`);
      const mocks = readCase(states, responses, `The test case "${name}" of "${machine}"`);
      if (!mocks.ok) return mocks;
      cases.push({ machine, name, mocks: mocks.value });
    }
  }
  return ok(cases);
}

function readCase(states: JsonObject, responses: JsonObject, what: string): Read<Mocks> {
  const mocks: [string, StateMocks][] = [];
  for (const [state, response] of Object.entries(states)) {
    if (typeof response !== 'string') return err(`${what} must name a response for "${state}", as a text.`);
    const attempts = member(responses, response);
    if (!isJsonObject(attempts)) {
      const meant = nearest(response, Object.keys(responses));
      return err(`${what} names the response "${response}", which "MockedResponses" does not have.${meant === null ? '' : ` Did you mean "${meant}"?`}`);
    }
    const replies = readResponse(attempts, response);
    if (!replies.ok) return replies;
    // unconfirmed: attempts begin anew with each visit of a state, so a lone "0" answers every iteration of a Map.
    const [only, ...more] = replies.value;
    const again = only !== undefined && more.length === 0 && only.times === undefined;
    mocks.push([state, { again, replies: replies.value }]);
  }
  return ok(Object.fromEntries(mocks));
}

function readResponse(attempts: JsonObject, name: string): Read<readonly MockedReply[]> {
  const rows: { readonly from: number; readonly to: number; readonly mock: MockedReply }[] = [];
  for (const [range, given] of Object.entries(attempts)) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || to < from) return err(`The response "${name}" has "${range}", which is no attempt. Write "0", or "1-2" for a range.`);
    const answer = readAttempt(given, `The attempt "${range}" of the response "${name}"`);
    if (!answer.ok) return answer;
    rows.push({ from, to, mock: { ...answer.value, ...(to > from ? { times: to - from + 1 } : {}) } });
  }
  rows.sort((a, b) => a.from - b.from);
  let next = 0;
  for (const { from, to } of rows) {
    if (from !== next) return err(`The response "${name}" ${from < next ? `answers attempt ${from} twice` : `has no answer for attempt ${next}`}. Attempts are counted from 0, one after the other.`);
    next = to + 1;
  }
  return ok(rows.map(({ mock }) => mock));
}

function readAttempt(given: Json, what: string): Read<MockedReply> {
  const [returned, thrown] = isJsonObject(given) ? [member(given, 'Return'), member(given, 'Throw')] : [];
  if ((returned === undefined) === (thrown === undefined)) return err(`${what} must have either "Return" or "Throw".`);
  if (returned !== undefined) return ok({ reply: { kind: 'result', value: returned } });
  const [error, cause] = isJsonObject(thrown) ? [member(thrown, 'Error'), member(thrown, 'Cause')] : [];
  if (typeof error !== 'string') return err(`The "Throw" of ${what.slice(0, 1).toLowerCase()}${what.slice(1)} needs an "Error".`);
  return ok({ reply: { kind: 'failure', error, ...(typeof cause === 'string' ? { cause } : {}) } });
}

export interface WrittenMockConfig {
  readonly config: JsonObject;
  /** What that format cannot say. */
  readonly lost: readonly string[];
}

/** The mocks of tests, one test case each, in the format of Step Functions Local. */
export function writeMockConfig(machine: string, tests: readonly { readonly name: string; readonly mocks: Mocks }[]): WrittenMockConfig {
  const lost: string[] = [];
  const names = new Map<string, string>();
  const responses: [string, Json][] = [];
  const cases = tests.map(({ name, mocks }) => {
    const states = Object.entries(mocks).map(([state, given]) => {
      const attempts = writeAttempts(given, `"${state}" in "${name}"`, lost);
      const key = JSON.stringify([state, attempts]);
      let response = names.get(key);
      if (response === undefined) {
        response = freeName(state, names);
        names.set(key, response);
        responses.push([response, attempts]);
      }
      return [state, response] as const;
    });
    return [name, objectOf(states)] as const;
  });
  return { config: { StateMachines: objectOf([[machine, { TestCases: objectOf(cases) }]]), MockedResponses: objectOf(responses) }, lost };
}

function freeName(state: string, names: ReadonlyMap<string, string>): string {
  const taken = new Set(names.values());
  for (let i = 1; ; i++) {
    const name = i === 1 ? state : `${state} ${i}`;
    if (!taken.has(name)) return name;
  }
}

/** An error for every call has to be there for each retry, and that format counts attempts. */
const EVERY = 100;

function writeAttempts({ again, replies }: StateMocks, where: string, lost: string[]): JsonObject {
  let next = 0;
  return objectOf(replies.flatMap(({ reply, times = again && reply.kind !== 'result' ? EVERY : 1, when }) => {
    if (when !== undefined) lost.push(`The mock of ${where} answers only calls that fit its "when"; in the file it answers any.`);
    if (reply.kind === 'never') {
      lost.push(`The mock of ${where} never answers; the file has States.Timeout in its place.`);
    }
    const range = times === 1 ? `${next}` : `${next}-${next + times - 1}`;
    next += times;
    return [[range, writeReply(reply)] as const];
  }));
}

function writeReply(reply: MockedReply['reply']): Json {
  if (reply.kind === 'result') return { Return: reply.value };
  if (reply.kind === 'never') return { Throw: { Error: 'States.Timeout', Cause: '' } };
  return { Throw: { Error: reply.error ?? '', Cause: reply.cause ?? '' } };
}

/** Our spelling of mocks, as it stands in a tests file. */
export const mocksJson = (mocks: Mocks): JsonObject =>
  objectOf(Object.entries(mocks).map(([state, { again, replies }]) => {
    const written = replies.map(replyJson);
    return [state, again && written[0] !== undefined ? written[0] : written] as const;
  }));

function replyJson({ reply, times, when, fieldValidationMode }: MockedReply): JsonObject {
  const { kind, submitted, ...rest } = { submitted: undefined, ...reply };
  const answer: JsonObject = kind === 'result' ? { result: resultJson(reply.kind === 'result' ? reply.value : null) } : kind === 'never' ? { noReply: true } : { errorOutput: rest as JsonObject };
  return { ...answer, ...(submitted === undefined ? {} : { submitted }), ...(times === undefined ? {} : { times }), ...(when === undefined ? {} : { when }), ...(fieldValidationMode === undefined ? {} : { fieldValidationMode }) };
}

/** A text is taken as JSON where it reads as such, so a text that would is written as JSON. */
function resultJson(value: Json): Json {
  return typeof value === 'string' ? JSON.stringify(value) : value;
}

/** A tests file with one run for each test case; what must hold is for a person to say, so it only asks for success. */
export const suiteFromMockConfig = (cases: readonly MockCase[]): JsonObject => ({
  version: 1,
  tests: cases.map(({ name, mocks }) => ({ name, input: {}, mocks: mocksJson(mocks), expect: { status: 'SUCCEEDED' } })),
});
