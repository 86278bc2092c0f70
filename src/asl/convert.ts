import { err, ok, type Result } from '../lib/Result.ts';
import { exportJson } from './exportText.ts';
import { jsonTextOf } from './jsonText.ts';
import { lineOf } from './lines.ts';
import type { Refusal } from './operations.ts';
import type { Format, Tree } from './tree.ts';
import { renderBlock } from './yaml/render.ts';
import { shapeOf } from './yaml/shape.ts';
import { NEW_STYLE } from './yaml/style.ts';

export interface Converted {
  readonly text: string;
  /** What the other format cannot hold, as sentences. */
  readonly notes: readonly string[];
}

/** Without a fatal problem; the sentence names the first. */
export function unreadableFor(what: string, { problems }: Tree): Refusal | null {
  const fatal = problems.find((problem) => problem.fatal);
  return fatal ? { kind: 'broken-text', message: `${what}: ${fatal.message}`, offset: fatal.offset } : null;
}

/** The whole document in the other format. Errors: `broken-text` naming the line. */
export function convert(tree: Tree, to: Format): Result<Converted, Refusal> {
  const broken = unreadableFor('The definition was not converted', tree);
  if (broken || !tree.root) return err(broken ?? { kind: 'broken-text', message: 'The definition was not converted, because it is empty.' });
  if (to === tree.format) return ok({ text: tree.text, notes: [] });
  if (to === 'json') return ok({ text: `${jsonTextOf(tree.root)}\n`, notes: notesOnYaml(tree) });
  const comments = tree.problems.filter(({ code }) => code === 'comment');
  return ok({ text: `${renderBlock(shapeOf(tree.root, tree.text), 0, NEW_STYLE)}\n`, notes: [...commentNote(tree, comments.map(({ offset }) => offset)), ...duplicateNote(tree)] });
}

/** For AWS: strict JSON, with what was left out. A JSON document keeps every other byte. */
export function exportAsJson(tree: Tree): Result<Converted, Refusal> {
  if (tree.format === 'json') return exportJson(tree.text);
  const broken = unreadableFor('The definition was not exported', tree);
  if (broken || !tree.root) return err(broken ?? { kind: 'broken-text', message: 'The definition was not exported, because it is empty.' });
  return ok({ text: `${jsonTextOf(tree.root)}\n`, notes: notesOnYaml(tree) });
}

/** As YAML, for templates and repositories; a YAML document as it is written. */
export const exportAsYaml = (tree: Tree): Result<Converted, Refusal> => convert(tree, 'yaml');

function commentNote(tree: Tree, offsets: readonly number[]): readonly string[] {
  if (offsets.length === 0) return [];
  return [`${offsets.length === 1 ? 'A comment is' : `${offsets.length} comments are`} left out (${linesOf(tree, offsets)}).`];
}

function duplicateNote(tree: Tree): readonly string[] {
  const twice = tree.problems.filter(({ code }) => code === 'duplicate-key');
  return twice.length === 0 ? [] : [`A name stands twice in the same object (${linesOf(tree, twice.map(({ offset }) => offset))}), which many YAML readers refuse.`];
}

function linesOf(tree: Tree, offsets: readonly number[]): string {
  const lines = [...new Set(offsets.map((offset) => lineOf(tree.text, offset)))];
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ' …' : ''}`;
}

function notesOnYaml(tree: Tree): readonly string[] {
  const { text, problems } = tree;
  const tags = problems.filter(({ code }) => code === 'placeholder' || code === 'unknown-tag').map(({ offset }) => offset);
  const repeated = matches(tree, /(?:^|[\s[{,])\*[^\s,[\]{}]+/g);
  const blocks = matches(tree, /(?:^|\s)[|>][-+\d]*[ \t]*(?:#.*)?$/gm);
  return [
    ...commentNote(tree, yamlComments(tree)),
    ...(tags.length === 0 ? [] : [`Short forms of CloudFormation such as ${text.slice(tags[0], tags[0]! + 20).split(/\s/, 1)[0] ?? '!Ref'} become texts like \${Name} (${linesOf(tree, tags)}).`]),
    ...(repeated.length === 0 ? [] : [`What aliases and merge keys repeat is written out in every place (${linesOf(tree, repeated)}).`]),
    ...(blocks.length === 0 ? [] : [`Texts over several lines become one line each, with \\n in them (${linesOf(tree, blocks)}).`]),
  ];
}

/** Where a pattern stands outside of texts and comments. */
function matches(tree: Tree, pattern: RegExp): readonly number[] {
  const hidden = textRanges(tree);
  return [...tree.text.matchAll(pattern)].map((match) => match.index + match[0].length - 1).filter((offset) => !hidden.some(([from, to]) => offset > from + 1 && offset < to));
}

function yamlComments(tree: Tree): readonly number[] {
  const hidden = textRanges(tree);
  const found: number[] = [];
  for (const match of tree.text.matchAll(/(^|\s)#[^\r\n]*/g)) {
    const offset = match.index + (match[1] ?? '').length;
    const inText = hidden.some(([from, to]) => offset >= from && offset < to && !tree.text.slice(from, offset).match(/^[|>][^\r\n]*$/));
    if (!inText) found.push(offset);
  }
  return found;
}

/** Quoted and block texts, names included: what stands there is no comment and no alias. */
function textRanges(tree: Tree): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const visit = (node: Tree['root']): void => {
    if (node?.kind === 'object') {
      for (const { key, value } of node.members) {
        found.push([key.offset, key.offset + key.length]);
        visit(value);
      }
    } else if (node?.kind === 'array') node.items.forEach(visit);
    else if (node?.kind === 'string' && /^["'|>]/.test(tree.text[node.offset] ?? '')) found.push([node.offset, node.offset + node.length]);
  };
  visit(tree.root);
  return found;
}
