import { itemsOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { parse } from '../../asl/parse.ts';
import { indexStates, type StateEntry } from '../../asl/states.ts';
import { toJson } from '../../asl/toJson.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { withInner } from '../../asl/commands/operate.ts';
import type { StateName } from '../../asl/names.ts';
import { isJsonObject, type Json } from '../../lib/Json.ts';
import type { Actions, EditorState } from '../EditorState.ts';
import type { Sidecar } from '../sidecar.ts';
import { DEFAULT_INPUT, kept } from '../testRequest.ts';
import { stateMockFrom } from './mockTranslation.ts';

/** Puts what a saved test gives into the Test state panel, and shows it there. Answers why not, as a sentence. */
export function openSaved({ sidecar, goodTree, actions }: EditorState, name: string): string | null {
  const { tests = '' } = sidecar;
  const { root } = parse(tests, 'json');
  const test = itemsOf(valueOf(root, 'tests')).find((one) => stringOf(one, 'name') === name);
  const wanted = stringOf(test, 'state');
  const entry = wanted === undefined ? undefined : indexStates(goodTree).all.find((one) => one.name === wanted);
  if (!test || !entry) return wanted === undefined ? 'This test is of a whole run; the panel tests one state.' : `The workflow has no state "${wanted}".`;
  const state = entry.name;
  const written = (key: string): string | undefined => {
    const node = valueOf(test, key);
    return node && tests.slice(node.offset, node.offset + node.length);
  };
  actions.setInput(state, written('input') ?? '{}');
  actions.setVariables(state, written('variables') ?? '');
  actions.setContext(state, written('context') ?? '');
  const configuration = toJsonOf(valueOf(test, 'stateConfiguration'));
  actions.setConditions(state, isJsonObject(configuration) ? configuration : null);
  actions.setDefinition(state, null);
  // Of this state and of those inside it, what the test says and nothing else: a mock that stood in the panel is switched off, not lost.
  const given = new Map(mocksOf(root, test, state));
  for (const { name: of } of withInner(entry)) {
    const page = given.has(of) ? stateMockFrom(given.get(of) ?? null) : null;
    const standing = kept(sidecar.mocks, of);
    if (page) actions.setMock(of, page);
    else if (standing?.enabled) actions.setMock(of, { ...standing, enabled: false });
  }
  actions.notify({ tone: 'info', title: `${state} has the data of "${name}"`, text: 'Its input, variables, context, conditions and mocks in the panel were replaced.', action: { label: 'Undo', run: () => giveBack(sidecar, entry, actions) } });
  actions.goTo(entry.id);
  actions.showDock('test', { focus: true });
  return null;
}

const toJsonOf = (node: ValueNode | undefined): Json => (node === undefined ? null : toJson(node));

/** Those of the file, then the test's own. */
function mocksOf(root: ValueNode | null, test: ValueNode, state: StateName): readonly (readonly [StateName, Json])[] {
  const listed = [toJsonOf(valueOf(root, 'mocks')), toJsonOf(valueOf(test, 'mocks'))].flatMap((mocks) => (isJsonObject(mocks) ? Object.entries(mocks) : []));
  const own = toJsonOf(valueOf(test, 'mock'));
  return [...listed, ...(own === null ? [] : [[state, own] as const])] as readonly (readonly [StateName, Json])[]; // a file names states by their names
}

/** What the panel held before, state by state. */
function giveBack(sidecar: Sidecar, entry: StateEntry, actions: Actions): void {
  const { name } = entry;
  actions.setInput(name, kept(sidecar.inputs, name) ?? DEFAULT_INPUT);
  actions.setVariables(name, kept(sidecar.variables, name) ?? '');
  actions.setContext(name, kept(sidecar.contexts, name) ?? '');
  actions.setConditions(name, kept(sidecar.conditions, name) ?? null);
  actions.setDefinition(name, kept(sidecar.definitions, name) ?? null);
  for (const { name: of } of withInner(entry)) actions.setMock(of, kept(sidecar.mocks, of) ?? null);
}
