import type { Pointer, StateId } from '../asl/names.ts';
import { childPointer, memberOf, type Segment } from '../asl/pointer.ts';
import type { StateEntry, StateIndex } from '../asl/states.ts';
import type { ObjectNode, Range, Tree, ValueNode } from '../asl/tree.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What is wrong, where, and what to do. `error`: AWS refuses the definition or cannot run it. */
export interface Problem {
  readonly severity: Severity;
  readonly code: string;
  /** A sentence with the next step. */
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly pointer: Pointer;
  readonly state?: StateId;
  /** What its rule can do about it: the label of the fix. */
  readonly fix?: string;
}

export interface Checked {
  readonly tree: Tree;
  readonly index: StateIndex;
}

/** One kind of mistake. Rules are pure, know nothing of each other, and stay silent where a value is only known later. */
export type Rule = (checked: Checked) => readonly Problem[];

/** Where a problem is shown. */
export interface Place extends Range {
  readonly pointer: Pointer;
  readonly state?: StateId;
}

export const problem = (severity: Severity, code: string, place: Place, message: string): Problem => ({
  severity,
  code,
  message,
  offset: place.offset,
  length: place.length,
  pointer: place.pointer,
  ...(place.state === undefined ? {} : { state: place.state }),
});

/** The state as a whole is marked at its name, not over all its lines. */
export const atName = (state: StateEntry): Place => ({ offset: state.member.key.offset, length: state.member.key.length, pointer: state.pointer, state: state.id });

/** A value inside a state, by its way from the state. */
export const atValue = (state: StateEntry, node: ValueNode, ...way: readonly Segment[]): Place => ({
  offset: node.offset,
  length: node.length,
  pointer: childPointer(state.pointer, ...way),
  state: state.id,
});

/** The key of a member of the state. */
export function atKey(state: StateEntry, key: string): Place {
  const member = memberOf(state.node, key);
  return member ? { offset: member.key.offset, length: member.key.length, pointer: childPointer(state.pointer, key), state: state.id } : atName(state);
}

export type StateCheck = (state: StateEntry, checked: Checked) => readonly Problem[];

/** A check of each state that looks at what stands around it too. */
export const perState = (check: StateCheck): Rule => (checked) => checked.index.all.flatMap((state) => check(state, checked));

/** A check of one state that looks at nothing but its text and its query language: what it finds is kept while those stay. */
export const ofOneState = (check: (state: StateEntry) => readonly Problem[]): StateCheck => check;

/** JSONata: the value is known only when the workflow runs. */
export const isExpression = (text: string): boolean => text.startsWith('{%') && text.endsWith('%}');

/**
 * The `${Name}` parts of a text: filled in when the definition is deployed, so nothing can be said about the value here. In JSONata
 * `${"a": b}` groups, so there only plain names count.
 */
export function placeholderNames(text: string): readonly string[] {
  const pattern = isExpression(text) ? /\$\{([\w.:-]+)\}/g : /\$\{([^{}]*)\}/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

export const hasPlaceholder = (text: string): boolean => text.includes('${') && placeholderNames(text).length > 0;

export function isUnknown(node: ValueNode | undefined): boolean {
  if (node === undefined) return false;
  return node.kind === 'placeholder' || node.kind === 'broken' || (node.kind === 'string' && hasPlaceholder(node.value));
}

/** A whole state may be a placeholder; a member may be one where a tool merges objects in. */
export const hasUnknownMembers = (node: ValueNode): boolean => node.kind === 'object' && node.members.some((member) => hasPlaceholder(member.key.value));

export interface Names {
  readonly all: ReadonlySet<string>;
  /** A deployment tool fills some in. */
  readonly uncertain: boolean;
}

const namesByStates = new WeakMap<ObjectNode, Names>();

/** The names in `States`, gathered once: a machine may have thousands, and every transition asks. */
export function namesIn(states: ObjectNode): Names {
  let names = namesByStates.get(states);
  if (!names) namesByStates.set(states, (names = { all: new Set(states.members.map((member) => member.key.value)), uncertain: hasUnknownMembers(states) }));
  return names;
}
