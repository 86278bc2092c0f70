import { jsonTextOf } from '../asl/jsonText.ts';
import { itemsOf, valueOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { QueryLanguage } from '../asl/names.ts';
import { equalJson } from '../lib/equalJson.ts';
import { isJsonArray, type Json } from '../lib/Json.ts';
import type { MadeUpData } from '../refactor/jsonata/madeUpData.ts';
import type { Environment, Ports } from './environment.ts';
import { testState } from './testState.ts';
import type { Mock, TestStateRequest, TestStateResponse } from './testStateApi.ts';
import type { TestStateOutcome } from './testStateOutcome.ts';

/** What the state before and the state after its conversion make of the same data. */
export type Verdict =
  | { readonly kind: 'same' }
  /** `what`: the first thing in which they differ, in words. */
  | { readonly kind: 'different'; readonly what: string; readonly before: string; readonly after: string }
  /** Both fail: the data shows nothing. */
  | { readonly kind: 'open'; readonly why: string };

/** The same test of a state before and after. */
export interface ProofPair {
  readonly type: string | undefined;
  readonly before: TestStateRequest;
  readonly after: TestStateRequest;
  /** What its work is made to fail with, to see what a catcher leaves. */
  readonly error?: string;
}

/** Carries both tests out. Nothing is sent: what a state calls is mocked, and a call that is not is refused. */
export async function provePair({ type, before, after, error }: ProofPair, region: string, sources: Pick<Ports, 'now' | 'random' | 'id'>): Promise<Verdict> {
  const environment: Environment = {
    dialect: 'studio',
    region,
    ports: { ...sources, perform: () => ({ kind: 'not-performed', reason: { kind: 'needs-mock', message: 'A proof calls nothing.' } }) },
  };
  return compareAnswers(type, await testState(before, environment), await testState(after, environment), error);
}

/**
 * A test of a state with given data, in a machine of that one state. Nothing is sent: what it would call is mocked.
 * @param machine the language of the workflow around it, which the states inside it take
 * @param error what its work fails with
 */
export function proofRequest(entry: StateEntry, machine: QueryLanguage, data: MadeUpData, error?: string): TestStateRequest {
  const name = JSON.stringify(entry.name);
  const mock = mockOf(entry, data);
  const mocked: Mock | undefined = error === undefined ? resultMock(mock) : { errorOutput: { error, cause: 'made up' } };
  return {
    definition: `{"QueryLanguage":"${machine}","StartAt":${name},"States":{${name}:${jsonTextOf(entry.node)}}}`,
    stateName: entry.name,
    input: JSON.stringify(data.input),
    inspectionLevel: 'DEBUG',
    ...(Object.keys(data.variables).length > 0 ? { variables: JSON.stringify(data.variables) } : {}),
    ...(Object.keys(data.context).length > 0 ? { context: JSON.stringify(data.context) } : {}),
    ...(mocked === undefined ? {} : { mock: mocked }),
    ...(data.items === undefined ? {} : { stateConfiguration: { mapItemReaderData: JSON.stringify(data.items) } }),
  };
}

const resultMock = (result: Json | undefined): Mock | undefined => (result === undefined ? undefined : { result: JSON.stringify(result), fieldValidationMode: 'NONE' });

function mockOf(entry: StateEntry, { result, count }: MadeUpData): Json | undefined {
  if (entry.type === 'Task') return result;
  if (entry.type === 'Parallel') return ofLength(result, entry.inner.length);
  return entry.type === 'Map' ? ofLength(result, count) : undefined;
}

const ofLength = (value: Json, count: number): Json => {
  const items = isJsonArray(value) ? value : [value];
  return Array.from({ length: count }, (_, at) => items[at] ?? items[0] ?? {});
};

/**
 * Where both fail to evaluate, nothing is proved: names and causes are other ones by nature. Only those of a Fail state are what it says.
 * @param mocked the error that the work was made to fail with, if it was
 */
export function compareAnswers(type: string | undefined, before: TestStateOutcome, after: TestStateOutcome, mocked?: string): Verdict {
  if (before.kind !== 'answered' || after.kind !== 'answered') {
    return before.kind === 'answered' || after.kind === 'answered' ? different('the answer', shown(before), shown(after)) : { kind: 'open', why: shown(before) };
  }
  const [one, other] = [before.response, after.response];
  if (type !== 'Fail' && one.status === other.status && one.error !== mocked && one.error !== undefined) return { kind: 'open', why: one.cause || one.error };
  const parts: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['status', one.status, other.status],
    ...(type === 'Fail' ? ([['error', one.error, other.error], ['cause', one.cause, other.cause]] as const) : []),
    ['next state', one.nextState, other.nextState],
    ...(type === 'Task' ? ([['what it hands to its work', given(one), given(other)]] as const) : []),
    ['output', one.output, other.output],
    ['variables', one.inspectionData?.variables, other.inspectionData?.variables],
  ];
  const found = parts.find(([, a, b]) => !sameText(a, b));
  return found ? different(found[0], found[1] ?? 'nothing', found[2] ?? 'nothing') : { kind: 'same' };
}

const different = (what: string, before: string, after: string): Verdict => ({ kind: 'different', what, before, after });

/** The arguments under the name of the language; without Parameters, what InputPath chose. */
const given = ({ inspectionData: data }: TestStateResponse): string | undefined => data?.afterArguments ?? data?.afterParameters ?? data?.afterInputPath;

function sameText(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  try {
    return equalJson(JSON.parse(a) as Json, JSON.parse(b) as Json);
  } catch {
    return false;
  }
}

function shown(outcome: TestStateOutcome): string {
  if (outcome.kind === 'answered') return outcome.response.status;
  if (outcome.kind === 'refused') return outcome.exception.message;
  return outcome.kind === 'not-performed' ? outcome.reason.message : outcome.message;
}

/** One error that each catcher of a state takes. */
export function catchableErrors(entry: StateEntry): readonly string[] {
  const catchers = itemsOf(valueOf(entry.node, 'Catch'));
  const names = catchers.flatMap((catcher) => itemsOf(valueOf(catcher, 'ErrorEquals')).slice(0, 1));
  return [...new Set(names.flatMap((name) => (name.kind === 'string' ? [/^States\.(ALL|TaskFailed)$/.test(name.value) ? 'Sample.Error' : name.value] : [])))];
}
