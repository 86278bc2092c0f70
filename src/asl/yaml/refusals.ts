import { lineOf } from '../lines.ts';
import type { Command, Operation, Refusal } from '../operations.ts';
import type { Member, Range, Tree, ValueNode } from '../tree.ts';
import { ok } from '../../lib/Result.ts';
import { notesOf, type Anchor, type DocumentNote, type Sharing } from './notes.ts';

/** Stops the writing of an edit, with its reason. */
export class NotWritable extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Replaces aliases and merge keys by copies of what they stand for. */
export const makeCopies =
  (offsets: readonly number[], label: string): Command =>
  () =>
    ok({ ops: offsets.map((at): Operation => ({ op: 'detach', at })), label });

/** An edit inside of what stands elsewhere. */
export function throughSharing(tree: Tree, { kind, name, at }: Sharing): Refusal {
  const line = lineOf(tree.text, at);
  const what = kind === 'alias' ? `The alias *${name}` : `The merge key on line ${line}`;
  const label = 'Make a copy there';
  const message = kind === 'alias'
    ? `${what} on line ${line} repeats a value that stands elsewhere, so nothing was changed inside of it. Make a copy there first, then edit that.`
    : `${what} takes this from *${name}, so nothing was changed there. Make a copy there first, then edit that.`;
  return { kind: kind === 'alias' ? 'through-alias' : 'through-merge', message, offset: at, offer: { label, command: makeCopies([at], `Copy *${name} to line ${line}`) } };
}

/** An edit of what is repeated elsewhere: it would change those places too, or leave them without a value. */
export function usedElsewhere(tree: Tree, { name, start, aliases }: Anchor): Refusal {
  const lines = [...new Set(aliases.map((at) => lineOf(tree.text, at)))];
  const shown = lines.length === 1 ? `line ${lines[0] ?? 0}` : `lines ${lines.slice(0, 4).join(', ')}${lines.length > 4 ? ' …' : ''}`;
  const message = `The value with the anchor &${name} on line ${lineOf(tree.text, start)} is repeated on ${shown}, which the edit would change too. Make ${aliases.length === 1 ? 'a copy' : 'copies'} there first, then edit this one.`;
  return { kind: 'anchor-in-use', message, offset: start, offer: { label: aliases.length === 1 ? 'Make a copy there' : 'Make copies there', command: makeCopies(mergesOf(notesOf(tree), aliases), `Copy *${name} to where it is used`) } };
}

/** An alias behind `<<:` is copied as a whole, so the offset of its merge key counts. */
function mergesOf(note: DocumentNote, aliases: readonly number[]): readonly number[] {
  const entries = [...note.containers.values()].flatMap(({ entries: all }) => all.filter(({ merge }) => merge));
  return [...new Set(aliases.map((at) => entries.find(({ start, end }) => start <= at && at < end)?.start ?? at))];
}

/** Why a text did not come out as it was meant: what is shared, else that it is beyond this writer. */
export function notWritten(tree: Tree, ops: readonly Operation[]): Refusal {
  const note = notesOf(tree);
  const ranges = ops.flatMap(rangesOf);
  const used = note.anchors.filter(({ aliases }) => aliases.length > 0);
  const touched = used.find((anchor) => ranges.some((range) => range.offset < anchor.end && range.offset + range.length > anchor.start) && anchor.aliases.some((at) => !ranges.some((range) => at >= range.offset && at < range.offset + range.length && anchor.start >= range.offset)));
  if (touched) return usedElsewhere(tree, touched);
  const alias = used.flatMap(({ name, aliases }) => aliases.map((at) => ({ name, at }))).find(({ at }) => ranges.some((range) => range.offset <= at && at < range.offset + range.length));
  const offset = ranges[0]?.offset ?? 0;
  if (alias) {
    const at = mergesOf(note, [alias.at])[0] ?? alias.at;
    const line = lineOf(tree.text, at);
    const message = `The alias *${alias.name} on line ${line} would no longer stand behind its anchor. Make a copy there first, then try again.`;
    return { kind: 'through-alias', message, offset: at, offer: { label: 'Make a copy there', command: makeCopies([at], `Copy *${alias.name} to line ${line}`) } };
  }
  return { kind: 'not-written', message: `Line ${lineOf(tree.text, offset)} is written in a way that this edit cannot keep. Change it in the code.`, offset };
}

function rangesOf(operation: Operation): readonly Range[] {
  switch (operation.op) {
    case 'set':
      return [operation.node];
    case 'renameKey':
      return [operation.member.key];
    case 'insert':
      return [{ offset: operation.place.into.offset, length: operation.place.into.length }];
    case 'remove':
    case 'move': {
      const { part } = operation;
      const range: Member | ValueNode | undefined = part.kind === 'member' ? part.member : part.of.items[part.index];
      return [...(range ? [range] : []), ...(operation.op === 'move' ? [operation.place.into] : [])];
    }
    default:
      return [];
  }
}
