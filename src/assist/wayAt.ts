import type { Segment } from '../asl/pointer.ts';
import type { Member, Tree, ValueNode } from '../asl/tree.ts';

/** What a tree has at an offset: the innermost member's name, or the innermost value. */
export interface AtOffset {
  readonly way: readonly Segment[];
  readonly on: 'key' | 'value';
  readonly node: ValueNode;
  /** The innermost member around it. */
  readonly member: Member | null;
}

const holds = (node: { readonly offset: number; readonly length: number }, offset: number): boolean => node.offset <= offset && offset <= node.offset + node.length;

export function wayAt(tree: Tree, offset: number): AtOffset | null {
  let node = tree.root;
  if (!node || !holds(node, offset)) return null;
  const way: Segment[] = [];
  let member: Member | null = null;
  for (;;) {
    if (node.kind === 'object') {
      const inside: Member | undefined = node.members.find((one) => holds(one, offset));
      if (!inside) return { way, on: 'value', node, member };
      member = inside;
      way.push(inside.key.value);
      if (holds(inside.key, offset)) return { way, on: 'key', node: inside.value, member };
      if (!holds(inside.value, offset)) return { way, on: 'key', node: inside.value, member };
      node = inside.value;
    } else if (node.kind === 'array') {
      const index: number = node.items.findIndex((item) => holds(item, offset));
      if (index < 0) return { way, on: 'value', node, member };
      way.push(index);
      node = node.items[index] as ValueNode;
    } else return { way, on: 'value', node, member };
  }
}
