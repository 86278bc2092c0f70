import type { StringNode, Tree } from '../asl/tree.ts';

/** From offsets in a text to offsets in the document that spells it: `starts[i]` for character `i`, one more for the end. */
export type StringMap = (at: number) => number;

/** Null where the spelling folds or joins lines, so that no character has a place of its own. */
export function stringMap(tree: Tree, node: StringNode): StringMap | null {
  const raw = tree.text.slice(node.offset, node.offset + node.length);
  if (raw === node.value) return (at) => node.offset + at;
  const quote = raw[0];
  if (quote === '"' && raw.endsWith('"') && !raw.includes('\n')) return mapEscapes(node, raw);
  if (quote === "'" && raw.slice(1, -1).replaceAll("''", "'") === node.value) return mapDoubled(node, raw);
  return tree.format === 'yaml' && /^[|]/.test(raw) ? mapBlock(node, raw) : null;
}

function mapEscapes(node: StringNode, raw: string): StringMap | null {
  const inner = raw.slice(1, -1);
  if (inner === node.value) return (at) => node.offset + 1 + at;
  const starts: number[] = [];
  for (let at = 1; at < raw.length - 1; ) {
    starts.push(at);
    const length = raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : raw[at + 1] === 'x' ? 4 : 2;
    at += length;
  }
  starts.push(raw.length - 1);
  if (starts.length !== node.value.length + 1) return null;
  return (at) => node.offset + (starts[Math.min(at, starts.length - 1)] ?? 0);
}

function mapDoubled(node: StringNode, raw: string): StringMap {
  const starts: number[] = [];
  for (let at = 1; at < raw.length - 1; at += raw[at] === "'" ? 2 : 1) starts.push(at);
  starts.push(raw.length - 1);
  return (at) => node.offset + (starts[Math.min(at, starts.length - 1)] ?? 0);
}

/** A literal block: each line behind its indentation. */
function mapBlock(node: StringNode, raw: string): StringMap | null {
  const first = raw.indexOf('\n') + 1;
  if (first === 0) return null;
  const indent = /^ */.exec(raw.slice(first))?.[0].length ?? 0;
  const starts: number[] = [];
  for (let line = first; line < raw.length && starts.length < node.value.length; ) {
    const end = raw.indexOf('\n', line) < 0 ? raw.length : raw.indexOf('\n', line);
    for (let at = Math.min(line + indent, end); at <= end; at += 1) starts.push(at);
    line = end + 1;
  }
  return (at) => node.offset + (starts[Math.min(at, starts.length - 1)] ?? raw.length);
}
