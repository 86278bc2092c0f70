import type { Tree, ValueNode } from '../asl/tree.ts';

/** The JSON text of a node without blanks, with numbers, escapes and the order of keys as they were written: `1.0` stays `1.0`. */
export function compactText({ text }: Tree, node: ValueNode): string {
  const spelt = ({ offset, length }: { readonly offset: number; readonly length: number }): string => text.slice(offset, offset + length);
  const write = (value: ValueNode): string => {
    switch (value.kind) {
      case 'object':
        return `{${value.members.map((member) => `${spelt(member.key)}:${write(member.value)}`).join(',')}}`;
      case 'array':
        return `[${value.items.map(write).join(',')}]`;
      default:
        return spelt(value);
    }
  };
  return write(node);
}
