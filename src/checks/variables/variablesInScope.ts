import type { StateEntry } from '../../asl/states.ts';
import { assignments, type Assignment } from '../assignments.ts';
import type { Facts } from '../CheckRule.ts';
import { flowOf, type Arrow, type Flow } from '../flow.ts';
import { isDistributed } from './variableUse.ts';

/** A variable that a state may read, and how sure it is to be there. */
export interface ScopedVariable {
  readonly name: string;
  /** Where it is set on some way here, in document order. */
  readonly assignedAt: readonly Assignment[];
  /** Every way here sets it. */
  readonly always: boolean;
  /** The shortest way here on which it is not set, the state itself last; empty where there is none. */
  readonly missingOn: readonly StateEntry[];
  /** It comes from outside the Map or Parallel that the state stands in. */
  readonly outer: boolean;
  /** The state reads it. */
  readonly read: boolean;
}

export interface VariablesInScope {
  readonly variables: readonly ScopedVariable[];
  /** Names of states or variables are filled in elsewhere, so that more may be there and ways may differ. */
  readonly uncertain: boolean;
}

/** The variables a state sees when it is entered: those that states before it set, on some way or on every one. */
export function variablesInScope(facts: Facts, state: StateEntry): VariablesInScope {
  const found: ScopedVariable[] = [];
  let uncertain = facts.index.all.some((other) => facts.variablesOf(other).uncertain);
  const reads = new Set(facts.variablesOf(state).reads);
  for (let at: StateEntry | undefined = state; at; at = outside(at)) {
    const flow = flowOf(at.scope);
    if (!flow) uncertain = true;
    const outer = at !== state;
    const set = flow ? settersBefore(flow, at) : anySetter(at);
    for (const [name, assignedAt] of set) {
      if (found.some((one) => one.name === name)) continue;
      const missingOn = flow ? wayWithout(flow, at, name) : [];
      found.push({ name, assignedAt, always: flow !== null && missingOn.length === 0, missingOn, outer, read: reads.has(name) });
    }
  }
  return { variables: found, uncertain };
}

/** Items of a distributed Map are executions of their own. */
const outside = ({ scope: { parent } }: StateEntry): StateEntry | undefined => (parent && !isDistributed(parent) ? parent : undefined);

/** By which arrow a block counts: that of a rule or catcher by its own, the state's by Next and Default alone (recorded: a rule without an Assign sets nothing). */
function setsOn({ way: [field, at] }: Assignment, { kind, index }: Arrow): boolean {
  if (field === 'Choices') return kind === 'choice' && at === index;
  if (field === 'Catch') return kind === 'catch' && at === index;
  return kind !== 'catch' && kind !== 'choice';
}

/** What the arrows that may be gone on the way to a state set. */
function settersBefore(flow: Flow, target: StateEntry): ReadonlyMap<string, readonly Assignment[]> {
  const behind = new Set<StateEntry>();
  const arrows: Arrow[] = [];
  const work = [target];
  for (let at = work.pop(); at; at = work.pop()) {
    for (const arrow of flow.into.get(at) ?? []) {
      if (!flow.reached.has(arrow.from)) continue;
      arrows.push(arrow);
      if (behind.has(arrow.from)) continue;
      behind.add(arrow.from);
      work.push(arrow.from);
    }
  }
  return grouped(flow.scope.children.filter((one) => behind.has(one)).flatMap((from) => {
    const out = arrows.filter((arrow) => arrow.from === from);
    return assignments(from).filter((assignment) => out.some((arrow) => setsOn(assignment, arrow)));
  }));
}

const anySetter = ({ scope }: StateEntry): ReadonlyMap<string, readonly Assignment[]> => grouped(scope.children.flatMap((state) => assignments(state)));

function grouped(all: readonly Assignment[]): ReadonlyMap<string, readonly Assignment[]> {
  const found = new Map<string, Assignment[]>();
  for (const assignment of all) found.set(assignment.name, [...(found.get(assignment.name) ?? []), assignment]);
  return found;
}

/** The shortest way from the beginning by arrows that do not set the variable; empty: each way sets it. */
function wayWithout(flow: Flow, target: StateEntry, name: string): readonly StateEntry[] {
  const cameFrom = new Map<StateEntry, StateEntry | null>([[flow.start, null]]);
  for (const at of cameFrom.keys()) {
    if (at === target) break;
    const own = assignments(at).filter((assignment) => assignment.name === name);
    for (const arrow of flow.out.get(at) ?? []) {
      if (!cameFrom.has(arrow.to) && !own.some((assignment) => setsOn(assignment, arrow))) cameFrom.set(arrow.to, at);
    }
  }
  if (!cameFrom.has(target)) return [];
  const way: StateEntry[] = [];
  for (let at: StateEntry | null | undefined = target; at; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
