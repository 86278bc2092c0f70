import { itemsOf, valueOf, type Segment } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { KeyNode } from '../asl/tree.ts';
import type { Facts } from './CheckRule.ts';
import { flowOf, type Arrow, type Flow } from './flow.ts';
import { isUnknown } from './problem.ts';
import { assignedIn, isDistributed } from './variables/variableUse.ts';

export interface Assignment {
  readonly state: StateEntry;
  readonly name: string;
  readonly key: KeyNode;
  readonly way: readonly Segment[];
}

/** Everything a state assigns: by itself, by its rules, by its catchers. */
export function assignments(state: StateEntry): readonly Assignment[] {
  const inBlock = (of: StateEntry['node'], ...way: readonly Segment[]): readonly Assignment[] =>
    assignedIn(valueOf(of, 'Assign'), state).map(({ name, key }) => ({ state, name, key, way: [...way, 'Assign', key.value] }));
  return [
    ...inBlock(state.node),
    ...['Choices', 'Catch'].flatMap((field) => itemsOf(valueOf(state.node, field)).flatMap((item, index) => inBlock(item, field, index))),
  ];
}

/** Nothing about variables can be proven where an expression or a deployment tool gives names, or states. */
function uncertain({ index, variablesOf }: Facts): boolean {
  return index.all.some((state) => isUnknown(state.node) || variablesOf(state).uncertain);
}

/** What is assigned on the way along an arrow. */
function alongArrow(facts: Facts, { from, kind, index }: Arrow): readonly string[] {
  const use = facts.variablesOf(from);
  if (kind === 'choice') return use.byRule[index] ?? [];
  if (kind === 'catch') return use.byCatcher[index] ?? [];
  return use.assigns;
}

export interface Read {
  readonly state: StateEntry;
  readonly name: string;
  /** Some way assigns it. */
  readonly some: boolean;
  /** Names that could have been meant. */
  readonly visible: readonly string[];
}

/** Reads of variables that not every way from the beginning has assigned. */
export function unassignedReads(facts: Facts): readonly Read[] {
  const used = facts.index.all.filter((state) => facts.variablesOf(state).reads.length > 0);
  if (used.length === 0 || uncertain(facts)) return [];
  const known = new Map<StateEntry, ReadonlySet<string>>();
  const found: Read[] = [];
  // Outer scopes stand before those within.
  for (const scope of facts.index.scopes) {
    const flow = flowOf(scope);
    const { parent } = scope;
    if (!flow || (parent && !known.has(parent))) continue;
    const outside = parent && !isDistributed(parent) ? (known.get(parent) ?? new Set<string>()) : new Set<string>();
    for (const [state, names] of onEveryWay(facts, flow, outside)) known.set(state, names);
    for (const state of scope.children) found.push(...readsOf(facts, state, known));
  }
  return found;
}

function readsOf(facts: Facts, state: StateEntry, known: ReadonlyMap<StateEntry, ReadonlySet<string>>): readonly Read[] {
  const sure = known.get(state);
  const missing = sure ? facts.variablesOf(state).reads.filter((name) => !sure.has(name)) : [];
  if (missing.length === 0) return [];
  const visible = new Set<string>();
  for (let scope: StateEntry['scope'] | undefined = state.scope; scope; scope = isDistributed(scope.parent) ? undefined : scope.parent?.scope) {
    for (const other of scope.children) for (const { name } of assignments(other)) visible.add(name);
  }
  return missing.map((name) => ({ state, name, some: visible.has(name), visible: [...visible] }));
}

/** Forward, the names that every way to a state has assigned, until nothing changes. States that are not reached are left out. */
function onEveryWay(facts: Facts, flow: Flow, outside: ReadonlySet<string>): ReadonlyMap<StateEntry, ReadonlySet<string>> {
  const names = new Map<StateEntry, ReadonlySet<string>>([[flow.start, outside]]);
  const work = [flow.start];
  for (let state = work.pop(); state; state = work.pop()) {
    const own = names.get(state) ?? outside;
    for (const arrow of flow.out.get(state) ?? []) {
      const brought = new Set([...own, ...alongArrow(facts, arrow)]);
      const before = names.get(arrow.to);
      const after = before ? new Set([...before].filter((name) => brought.has(name))) : brought;
      if (before && after.size === before.size) continue;
      names.set(arrow.to, after);
      work.push(arrow.to);
    }
  }
  return names;
}

/** Assignments of names that no state reads. */
export function unreadAssigns(facts: Facts): readonly Assignment[] {
  if (uncertain(facts)) return [];
  const all = facts.index.all.flatMap(assignmentsOnce(facts));
  if (all.length === 0) return [];
  const read = new Set(facts.index.all.flatMap((state) => facts.variablesOf(state).reads));
  return all.filter(({ name }) => !read.has(name));
}

/** Assignments inside a Map or a Parallel of a name that is assigned outside it. */
export function shadowingAssigns(facts: Facts): readonly Assignment[] {
  const all = facts.index.all.flatMap(assignmentsOnce(facts));
  return all.filter(({ state, name }) => {
    for (let outer = state.scope.parent; outer && !isDistributed(outer); outer = outer.scope.parent) {
      const { scope } = outer;
      if (all.some((other) => other.name === name && other.state.scope === scope)) return true;
    }
    return false;
  });
}

/** Most states assign nothing: then nothing is looked for. */
const assignmentsOnce = ({ variablesOf }: Facts) => (state: StateEntry): readonly Assignment[] => {
  const { assigns, byRule, byCatcher } = variablesOf(state);
  return assigns.length + byRule.length + byCatcher.length === 0 ? [] : assignments(state);
};
