import type { TaskCall } from '../interpreter/environment.ts';
import type { RunReply } from '../interpreter/run/runTypes.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject, member } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';

/**
 * Answers for the tasks of a run: `{ "State": mock }` answers every call, `{ "State": [mock, mock] }` one attempt each, retries
 * included. A mock is that of TestState: `{ "result": … }` (JSON, or its text) or `{ "errorOutput": { "error", "cause" } }`.
 */
export function readMocks(value: Json): Result<(call: TaskCall) => RunReply, string> {
  if (!isJsonObject(value)) return err('mocks are an object: {"State name": {"result": …}}');
  if (member(value, 'StateMachines') !== undefined || member(value, 'MockedResponses') !== undefined) return err('not supported yet: MockConfigFile.json. Write {"State name": {"result": …}}');
  const byState = new Map<string, { readonly replies: RunReply[]; readonly again: boolean }>();
  for (const [state, given] of Object.entries(value)) {
    const replies: RunReply[] = [];
    for (const mock of isJsonArray(given) ? given : [given]) {
      const reply = readMock(mock);
      if (reply === null) return err(`the mock of ${JSON.stringify(state)} has neither "result" nor "errorOutput"`);
      replies.push(reply);
    }
    byState.set(state, { replies, again: !isJsonArray(given) });
  }
  return ok((call) => {
    const mocks = byState.get(call.stateName);
    return (mocks?.again ? mocks.replies[0] : mocks?.replies.shift()) ?? noMock(call, mocks !== undefined);
  });
}

function readMock(mock: Json): RunReply | null {
  if (!isJsonObject(mock)) return null;
  const result = member(mock, 'result');
  if (result !== undefined) return { kind: 'result', value: typeof result === 'string' ? parsed(result) : result };
  const output = member(mock, 'errorOutput');
  return isJsonObject(output) ? { kind: 'failure', ...part(output, 'error'), ...part(output, 'cause') } : null;
}

/** The API wants the text of a JSON value; a text that is none can only mean itself. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function part<K extends 'error' | 'cause'>(output: JsonObject, key: K): { readonly [P in K]?: string } {
  const value = member(output, key);
  return typeof value === 'string' ? ({ [key]: value } as { [P in K]: string }) : {};
}

const noMock = ({ stateName, resource }: TaskCall, usedUp: boolean): RunReply => ({
  kind: 'not-performed',
  reason: {
    kind: 'needs-mock',
    message: usedUp
      ? `${JSON.stringify(stateName)} was called more often than it has mocks. Add one for each attempt, or give one mock that is no list.`
      : `${JSON.stringify(stateName)} calls ${resource}, and "run" uses no network. Give it a mock: --mocks FILE with {${JSON.stringify(stateName)}: {"result": …}}.`,
  },
});
