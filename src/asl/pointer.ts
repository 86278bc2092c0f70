import type { Part } from './operations.ts';
import type { Pointer } from './names.ts';
import type { Member, ObjectNode, Tree, ValueNode } from './tree.ts';

export { isIntact } from './intact.ts';

export type Segment = string | number;

/** The empty pointer: the whole document. */
export const ROOT = '' as Pointer;

const escaped = (segment: Segment): string => {
  const text = String(segment);
  // Nearly every name goes as it is, and every key stroke makes thousands of pointers.
  return text.includes('~') || text.includes('/') ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
};
const unescaped = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');

/** RFC 6901, so a state may be named `a/b~c` or nothing at all. */
export const pointerOf = (segments: readonly Segment[]): Pointer => segments.map((segment) => `/${escaped(segment)}`).join('') as Pointer;

export const childPointer = (parent: Pointer, ...segments: readonly Segment[]): Pointer => `${parent}${pointerOf(segments)}` as Pointer;

export function segmentsOf(pointer: Pointer): readonly string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map(unescaped);
}

/** The pointer without its last segment; null for the root. */
export function parentPointer(pointer: Pointer): Pointer | null {
  const slash = pointer.lastIndexOf('/');
  return slash < 0 ? null : (pointer.slice(0, slash) as Pointer);
}

/** The last of duplicates, since that is the one that counts. */
export function memberOf(node: ValueNode | null | undefined, key: string): Member | undefined {
  if (node?.kind !== 'object') return undefined;
  // A loop, for this is asked more often than anything else.
  for (let index = node.members.length - 1; index >= 0; index -= 1) {
    const member = node.members[index];
    if (member?.key.value === key) return member;
  }
  return undefined;
}

export const valueOf = (node: ValueNode | null | undefined, key: string): ValueNode | undefined => memberOf(node, key)?.value;

/** The value of a member that is a string. */
export function stringOf(node: ValueNode | null | undefined, key: string): string | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'string' ? value.value : undefined;
}

/** The value of a member that is an object. */
export function objectIn(node: ValueNode | null | undefined, key: string): ObjectNode | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'object' ? value : undefined;
}

export function itemsOf(node: ValueNode | null | undefined): readonly ValueNode[] {
  return node?.kind === 'array' ? node.items : [];
}

const isTree = (from: Tree | ValueNode): from is Tree => 'root' in from;

/** The value at a pointer, counted from a tree's root or from a node. */
export function nodeAt(from: Tree | ValueNode, pointer: Pointer): ValueNode | null {
  let node: ValueNode | null | undefined = isTree(from) ? from.root : from;
  for (const segment of segmentsOf(pointer)) node = node && stepInto(node, segment);
  return node ?? null;
}

function stepInto(node: ValueNode, segment: string): ValueNode | undefined {
  if (node.kind === 'array') return node.items[indexOf(segment)];
  return valueOf(node, segment);
}

const indexOf = (segment: string): number => (/^(0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1);

/** The member or item at a pointer with the container it stands in; null for the root and for what is not there. */
export function partAt(tree: Tree, pointer: Pointer): Part | null {
  const parent = parentPointer(pointer);
  const of = parent === null ? null : nodeAt(tree, parent);
  const last = segmentsOf(pointer).at(-1) ?? '';
  if (of?.kind === 'array') {
    const index = indexOf(last);
    return index >= 0 && index < of.items.length ? { kind: 'item', of, index } : null;
  }
  if (of?.kind !== 'object') return null;
  const member = memberOf(of, last);
  return member ? { kind: 'member', of, member } : null;
}
