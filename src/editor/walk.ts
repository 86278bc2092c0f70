import type { StateId } from '../asl/names.ts';
import type { StateEntry } from '../asl/states.ts';
import type { EditorState, TestRun } from './EditorState.ts';
import { selectEntry } from './selectors/document.ts';
import { selectInput, selectMock, selectRun, selectVariables } from './selectors/test.ts';
import { holdsStates, isHttpTask } from './testability.ts';
import { testedState } from './testedState.ts';

/** States of a walk that are shown: enough to see where one came from. */
const FARTHEST = 20;

export interface Onward {
  readonly entry: StateEntry;
  readonly input: string;
  readonly variables: string;
}

/** Where a finished test leads, and what it hands on there. Null: nowhere, or the document has no such state any more. */
export function onwardFrom(s: EditorState, run: TestRun): Onward | null {
  if (run.phase !== 'done' || run.outcome?.kind !== 'answered') return null;
  const { response, extras } = run.outcome;
  const entry = selectEntry(run.state)(s)?.scope.children.find(({ name }) => name === response.nextState);
  if (!entry || response.output === undefined) return null;
  return { entry, input: response.output, variables: response.inspectionData?.variables ?? afterwards(run.request.variables, extras.assigned) };
}

/** At INFO the API does not tell the variables: then those that the test was given, with what the state assigned. */
function afterwards(given: string | undefined, assigned: object | undefined): string {
  if (assigned === undefined) return given ?? '';
  try {
    return JSON.stringify({ ...(JSON.parse(given ?? '{}') as object), ...assigned }); // what a test took was an object
  } catch {
    return JSON.stringify(assigned);
  }
}

/** Nothing leaves this machine when the state is tested now: only then may it be run without a click (design.md section 6, rule 4). */
export function sendsNothing(s: EditorState, written: StateEntry): boolean {
  if (s.testsOn !== 'here') return false;
  const tested = testedState(s.goodTree, written, s.sidecar);
  if (!tested.ok) return false;
  const { entry } = tested.value;
  if (entry.type === 'Task' && isHttpTask(entry)) return selectMock(written.name)(s)?.enabled === true;
  return !holdsStates(entry) || selectMock(written.name)(s)?.enabled === true;
}

/** Selects the next state, hands output and variables on to it, and runs it where nothing is sent by that. */
export function continueInto(s: EditorState, run: TestRun): void {
  const onward = onwardFrom(s, run);
  if (!onward) return;
  const { entry, input, variables } = onward;
  const { actions } = s;
  const before = { input: selectInput(entry.name)(s), variables: selectVariables(entry.name)(s) };
  actions.setInput(entry.name, input);
  actions.setVariables(entry.name, variables);
  actions.goTo(entry.id);
  const runs = sendsNothing(s, entry);
  if (runs) actions.startTest(entry.id, 'here');
  else actions.announce(`${entry.name} has the output of ${run.state} as its input. Nothing was sent: start the test to run it.`);
  const replaced = before.input !== input && before.input.trim() !== '{}';
  if (!replaced) return;
  actions.notify({
    tone: 'info', title: `The input of ${entry.name} was replaced`, text: `It is the output of ${run.state} now.`,
    action: { label: 'Undo', run: () => { actions.setInput(entry.name, before.input); actions.setVariables(entry.name, before.variables); } },
  });
}

/**
 * The states that were walked through to this one, the first of them first, itself last: each one's last test led to the next and left
 * exactly what that is given now. One that was run with other data since is no step of the walk.
 */
export function walkTo(s: EditorState, state: StateId): readonly StateId[] {
  const walk: StateId[] = [state];
  for (let at = selectEntry(state)(s); at !== null && walk.length < FARTHEST; ) {
    const { name, scope } = at;
    // The result that is shown came from its own input, which may have been typed over since.
    const input = selectRun(at.id)(s)?.request.input ?? selectInput(name)(s);
    const from = scope.children.find((one) => !walk.includes(one.id) && leadsTo(selectRun(one.id)(s), name, input));
    if (!from) break;
    walk.unshift(from.id);
    at = from;
  }
  return walk;
}

function leadsTo(run: TestRun | undefined, next: string, input: string): boolean {
  if (run?.phase !== 'done' || run.outcome?.kind !== 'answered') return false;
  const { nextState, output } = run.outcome.response;
  return nextState === next && output === input;
}
