import { memberOf, stringOf } from '../asl/pointer.ts';
import { referencesFrom, type Reference } from '../asl/references.ts';
import type { ScopeEntry, StateEntry } from '../asl/states.ts';
import { hasUnknownMembers, isUnknown } from './problem.ts';

/** How control goes through the states of one `States`. */
export interface Flow {
  readonly scope: ScopeEntry;
  readonly start: StateEntry;
  /** Transitions out of each state, as written. */
  readonly out: ReadonlyMap<StateEntry, readonly Arrow[]>;
  readonly into: ReadonlyMap<StateEntry, readonly Arrow[]>;
  readonly reached: ReadonlySet<StateEntry>;
}

export interface Arrow {
  readonly from: StateEntry;
  readonly to: StateEntry;
  readonly kind: Reference['kind'];
  /** Which rule, which catcher. */
  readonly index: number;
}

const made = new WeakMap<ScopeEntry, Flow | null>();

/** Null where something that leads on is filled in at deployment, or leads nowhere: then nothing can be proven. */
export function flowOf(scope: ScopeEntry): Flow | null {
  let flow = made.get(scope);
  if (flow === undefined) made.set(scope, (flow = buildFlow(scope)));
  return flow;
}

function buildFlow(scope: ScopeEntry): Flow | null {
  const byName = new Map(scope.children.map((state) => [state.name as string, state]));
  const start = byName.get(scope.startAt?.value.kind === 'string' ? scope.startAt.value.value : '');
  if (!start || hasUnknownMembers(scope.node) || scope.children.some(({ node }) => node.kind !== 'object' || hasUnknownMembers(node))) return null;
  const out = new Map<StateEntry, Arrow[]>();
  const into = new Map<StateEntry, Arrow[]>();
  for (const from of scope.children) {
    if (isFilledIn(from)) return null;
    for (const reference of referencesFrom(from)) {
      const to = byName.get(reference.node.value);
      if (!to) return null;
      const arrow: Arrow = { from, to, kind: reference.kind, index: indexIn(reference) };
      // Pushed in place: thousands of states may lead to one.
      push(out, from, arrow);
      push(into, to, arrow);
    }
  }
  const reached = new Set([start]);
  // A set yields what is added while it is walked.
  for (const state of reached) for (const { to } of out.get(state) ?? []) reached.add(to);
  return { scope, start, out, into, reached };
}

function push(arrows: Map<StateEntry, Arrow[]>, at: StateEntry, arrow: Arrow): void {
  const there = arrows.get(at);
  if (there) there.push(arrow);
  else arrows.set(at, [arrow]);
}

const isFilledIn = ({ node }: StateEntry): boolean =>
  ['Type', 'Next', 'End', 'Default', 'Choices', 'Catch'].some((field) => isUnknown(memberOf(node, field)?.value)
    || hasUnknownEntry(node, field));

function hasUnknownEntry(node: StateEntry['node'], field: string): boolean {
  const list = memberOf(node, field)?.value;
  return list?.kind === 'array' && list.items.some((item) => isUnknown(item) || hasUnknownMembers(item) || isUnknown(memberOf(item, 'Next')?.value));
}

/** `/States/A/Choices/2/Next` -> 2. */
const indexIn = ({ kind, pointer }: Reference): number => (kind === 'choice' || kind === 'catch' ? Number(pointer.split('/').at(-2)) : -1);

/** The execution, the branch or the item may end here. */
export function isLast(state: StateEntry): boolean {
  const end = memberOf(state.node, 'End')?.value;
  return state.type === 'Succeed' || state.type === 'Fail' || (end?.kind === 'literal' && end.value === true) || stringOf(state.node, 'Type') === undefined;
}
