import { equalJson } from '../../lib/equalJson.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import { pseudoRandom } from '../../lib/pseudoRandom.ts';
import type { TaskReply } from '../../http/taskReply.ts';
import type { RunReply } from '../run/runTypes.ts';
import type { DataCall, DataReply, EpochMs, Ports, TaskCall } from '../environment.ts';
import { resourceParts } from '../resource.ts';
import type { ConformanceCase } from './ConformanceCase.ts';

/** A world in which everything is decided beforehand: answers from the case's mocks, a clock that stands, counted ids. */
export function casePorts(recorded: ConformanceCase): Ports {
  const clock = typeof recorded.request['clock'] === 'string' ? Date.parse(recorded.request['clock']) : Date.UTC(2026, 0, 1);
  const answers = caseAnswers(recorded);
  let ids = 0;
  let tokens = 0;
  return {
    now: (): EpochMs => clock,
    random: pseudoRandom(1),
    token: () => `<token:${++tokens}>`, // as the recordings write the N-th one
    data: (call) => caseData(recorded, call),
    id: () => `${(++ids).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    perform: (call) => {
      const reply = answers(call);
      return reply.kind === 'never' ? { kind: 'failure', error: 'States.Timeout' } : reply;
    },
  };
}

/** The answers of the case's mocks, in their order, for each state. */
export function caseAnswers(recorded: ConformanceCase): (call: TaskCall) => RunReply {
  const answers = new Map<string, JsonObject[]>(Object.entries(recorded.mocks ?? {}).map(([name, outcomes]) => [name, [...outcomes]]));
  return (call) => answer(call, answers.get(call.stateName) ?? answers.get('') ?? []);
}

const needsMock = (call: TaskCall): TaskReply => ({
  kind: 'not-performed',
  reason: { kind: 'needs-mock', message: `The case holds no answer for ${call.stateName}.` },
});

/** Takes the first outcome whose `when` is what was asked, else the first one; an echo is never used up. */
function answer(call: TaskCall, outcomes: JsonObject[]): RunReply {
  const asked = outcomes.findIndex((outcome) => outcome['when'] !== undefined && equalJson(outcome['when'], call.arguments));
  const index = asked >= 0 ? asked : 0;
  const outcome = outcomes[index];
  if (!outcome) return needsMock(call);
  if (outcome['echo'] === true) return { kind: 'result', value: echo(call) };
  outcomes.splice(index, 1);
  const submitted = outcome['submitted'] === undefined ? {} : { submitted: outcome['submitted'] };
  if (outcome['result'] !== undefined) return { kind: 'result', value: outcome['result'], ...submitted };
  if (outcome['pending'] === true || outcome['timedOut'] === true) return { kind: 'never', ...submitted };
  return {
    kind: 'failure',
    ...submitted,
    ...(typeof outcome['error'] === 'string' ? { error: outcome['error'] } : {}),
    ...(typeof outcome['cause'] === 'string' ? { cause: outcome['cause'] } : {}),
  };
}

function echo(call: TaskCall): Json {
  if (resourceParts(call.resource).pattern === 'lambda') return call.arguments;
  const payload = isJsonObject(call.arguments) ? call.arguments['Payload'] : undefined;
  return { ExecutedVersion: '$LATEST', Payload: payload ?? {}, StatusCode: 200 };
}

/** The objects that were there when the case was recorded; what is written goes nowhere. */
function caseData({ s3 }: ConformanceCase, { resource, arguments: args }: DataCall): DataReply {
  const bucket = s3?.[textOf(args['Bucket'])];
  if (resource.endsWith(':putObject')) return { kind: 'done' };
  if (!isJsonObject(bucket)) return { kind: 'failure', error: 'States.ItemReaderFailed', cause: 'The specified bucket does not exist.' };
  if (resource.endsWith(':listObjectsV2')) {
    const prefix = typeof args['Prefix'] === 'string' ? args['Prefix'] : '';
    return { kind: 'objects', objects: Object.entries(bucket).filter(([key]) => key.startsWith(prefix)).map(([key, text]) => listed(key, textOf(text))) };
  }
  const text = bucket[textOf(args['Key'])];
  return typeof text === 'string' ? { kind: 'text', text } : { kind: 'failure', error: 'States.ItemReaderFailed', cause: 'The specified key does not exist.' };
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const listed = (Key: string, text: string): JsonObject => ({
  Etag: `"${Key.length}-${text.length}"`,
  LastModified: '2026-01-01T00:00:00Z',
  Key,
  Size: new TextEncoder().encode(text).length,
  StorageClass: 'STANDARD',
});
