import { rangeEnd } from '../intact.ts';
import type { ArrayNode, Member, ObjectNode, Tree, ValueNode } from '../tree.ts';
import { entriesOf, hasBreak, indentOf, startsLine } from './layout.ts';

/** How a file is written, by majority; new text is spelt the same way. */
export interface Style {
  readonly eol: '\n' | '\r\n' | '\r';
  /** One step of indentation. */
  readonly unit: string;
  /** Between a name and its value: `": "`. */
  readonly colon: string;
  /** Behind a comma on the same line. */
  readonly gap: string;
  /** Inside the braces of a one-line object. */
  readonly bracePad: string;
  readonly bracketPad: string;
  /** Lists of plain values stand on one line. */
  readonly flatLists: boolean;
}

/** Enough of a file to know its style; the rest of a big one costs time and changes nothing. */
const SAMPLE = 3_000;

class Votes {
  private readonly counts = new Map<string, number>();
  add(vote: string): void {
    this.counts.set(vote, (this.counts.get(vote) ?? 0) + 1);
  }
  winner(otherwise: string): string {
    let best = otherwise;
    let most = 0;
    for (const [vote, count] of this.counts) {
      if (count > most) [best, most] = [vote, count];
    }
    return best;
  }
}

const styles = new WeakMap<Tree, Style>();

export function styleOf(tree: Tree): Style {
  let style = styles.get(tree);
  if (!style) styles.set(tree, (style = detect(tree)));
  return style;
}

function detect({ text, root }: Tree): Style {
  const votes = { unit: new Votes(), colon: new Votes(), gap: new Votes(), brace: new Votes(), bracket: new Votes(), lists: new Votes() };
  const queue: ValueNode[] = root ? [root] : [];
  for (let at = 0; at < queue.length && at < SAMPLE; at += 1) {
    const node = queue[at];
    if (node?.kind !== 'object' && node?.kind !== 'array') continue;
    for (const value of valuesOf(node).slice(0, SAMPLE)) queue.push(value);
    voteUnit(text, node, votes.unit);
    voteSpaces(text, node, votes.colon, votes.gap);
    const first = entriesOf(node)[0];
    if (!first) continue;
    if (node.kind === 'array' && node.items.every(isPlain)) votes.lists.add(isFlat(text, node) ? 'flat' : 'tall');
    const pad = text.slice(node.offset + 1, first.offset);
    if (/^[ \t]*$/.test(pad) && isFlat(text, node)) (node.kind === 'object' ? votes.brace : votes.bracket).add(pad);
  }
  const colon = votes.colon.winner(': ');
  const spaced = colon === ':' ? '' : ' ';
  return {
    eol: (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') as Style['eol'],
    unit: votes.unit.winner('  '),
    colon,
    gap: votes.gap.winner(spaced),
    bracePad: votes.brace.winner(spaced),
    bracketPad: votes.bracket.winner(''),
    flatLists: votes.lists.winner('flat') === 'flat',
  };
}

export const valuesOf = (node: ObjectNode | ArrayNode): readonly ValueNode[] =>
  node.kind === 'object' ? node.members.map((member) => member.value) : node.items;

export const isPlain = (node: ValueNode): boolean => node.kind !== 'object' && node.kind !== 'array';

export const isFlat = (text: string, node: ValueNode): boolean => !hasBreak(text.slice(node.offset, rangeEnd(node)));

function voteUnit(text: string, node: ObjectNode | ArrayNode, votes: Votes): void {
  const unit = unitInside(text, node);
  if (unit !== null) votes.add(unit);
}

/** How much deeper the entries of a container stand than itself; null where they share its line. */
export function unitInside(text: string, node: ObjectNode | ArrayNode): string | null {
  const first = entriesOf(node).find((entry) => startsLine(text, entry.offset));
  if (!first) return null;
  const outer = indentOf(text, node.offset);
  const inner = indentOf(text, first.offset);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : null;
}

function voteSpaces(text: string, node: ObjectNode | ArrayNode, colons: Votes, gaps: Votes): void {
  const entries = entriesOf(node).slice(0, SAMPLE);
  for (const [index, entry] of entries.entries()) {
    const colon = 'key' in entry ? colonOf(text, entry) : null;
    if (colon !== null) colons.add(colon);
    const next = entries[index + 1];
    const between = next && text.slice(rangeEnd(entry), next.offset);
    if (between !== undefined && /^,[ \t]*$/.test(between)) gaps.add(between.slice(1));
  }
}

/** How a member separates its name from its value; null where that is out of the ordinary. */
export function colonOf(text: string, member: Member): string | null {
  const between = text.slice(rangeEnd(member.key), member.value.offset);
  return /^[ \t]*:[ \t]*$/.test(between) ? between : null;
}
