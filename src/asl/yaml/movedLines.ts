import { rangeEnd } from '../intact.ts';
import { indexOf } from '../json/jsonWriter.ts';
import type { Splice } from '../json/splices.ts';
import type { Operation } from '../operations.ts';
import type { ObjectNode, Tree } from '../tree.ts';
import { chunksOf, lineEndOf, lineStartOf, noteOf, shift } from './blockLayout.ts';
import { yamlLayoutOf } from './flowSplices.ts';
import { notesOf, type Entry, type Within } from './notes.ts';
import { NotWritable } from './refusals.ts';
import { renderFlow, renderValue, spaces, spellKey } from './render.ts';
import { shapeOf } from './shape.ts';
import { yamlStyleOf } from './style.ts';
import { columnOf } from './TreeBuilder.ts';

type Move = Extract<Operation, { op: 'move' }>;

/** A part as whole lines in another column; its bytes are kept up to indentation. */
export function movedLines(tree: Tree, move: Move, column: number, within: Within): string {
  return noteOf(tree, move.part.of).style === 'block' ? fromBlock(tree, move, column, within) : fromFlow(tree, move, column, within);
}

function fromBlock(tree: Tree, { part, place, key }: Move, column: number, within: Within): string {
  const { text } = tree;
  const style = yamlStyleOf(tree);
  const index = indexOf(part);
  const chunk = chunksOf(tree, part.of).find(({ entry }) => index >= entry.first && index < entry.first + entry.count);
  if (!chunk) throw new Error('The moved part is not in its container');
  const { entry } = chunk;
  const from = noteOf(tree, part.of).column;
  const by = column - from;
  const lineStart = chunk.ownLine ? lineStartOf(text, entry.start) : entry.start;
  const lead = chunk.ownLine ? shift(within(chunk.from, lineStart), by) : '';
  const margin = chunk.ownLine ? '' : spaces(from);
  const named = place.into.kind === 'object';
  if (part.kind === 'member' && named) {
    if (key === undefined) return lead + shift(margin + within(lineStart, chunk.to), by);
    const { key: old } = part.member;
    return lead + shift(margin + within(lineStart, old.offset) + spellKey(key, style, false) + within(rangeEnd(old), chunk.to), by);
  }
  if (part.kind === 'item' && !named) return lead + shift(margin + within(lineStart, chunk.to), by);
  if (entry.head < 0 || (part.kind === 'member' && entry.odd)) throw odd(entry);
  if (part.kind === 'member') return `${lead}${spaces(column)}-${asItem(tree, part.member.value.offset, entry, from, by, within(entry.head, chunk.to))}`;
  if (key === undefined) throw new Error('What goes into an object needs a key');
  const value = part.of.items[part.index];
  const compact = value !== undefined && notesOf(tree).values.get(value)?.style === 'block' && lineStartOf(text, value.offset) <= entry.start;
  const head = `${lead}${spaces(column)}${spellKey(key, style, false)}:`;
  const rest = within(entry.head, chunk.to);
  const inner = column + style.unit;
  // What was empty and is filled begins on the line of its dash too.
  const filled = (value?.kind === 'object' || value?.kind === 'array') && value.length === 2 && /^ +[^\r\n#[{]+(?:[\r\n]|$)/.test(rest);
  if (filled) return head + style.eol + spaces(inner) + shift(rest.trimStart(), inner - from - 2, false);
  if (!compact) return head + shift(rest, by, false);
  return head + style.eol + spaces(inner) + shift(within(value.offset, chunk.to), inner - columnOf(text, value.offset), false);
}

/** A list that stood in the column of its name would end the list that it now stands in. */
function asItem(tree: Tree, valueAt: number, entry: Entry, from: number, by: number, rest: string): string {
  const below = valueAt > lineEndOf(tree.text, entry.head);
  const level = below && tree.text[valueAt] === '-' && columnOf(tree.text, valueAt) === from;
  return shift(rest, level ? by + 2 : by, false);
}

const odd = (entry: Entry): NotWritable =>
  new NotWritable({ kind: 'not-written', message: 'An entry that is written with a ? cannot be moved into a list. Write it as “name: value” in the code first.', offset: entry.start });

function fromFlow(tree: Tree, { part, place, key }: Move, column: number, within: Within): string {
  const { text } = tree;
  const style = yamlStyleOf(tree);
  const value = part.kind === 'member' ? part.member.value : part.of.items[part.index];
  const chunk = yamlLayoutOf(tree)(text, part.of).chunks[indexOf(part)];
  if (!value || !chunk) throw new Error('The moved part is not in its container');
  const margin = spaces(column);
  const comments = commentsIn(text.slice(chunk.start, chunk.item.offset));
  const tails = commentsIn(text.slice(rangeEnd(chunk.item), chunk.end));
  const lead = comments.map((comment) => `${margin}${comment}${style.eol}`).join('');
  const props = notesOf(tree).values.get(value)?.propsEnd ?? -1;
  const start = props >= 0 ? Math.min(value.offset, part.kind === 'item' ? chunk.item.offset : text.indexOf('&', rangeEnd(part.member.key))) : value.offset;
  const body = fitted(within(start, rangeEnd(value)), column + 1);
  const name = part.kind === 'member' && key === undefined ? within(part.member.key.offset, rangeEnd(part.member.key)) : spellKey(key ?? '', style, false);
  const head = place.into.kind === 'array' ? '-' : `${name}:`;
  return `${lead}${margin}${head}${body === '' ? '' : ` ${body}`}${tails.map((tail) => ` ${tail}`).join('')}`;
}

const commentsIn = (gap: string): readonly string[] => gap.split(/\r\n|\r|\n/).flatMap((line) => /#.*$/.exec(line)?.[0].trimEnd() ?? []);

/** Lines below the first stand at least in that column. */
function fitted(value: string, column: number): string {
  const indents = value.split(/\r\n|\r|\n/).slice(1).filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const least = indents.length === 0 ? column : Math.min(...indents);
  return least >= column ? value : shift(value, column - least, false);
}

/** The members that a merge key brings, written out in its place. */
export function mergeCopy(tree: Tree, container: ObjectNode, entry: Entry, column: number): Splice {
  const style = yamlStyleOf(tree);
  const members = container.members.slice(entry.first, entry.first + entry.count);
  const flow = column < 0;
  const written = members.map(({ key, value }) => {
    const shape = shapeOf(value, tree.text);
    return flow ? `${spellKey(key.value, style, true)}: ${renderFlow(shape, style, style.value, true)}` : `${spellKey(key.value, style, false)}:${renderValue(shape, column, style, false).text}`;
  });
  return { offset: entry.start, length: entry.end - entry.start, text: written.join(flow ? ', ' : style.eol + spaces(column)) };
}
