import type { Pointer, QueryLanguage, StateId, StateName } from './names.ts';
import { childPointer, itemsOf, memberOf, objectIn, ROOT, stringOf } from './pointer.ts';
import type { Member, ObjectNode, Tree, ValueNode } from './tree.ts';

/** A state as the document has it; nothing but its place is proved. */
export interface StateEntry {
  readonly id: StateId;
  readonly name: StateName;
  readonly pointer: Pointer;
  readonly member: Member;
  /** Not an object in a document that is wrong. */
  readonly node: ValueNode;
  /** As written, so it may be none of `STATE_TYPES`. */
  readonly type: string | undefined;
  /** Effective: the state's own, else the machine's, else JSONPath. */
  readonly language: QueryLanguage;
  readonly scope: ScopeEntry;
  /** Branches of a Parallel, or the processor of a Map. */
  readonly inner: readonly ScopeEntry[];
}

/** Where `StartAt` and `States` stand: the machine, a branch of a Parallel, the processor of a Map. Transitions stay inside. */
export interface ScopeEntry {
  /** `''` for the machine, `/States/Ship/Branches/0` for a branch. */
  readonly pointer: Pointer;
  readonly kind: 'machine' | 'branch' | 'processor';
  readonly node: ObjectNode;
  readonly startAt: Member | undefined;
  readonly states: ObjectNode | null;
  readonly statesPointer: Pointer;
  /** The Map or Parallel around it. */
  readonly parent?: StateEntry;
  readonly children: readonly StateEntry[];
}

export interface StateIndex {
  /** In document order, a container before what it holds. Of states with the same name in the same object, the last, as it counts. */
  readonly all: readonly StateEntry[];
  readonly byId: ReadonlyMap<StateId, StateEntry>;
  readonly byPointer: ReadonlyMap<Pointer, StateEntry>;
  /** The machine first; empty when the document is no object. */
  readonly scopes: readonly ScopeEntry[];
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

const indexes = new WeakMap<Tree, StateIndex>();

export function indexStates(tree: Tree): StateIndex {
  let index = indexes.get(tree);
  if (!index) indexes.set(tree, (index = buildIndex(tree)));
  return index;
}

function buildIndex(tree: Tree): StateIndex {
  const all: Draft<StateEntry>[] = [];
  const scopes: ScopeEntry[] = [];
  const machine = machineLanguage(tree);

  const addScope = (kind: ScopeEntry['kind'], pointer: Pointer, node: ValueNode | undefined, parent?: StateEntry): ScopeEntry | null => {
    if (node?.kind !== 'object') return null;
    const states = objectIn(node, 'States') ?? null;
    const children: StateEntry[] = [];
    const scope: ScopeEntry = {
      pointer, kind, node, states, children,
      startAt: memberOf(node, 'StartAt'),
      statesPointer: childPointer(pointer, 'States'),
      ...(parent && { parent }),
    };
    scopes.push(scope);
    for (const member of states ? counting(states) : []) children.push(addState(scope, member));
    return scope;
  };

  const addState = (scope: ScopeEntry, member: Member): StateEntry => {
    const { value: node } = member;
    const pointer = childPointer(scope.statesPointer, member.key.value);
    const state: Draft<StateEntry> = {
      // The name until it turns out to stand twice, below.
      id: member.key.value as StateId,
      name: member.key.value as StateName,
      pointer, member, node, scope,
      type: stringOf(node, 'Type'),
      language: languageIn(node) ?? machine,
      inner: [],
    };
    all.push(state);
    state.inner = innerScopes(pointer, node).flatMap(({ kind, pointer: at, node: value }) => addScope(kind, at, value, state) ?? []);
    return state;
  };

  addScope('machine', ROOT, tree.root ?? undefined);
  nameApart(all);
  return {
    all,
    byId: new Map(all.map((state) => [state.id, state])),
    byPointer: new Map(all.map((state) => [state.pointer, state])),
    scopes,
  };
}

/** The machine's default; nested states inherit it, whatever the container around them says for itself. */
export const machineLanguage = (tree: Tree): QueryLanguage => languageIn(tree.root) ?? 'JSONPath';

function languageIn(node: ValueNode | null): QueryLanguage | undefined {
  const language = stringOf(node, 'QueryLanguage');
  return language === 'JSONata' || language === 'JSONPath' ? language : undefined;
}

/** Members in order, without those that a later one of the same name hides. */
function counting(node: ObjectNode): readonly Member[] {
  const last = new Map(node.members.map((member) => [member.key.value, member]));
  return last.size === node.members.length ? node.members : node.members.filter((member) => last.get(member.key.value) === member);
}

interface InnerScope {
  readonly kind: 'branch' | 'processor';
  readonly pointer: Pointer;
  readonly node: ValueNode;
}

/** By fields, not by `Type`: while the type is being retyped, what stands inside stays in sight. */
function innerScopes(pointer: Pointer, node: ValueNode): readonly InnerScope[] {
  const branches = itemsOf(memberOf(node, 'Branches')?.value);
  const processor = memberOf(node, 'ItemProcessor') ?? memberOf(node, 'Iterator');
  return [
    ...branches.map((branch, index) => ({ kind: 'branch' as const, pointer: childPointer(pointer, 'Branches', index), node: branch })),
    ...(processor ? [{ kind: 'processor' as const, pointer: childPointer(pointer, processor.key.value), node: processor.value }] : []),
  ];
}

/** A name that stands twice in the document cannot be an id: those states are called by their pointers. */
function nameApart(all: readonly Draft<StateEntry>[]): void {
  const count = new Map<StateName, number>();
  for (const { name } of all) count.set(name, (count.get(name) ?? 0) + 1);
  for (const state of all) {
    if ((count.get(state.name) ?? 0) > 1) state.id = state.pointer as string as StateId;
  }
}

/** By id; a pointer is taken too, for callers that have one from the CLI or from a diagnostic. */
export function findState(tree: Tree, id: StateId | Pointer): StateEntry | undefined {
  const index = indexStates(tree);
  return index.byId.get(id as StateId) ?? index.byPointer.get(id as Pointer);
}

/** The innermost state that an offset lies in, its name included. */
export function stateAtOffset(tree: Tree, offset: number): StateEntry | null {
  const holds = ({ member }: StateEntry): boolean => member.offset <= offset && offset <= member.offset + member.length;
  let found: StateEntry | null = null;
  let inside: readonly StateEntry[] = indexStates(tree).scopes[0]?.children ?? [];
  for (;;) {
    const next = inside.find(holds);
    if (!next) return found;
    found = next;
    inside = next.inner.flatMap((scope) => scope.children);
  }
}
