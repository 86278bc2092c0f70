import { ok, type Result } from '../../lib/Result.ts';
import type { StateId, StateName } from '../names.ts';
import type { Refusal } from '../operations.ts';
import { memberOf } from '../pointer.ts';
import { referencesIn, type Reference } from '../references.ts';
import type { ScopeEntry, StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { endsByType, noSuchState, refuse } from './operate.ts';
import { outermost } from '../outermost.ts';

/** States of one scope with one way in and one way out. */
export interface Region {
  readonly scope: ScopeEntry;
  readonly states: readonly StateEntry[];
  readonly entry: StateEntry;
  /** Where it goes on to; null where the workflow, or its branch, ends with it. */
  readonly exit: StateName | null;
  /** What points into it from outside, `StartAt` included. */
  readonly ways: readonly Reference[];
}

/**
 * Errors: `no-such-state`, `several-places`, `several-entries`, `several-exits`, `leaves-by-rule`, `leaves-by-catch`, `not-a-state`. Fail states are no way
 * out: inside a branch they fail the whole as well.
 */
export function regionOf(tree: Tree, ids: readonly StateId[]): Result<Region, Refusal> {
  const states = outermost(tree, ids);
  const [first] = states;
  if (!first) return noSuchState(ids[0] ?? '');
  const { scope } = first;
  const elsewhere = states.find((state) => state.scope !== scope);
  if (elsewhere) return refuse('several-places', `"${first.name}" and "${elsewhere.name}" stand in different parts of the workflow. Select states of one part.`, elsewhere.member.offset);
  const odd = states.find((state) => state.node.kind !== 'object');
  if (odd) return refuse('not-a-state', `"${odd.name}" is no object. Give it a "Type" in the code first.`, odd.member.offset);
  const inside = new Set(states);
  const byName = new Map(states.map((state) => [state.name as string, state]));
  const references = referencesIn(scope);
  const ways = references.filter(({ from, node }) => !(from && inside.has(from)) && byName.has(node.value));
  const outward = references.filter(({ from, node }) => from && inside.has(from) && !byName.has(node.value));
  const entry = entryOf(first, ways, byName);
  if (!entry.ok) return entry;
  const exit = exitOf(states, outward);
  return exit.ok ? ok({ scope, states, entry: entry.value, exit: exit.value, ways }) : exit;
}

function entryOf(first: StateEntry, ways: readonly Reference[], byName: ReadonlyMap<string, StateEntry>): Result<StateEntry, Refusal> {
  const [one = first, other] = new Set(ways.flatMap(({ node }) => byName.get(node.value) ?? []));
  if (!other) return ok(one);
  return refuse('several-entries', `The selection is entered at "${one.name}" and at "${other.name}", and a branch has one start. Select states that are entered at one place only.`, other.member.offset);
}

function exitOf(states: readonly StateEntry[], outward: readonly Reference[]): Result<StateName | null, Refusal> {
  for (const { kind, from, node } of outward) {
    if (kind === 'next' || !from) continue;
    const what = kind === 'catch' ? 'a catcher' : kind === 'default' ? 'the Default' : 'a rule';
    const why = kind === 'catch' ? 'and a catcher inside a branch cannot lead out of it' : 'and inside a branch it could not end there';
    return refuse(kind === 'catch' ? 'leaves-by-catch' : 'leaves-by-rule', `${what[0]?.toUpperCase()}${what.slice(1)} of "${from.name}" leads out to "${node.value}", ${why}. Select "${node.value}" as well, or point it elsewhere.`, node.offset);
  }
  const exits = new Map<StateName | null, StateEntry>();
  for (const { from, node } of outward) if (from) exits.set(node.value as StateName, from);
  for (const state of states) if (ends(state)) exits.set(null, state);
  const [one, other] = [...exits];
  if (!one) return ok(null);
  if (!other) return ok(one[0]);
  const way = ([to, from]: readonly [StateName | null, StateEntry]): string => (to === null ? `ends at "${from.name}"` : `goes from "${from.name}" to "${to}"`);
  return refuse('several-exits', `The selection ${way(one)} and ${way(other)}, and a branch has one way out. Select states that leave at one place only.`, other[1].member.offset);
}

const ends = (state: StateEntry): boolean => state.type === 'Succeed' || (!endsByType(state.type) && state.type !== 'Choice' && memberOf(state.node, 'End') !== undefined && memberOf(state.node, 'Next') === undefined);
