import { unreachable } from '../lib/unreachable.ts';
import type { ValueNode } from './tree.ts';

/** The names that `${Name}` stands for in a value, bare and inside texts, each once and in their order. */
export function placeholdersIn(node: ValueNode): readonly string[] {
  return [...new Set(namesIn(node))];
}

const inText = (text: string): readonly string[] => Array.from(text.matchAll(/\$\{([^{}\r\n]+)\}/g), ([, name = '']) => name);

function namesIn(node: ValueNode): readonly string[] {
  switch (node.kind) {
    case 'object':
      return node.members.flatMap(({ key, value }) => [...inText(key.value), ...namesIn(value)]);
    case 'array':
      return node.items.flatMap(namesIn);
    case 'string':
      return inText(node.value);
    case 'placeholder':
      return [node.name];
    case 'number':
    case 'literal':
    case 'broken':
      return [];
    default:
      return unreachable(node);
  }
}
