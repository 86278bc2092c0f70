import { jsonTextOf } from './jsonText.ts';
import type { Tree, ValueNode } from './tree.ts';

/** A value as it is written, without the indentation of the line it begins on: what a field shows to be edited. From YAML it is spelt as JSON. */
export function sourceOf(document: string | Pick<Tree, 'format' | 'text'>, node: ValueNode): string {
  if (typeof document !== 'string' && document.format === 'yaml') return jsonTextOf(node);
  const text = typeof document === 'string' ? document : document.text;
  const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, node.offset))?.[0] ?? '';
  const written = text.slice(node.offset, node.offset + node.length);
  if (indent === '') return written;
  return written.split('\n').map((line, at) => (at > 0 && line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}
