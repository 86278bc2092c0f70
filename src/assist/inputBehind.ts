import { memberOf, stringOf } from '../asl/pointer.ts';
import { referencesIn } from '../asl/references.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';

/** States that hand on what they get. */
const HANDS_ON: ReadonlySet<string> = new Set(['Choice', 'Wait', 'Pass']);
const SHAPING = ['Output', 'OutputPath', 'ResultPath', 'ResultSelector', 'Result', 'InputPath', 'Parameters'];
/** States looked at: each is asked once, however many ways lead back to it. */
const MOST = 100;

/**
 * What a state gets where nobody typed it: the result of the state before it, when that is handed on as it is or put under one name.
 * Undefined where it is shaped on the way: running it says more than guessing.
 */
export function inputBehind(tree: Tree, name: string, result: (state: string) => unknown, input: (state: string) => unknown, seen = new Set<string>()): unknown {
  const state = indexStates(tree).all.find((one) => one.name === name);
  if (!state || seen.has(name) || seen.size >= MOST) return undefined;
  seen.add(name);
  for (const before of statesBefore(tree, state)) {
    const given = handedOn(tree, before, result, input, seen);
    if (given !== undefined) return given;
  }
  return undefined;
}

function statesBefore(tree: Tree, state: StateEntry): readonly StateEntry[] {
  const to = referencesIn(state.scope).filter(({ node }) => node.value === state.name).map(({ node }) => node.offset);
  return state.scope.children.filter(({ node, name }) => name !== state.name && to.some((offset) => offset >= node.offset && offset < node.offset + node.length));
}

function handedOn(tree: Tree, state: StateEntry, result: (state: string) => unknown, input: (state: string) => unknown, seen: Set<string>): unknown {
  const shaped = SHAPING.filter((field) => memberOf(state.node, field) !== undefined);
  const got = (): unknown => input(state.name) ?? inputBehind(tree, state.name, result, input, seen);
  if (state.type !== undefined && HANDS_ON.has(state.type)) return shaped.length === 0 ? got() : undefined;
  if (shaped.length === 0) return result(state.name);
  const way = /^\$\.([A-Za-z_]\w*)$/.exec(stringOf(state.node, 'ResultPath') ?? '')?.[1];
  if (shaped.length > 1 || way === undefined) return undefined;
  const before = got();
  return { ...(typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {}), [way]: result(state.name) ?? {} };
}
