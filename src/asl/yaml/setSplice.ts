import { rangeEnd } from '../intact.ts';
import type { Splice } from '../json/splices.ts';
import type { Content } from '../operations.ts';
import type { Tree, ValueNode } from '../tree.ts';
import { chunksOf, lineEndOf, lineStartOf, noteOf } from './blockLayout.ts';
import { contentInFlow } from './flowSplices.ts';
import { notesOf, type ScalarStyle, type ValueNote } from './notes.ts';
import { renderBlock, renderFlow, renderValue, spaces, type Rendered } from './render.ts';
import type { Shape } from './shape.ts';
import { isBlockSafe, spellBlock } from './spellText.ts';
import { yamlStyleOf, type YamlStyle } from './style.ts';
import { columnOf } from './TreeBuilder.ts';

const SCALARS: ReadonlySet<string> = new Set(['plain', 'single', 'double']);

/** The quoting that a new text takes over from the one that it replaces. */
const keptStyle = (note: ValueNote | undefined, style: YamlStyle): ScalarStyle => (note && SCALARS.has(note.style) ? (note.style as ScalarStyle) : style.value);

/** Behind a value: of a block behind the last line that belongs to it. */
function valueEnd(tree: Tree, node: ValueNode): number {
  const note = node.kind === 'object' || node.kind === 'array' ? notesOf(tree).containers.get(node) : undefined;
  if (note?.style !== 'block' || (node.kind !== 'object' && node.kind !== 'array')) return rangeEnd(node);
  const holder = notesOf(tree).holders.get(node);
  const outer = holder && chunksOf(tree, holder.container).find(({ entry }) => entry === holder.entry);
  return outer?.to ?? chunksOf(tree, node).at(-1)?.to ?? rangeEnd(node);
}

/** One value in place of another. Comments beside it stay, whatever shape the new one has. */
export function setSplice(tree: Tree, text: string, node: ValueNode, shape: Shape, content: Content | null): Splice {
  const note = notesOf(tree);
  const holder = note.holders.get(node);
  const style = yamlStyleOf(tree);
  const own = note.values.get(node);
  const until = valueEnd(tree, node);
  if (!holder) return { offset: node.offset, length: until - node.offset, text: own?.style === 'flow' ? contentInFlow(tree, node, shape, content) : renderBlock(shape, 0, style) };
  const outer = noteOf(tree, holder.container);
  if (outer.style !== 'block') return inFlow(tree, node, own, holder.entry.head, style, shape, content);
  const place: Place = { tree, text, node, column: outer.column, head: holder.entry.head, inList: holder.container.kind === 'array', until, note: own };
  return inBlock(place, shape, style);
}

function inFlow(tree: Tree, node: ValueNode, own: ValueNote | undefined, head: number, style: YamlStyle, shape: Shape, content: Content | null): Splice {
  const written = shape.kind === 'object' || shape.kind === 'array' ? contentInFlow(tree, node, shape, content) : renderFlow(shape, style, keptStyle(own, style), true);
  const lead = node.length > 0 ? '' : head < 0 ? ': ' : ' ';
  return { offset: node.offset, length: node.length, text: lead + written };
}

interface Place {
  readonly tree: Tree;
  readonly text: string;
  readonly node: ValueNode;
  /** Of the entry. */
  readonly column: number;
  readonly head: number;
  readonly inList: boolean;
  readonly until: number;
  readonly note: ValueNote | undefined;
}

