import { indexStates, type ScopeEntry, type StateEntry } from '../asl/states.ts';
import { lineOf } from '../asl/lines.ts';
import type { Range, Tree, ValueNode } from '../asl/tree.ts';

/** A state in the outline of the text, with the states inside it. */
export interface Symbol extends Range {
  readonly name: string;
  readonly detail: string;
  /** Where its name stands. */
  readonly at: Range;
  readonly children: readonly Symbol[];
}

export function symbolsOf(tree: Tree): readonly Symbol[] {
  const ofScope = (scope: ScopeEntry): readonly Symbol[] => scope.children.map(ofState);
  const ofState = ({ name, type, member, inner }: StateEntry): Symbol => ({
    name: name === '' ? '(no name)' : name, detail: type ?? '', offset: member.offset, length: member.length, at: { offset: member.key.offset, length: member.key.length }, children: inner.flatMap(ofScope),
  });
  const [machine] = indexStates(tree).scopes;
  return machine ? ofScope(machine) : [];
}

export interface Fold {
  /** Line numbers, from 1. */
  readonly start: number;
  readonly end: number;
}

/** Every object and list of several lines, the closing bracket's line left in sight. */
export function foldsOf(tree: Tree): readonly Fold[] {
  const folds: Fold[] = [];
  const work: (readonly [ValueNode, number])[] = tree.root ? [[tree.root, tree.root.offset]] : [];
  for (let next = work.pop(); next; next = work.pop()) {
    const [node, from] = next;
    if (node.kind === 'object') for (const { key, value } of node.members) work.push([value, key.offset]);
    else if (node.kind === 'array') for (const item of node.items) work.push([item, item.offset]);
    else if (tree.format === 'json' || node.kind !== 'string') continue;
    const start = lineOf(tree.text, tree.format === 'yaml' ? from : node.offset);
    const last = lineOf(tree.text, Math.max(node.offset, node.offset + node.length - 1));
    const end = tree.format === 'json' ? last - 1 : last;
    if (end > start) folds.push({ start, end });
  }
  // One fold for a line: the widest.
  const widest = new Map<number, Fold>();
  for (const fold of folds) if (fold.end > (widest.get(fold.start)?.end ?? 0)) widest.set(fold.start, fold);
  return [...widest.values()].toSorted((a, b) => a.start - b.start);
}
