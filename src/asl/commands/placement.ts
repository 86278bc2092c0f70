import { ok, type Result } from '../../lib/Result.ts';
import type { Pointer, StateId, StateName } from '../names.ts';
import type { Content, Operation, Place, Refusal } from '../operations.ts';
import { ROOT } from '../pointer.ts';
import { findState, indexStates, type ScopeEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { edgeAfter, edgeAt, type Edge } from './edges.ts';
import { jsonContent, noSuchState, putScopeField, refuse } from './operate.ts';

/** Where something lands: on an arrow, behind a state, or unconnected in a scope (the machine, when nothing is said). */
export interface Target {
  readonly after?: StateId | undefined;
  /** The field of the arrow, see `edgeAt`. */
  readonly onEdge?: Pointer | undefined;
  /** Pointer of a scope (`''`, `/States/Ship/Branches/0`), or of the Map or Parallel around it. */
  readonly into?: Pointer | undefined;
}

export interface Landing {
  readonly scope: ScopeEntry;
  readonly edge: Edge | null;
}

export function landingOf(tree: Tree, { after, onEdge, into }: Target): Result<Landing, Refusal> {
  if (onEdge !== undefined) return onto(edgeAt(tree, onEdge));
  if (after !== undefined) {
    const state = findState(tree, after);
    return state ? onto(edgeAfter(state)) : noSuchState(after);
  }
  const scope = scopeAt(tree, into ?? ROOT);
  if (scope) return ok({ scope, edge: null });
  if (tree.root === null) return refuse('empty-document', 'The document is empty. Start with a blank workflow, then add states to it.');
  return refuse('no-such-scope', 'There is no place for states there. Choose the workflow itself, a Map or a branch of a Parallel.');
}

const onto = (edge: Result<Edge, Refusal>): Result<Landing, Refusal> => (edge.ok ? ok({ scope: edge.value.scope, edge: edge.value }) : edge);

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
  return { into, at: edge.from ? into.members.indexOf(edge.from.member) + 1 : 0 };
}
