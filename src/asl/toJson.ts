import { objectOf, type Json } from '../lib/Json.ts';
import type { ValueNode } from './tree.ts';
import { unreachable } from '../lib/unreachable.ts';

/**
 * The plain projection for evaluation. The last of duplicate keys wins, as in `JSON.parse`; a bare placeholder becomes the string
 * `${X}`, since that is how it stands inside strings; text that could not be read becomes `null`.
 */
export function toJson(node: ValueNode): Json {
  switch (node.kind) {
    case 'object':
      return objectOf(node.members.map(({ key, value }) => [key.value, toJson(value)] as const));
    case 'array':
      return node.items.map(toJson);
    case 'string':
    case 'number':
    case 'literal':
      return node.value;
    case 'placeholder':
      return `\${${node.name}}`;
    case 'broken':
      return null;
    default:
      return unreachable(node);
  }
}
