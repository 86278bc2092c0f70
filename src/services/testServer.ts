import type { Environment, Ports, TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { needsMock } from '../suite/mockAnswers.ts';
import { runSavedTest } from '../suite/runSavedTest.ts';
import { answerLive } from './answerLive.ts';
import type { LiveOrder } from './liveMessages.ts';
import { preparePreview } from './preparePreview.ts';
import { serveRun } from './runServer.ts';
import type { FromWorker, PreviewOrder, SavedTestOrder, TestOptions, ToWorker } from './testerMessages.ts';

type Shapes = NonNullable<Environment['responseShape']>;
export type Engine = (request: TestStateRequest, environment: Environment) => Promise<TestStateOutcome>;

/** The worker's half of the tester: clock, randomness and ids live here, only `perform` goes back to the page. */
export function serveTests(post: (message: FromWorker) => void, engine: Engine, ports: Omit<Ports, 'perform'>, responseShape?: Shapes): (message: ToWorker) => void {
  const waiting = new Map<number, (reply: TaskReply) => void>();
  let calls = 0;
  let stop: AbortController | null = null;

  const perform: Ports['perform'] = (task, signal) =>
    new Promise((resolve) => {
      const call = ++calls;
      const settle = (reply: TaskReply): void => {
        if (waiting.delete(call)) resolve(reply);
      };
      waiting.set(call, settle);
      post({ type: 'perform', call, task });
      const aborted = (): void => {
        if (!waiting.has(call)) return;
        post({ type: 'abort', call });
        settle({ kind: 'not-performed', reason: { kind: 'stopped', message: 'The test was stopped.' } });
      };
      if (signal.aborted) aborted();
      else signal.addEventListener('abort', aborted, { once: true });
    });

  const start = async (request: TestStateRequest, options: TestOptions): Promise<void> => {
    stop = new AbortController();
    const visits = countVisits();
    try {
      const environment: Environment = { ports: { ...ports, perform }, dialect: options.dialect, signal: stop.signal, watch: visits.watch, ...(responseShape && { responseShape }), ...(options.region === undefined ? {} : { region: options.region }) };
      post({ type: 'outcome', outcome: visits.told(await engine(request, environment)) });
    } catch (thrown) {
      post({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };

  const preview = async (order: PreviewOrder): Promise<void> => {
    try {
      post({ type: 'previewed', preview: await preparePreview(order) });
    } catch (thrown) {
      post({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };

  const live = async (order: LiveOrder): Promise<void> => {
    try {
      post({ type: 'live-answer', answer: await answerLive(order) });
    } catch (thrown) {
      post({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };

  const saved = async ({ test, setting }: SavedTestOrder): Promise<void> => {
    const refuse = (task: TaskCall): TaskReply => ({ kind: 'not-performed', reason: { kind: 'needs-mock', message: needsMock(task) } });
    try {
      post({ type: 'saved-test-result', result: await runSavedTest(test, { ...setting, perform: refuse, ...(ports.pause && { pause: ports.pause }), ...(responseShape && { responseShape }) }) });
    } catch (thrown) {
      post({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };

  const run = serveRun(post, { ...ports, perform });

  return (message) => {
    switch (message.type) {
      case 'start':
        return void start(message.request, message.options);
      case 'reply':
        return waiting.get(message.call)?.(message.reply);
      case 'stop':
        return stop?.abort();
      case 'preview':
        return void preview(message.order);
      case 'live':
        return void live(message.order);
      case 'saved-test':
        return void saved(message.order);
      default:
        return run(message);
    }
  };
}

/** Counts the states that are entered; the first is the one under test. */
function countVisits(): { readonly watch: NonNullable<Environment['watch']>; readonly told: (outcome: TestStateOutcome) => TestStateOutcome } {
  const times = new Map<string, number>();
  let first = true;
  return {
    watch(way) {
      if (way.kind !== 'entered') return;
      if (!first) times.set(way.state, (times.get(way.state) ?? 0) + 1);
      first = false;
    },
    told: (outcome) =>
      (outcome.kind !== 'answered' || times.size === 0 ? outcome : { ...outcome, extras: { ...outcome.extras, visits: Array.from(times, ([state, count]) => ({ state, times: count })) } }),
  };
}
