import { parseJson } from '../asl/json/parseJson.ts';
import { lineOf } from '../asl/lines.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { DefinitionDraft, Sidecar } from './sidecar.ts';
import { kept, machineOf, testRequestFor } from './testRequest.ts';

export interface TestedState {
  readonly document: Tree;
  readonly entry: StateEntry;
  /** By its test alone: the document says something else. */
  readonly edited: boolean;
}

/** A state as its test takes it: as it was edited in the panel, where it was. The error is a sentence. */
export function testedState(document: Tree, entry: StateEntry, sidecar: Sidecar): Result<TestedState, string> {
  const already = fromDraft.get(entry);
  if (already) return ok(already);
  const draft = kept(sidecar.definitions, entry.name);
  if (draft === undefined) return ok({ document, entry, edited: false });
  const machine = machineOf(entry);
  const known = made.get(draft);
  if (known !== undefined && known.machine === machine && known.entry === entry) return known.result;
  const result = readDraft(draft, entry, machine);
  made.set(draft, { machine, entry, result });
  return result;
}

/** The request of a state's test, as the panel makes it. */
export function panelRequestFor(document: Tree, entry: StateEntry, sidecar: Sidecar): Result<TestStateRequest, string> {
  const tested = testedState(document, entry, sidecar);
  return tested.ok ? testRequestFor(tested.value.document, tested.value.entry, sidecar) : tested;
}

/** States that were made from an edited definition: each stands in the text of its own. */
const fromDraft = new WeakMap<StateEntry, TestedState>();
/** Asked for by everything that is drawn, so read once. */
const made = new WeakMap<DefinitionDraft, { readonly machine: string | undefined; readonly entry: StateEntry; readonly result: Result<TestedState, string> }>();

const MEND = 'Mend it in Definition, or discard it there.';

/** Read as the only state of a machine, so that its type, its language and what is inside it are known as those of any other. */
function readDraft({ text }: DefinitionDraft, entry: StateEntry, machine: string | undefined): Result<TestedState, string> {
  const alone = parseJson(text);
  const problem = alone.problems.find(({ fatal }) => fatal);
  if (problem) return err(`The edited definition cannot be read (line ${lineOf(text, problem.offset)}): ${problem.message} ${MEND}`);
  if (alone.root?.kind !== 'object') return err(`The edited definition is no state: a state is an object with a "Type". ${MEND}`);
  const name = JSON.stringify(entry.name);
  const tree = parseJson(`{${machine === undefined ? '' : `"QueryLanguage":${JSON.stringify(machine)},`}"StartAt":${name},"States":{${name}:\n${text}\n}}`);
  const found = indexStates(tree).all[0];
  if (!found) return err(`The edited definition is no state. ${MEND}`);
  const tested: TestedState = { document: tree, entry: { ...found, id: entry.id, pointer: entry.pointer }, edited: true };
  fromDraft.set(tested.entry, tested);
  return ok(tested);
}
