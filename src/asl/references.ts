import type { Pointer, StateName } from './names.ts';
import { childPointer, itemsOf, memberOf, valueOf, type Segment } from './pointer.ts';
import type { ScopeEntry, StateEntry } from './states.ts';
import type { StringNode, ValueNode } from './tree.ts';

/** A string in the document that names a state. */
export interface Reference {
  readonly node: StringNode;
  /** `/States/A/Next`, `/States/B/Choices/0/Next`, `/StartAt`. */
  readonly pointer: Pointer;
  readonly kind: 'startAt' | 'next' | 'choice' | 'default' | 'catch';
  /** The state it stands in; absent for `StartAt`. */
  readonly from?: StateEntry;
}

/** Everything in a scope that names `name`, whether such a state is there or not, in document order. */
export function referencesTo(scope: ScopeEntry, name: StateName): readonly Reference[] {
  return referencesIn(scope).filter((reference) => reference.node.value === name);
}

/** `StartAt` of a scope and every transition of its own states, not those of scopes nested in it. */
export function referencesIn(scope: ScopeEntry): readonly Reference[] {
  const start = stringReference('startAt', scope.pointer, scope.node, 'StartAt');
  return [...start, ...scope.children.flatMap((state) => referencesFrom(state))].toSorted((a, b) => a.node.offset - b.node.offset);
}

const made = new WeakMap<StateEntry, readonly Reference[]>();

/** The transitions of one state: `Next`, those of its rules, `Default`, those of its catchers. Gathered once: many rules ask. */
export function referencesFrom(state: StateEntry): readonly Reference[] {
  let references = made.get(state);
  if (!references) made.set(state, (references = gather(state)));
  return references;
}

function gather(state: StateEntry): readonly Reference[] {
  const { node, pointer } = state;
  return [
    ...stringReference('next', pointer, node, 'Next', state),
    ...listed('choice', state, 'Choices'),
    ...stringReference('default', pointer, node, 'Default', state),
    ...listed('catch', state, 'Catch'),
  ];
}

function listed(kind: Reference['kind'], state: StateEntry, field: 'Choices' | 'Catch'): readonly Reference[] {
  return itemsOf(valueOf(state.node, field)).flatMap((entry, index) =>
    stringReference(kind, childPointer(state.pointer, field, index), entry, 'Next', state),
  );
}

function stringReference(kind: Reference['kind'], parent: Pointer, node: ValueNode, field: Segment, from?: StateEntry): readonly Reference[] {
  const value = memberOf(node, String(field))?.value;
  if (value?.kind !== 'string') return [];
  return [{ node: value, pointer: childPointer(parent, field), kind, ...(from && { from }) }];
}