function inBlock(place: Place, shape: Shape, style: YamlStyle): Splice {
  const { tree, text, node, column, head, inList, until, note } = place;
  const props = note && note.propsEnd >= 0 && note.propsEnd <= node.offset ? note.propsEnd : -1;
  const from = props >= 0 ? props : head;
  const between = text.slice(from, node.offset);
  const rendered = renderIn(place, shape, style, props >= 0);
  const tall = /[\r\n]/.test(rendered.text);
  const block = note?.style === 'block' && (node.kind === 'object' || node.kind === 'array') ? chunksOf(tree, node)[0] : undefined;
  if (block?.ownLine) return blockGivesWay(place, from, block.from, rendered, shape, style);
  if (between.trim() !== '' || /[\r\n]/.test(between)) {
    const ownLine = text.slice(lineStartOf(text, node.offset), node.offset).trim() === '';
    if (!tall || !ownLine || rendered.head > 0) {
      return splice(node.offset, until, tall ? withTail(rendered, text, until) : rendered.text.trimStart(), tall ? tailOf(text, until).end : until);
    }
    const oldColumn = columnOf(text, node.offset);
    const fits = oldColumn > column || (shape.kind === 'array' && !inList && oldColumn === column);
    const to = fits ? oldColumn : column + style.unit;
    const tail = tailOf(text, until);
    if (between.trim() === '') return splice(from, tail.end, `${tail.text}${style.eol}${spaces(to)}${renderBlock(shape, to, style)}`);
    const lead = tail.text === '' ? '' : `${tail.text.trimStart()}${style.eol}${spaces(oldColumn)}`;
    const shifted = spaces(to) + renderBlock(shape, to, style);
    return splice(lineStartOf(text, node.offset), tail.end, lead === '' ? shifted : spaces(oldColumn) + lead.trimEnd() + style.eol + shifted);
  }
  const headComment = note?.style === 'literal' || note?.style === 'folded' ? blockComment(text, node) : '';
  if (!tall) return splice(from, until, rendered.text + headComment);
  const tail = tailOf(text, until);
  const comment = tail.text || headComment;
  if (rendered.head >= 0) return splice(from, tail.end, rendered.text.slice(0, rendered.head) + comment + rendered.text.slice(rendered.head));
  if (comment === '') return splice(from, tail.end, rendered.text);
  return splice(from, tail.end, comment + style.eol + spaces(column + 2) + rendered.text.trimStart());
}

/** A block on lines of its own: what takes its place begins on the line of its name where that can be, and comments there stay. */
function blockGivesWay({ text, node, column, inList, until }: Place, from: number, start: number, rendered: Rendered, shape: Shape, style: YamlStyle): Splice {
  const comments = text.slice(from, start).trimEnd();
  if (!/[\r\n]/.test(rendered.text)) return splice(from, until, rendered.text + comments);
  if (rendered.head > 0) {
    if (!/[\r\n]/.test(comments)) return splice(from, until, rendered.text.slice(0, rendered.head) + comments + rendered.text.slice(rendered.head));
    return splice(start, until, spaces(column + style.unit) + rendered.text.trimStart());
  }
  const oldColumn = columnOf(text, node.offset);
  const fits = oldColumn > column || (shape.kind === 'array' && !inList && oldColumn === column);
  const to = fits ? oldColumn : column + style.unit;
  return splice(start, until, spaces(to) + renderBlock(shape, to, style));
}

const splice = (from: number, to: number, text: string, end = to): Splice => ({ offset: from, length: end - from, text });

const withTail = (rendered: Rendered, text: string, until: number): string => {
  const tail = tailOf(text, until).text;
  return (rendered.head > 0 ? rendered.text.slice(0, rendered.head) + tail + rendered.text.slice(rendered.head) : rendered.text).trimStart();
};

/** The comment on the line behind a value, with the blanks before it. */
function tailOf(text: string, until: number): { readonly text: string; readonly end: number } {
  const end = lineEndOf(text, until);
  const rest = text.slice(until, end).trimEnd();
  return rest.trim().startsWith('#') ? { text: rest, end: until + rest.length } : { text: '', end: until };
}

/** The comment behind the `|` of a block text. */
function blockComment(text: string, node: ValueNode): string {
  return /^[|>][^#\r\n]*?(\s#[^\r\n]*)/.exec(text.slice(node.offset, rangeEnd(node)))?.[1]?.trimEnd() ?? '';
}

function renderIn({ column, inList, note }: Place, shape: Shape, style: YamlStyle, anchored: boolean): Rendered {
  if (shape.kind === 'text') {
    const wasBlock = note?.style === 'literal' || note?.style === 'folded';
    if (wasBlock && isBlockSafe(shape.value) && !shape.value.includes('\n')) {
      const block = spellBlock(shape.value, spaces(column + (inList ? 2 : style.unit)), style.eol, '');
      return { text: ` ${block}`, head: block.indexOf(style.eol) + 1 };
    }
    if (!shape.value.includes('\n') || !isBlockSafe(shape.value)) return { text: ` ${renderFlow(shape, style, keptStyle(note, style))}`, head: -1 };
  }
  // Behind an anchor a block begins on the next line: `- &a b: 1` would give the anchor to the name.
  const rendered = renderValue(shape, column, style, inList);
  if (!anchored || !inList || rendered.head >= 0 || !/[\r\n]|: |^ - /.test(rendered.text) || (shape.kind !== 'object' && shape.kind !== 'array')) return rendered;
  return { text: style.eol + spaces(column + 2) + renderBlock(shape, column + 2, style), head: 0 };
}
