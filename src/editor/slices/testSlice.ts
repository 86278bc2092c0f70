import type { StateId } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { TaskReply } from '../../http/taskReply.ts';
import type { TaskCall } from '../../interpreter/environment.ts';
import type { TestStateOutcome } from '../../interpreter/testStateOutcome.ts';
import type { TestHandle } from '../../services/tester.ts';
import type { EditorState, TestRun, TestSlice } from '../EditorState.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { selectEntry } from '../selectors/document.ts';
import type { SliceContext, SliceOf } from '../slice.ts';
import { withdrawQuestions } from './connectionsSlice.ts';
import { isHttpTask } from '../testability.ts';
import { testRequestFor } from '../testRequest.ts';

/** A run in flight: which one it is, and how to end it. */
interface InFlight {
  readonly id: string;
  readonly handle: TestHandle;
}

/** Tests of single states. The store keeps the last run of each; nothing in it holds a secret. */
export function testSlice(context: SliceContext): SliceOf<TestSlice, 'startTest' | 'stopTest' | 'chooseSample' | 'revealRequest'> {
  const { set, get, services } = context;
  const inFlight = new Map<StateId, InFlight>();

  const change = (state: StateId, id: string, part: Partial<TestRun>): void =>
    set((s) => {
      const run = s.runs[state];
      return run?.id === id ? { runs: { ...s.runs, [state]: { ...run, ...part } } } : {};
    });
  const stop = (state: StateId): void => {
    const running = inFlight.get(state);
    if (!running) return;
    inFlight.delete(state);
    running.handle.stop();
    withdrawQuestions(context, state);
    change(state, running.id, { phase: 'stopped' });
  };

  return {
    state: { runs: {}, sampleOf: {} },
    actions: {
      startTest(state) {
        stop(state);
        const s = get();
        const entry = selectEntry(state)(s);
        s.actions.showDock('test');
        if (!entry) return s.actions.announce('Select one state first.');
        const request = testRequestFor(s.goodTree, entry, s.sidecar);
        if (!request.ok) return void s.actions.notify({ tone: 'error', title: 'The state cannot be tested yet', text: request.error });
        const run: TestRun = {
          id: services.id(), state, phase: 'running', startedAt: services.now(), request: request.value,
          route: routeOf(s, entry, request.value.mock !== undefined), fingerprint: fingerprintOf(s, state),
        };
        set((now) => ({ runs: { ...now.runs, [state]: run } }));
        const perform = performFor(context, entry, (part) => change(state, run.id, part));
        const handle = services.tester.start(request.value, { perform }, { dialect: 'studio', region: s.settings.region });
        inFlight.set(state, { id: run.id, handle });
        void handle.outcome.then((outcome) => finish(run, outcome));
      },
      stopTest: (state) => {
        stop(state);
        get().actions.announce('Test stopped.');
      },
      chooseSample: (state, source) => set((s) => ({ sampleOf: { ...s.sampleOf, [state]: source } })),
      revealRequest: async (run) => (await import('../revealRequest.ts')).revealRequest(context, run),
    },
  };

  function finish(run: TestRun, outcome: TestStateOutcome): void {
    if (inFlight.get(run.state)?.id !== run.id) return;
    inFlight.delete(run.state);
    change(run.state, run.id, { phase: 'done', outcome, tookMs: services.now() - run.startedAt });
    get().actions.announce(`Test of ${run.state}: ${said(outcome)}`);
  }
}

function routeOf(s: EditorState, entry: StateEntry, mocked: boolean): TestRun['route'] {
  if (mocked) return 'mock';
  if (!isHttpTask(entry)) return 'local';
  return s.bridge.kind === 'connected' ? 'bridge' : 'direct';
}

/** Carries a task out: an HTTP task over the route and with every question it needs; what comes back holds no secret. */
function performFor(context: SliceContext, entry: StateEntry, tell: (part: Partial<TestRun>) => void) {
  return async (call: TaskCall, signal: AbortSignal): Promise<TaskReply> => {
    // What sends is not needed before something is sent: a chunk of its own.
    const { performTask } = await import('../performTask.ts');
    const reply = await performTask(context, entry, call, signal, tell);
    const { prepared, exchange, tokenExchange } = reply.http ?? {};
    tell({ ...(prepared && { prepared }), ...(exchange && { exchange }), ...(tokenExchange && { tokenExchange }) });
    return reply;
  };
}

function said(outcome: TestStateOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return [outcome.response.status, outcome.response.error, outcome.response.nextState && `next ${outcome.response.nextState}`].filter(Boolean).join(', ');
    case 'refused':
      return outcome.exception.message;
    case 'not-performed':
      return outcome.reason.message;
    case 'unsupported':
      return outcome.message;
  }
}
