import { isAlias, isCollection, isPair, type Alias, type Node, type ParsedNode } from 'yaml';
import type { Anchor } from './notes.ts';

export interface Target {
  readonly node: ParsedNode;
  /** The alias stands inside of what it repeats. */
  readonly cycle: boolean;
}

/** What each alias stands for: the last value before it with that anchor. */
export function aliasesIn(root: ParsedNode, text: string): { readonly targets: ReadonlyMap<Alias, Target>; readonly anchors: readonly Anchor[] } {
  const targets = new Map<Alias, Target>();
  const named = new Map<string, { readonly node: ParsedNode; readonly anchor: Anchor & { aliases: number[] } }>();
  const anchors: (Anchor & { aliases: number[] })[] = [];
  const open = new Set<Node>();
  const visit = (node: ParsedNode | null): void => {
    if (!node) return;
    if (isAlias(node)) {
      const found = named.get(node.source);
      if (!found) return;
      found.anchor.aliases.push(node.range[0]);
      targets.set(node, { node: found.node, cycle: open.has(found.node) });
      return;
    }
    if (node.anchor !== undefined) {
      const start = text.lastIndexOf(`&${node.anchor}`, node.range[0]);
      const anchor = { name: node.anchor, start: start < 0 ? node.range[0] : start, end: node.range[1], aliases: [] };
      anchors.push(anchor);
      named.set(node.anchor, { node, anchor });
    }
    if (!isCollection(node)) return;
    open.add(node);
    for (const item of node.items as readonly unknown[]) {
      if (isPair<ParsedNode, ParsedNode | null>(item)) {
        visit(item.key);
        visit(item.value);
      } else visit(item as ParsedNode);
    }
    open.delete(node);
  };
  visit(root);
  return { targets, anchors };
}
