import type { ScopeEntry, StateEntry } from '../asl/states.ts';
import { referencesFrom } from '../asl/references.ts';
import type { StagesOrder } from '../interpreter/live/liveStages.ts';
import type { Mock, TestStateRequest } from '../interpreter/testStateApi.ts';
import { ok, type Result } from '../lib/Result.ts';
import type { EditorState, TestRun } from './EditorState.ts';
import { DEFAULT_INPUT, kept, testRequestFor } from './testRequest.ts';
import { isHttpTask, takesMock } from './testability.ts';

/** Where the data that a state is shown with comes from. `upstream:Pack`: what that state leaves. */
export type SampleSource = 'test' | 'saved' | 'empty' | `upstream:${string}`;

export interface Sample {
  readonly source: SampleSource;
  readonly label: string;
  /** A sentence: whose data it is. */
  readonly says: string;
  /** The states to evaluate, the shown one last. */
  readonly states: readonly StateEntry[];
  /** Made when it is first asked for: of several samples one is shown. */
  readonly order: Result<StagesOrder, string>;
}

type Given = Pick<EditorState, 'goodTree' | 'sidecar' | 'runs' | 'settings'>;
type Link = StagesOrder['chain'][number];

/** States on the way back that are looked at for data. */
const FARTHEST = 100;

/** The data that the state can be shown with, the likeliest first: the last test, what was saved for it, what the states before it leave. */
export function samplesOf(s: Given, entry: StateEntry): readonly Sample[] {
  const run = runOf(s, entry);
  const saved = kept(s.sidecar.inputs, entry.name);
  const own = (source: SampleSource, label: string, says: string, more: Partial<TestStateRequest>): Sample => sampleOf(s, { source, label, says }, [{ entry, more }]);
  const tested = run && own('test', 'Last test', 'The input and the reply of the last test.', { input: run.request.input ?? DEFAULT_INPUT, variables: run.request.variables ?? '' });
  const typed = saved === undefined ? undefined : own('saved', 'Saved sample', 'The input that is kept for the tests of this state.', {});
  const upstream = upstreamOf(s, entry);
  // What was typed after the test is newer than what the test was given.
  const newer = tested !== undefined && (saved ?? DEFAULT_INPUT) === run?.request.input;
  const first = newer ? [tested, typed] : [typed, tested];
  const found = [...first, ...upstream].filter((one) => one !== undefined);
  return found.length > 0 ? found : [own('empty', 'Empty input', 'There is no sample yet: it is shown with {}. Type one in Test state, or run the state before it.', { input: DEFAULT_INPUT })];
}

function sampleOf(s: Given, what: Pick<Sample, 'source' | 'label' | 'says'>, steps: readonly Step[]): Sample {
  let made: Sample['order'] | undefined;
  return { ...what, states: steps.map((step) => step.entry), get order() { return (made ??= orderOf(s, steps)); } };
}

const runOf = (s: Given, entry: StateEntry): TestRun | undefined => {
  const run = Object.hasOwn(s.runs, entry.id) ? s.runs[entry.id] : undefined;
  return run?.phase === 'done' ? run : undefined;
};

interface Step {
  readonly entry: StateEntry;
  readonly more?: Partial<TestStateRequest>;
  readonly into?: boolean;
}

function orderOf(s: Given, steps: readonly Step[]): Result<StagesOrder, string> {
  const chain: Link[] = [];
  for (const { entry, more = {}, into } of steps) {
    const request = testRequestFor(s.goodTree, entry, s.sidecar);
    if (!request.ok) return request;
    const reply = request.value.mock === undefined ? lastReply(s, entry) : undefined;
    const { variables, ...rest } = { ...request.value, ...more };
    chain.push({ request: { ...rest, ...(variables ? { variables } : {}), ...(reply ? { mock: reply } : {}) }, ...(into ? { into } : {}) });
  }
  return ok({ chain, region: s.settings.region });
}

/** What the task answered in its last test stands in for it: it is not called again for a look. */
export function lastReply(s: Pick<EditorState, 'runs'>, entry: StateEntry): Mock | undefined {
  const run = takesMock(entry) && Object.hasOwn(s.runs, entry.id) ? s.runs[entry.id] : undefined;
  if (run?.outcome?.kind !== 'answered' || (entry.type === 'Task' && !isHttpTask(entry))) return undefined;
  const { error, cause, inspectionData } = run.outcome.response;
  if (inspectionData?.result !== undefined) return { result: inspectionData.result, fieldValidationMode: 'NONE' };
  return error === undefined || entry.type !== 'Task' ? undefined : { errorOutput: { error, ...(cause === undefined ? {} : { cause }) } };
}

