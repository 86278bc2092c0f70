import { rangeEnd } from '../intact.ts';
import { containerSplices, type Arrival, type Notation } from '../json/containerSplices.ts';
import { indexOf } from '../json/jsonWriter.ts';
import { indentOf, layoutOf, reindent, startsLine } from '../json/layout.ts';
import { render, type Spot } from '../json/render.ts';
import type { Splice } from '../json/splices.ts';
import { isFlat, type Style } from '../json/style.ts';
import type { Content, Operation } from '../operations.ts';
import type { Range, Tree, ValueNode } from '../tree.ts';
import { noteOf } from './blockLayout.ts';
import { notesOf, type Container, type Within } from './notes.ts';
import { NotWritable } from './refusals.ts';
import { renderFlow, spaces, spellKey } from './render.ts';
import { shapeOfContent, type Shape } from './shape.ts';
import { yamlStyleOf } from './style.ts';

const flowStyle = (tree: Tree): Style => {
  const { eol, unit, bracePad } = yamlStyleOf(tree);
  return { eol: eol as Style['eol'], unit: spaces(unit), colon: ': ', gap: ' ', bracePad, bracketPad: '', flatLists: true };
};

/** Which text belongs to which entry of `{…}` and `[…]`. */
export const yamlLayoutOf = (tree: Tree) => (text: string, node: Container) =>
  layoutOf(text, node, '#', noteOf(tree, node).entries.map((entry): Range => ({ offset: entry.start, length: entry.end - entry.start })));

const notation = (tree: Tree): Notation => ({
  layoutOf: yamlLayoutOf(tree),
  styleOf: flowStyle,
  endsWithLineComment: (text) => /(?:^|\s)#[^\r\n]*$/.test(text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '')),
});

export function flowSplices(tree: Tree, node: Container, leaving: ReadonlySet<number>, arriving: ReadonlyMap<number, readonly ((spot: Spot) => Arrival)[]>): Splice[] {
  if (noteOf(tree, node).entries.some(({ merge, count }) => merge || count !== 1)) {
    throw new NotWritable({ kind: 'not-written', message: 'This object takes members from elsewhere with a merge key. Write it over several lines in the code first.', offset: node.offset });
  }
  return containerSplices(tree, { node, leaving, arriving, onOneLine: sharesLine(tree, node) }, notation(tree));
}

/** True when the entry that holds this value does not begin its line, or stands in a block. */
function sharesLine(tree: Tree, node: ValueNode): boolean {
  const holder = notesOf(tree).holders.get(node);
  if (!holder) return false;
  return noteOf(tree, holder.container).style === 'block' || !startsLine(tree.text, holder.entry.start);
}

/** A document written like JSON: names in double quotation marks, over several lines. */
const isJsonLike = (tree: Tree): boolean => tree.root !== null && notesOf(tree).values.get(tree.root)?.style === 'flow' && yamlStyleOf(tree).key === 'double';

export function flowArrival(tree: Tree, { place, key, content }: Extract<Operation, { op: 'insert' }>, spot: Spot): Arrival {
  const style = yamlStyleOf(tree);
  const value = isJsonLike(tree) ? render(tree.text, content, spot) : renderFlow(shapeOfContent(content), style, style.value, true);
  if (place.into.kind === 'array') return { body: value, tail: '' };
  if (key === undefined) throw new Error('What goes into an object needs a key');
  return { body: `${spellKey(key, style, true)}: ${value}`, tail: '' };
}

/** A value that takes another's place inside `{…}` or `[…]`. */
export function contentInFlow(tree: Tree, node: ValueNode, shape: Shape, content: Content | null): string {
  const style = yamlStyleOf(tree);
  if (!content || !isJsonLike(tree)) return renderFlow(shape, style, style.value, true);
  const holder = notesOf(tree).holders.get(node);
  const flat = sharesLine(tree, node) && isFlat(tree.text, node);
  return render(tree.text, content, { style: flowStyle(tree), unit: spaces(style.unit), indent: indentOf(tree.text, node.offset), flat, near: holder?.container ?? null });
}

export function flowMoved(tree: Tree, { part, place, key }: Extract<Operation, { op: 'move' }>, spot: Spot, within: Within, shape: () => Shape): Arrival {
  const { text } = tree;
  const style = yamlStyleOf(tree);
  const name = (): string => {
    if (part.kind === 'member' && key === undefined) return within(part.member.key.offset, rangeEnd(part.member.key));
    if (key === undefined) throw new Error('What goes into an object needs a key');
    return spellKey(key, style, true);
  };
  if (noteOf(tree, part.of).style === 'block') {
    const value = renderFlow(shape(), style, style.value, true);
    return { body: place.into.kind === 'array' ? value : `${name()}: ${value}`, tail: '' };
  }
  const chunk = yamlLayoutOf(tree)(text, part.of).chunks[indexOf(part)];
  if (!chunk) throw new Error('The moved part is not in its container');
  const shifted = (piece: string): string => reindent(piece, indentOf(text, chunk.start), spot.indent);
  const tail = text.slice(rangeEnd(chunk.item), chunk.comma < 0 ? chunk.end : chunk.comma) + (chunk.comma < 0 ? '' : text.slice(chunk.comma + 1, chunk.end));
  const lead = text.slice(chunk.start, chunk.item.offset);
  const value = part.kind === 'member' ? part.member.value : part.of.items[part.index];
  if (!value) throw new Error('The moved item is not in its array');
  let body: string;
  if (part.kind === 'member' && place.into.kind === 'object') body = key === undefined ? within(chunk.item.offset, rangeEnd(chunk.item)) : name() + within(rangeEnd(part.member.key), rangeEnd(chunk.item));
  else if (part.kind === 'member') body = within(Math.min(value.offset, rangeEnd(chunk.item)), rangeEnd(chunk.item)) || 'null';
  else body = (place.into.kind === 'object' ? `${name()}: ` : '') + within(chunk.item.offset, rangeEnd(chunk.item));
  return { body: shifted(lead + body), tail: shifted(tail).trimEnd() };
}
