import type { Range, StringNode, Tree } from '../asl/tree.ts';

/** Where the character at `index` of a text's value stands in the document: escapes are longer there. YAML: its beginning. */
export function offsetInText({ text, format }: Pick<Tree, 'text' | 'format'>, node: StringNode, index: number, length = 1): Range {
  if (format !== 'json' || text[node.offset] !== '"') return { offset: node.offset, length: node.length };
  const from = rawOffsetIn(text, node, index);
  const to = rawOffsetIn(text, node, Math.min(index + length, node.value.length));
  return { offset: from, length: Math.max(to - from, 1) };
}

/** The same within JSON text, at any index up to the end of the value. */
export function rawOffsetIn(text: string, node: StringNode, index: number): number {
  let raw = node.offset + 1;
  for (let seen = 0; seen < index && raw < node.offset + node.length - 1; seen += 1) raw += text[raw] === '\\' ? (text[raw + 1] === 'u' ? 6 : 2) : 1;
  return raw;
}
