import type { Json } from '../../lib/Json.ts';
import { ok, type Result } from '../../lib/Result.ts';
import { NEW_STATE_NAMES } from '../newState.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Content, Operation, Refusal } from '../operations.ts';
import { memberOf } from '../pointer.ts';
import { referencesFrom } from '../references.ts';
import { findState } from '../states.ts';
import { leadOn } from './edges.ts';
import { freshNames } from './names.ts';
import { asObject, childOf, jsonContent, noSuchState, refuse, setTo } from './operate.ts';
import { regionOf, type Region } from './region.ts';

/**
 * Puts states inside a new Parallel (as its one branch) or Map, which takes their place. Their text, comments included, moves in.
 * Errors: those of `regionOf`.
 */
export const wrapStates = (ids: readonly StateId[], type: 'Parallel' | 'Map'): Command => (tree) => {
  const region = regionOf(tree, ids);
  if (!region.ok) return region;
  const { scope, states, entry, exit, ways } = region.value;
  const [first] = states;
  if (!first || !scope.states) return noSuchState(ids[0] ?? '');
  const name = freshNames(tree)(NEW_STATE_NAMES[type]);
  const insert: Operation = { op: 'insert', place: { into: scope.states, at: scope.states.members.indexOf(first.member) }, key: name, content: container(type, entry.name, exit) };
  const label = states.length === 1 ? `Wrap ${first.name} in a ${type}` : `Wrap ${states.length} states in a ${type}`;
  return ok({ ops: [insert, ...ways.map(({ node }) => setTo(node, name)), ...closed(tree, region.value)], label, then: moveInto(name, states.map((state) => state.name)) });
};

function container(type: 'Parallel' | 'Map', entry: StateName, exit: StateName | null): Content {
  const scope: { [field: string]: Json } = { StartAt: entry, States: {} };
  const inner: readonly [string, Content] = type === 'Parallel' ? ['Branches', jsonContent([scope])] : ['ItemProcessor', jsonContent({ ProcessorConfig: { Mode: 'INLINE' }, ...scope })];
  return { kind: 'object', members: [['Type', jsonContent(type)], inner, exit === null ? ['End', jsonContent(true)] : ['Next', jsonContent(exit)]] };
}

/** What led out of the region ends inside it. */
function closed(tree: Parameters<Command>[0], { states }: Region): readonly Operation[] {
  const names = new Set<string>(states.map((state) => state.name));
  return states.flatMap((state) => {
    const node = asObject(state);
    const leaves = referencesFrom(state).some((reference) => reference.kind === 'next' && !names.has(reference.node.value));
    return node && leaves ? leadOn(node, null) : [];
  });
}

const moveInto = (container: StateName, names: readonly StateName[]): Command => (tree): Result<{ ops: readonly Operation[]; label: string; select: readonly StateId[] }, Refusal> => {
  const state = findState(tree, container as string as StateId);
  const into = state?.inner[0]?.states;
  const of = state?.scope.states;
  if (!state || !into || !of) return refuse('not-a-state', `"${container}" could not be made. Undo, and try it again.`);
  const ops = names.flatMap((name): readonly Operation[] => {
    const member = childOf(state.scope, name)?.member ?? memberOf(of, name);
    return member ? [{ op: 'move', part: { kind: 'member', of, member }, place: { into, at: 'end' } }] : [];
  });
  return ok({ ops, label: '', select: [state.id] });
};
