import type { StateId } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { TaskReply } from '../../http/taskReply.ts';
import type { TaskCall } from '../../interpreter/environment.ts';
import type { TestStateRequest } from '../../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../../interpreter/testStateOutcome.ts';
import type { TestHandle } from '../../services/tester.ts';
import type { EditorState, TestRun, TestSlice, TestWay } from '../EditorState.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { selectEntry } from '../selectors/document.ts';
import type { SliceContext, SliceOf } from '../slice.ts';
import { withdrawQuestions } from './connectionsSlice.ts';
import { holdsStates, isHttpTask } from '../testability.ts';
import { testRequestFor } from '../testRequest.ts';
import { besideOf } from '../besideOf.ts';
import { withRun } from '../pastRuns.ts';
import { testedState } from '../testedState.ts';

/** A run in flight: which one it is, and how to end it. */
interface InFlight {
  readonly id: string;
  readonly handle: TestHandle;
}

/** Tests of single states. The store keeps the last run of each; nothing in it holds a secret. */
export function testSlice(context: SliceContext): SliceOf<TestSlice, 'startTest' | 'stopTest' | 'chooseSample' | 'revealRequest' | 'setRevealSecrets' | 'startTestBy' | 'runAgain' | 'setTestsOn' | 'endAwsAsked' | 'allowOnAws'> {
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

  const begin = (state: StateId, way: TestWay): void => {
    stop(state);
    const s = get();
    const written = selectEntry(state)(s);
    s.actions.showDock('test');
    if (!written) return s.actions.announce('Select one state first.');
    const tested = testedState(s.goodTree, written, s.sidecar);
    const here = tested.ok ? testRequestFor(tested.value.document, tested.value.entry, s.sidecar) : tested;
    if (!tested.ok || !here.ok) return void s.actions.notify({ tone: 'error', title: 'The state cannot be tested yet', text: here.ok ? '' : here.error });
    const { entry, edited } = tested.value;
    const request = way.request(here.value, entry);
    const known = { route: way.route === 'local' ? routeOf(s, entry, request.mock !== undefined) : way.route, fingerprint: way.again?.fingerprint ?? fingerprintOf(s, state) } as const;
    const run: TestRun = {
      id: services.id(), state, phase: 'running', startedAt: services.now(), request: { ...request, ...(way.route === 'local' && !way.again ? asksForSecrets(s, entry, request) : {}) },
      ...known, ...besideOf(s.runs[state], known), ...((way.again ? way.again.edited : edited) ? { edited: true } : {}),
    };
    set((now) => ({ runs: { ...now.runs, [state]: run } }));
    const handle = way.start(run, entry, (part) => change(state, run.id, part));
    inFlight.set(state, { id: run.id, handle });
    void handle.outcome.then((outcome) => finish(run, outcome));
  };

  return {
    state: { runs: {}, pastRuns: {}, revealing: [], sampleOf: {}, testsOn: 'here', awsAsked: null, awsGrants: [] },
    actions: {
      startTest(state, on = get().testsOn) {
        if (on === 'here') return begin(state, hereWay(context));
        stop(state);
        get().actions.showDock('test');
        set({ awsAsked: state });
      },
      startTestBy: (state, way) => begin(state, way),
      runAgain: (run) => begin(run.state, { ...hereWay(context), request: () => run.request, again: run }),
      setTestsOn: (testsOn) => set({ testsOn }),
      endAwsAsked: () => set({ awsAsked: null }),
      allowOnAws: (grants) => set((s) => ({ awsGrants: [...new Set([...s.awsGrants, ...grants])] })),
      stopTest: (state) => {
        stop(state);
        get().actions.announce('Test stopped.');
      },
      setRevealSecrets: (state, on) => set(({ revealing }) => ({ revealing: [...revealing.filter((one) => one !== state), ...(on ? [state] : [])] })),
      chooseSample: (state, source) => set((s) => ({ sampleOf: { ...s.sampleOf, [state]: source } })),
      revealRequest: async (run) => (await import('../revealRequest.ts')).revealRequest(context, run),
    },
  };

  function finish(run: TestRun, outcome: TestStateOutcome): void {
    if (inFlight.get(run.state)?.id !== run.id) return;
    inFlight.delete(run.state);
    change(run.state, run.id, { phase: 'done', outcome, tookMs: services.now() - run.startedAt });
    const done = get().runs[run.state];
    if (done?.id === run.id && selectEntry(run.state)(get())) set(({ pastRuns }) => ({ pastRuns: withRun(pastRuns, done) }));
    get().actions.announce(`Test of ${run.state}: ${said(outcome)}`);
  }
}

function routeOf(s: EditorState, entry: StateEntry, mocked: boolean): TestRun['route'] {
  if (mocked) return 'mock';
  if (!isHttpTask(entry)) return 'local';
  return s.bridge.kind === 'connected' ? 'bridge' : 'direct';
}

/** With a mock AWS refuses it: there is nothing to show. Never asked of AWS, whose answer would bring them into the store (E4). */
const asksForSecrets = (s: EditorState, entry: StateEntry, { mock }: TestStateRequest): Pick<TestStateRequest, 'revealSecrets'> =>
  (isHttpTask(entry) && mock === undefined && s.revealing.includes(entry.id) ? { revealSecrets: true } : {});

/** The engine of this page; a task goes its own way from there. */
const hereWay = (context: SliceContext): TestWay => ({
  route: 'local',
  request: (here) => here,
  start: (run, entry, tell) => context.services.tester.start(run.request, { perform: performFor(context, entry, tell) }, { dialect: 'studio', region: context.get().settings.region }),
});

/** Carries a task out: an HTTP task over the route and with every question it needs; what comes back holds no secret. */
function performFor(context: SliceContext, entry: StateEntry, tell: (part: Partial<TestRun>) => void) {
  // What is inside a Map or Parallel answers with its own mocks: nothing is sent.
  if (holdsStates(entry)) {
    const { sidecar } = context.get();
    const answers = import('../performInside.ts').then(({ performInside }) => performInside(entry, sidecar));
    return async (call: TaskCall): Promise<TaskReply> => (await answers)(call);
  }
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
