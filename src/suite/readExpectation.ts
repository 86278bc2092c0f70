import { jsonataSyntax } from '../expr/jsonata/jsonataSyntax.ts';
import { parseJsonPath } from '../expr/jsonpath/parseJsonPath.ts';
import { toJson } from '../asl/toJson.ts';
import { isJsonObject, type JsonObject } from '../lib/Json.ts';
import type { Place, SuiteReader } from './SuiteReader.ts';
import type { Expectation } from './suiteTypes.ts';

const BOTH = ['status', 'output', 'outputContains', 'outputPaths', 'condition', 'error', 'cause', 'causeContains'] as const;
const OF_STATES = ['nextState', 'variablesContain'] as const;
const OF_RUNS = ['states', 'visits', 'neverVisits', 'events'] as const;
const STATUS = { state: ['SUCCEEDED', 'FAILED', 'RETRIABLE', 'CAUGHT_ERROR'], run: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] } as const;

type Draft = { -readonly [K in keyof Expectation]: Expectation[K] };

export function readExpectation(reader: SuiteReader, place: Place, of: 'state' | 'run'): Expectation {
  const expected: Draft = { conditions: [] };
  if (!reader.object(place, '"expect"', [...BOTH, ...OF_STATES, ...OF_RUNS])) return expected;
  if (place.node.kind === 'object' && place.node.members.length === 0) reader.say(place, '"expect" is empty, so the test would hold whatever happens. Write what must hold, such as {"status": "SUCCEEDED"}.');
  sayForeign(reader, place, of);
  const put = <K extends keyof Expectation>(key: K, value: Expectation[K] | undefined): void => {
    if (value !== undefined) expected[key] = value;
  };
  put('status', reader.oneOf(place, 'status', STATUS[of]));
  put('nextState', readNextState(reader, place));
  put('output', reader.json(place, 'output'));
  put('outputContains', reader.json(place, 'outputContains'));
  put('outputPaths', readPaths(reader, place));
  put('conditions', readConditions(reader, place));
  put('variablesContain', reader.jsonObject(place, 'variablesContain'));
  for (const key of ['error', 'cause', 'causeContains'] as const) put(key, reader.text(place, key));
  for (const key of ['states', 'visits', 'neverVisits'] as const) put(key, reader.texts(place, key));
  put('events', readEvents(reader, place));
  return expected;
}

function sayForeign(reader: SuiteReader, place: Place, of: 'state' | 'run'): void {
  for (const key of of === 'run' ? OF_STATES : OF_RUNS) {
    const found = reader.member(place, key);
    if (found) reader.say(found, of === 'run' ? `"${key}" can be expected of the test of a state. Give the test a "state", or leave "${key}" out.` : `"${key}" can be expected of a whole run. Leave "state" out of the test, or "${key}".`);
  }
}

/** Null: the machine ends here. */
function readNextState(reader: SuiteReader, place: Place): string | null | undefined {
  const found = reader.member(place, 'nextState');
  return found?.node.kind === 'literal' && found.node.value === null ? null : reader.text(place, 'nextState');
}

function readPaths(reader: SuiteReader, place: Place): JsonObject | undefined {
  const paths = reader.jsonObject(place, 'outputPaths');
  const found = reader.member(place, 'outputPaths');
  for (const { key, value } of found ? reader.members(found) : []) {
    const parsed = parseJsonPath(key);
    if (!parsed.ok) reader.say(value, `"${key}" is no JSONPath: ${parsed.error.message}`);
  }
  return paths;
}

/** The text between `{%` and `%}`, as in a definition; the marks may be left out. */
const withoutMarks = (text: string): string => /^\s*\{%([\s\S]*)%\}\s*$/.exec(text)?.[1]?.trim() ?? text;

function readConditions(reader: SuiteReader, place: Place): readonly string[] {
  const found = reader.member(place, 'condition');
  if (found === undefined) return [];
  const places = found.node.kind === 'array' ? reader.items(found) : [found];
  return places.flatMap((one) => {
    if (one.node.kind !== 'string') return reader.say(one, '"condition" must be a JSONata expression, or a list of them: "{% $states.output.total > 0 %}".') ?? [];
    const text = withoutMarks(one.node.value);
    const wrong = jsonataSyntax(text);
    if (wrong) reader.say(one, `This condition is no JSONata: ${wrong.message}`);
    return [text];
  });
}

function readEvents(reader: SuiteReader, place: Place): readonly JsonObject[] | undefined {
  const found = reader.member(place, 'events');
  if (found === undefined) return undefined;
  if (found.node.kind !== 'array') return reader.say(found, '"events" must be a list: ["TaskFailed", {"type": "TaskStateEntered", "state": "Charge"}].');
  return reader.items(found).flatMap((one): readonly JsonObject[] => {
    const given = toJson(one.node);
    if (typeof given === 'string') return [{ type: given }];
    return isJsonObject(given) ? [given] : (reader.say(one, 'An event is a type in quotes, or an object with "type", "state", "error" or members of the event.') ?? []);
  });
}
