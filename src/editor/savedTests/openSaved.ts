import { itemsOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { parse } from '../../asl/parse.ts';
import { indexStates } from '../../asl/states.ts';
import { toJson } from '../../asl/toJson.ts';
import type { StateName } from '../../asl/names.ts';
import { isJsonObject, type Json } from '../../lib/Json.ts';
import type { EditorState } from '../EditorState.ts';
import { stateMockFrom } from './mockTranslation.ts';

/** Puts what a saved test gives into the Test state panel, and shows it there. Answers why not, as a sentence. */
export function openSaved({ sidecar: { tests = '' }, goodTree, actions }: EditorState, name: string): string | null {
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
  for (const [of, mock] of mocksOf(root, test, state)) {
    const page = stateMockFrom(mock);
    if (page) actions.setMock(of, page);
  }
  actions.goTo(entry.id);
  actions.showDock('test', { focus: true });
  return null;
}

type Node = Parameters<typeof toJson>[0];
const toJsonOf = (node: Node | undefined): Json => (node === undefined ? null : toJson(node));

/** Those of the file, then the test's own. */
function mocksOf(root: Node | null, test: Node, state: StateName): readonly (readonly [StateName, Json])[] {
  const listed = [toJsonOf(valueOf(root, 'mocks')), toJsonOf(valueOf(test, 'mocks'))].flatMap((mocks) => (isJsonObject(mocks) ? Object.entries(mocks) : []));
  const own = toJsonOf(valueOf(test, 'mock'));
  return [...listed, ...(own === null ? [] : [[state, own] as const])] as readonly (readonly [StateName, Json])[]; // a file names states by their names
}