/** One sample for each state that leads here. */
function upstreamOf(s: Given, entry: StateEntry): readonly Sample[] {
  const direct = before(s, entry);
  return direct.flatMap(({ entry: from, into, caught }): readonly Sample[] => {
    const output = caught || into ? undefined : outputOf(s, from);
    const caughtOutput = caught ? outputOf(s, from, entry.name) : undefined;
    const source: SampleSource = `upstream:${from.id}`;
    const label = into ? `What ${from.name} hands in` : `Output of ${from.name}`;
    const left = output ?? caughtOutput;
    if (left) return [sampleOf(s, { source, label, says: `What ${from.name} answered in its last test.` }, [{ entry, more: left }])];
    if (caught) return [];
    const way = wayFrom(s, from);
    const steps: readonly Step[] = [...way.steps.slice(0, -1), { ...(way.steps.at(-1) ?? { entry: from }), ...(into ? { into } : {}) }, { entry }];
    return [sampleOf(s, { source, label, says: way.says }, steps)];
  });
}

/** What the last test of a state left; `to`: only where it led there. */
function outputOf(s: Given, entry: StateEntry, to?: string): Partial<TestStateRequest> | undefined {
  const outcome = runOf(s, entry)?.outcome;
  if (outcome?.kind !== 'answered' || outcome.response.output === undefined) return undefined;
  if (to === undefined ? outcome.response.status !== 'SUCCEEDED' : outcome.response.nextState !== to) return undefined;
  const { output, inspectionData } = outcome.response;
  return { input: output, variables: inspectionData?.variables ?? '' };
}

/** The shortest way back to a state whose data is known: tested, or saved. Else from the beginning, with an empty input. */
function wayFrom(s: Given, target: StateEntry): { readonly steps: readonly Step[]; readonly says: string } {
  const seen = new Set([target]);
  const ways: (readonly Step[])[] = [[{ entry: target }]];
  let farthest: readonly Step[] = ways[0] ?? [];
  for (const way of ways) {
    const [first] = way;
    if (!first) break;
    const left = way.length > 1 && !first.into ? outputOf(s, first.entry) : undefined;
    if (left) return { steps: [{ ...(way[1] ?? first), more: left }, ...way.slice(2)], says: `Computed from what ${first.entry.name} answered in its last test.` };
    if (kept(s.sidecar.inputs, first.entry.name) !== undefined) return { steps: way, says: `Computed from the saved sample of ${first.entry.name}.` };
    farthest = way;
    for (const { entry, into, caught } of before(s, first.entry)) {
      if (caught || seen.has(entry) || seen.size >= FARTHEST) continue;
      seen.add(entry);
      ways.push([{ entry, ...(into ? { into } : {}) }, ...way]);
    }
  }
  return { steps: farthest, says: `Computed from an empty input of ${farthest[0]?.entry.name ?? target.name}.` };
}

interface Before {
  readonly entry: StateEntry;
  /** It is the Map or Parallel around. */
  readonly into: boolean;
  /** Only its catchers lead here. */
  readonly caught: boolean;
}

/** The states that lead here, those by which it goes well first. */
function before(s: Given, entry: StateEntry): readonly Before[] {
  const { scope } = entry;
  const outside = scope.parent && scope.startAt?.value.kind === 'string' && scope.startAt.value.value === entry.name ? [{ entry: scope.parent, into: true, caught: false }] : [];
  const beside = (leadingIn(scope).get(entry.name) ?? []).filter((one) => one.entry !== entry);
  return [...outside, ...beside.filter(({ caught }) => !caught), ...beside.filter(({ caught }) => caught)];
}

const leading = new WeakMap<ScopeEntry, ReadonlyMap<string, readonly Before[]>>();

/** By the name of a state: those beside it that lead there. Read once for each scope, which is made anew with the document. */
function leadingIn(scope: ScopeEntry): ReadonlyMap<string, readonly Before[]> {
  const known = leading.get(scope);
  if (known) return known;
  const found = new Map<string, Before[]>();
  for (const entry of scope.children) {
    const kinds = new Map<string, Set<string>>();
    for (const { kind, node } of referencesFrom(entry)) kinds.set(node.value, (kinds.get(node.value) ?? new Set()).add(kind));
    for (const [name, ways] of kinds) {
      const one = { entry, into: false, caught: ways.size === 1 && ways.has('catch') };
      found.set(name, [...(found.get(name) ?? []), one]);
    }
  }
  leading.set(scope, found);
  return found;
}
