import { err, ok } from '../../lib/Result.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { problemBetween, problemIn, rangeEnd } from '../intact.ts';
import { lineOf } from '../lines.ts';
import type { Content, Operation, Part, Place, Refusal, TextEdit } from '../operations.ts';
import type { ArrayNode, ObjectNode, ParseProblem, Tree, ValueNode } from '../tree.ts';
import type { Writer } from '../writer.ts';
import { containerSplices, type Arrival } from './containerSplices.ts';
import { entriesOf, indentOf, layoutOf, reindent, startsLine } from './layout.ts';
import { parseJson } from './parseJson.ts';
import { render, type Spot } from './render.ts';
import { editsFrom, textWithin, type Splice } from './splices.ts';
import { colonOf, isFlat, styleOf } from './style.ts';

type Container = ObjectNode | ArrayNode;

/** Our own, since jsonc-parser's `modify` moves comments and spreads one-line objects over many lines. */
export const jsonWriter: Writer = {
  write(tree, ops) {
    for (const operation of ops) {
      const refusal = refusalOf(tree, operation);
      if (refusal) return err(refusal);
    }
    return ok(new JsonWriter(tree).edits(ops));
  },
};

interface Changes {
  readonly leaving: Set<number>;
  readonly arriving: Map<number, ((spot: Spot) => Arrival)[]>;
}

class JsonWriter {
  private readonly tree: Tree;
  private readonly text: string;
  private splices: Splice[] = [];
  private readonly changes = new Map<Container, Changes>();
  /** Parts whose text is being put together, to notice two that are moved into each other. */
  private readonly underway = new Set<Operation>();

  constructor(tree: Tree) {
    this.tree = tree;
    this.text = tree.text;
  }

  edits(ops: readonly Operation[]): readonly TextEdit[] {
    const settled = settledMoves(ops);
    for (const operation of ops) {
      if (!settled.has(operation)) this.note(operation);
    }
    for (const [node, { leaving, arriving }] of this.changes) {
      this.splices.push(...containerSplices(this.tree, { node, leaving, arriving, onOneLine: this.sharesLine(node) }));
    }
    return editsFrom(this.text, this.splices);
  }

  private note(operation: Operation): void {
    switch (operation.op) {
      case 'set': {
        const { node, content } = operation;
        this.splices.push({ offset: node.offset, length: node.length, text: render(this.text, content, this.spotOf(node)) });
        return;
      }
      case 'renameKey': {
        const { key } = operation.member;
        this.splices.push({ offset: key.offset, length: key.length, text: JSON.stringify(operation.to) });
        return;
      }
      case 'insert':
        this.arrive(operation.place, (spot) => this.inserted(operation, spot));
        return;
      case 'remove':
        this.changesOf(operation.part.of).leaving.add(indexOf(operation.part));
        return;
      case 'move':
        this.changesOf(operation.part.of).leaving.add(indexOf(operation.part));
        this.arrive(operation.place, (spot) => this.moved(operation, spot));
        return;
      case 'detach':
        return;
      default:
        unreachable(operation);
    }
  }

  private changesOf(node: Container): Changes {
    let changes = this.changes.get(node);
    if (!changes) this.changes.set(node, (changes = { leaving: new Set(), arriving: new Map() }));
    return changes;
  }

  private arrive(place: Place, arrival: (spot: Spot) => Arrival): void {
    const { arriving } = this.changesOf(place.into);
    const at = placeIndex(place);
    arriving.set(at, [...(arriving.get(at) ?? []), arrival]);
  }

  private inserted({ place, key, content }: { place: Place; key?: string; content: Content }, spot: Spot): Arrival {
    const value = render(this.text, content, spot);
    return { body: place.into.kind === 'object' ? this.named(key, place.into, spot) + value : value, tail: '' };
  }

  private named(key: string | undefined, into: ObjectNode, spot: Spot): string {
    if (key === undefined) throw new Error('What goes into an object needs a key');
    const example = into.members[0];
    return JSON.stringify(key) + ((example && colonOf(this.text, example)) ?? spot.style.colon);
  }

  private moved(operation: Extract<Operation, { op: 'move' }>, spot: Spot): Arrival {
    if (this.underway.has(operation)) throw new Error('Two parts are moved into each other');
    this.underway.add(operation);
    const { text } = this;
    const { part, place, key } = operation;
    const chunk = layoutOf(text, part.of).chunks[indexOf(part)];
    if (!chunk) throw new Error('The moved part is not in its container');
    const within = (from: number, to: number): string => textWithin(text, this.splices, from, to, part.of);
    const tail = text.slice(rangeEnd(chunk.item), chunk.comma < 0 ? chunk.end : chunk.comma) + (chunk.comma < 0 ? '' : text.slice(chunk.comma + 1, chunk.end));
    const shifted = (piece: string): string => reindent(piece, indentOf(text, chunk.start), spot.indent);
    const lead = text.slice(chunk.start, chunk.item.offset);
    const body = lead + this.movedItem(part, place, key, spot, within);
    this.underway.delete(operation);
    return { body: shifted(body), tail: shifted(tail).trimEnd() };
  }

  private movedItem(part: Part, { into }: Place, key: string | undefined, spot: Spot, within: (from: number, to: number) => string): string {
    const value = part.kind === 'member' ? part.member.value : part.of.items[part.index];
    if (!value) throw new Error('The moved item is not in its array');
    if (into.kind === 'array') return within(value.offset, rangeEnd(value));
    if (part.kind === 'item') return this.named(key, into, spot) + within(value.offset, rangeEnd(value));
    const { member } = part;
    if (key === undefined) return within(member.offset, rangeEnd(member));
    return JSON.stringify(key) + within(rangeEnd(member.key), rangeEnd(member));
  }

