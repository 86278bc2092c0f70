import type { DataCall, DataReply, TaskCall } from '../interpreter/environment.ts';
import type { RunReply } from '../interpreter/run/runTypes.ts';
import { isHttpTask } from '../interpreter/resource.ts';
import type { Json } from '../lib/Json.ts';
import { contains } from './contains.ts';
import type { MockedReply, Mocks, StateMocks } from './suiteTypes.ts';

/** Answers the calls of one run or test; counts which mocks are used up. */
export interface MockAnswers {
  /** Undefined: the state has no mocks. */
  answer(call: TaskCall): RunReply | undefined;
  data(call: DataCall): DataReply;
  /** States whose mocks nothing has asked for. */
  unused(): readonly string[];
}

export function mockAnswers(mocks: Mocks): MockAnswers {
  const left = new Map(Object.entries(mocks).map(([state, given]) => [state, queueOf(given)]));
  const asked = new Set<string>();
  const answer = (call: TaskCall): RunReply | undefined => {
    const queue = left.get(call.stateName);
    if (!queue) return undefined;
    asked.add(call.stateName);
    const { again, waiting } = queue;
    const found = waiting.findIndex(({ mock }) => mock.when === undefined || contains(mock.when, call.arguments));
    const taken = waiting[found];
    if (taken && !again && --taken.left <= 0) waiting.splice(found, 1);
    return taken?.mock.reply ?? noneLeft(call, waiting.length > 0);
  };
  return { answer, data: (call) => mockedData(call, answer), unused: () => Object.keys(mocks).filter((state) => !asked.has(state)) };
}

interface Queue {
  readonly again: boolean;
  readonly waiting: { readonly mock: MockedReply; left: number }[];
}

const queueOf = ({ again, replies }: StateMocks): Queue => ({ again, waiting: replies.map((mock) => ({ mock, left: mock.times ?? 1 })) });

/** The reply to attempt number `attempt`, counted from 0; of a list that is too short none. */
export function mockOfAttempt({ again, replies }: StateMocks, attempt: number): MockedReply | undefined {
  if (again) return replies[0];
  return replies.flatMap((mock) => Array.from({ length: mock.times ?? 1 }, () => mock))[attempt];
}

/** A mock of a Map with an ItemReader holds its items; results that would be written to a bucket go nowhere. */
function mockedData(call: DataCall, answer: (call: TaskCall) => RunReply | undefined): DataReply {
  if (call.body !== undefined) return { kind: 'done' };
  const reply = answer(call);
  if (reply === undefined) return { kind: 'not-performed', reason: { kind: 'needs-mock', message: `${quoted(call.stateName)} reads its items from S3, and a test has no network. Give the items as its mock: ${example(call.stateName, [])}.` } };
  if (reply.kind === 'result') return { kind: 'value', value: reply.value };
  return reply.kind === 'never' ? { kind: 'failure', error: 'States.ItemReaderFailed' } : reply;
}

const quoted = (name: string): string => JSON.stringify(name);
const example = (state: string, result: Json): string => `"mocks": {${quoted(state)}: {"result": ${JSON.stringify(result)}}}`;

/** What a test says of a task that it may not perform. `origin`: where an HTTP task would be sent. */
export function needsMock({ stateName, resource }: Pick<TaskCall, 'stateName' | 'resource'>, origin?: string): string {
  const mock = isHttpTask(resource) ? `"mocks": {${quoted(stateName)}: {"http": {"status": 200, "body": {}}}}` : example(stateName, {});
  const send = origin === undefined ? '' : `, or let it be sent with --allow ${origin}`;
  return `${quoted(stateName)} calls ${resource}${origin === undefined ? '' : ` at ${origin}`}, and a test has no network. Give it a mock: ${mock}${send}.`;
}

function noneLeft({ stateName, arguments: given }: TaskCall, others: boolean): RunReply {
  const message = others
    ? `No mock of ${quoted(stateName)} has a "when" that fits the call with ${JSON.stringify(given)}. Add one, or one without "when".`
    : `${quoted(stateName)} was called more often than it has mocks. Add one for each attempt, give the last one "times", or give one mock that is no list.`;
  return { kind: 'not-performed', reason: { kind: 'needs-mock', message } };
}
