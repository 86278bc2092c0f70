import { ok, type Result } from '../../lib/Result.ts';
import type { Pointer, StateId, StateName } from '../names.ts';
import type { Content, Operation, Place, Refusal } from '../operations.ts';
import { ROOT } from '../pointer.ts';
import { findState, indexStates, type ScopeEntry, type StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { endOfPath } from '../endOfMainPath.ts';
import { arrowFrom, type ArrowKind } from './arrows.ts';
import { edgeAfter, edgeAt, edgesBefore, type Edge } from './edges.ts';
import { jsonContent, noSuchState, putScopeField, refuse } from './operate.ts';

/** Where something lands: on an arrow, behind a state, or unconnected in a scope (the machine, when nothing is said). */
export interface Target {
  readonly after?: StateId | undefined;
  /** The field of the arrow, see `edgeAt`. */
  readonly onEdge?: Pointer | undefined;
  /** In front of a state: everything that led to it leads to the new one, `StartAt` too. */
  readonly before?: StateId | undefined;
  /** The field of an arrow that is led to the new state, and no longer to where it led. */
  readonly instead?: Pointer | undefined;
  /** A new arrow of a state: a further rule or catcher, or what `connect` would draw. */
  readonly from?: { readonly state: StateId; readonly as?: ArrowKind | undefined } | undefined;
  /** Pointer of a scope (`''`, `/States/Ship/Branches/0`), or of the Map or Parallel around it. */
  readonly into?: Pointer | undefined;
  /** With `into`: at the end of the way through that scope, where it has one. */
  readonly atEnd?: boolean | undefined;
}

export interface Landing {
  readonly scope: ScopeEntry;
  readonly edge: Edge | null;
}

const NONE: ReadonlySet<StateEntry> = new Set();

/** `moving`: states that are on their way there. */
export function landingOf(tree: Tree, target: Target, moving = NONE): Result<Landing, Refusal> {
  const { after, onEdge, before, instead, from, into, atEnd } = target;
  if (onEdge !== undefined) return onto(edgeAt(tree, onEdge));
  if (instead !== undefined) return onto(detached(edgeAt(tree, instead)));
  if (from !== undefined) return onto(newArrow(tree, from));
  if (after !== undefined) return onState(tree, after, edgeAfter);
  if (before !== undefined) return onState(tree, before, (state) => ok(edgesBefore(tree, state, moving)));
  const scope = scopeAt(tree, into ?? ROOT);
  const last = scope && atEnd === true ? endOfPath(scope) : undefined;
  if (last) return onto(edgeAfter(last));
  if (scope) return ok({ scope, edge: null });
  if (tree.root === null) return refuse('empty-document', 'The document is empty. Start with a blank workflow, then add states to it.');
  return refuse('no-such-scope', 'There is no place for states there. Choose the workflow itself, a Map or a branch of a Parallel.');
}

const onto = (edge: Result<Edge, Refusal>): Result<Landing, Refusal> => (edge.ok ? ok({ scope: edge.value.scope, edge: edge.value }) : edge);

function onState(tree: Tree, id: StateId, edge: (state: StateEntry) => Result<Edge, Refusal>): Result<Landing, Refusal> {
  const state = findState(tree, id);
  return state ? onto(edge(state)) : noSuchState(id);
}

const detached = (edge: Result<Edge, Refusal>): Result<Edge, Refusal> => (edge.ok ? ok({ ...edge.value, target: null }) : edge);

function newArrow(tree: Tree, { state: id, as }: NonNullable<Target['from']>): Result<Edge, Refusal> {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const arrow = arrowFrom(state, as);
  return arrow.ok ? ok({ scope: state.scope, from: state, target: null, aim: arrow.value }) : arrow;
}

function scopeAt(tree: Tree, pointer: Pointer): ScopeEntry | undefined {
  const index = indexStates(tree);
  return index.scopes.find((scope) => scope.pointer === pointer) ?? index.byPointer.get(pointer)?.inner[0];
}

/** A state that is about to be written. */
export interface Incoming {
  readonly name: StateName;
  readonly content: Content;
}

/** Inserts states into a scope: behind the state the edge comes from, else at the end. An empty scope starts with `entry`. */
export function insertStates({ scope, edge }: Landing, states: readonly Incoming[], entry: StateName): readonly Operation[] {
  const connected = edge ? edge.aim(entry) : [];
  const starts = edge === null && scope.children.length === 0 ? [putScopeField(scope.node, 'StartAt', jsonContent(entry))] : [];
  if (!scope.states) {
    const content: Content = { kind: 'object', members: states.map(({ name, content: state }) => [name, state] as const) };
    return [...connected, ...starts, putScopeField(scope.node, 'States', content)];
  }
  const place = placeAfter(scope, edge);
  const inserted = states.map(({ name, content }): Operation => ({ op: 'insert', place, key: name, content }));
  return [...connected, ...starts, ...inserted];
}

export function placeAfter(scope: ScopeEntry, edge: Edge | null): Place {
  const into = scope.states ?? scope.node;
  if (!edge || into.kind !== 'object') return { into, at: 'end' };
  const { from, before } = edge;
  return { into, at: from ? into.members.indexOf(from.member) + 1 : before ? into.members.indexOf(before.member) : 0 };
}
