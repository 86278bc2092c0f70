import { evaluateJsonata } from '../expr/jsonata/evaluateJsonata.ts';
import { evaluatePath } from '../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../expr/jsonpath/parseJsonPath.ts';
import type { Sources } from '../expr/PathScope.ts';
import type { HistoryEvent } from '../interpreter/run/History.ts';
import { AWS_LIMITS } from '../interpreter/limits.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { differences } from '../lib/differences.ts';
import { missing } from './contains.ts';
import { checkEvents } from './checkEvents.ts';
import type { Failure, TestAnswer } from './TestResult.ts';
import type { Expectation, SavedTest } from './suiteTypes.ts';

/** Everything that was expected and did not hold, in the order of the file format. */
export async function checkExpectations({ expect, input }: SavedTest, answer: TestAnswer, history: readonly HistoryEvent[], sources: Sources): Promise<readonly Failure[]> {
  return [
    ...checkStatus(expect, answer),
    ...checkText('error', expect.error, answer.error),
    ...checkText('cause', expect.cause, answer.cause),
    ...checkCause(expect, answer),
    ...checkNext(expect, answer),
    ...checkOutput(expect, answer),
    ...(await checkConditions(expect, input, answer, sources)),
    ...checkVariables(expect, answer),
    ...checkWay(expect, answer),
    ...checkEvents(expect, history),
  ];
}

/** The reason of a failure that nobody expected belongs beside the status: it is what a person looks for first. */
const because = ({ error, cause }: TestAnswer): string => (error === undefined ? '' : ` with ${error}${cause === undefined || cause === '' ? '' : `: ${cause}`}`);

/** Nobody who says nothing of the status means a failure: then it has to succeed, unless an error or a cause is expected. */
function checkStatus(expect: Expectation, answer: TestAnswer): readonly Failure[] {
  const { status = impliedStatus(expect) } = expect;
  if (status === undefined || status === answer.status) return [];
  return [{ what: 'status', message: `The status is ${answer.status}${because(answer)}; expected was ${status}.`, differences: [{ path: 'status', expected: status, actual: answer.status }] }];
}

function impliedStatus({ error, cause, causeContains }: Expectation): TestAnswer['status'] | undefined {
  return error === undefined && cause === undefined && causeContains === undefined ? 'SUCCEEDED' : undefined;
}

function checkText(what: 'error' | 'cause', expected: string | undefined, actual: string | undefined): readonly Failure[] {
  if (expected === undefined || expected === actual) return [];
  return [{ what, message: actual === undefined ? `There is no ${what}.` : `The ${what} is another one.`, differences: [{ path: what, expected, ...(actual === undefined ? {} : { actual }) }] }];
}

function checkCause({ causeContains: part }: Expectation, { cause }: TestAnswer): readonly Failure[] {
  if (part === undefined || cause?.includes(part)) return [];
  return [{ what: 'causeContains', message: cause === undefined ? `There is no cause that could contain ${JSON.stringify(part)}.` : `The cause does not contain ${JSON.stringify(part)}.`, ...(cause === undefined ? {} : { differences: [{ path: 'cause', actual: cause }] }) }];
}

const named = (state: string | null | undefined): string => (state == null ? 'none' : `"${state}"`);

function checkNext({ nextState: expected }: Expectation, { nextState = null }: TestAnswer): readonly Failure[] {
  if (expected === undefined || expected === nextState) return [];
  return [{ what: 'nextState', message: `The next state is ${named(nextState)}; expected was ${named(expected)}.`, differences: [{ path: 'nextState', expected, actual: nextState }] }];
}

function checkOutput(expect: Expectation, { output }: TestAnswer): readonly Failure[] {
  const asked = (['output', 'outputContains', 'outputPaths'] as const).filter((what) => expect[what] !== undefined);
  if (output === undefined) return asked.map((what) => ({ what, message: 'There is no output.' }));
  return asked.flatMap((what): readonly Failure[] => {
    if (what === 'outputPaths') return checkPaths(expect.outputPaths ?? {}, output);
    const expected = expect[what] as Json;
    const found = what === 'output' ? differences(expected, output) : missing(expected, output);
    if (found.length === 0) return [];
    return [{ what, message: what === 'output' ? 'The output is not what was expected.' : 'The output does not contain what was expected.', differences: found }];
  });
}

function checkPaths(paths: JsonObject, output: Json): readonly Failure[] {
  return Object.entries(paths).flatMap(([text, expected]): readonly Failure[] => {
    const path = parseJsonPath(text);
    const value = path.ok ? evaluatePath(path.value, { input: output, context: {}, variables: {} }) : path;
    if (!value.ok) return [{ what: 'outputPaths', message: `The output has nothing at ${text}.`, differences: [{ path: text, expected }] }];
    const found = differences(expected, value.value, text);
    return found.length === 0 ? [] : [{ what: 'outputPaths', message: `The output is another one at ${text}.`, differences: found }];
  });
}

async function checkConditions({ conditions }: Expectation, input: Json, answer: TestAnswer, sources: Sources): Promise<readonly Failure[]> {
  const { variables = {}, states, ...rest } = answer;
  // `$states` as in a definition, with what a test gave.
  const seen = Object.fromEntries(Object.entries({ input, ...rest, visited: states }).filter(([, value]) => value !== undefined)) as JsonObject;
  const scope = { states: seen, variables, sources, timeoutMs: AWS_LIMITS.jsonataTimeoutMs, depth: AWS_LIMITS.jsonataDepth };
  const failures: Failure[] = [];
  for (const text of conditions) {
    const value = await evaluateJsonata(text, 'condition', scope);
    if (!value.ok) failures.push({ what: 'condition', message: `The condition could not be evaluated. ${value.error.message}` });
    else if (value.value !== true) failures.push({ what: 'condition', message: `The condition does not hold: ${text}`, differences: [{ path: 'condition', expected: true, actual: value.value }] });
  }
  return failures;
}

function checkVariables({ variablesContain: expected }: Expectation, { variables = {} }: TestAnswer): readonly Failure[] {
  const found = expected === undefined ? [] : missing(expected, variables);
  return found.length === 0 ? [] : [{ what: 'variablesContain', message: 'The variables after the state are not what was expected.', differences: found.map((one) => ({ ...one, path: `$${one.path.slice(2)}` })) }];
}

function checkWay({ states, visits, neverVisits }: Expectation, { states: entered = [] }: TestAnswer): readonly Failure[] {
  const failures: Failure[] = [];
  const way = entered.length === 0 ? 'no state' : entered.join(' > ');
  if (states !== undefined && differences(states, entered).length > 0) failures.push({ what: 'states', message: 'The run took another way.', differences: [{ path: 'states', expected: states.join(' > '), actual: way }] });
  let from = 0;
  for (const name of visits ?? []) {
    const at = entered.indexOf(name, from);
    if (at < 0) {
      failures.push({ what: 'visits', message: `The run did not come to "${name}"${from > 0 && entered.includes(name) ? ' in that order' : ''}; its way was ${way}.` });
      break;
    }
    from = at + 1;
  }
  for (const name of neverVisits ?? []) if (entered.includes(name)) failures.push({ what: 'neverVisits', message: `The run came to "${name}"; its way was ${way}.` });
  return failures;
}