  private spotOf(node: ValueNode): Spot {
    const style = styleOf(this.tree);
    const near = containerOf(this.tree, node);
    const wasFlat = node.kind !== 'object' && node.kind !== 'array' ? false : node.length > 2 && isFlat(this.text, node);
    const flat = this.sharesLine(node) && isFlat(this.text, node);
    // A value that stood on one line by itself is its own example.
    const example = wasFlat ? ({ kind: 'array', offset: node.offset, length: node.length, items: [node] } as const) : near;
    return { style, unit: style.unit, indent: indentOf(this.text, node.offset), flat, near: example };
  }

  /** True when the entry that holds this value does not begin its line. */
  private sharesLine(node: ValueNode): boolean {
    const container = containerOf(this.tree, node);
    const entry = container && entriesOf(container).find((candidate) => candidate.offset <= node.offset && rangeEnd(candidate) >= rangeEnd(node));
    return entry ? !startsLine(this.text, entry.offset) : false;
  }
}

export function indexOf(part: Part): number {
  const index = part.kind === 'member' ? part.of.members.indexOf(part.member) : part.index;
  if (index < 0 || index >= entriesOf(part.of).length) throw new Error('The part is not in its container: is it of another tree?');
  return index;
}

export function placeIndex({ into, at }: Place): number {
  const count = entriesOf(into).length;
  return at === 'end' ? count : Math.max(0, Math.min(at, count));
}

/** Moves that leave a part where it is, with nothing else arriving at its sides: its bytes stay. */
export function settledMoves(ops: readonly Operation[]): ReadonlySet<Operation> {
  const arrivals = ops.filter((operation) => operation.op === 'insert' || operation.op === 'move');
  return new Set(
    arrivals.filter((operation) => {
      if (operation.op !== 'move' || operation.key !== undefined || operation.part.of !== operation.place.into) return false;
      const index = indexOf(operation.part);
      const atSide = (other: { place: Place }): boolean => other.place.into === operation.part.of && [index, index + 1].includes(placeIndex(other.place));
      return atSide(operation) && arrivals.filter(atSide).length === 1;
    }),
  );
}

/** The container that holds a value; null for the root. */
export function containerOf(tree: Tree, node: ValueNode): Container | null {
  let at: ValueNode | null = tree.root;
  while (at && at !== node && (at.kind === 'object' || at.kind === 'array')) {
    const holder: Container = at;
    const entry = entriesOf(holder).find((candidate) => candidate.offset <= node.offset && rangeEnd(candidate) >= rangeEnd(node));
    const value: ValueNode | undefined = entry && ('key' in entry ? entry.value : entry);
    if (value === node) return holder;
    at = value ?? null;
  }
  return null;
}

/** Why an operation would reach into text that was not understood; null when it is safe. */
export function refusalOf(tree: Tree, operation: Operation): Refusal | null {
  switch (operation.op) {
    case 'set':
      return broken(tree, problemIn(tree, operation.node)) ?? brokenContent(operation.content);
    case 'renameKey':
      return broken(tree, problemIn(tree, operation.member.key));
    case 'insert':
      return broken(tree, problemBetween(tree, operation.place.into)) ?? brokenContent(operation.content);
    case 'remove':
      return brokenPart(tree, operation.part);
    case 'move':
      return brokenPart(tree, operation.part) ?? broken(tree, problemBetween(tree, operation.place.into)) ?? intoItself(tree, operation);
    case 'detach':
      return null;
    default:
      return unreachable(operation);
  }
}

function brokenPart(tree: Tree, part: Part): Refusal | null {
  const range = part.kind === 'member' ? part.member : part.of.items[part.index];
  const value = part.kind === 'member' ? part.member.value : part.of.items[part.index];
  return broken(tree, problemBetween(tree, part.of) ?? (range && problemIn(tree, range)) ?? (value && problemIn(tree, value)));
}

function broken(tree: Tree, problem: ParseProblem | undefined): Refusal | null {
  if (!problem) return null;
  const message = `Nothing was changed, because line ${lineOf(tree.text, problem.offset)} of the code cannot be read: ${problem.message} Then try again.`;
  return { kind: 'broken-text', message, offset: problem.offset };
}

function intoItself(tree: Tree, { part, place }: Extract<Operation, { op: 'move' }>): Refusal | null {
  const range = part.kind === 'member' ? part.member : part.of.items[part.index];
  // A block of YAML is as long as its only member.
  if (!range || place.into === part.of || place.into.offset < range.offset || rangeEnd(place.into) > rangeEnd(range)) return null;
  const message = `What starts on line ${lineOf(tree.text, range.offset)} cannot be moved into itself; choose a place outside it.`;
  return { kind: 'into-itself', message, offset: range.offset };
}

function brokenContent(content: Content): Refusal | null {
  switch (content.kind) {
    case 'json':
      return null;
    case 'object':
      return content.members.map(([, value]) => brokenContent(value)).find((refusal) => refusal !== null) ?? null;
    case 'array':
      return content.items.map(brokenContent).find((refusal) => refusal !== null) ?? null;
    default: {
      const problem = parseJson(content.text).problems.find((candidate) => candidate.fatal);
      return problem ? { kind: 'broken-content', message: `The new text cannot be read: ${problem.message}` } : null;
    }
  }
}

