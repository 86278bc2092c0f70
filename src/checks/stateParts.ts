import { childPointer, itemsOf, memberOf, valueOf, type Segment } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { KeyNode, ObjectNode, StringNode, ValueNode } from '../asl/tree.ts';
import { hasUnknownMembers, isExpression, isUnknown, type Place } from './problem.ts';

/** Fields that hold other states. What stands in them belongs to those. */
export const HOLDS_STATES: ReadonlySet<string> = new Set(['Branches', 'ItemProcessor', 'Iterator']);

export interface Member {
  readonly key: KeyNode;
  readonly value: ValueNode;
  /** From the state to the member, its own name last. */
  readonly way: readonly Segment[];
  readonly of: ObjectNode;
}

const within = new WeakMap<ValueNode, readonly Member[]>();

/** Every member at any depth of the state's own fields (or of these), in document order. Found once: many rules ask. */
export function membersWithin({ node }: StateEntry, fields?: ReadonlySet<string>): readonly Member[] {
  let all = within.get(node);
  if (!all) within.set(node, (all = gather(node)));
  return fields ? all.filter(({ way }) => fields.has(String(way[0]))) : all;
}

/** A stack of our own: values nest deeper than calls. */
function gather(root: ValueNode): readonly Member[] {
  if (root.kind !== 'object') return [];
  const found: Member[] = [];
  const work: { readonly node: ValueNode; readonly way: readonly Segment[] }[] = [{ node: root, way: [] }];
  for (let at = work.pop(); at; at = work.pop()) {
    const { node, way } = at;
    if (node.kind === 'array') node.items.forEach((item, index) => item.kind !== 'string' && work.push({ node: item, way: [...way, index] }));
    if (node.kind !== 'object') continue;
    for (const { key, value } of node.members) {
      if (way.length === 0 && HOLDS_STATES.has(key.value)) continue;
      found.push({ key, value, way: [...way, key.value], of: node });
      if (value.kind === 'object' || value.kind === 'array') work.push({ node: value, way: [...way, key.value] });
    }
  }
  return found.toSorted((a, b) => a.key.offset - b.key.offset);
}

export interface Text {
  readonly node: StringNode;
  readonly way: readonly Segment[];
  /** The name of the nearest member it stands in. */
  readonly name: string;
}

const texts = new WeakMap<ValueNode, readonly Text[]>();

/** Every text at any depth of the state's own fields, items of lists included. */
export function textsWithin(state: StateEntry, fields?: ReadonlySet<string>): readonly Text[] {
  let all = texts.get(state.node);
  if (!all) texts.set(state.node, (all = gatherTexts(state)));
  return fields ? all.filter(({ way }) => fields.has(String(way[0]))) : all;
}

function gatherTexts(state: StateEntry): readonly Text[] {
  return membersWithin(state).flatMap(({ key, value, way }): readonly Text[] => {
    if (value.kind === 'string') return [{ node: value, way, name: key.value }];
    return textsOfList(value, way, key.value);
  });
}

function textsOfList(node: ValueNode, way: readonly Segment[], name: string): readonly Text[] {
  return itemsOf(node).flatMap((item, index) => (item.kind === 'string' ? [{ node: item, way: [...way, index], name }] : textsOfList(item, [...way, index], name)));
}

export const at = (state: StateEntry, node: { readonly offset: number; readonly length: number }, ...way: readonly Segment[]): Place => ({
  offset: node.offset, length: node.length, pointer: childPointer(state.pointer, ...way), state: state.id,
});

export interface Handler {
  readonly node: ObjectNode;
  readonly field: 'Retry' | 'Catch';
  readonly index: number;
  readonly last: boolean;
  readonly errors: readonly { readonly node: StringNode; readonly way: readonly Segment[] }[];
}

/** The retriers or catchers that are written out; those that a deployment tool fills in are left out. */
export function handlersOf(state: StateEntry, field: 'Retry' | 'Catch'): readonly Handler[] {
  const items = itemsOf(valueOf(state.node, field));
  return items.flatMap((node, index): readonly Handler[] => {
    if (node.kind !== 'object' || hasUnknownMembers(node)) return [];
    const errors = itemsOf(valueOf(node, 'ErrorEquals')).flatMap((error, nth) =>
      error.kind === 'string' && !isUnknown(error) ? [{ node: error, way: [field, index, 'ErrorEquals', nth] }] : []);
    return [{ node, field, index, last: index === items.length - 1, errors }];
  });
}

export const bothHandlers = (state: StateEntry): readonly Handler[] => [...handlersOf(state, 'Retry'), ...handlersOf(state, 'Catch')];

/** A number as it is written; undefined for an expression, a placeholder, or nothing. */
export function numberIn(node: ValueNode | undefined, key: string): { readonly value: number; readonly node: ValueNode } | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'number' ? { value: value.value, node: value } : undefined;
}

/** A text that stands there as it is: no placeholder, no expression. */
export function plainText(node: ValueNode | undefined): node is StringNode {
  return node?.kind === 'string' && !isUnknown(node) && !isExpression(node.value);
}

/** True where the field is given in any way: as a value, as a path. */
export const hasAny = (state: StateEntry, ...fields: readonly string[]): boolean =>
  hasUnknownMembers(state.node) || fields.some((field) => memberOf(state.node, field) !== undefined);

/** `Parameters` or `Arguments` where it is an object written out. */
export function givenTo(state: StateEntry): { readonly field: 'Parameters' | 'Arguments'; readonly node: ObjectNode } | null {
  const field = state.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const node = valueOf(state.node, field);
  return node?.kind === 'object' && !hasUnknownMembers(node) ? { field, node } : null;
}

/** The member of that name, written out or given by a path (`Name.$`). */
export const givenMember = (node: ObjectNode, name: string) => memberOf(node, name) ?? memberOf(node, `${name}.$`);
