import { format } from 'jsonc-parser';
import type { TextEdit } from '../asl/operations.ts';
import type { Tree, ValueNode } from '../asl/tree.ts';

/** Spaces and line breaks put in order; nothing else changes. Empty where the text cannot be read, or is YAML: its indentation means something. */
export function formatEdits(tree: Tree, indent: { readonly tabSize: number; readonly insertSpaces: boolean }): readonly TextEdit[] {
  if (tree.format !== 'json' || tree.problems.some(({ fatal }) => fatal)) return [];
  const edits = format(withoutPlaceholders(tree), undefined, { ...indent, eol: '\n', keepLines: false });
  return edits.map(({ offset, length, content }) => ({ offset, length, text: content })).filter(({ offset, length, text }) => tree.text.slice(offset, offset + length) !== text);
}

/** `${Name}` looks like an object to the formatter: for it there stands a text of the same length. */
function withoutPlaceholders(tree: Tree): string {
  const found: ValueNode[] = [];
  const work: ValueNode[] = tree.root ? [tree.root] : [];
  for (let node = work.pop(); node; node = work.pop()) {
    if (node.kind === 'placeholder') found.push(node);
    if (node.kind === 'object') work.push(...node.members.map(({ value }) => value));
    if (node.kind === 'array') work.push(...node.items);
  }
  return found.reduce((text, { offset, length }) => `${text.slice(0, offset)}"${'_'.repeat(length - 2)}"${text.slice(offset + length)}`, tree.text);
}
