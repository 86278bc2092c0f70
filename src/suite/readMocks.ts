import type { ReceivedResponse } from '../http/exchange.ts';
import { interpretResponse } from '../http/interpretReply.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { Place, SuiteReader } from './SuiteReader.ts';
import type { MockedAnswer, MockedReply, Mocks, StateMocks } from './suiteTypes.ts';

const MEMBERS = ['result', 'errorOutput', 'http', 'noReply', 'submitted', 'times', 'when', 'fieldValidationMode', 'comment'] as const;
const KINDS = ['result', 'errorOutput', 'http', 'noReply'] as const;

/** `{ "State": mock }` answers every call, `{ "State": [mock, mock] }` one call after the other, retries included. */
export function readMocks(reader: SuiteReader, place: Place): Mocks {
  if (place.node.kind !== 'object') {
    reader.say(place, 'Mocks are an object: {"State name": {"result": …}}.');
    return {};
  }
  return Object.fromEntries(reader.members(place).flatMap(({ key, value }) => {
    const mocks = readStateMocks(reader, value, key);
    return mocks === undefined ? [] : [[key, mocks] as const];
  }));
}

export function readStateMocks(reader: SuiteReader, place: Place, state: string): StateMocks | undefined {
  const again = place.node.kind !== 'array';
  const replies = (again ? [place] : reader.items(place)).flatMap((item) => readMock(reader, item, state, again) ?? []);
  return { again, replies };
}

function readMock(reader: SuiteReader, place: Place, state: string, again: boolean): MockedReply | undefined {
  const what = `The mock of "${state}"`;
  if (!reader.object(place, what, MEMBERS)) return undefined;
  const given = KINDS.filter((kind) => reader.member(place, kind) !== undefined);
  if (given.length !== 1) return reader.say(place, given.length === 0 ? `${what} says nothing. Give it a "result", an "errorOutput", an "http" reply or "noReply".` : `${what} has ${given.map((kind) => `"${kind}"`).join(' and ')}. Keep one of them.`);
  const answer = readAnswer(reader, place, what);
  if (answer === undefined) return undefined;
  const submitted = reader.json(place, 'submitted');
  const when = reader.json(place, 'when');
  const times = readTimes(reader, place, again);
  const fieldValidationMode = reader.oneOf(place, 'fieldValidationMode', ['STRICT', 'PRESENT', 'NONE']);
  return {
    reply: submitted === undefined ? answer : { ...answer, submitted },
    ...(times === undefined ? {} : { times }),
    ...(when === undefined ? {} : { when }),
    ...(fieldValidationMode === undefined ? {} : { fieldValidationMode }),
  };
}

function readTimes(reader: SuiteReader, place: Place, again: boolean): number | undefined {
  const found = reader.member(place, 'times');
  if (found === undefined) return undefined;
  if (again) return reader.say(found, '"times" counts in a list of mocks; a mock that stands alone answers every call. Put it in [ ] or leave "times" out.');
  if (found.node.kind === 'number' && Number.isInteger(found.node.value) && found.node.value > 0) return found.node.value;
  return reader.say(found, '"times" must be a whole number, 1 or more.');
}

function readAnswer(reader: SuiteReader, place: Place, what: string): MockedAnswer | undefined {
  const result = reader.json(place, 'result');
  if (result !== undefined) return { kind: 'result', value: typeof result === 'string' ? parsed(result) : result };
  const error = reader.member(place, 'errorOutput');
  if (error !== undefined) return readError(reader, error, what);
  const http = reader.member(place, 'http');
  if (http !== undefined) return readHttp(reader, http, what);
  const never = reader.member(place, 'noReply');
  if (never?.node.kind === 'literal' && never.node.value === true) return { kind: 'never' };
  return never && reader.say(never, '"noReply" must be true: no answer comes, and a timeout of the state ends it.');
}

/** The API wants the text of a JSON value; a text that is none can only mean itself. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function readError(reader: SuiteReader, place: Place, what: string): MockedAnswer | undefined {
  if (!reader.object(place, `The "errorOutput" of ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`, ['error', 'cause'])) return undefined;
  const error = reader.text(place, 'error');
  const cause = reader.text(place, 'cause');
  return { kind: 'failure', ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

/** A reply of a web server, made into what Step Functions would make of it. */
function readHttp(reader: SuiteReader, place: Place, what: string): MockedAnswer | undefined {
  if (!reader.object(place, `The "http" of ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`, ['status', 'statusText', 'headers', 'body'])) return undefined;
  const status = reader.json(place, 'status');
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599) return reader.say(reader.member(place, 'status') ?? place, '"http" needs a "status": the number of the reply, such as 200 or 503.');
  const headers = headersOf(reader.json(place, 'headers'));
  if (!headers.ok) return reader.say(reader.member(place, 'headers') ?? place, headers.error);
  const response = received(status, reader.text(place, 'statusText') ?? '', headers.value, reader.json(place, 'body'));
  const { notes: _, ...answer } = interpretResponse(response, 'GET');
  return answer;
}

function headersOf(given: Json | undefined): Result<readonly string[], string> {
  if (given === undefined) return ok([]);
  const flat = isJsonObject(given) ? Object.entries(given).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).flatMap((one) => [name, one])) : [null];
  return flat.every((text) => typeof text === 'string') ? ok(flat) : err('"headers" must be an object of texts: {"Content-Type": "text/plain"}.');
}

function received(status: number, statusText: string, headers: readonly string[], body: Json | undefined): ReceivedResponse {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const named = headers.some((name, i) => i % 2 === 0 && name.toLowerCase() === 'content-type');
  const type = named || body === undefined ? [] : ['Content-Type', typeof body === 'string' ? 'text/plain' : 'application/json'];
  const bytes = new TextEncoder().encode(text);
  return { httpVersion: '1.1', status, statusText, headers: [...headers, ...type], body: bytes, sizeBytes: bytes.length, truncated: false };
}
