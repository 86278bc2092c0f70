import { unreachable } from '../../lib/unreachable.ts';
import type { Spot } from '../json/render.ts';
import type { Arrival } from '../json/containerSplices.ts';
import { indexOf, placeIndex, settledMoves } from '../json/jsonWriter.ts';
import { editsFrom, textWithin, type Splice } from '../json/splices.ts';
import type { Operation, Place, TextEdit } from '../operations.ts';
import type { Tree, ValueNode } from '../tree.ts';
import { chunksOf, isBreak, noteOf } from './blockLayout.ts';
import { blockSplices, fillsAsBlock, type Coming } from './blockSplices.ts';
import { Expected } from './expected.ts';
import { flowArrival, flowMoved, flowSplices } from './flowSplices.ts';
import { mergeCopy, movedLines } from './movedLines.ts';
import { notesOf, type Container, type Within } from './notes.ts';
import { NotWritable } from './refusals.ts';
import { spellKey, spaces, renderValue } from './render.ts';
import { setSplice } from './setSplice.ts';
import { shapeOf, shapeOfContent, type Shape } from './shape.ts';
import { spellText } from './spellText.ts';
import { yamlStyleOf, type YamlStyle } from './style.ts';

interface Changes {
  readonly leaving: Set<number>;
  readonly arriving: Map<number, Operation[]>;
}

/** Turns the operations of one command into splices. Its text always ends with a line break, which is taken off again. */
export class YamlSplicer {
  private readonly tree: Tree;
  private readonly text: string;
  private readonly style: YamlStyle;
  private readonly expected: Expected;
  private splices: Splice[] = [];
  private readonly changes = new Map<Container, Changes>();
  private readonly underway = new Set<Operation>();
  /** The values that splices of single values are about. */
  private readonly values = new Map<Splice, ValueNode>();

  constructor(tree: Tree, ops: readonly Operation[]) {
    this.tree = tree;
    this.style = yamlStyleOf(tree);
    this.text = isBreak(tree.text.at(-1)) ? tree.text : tree.text + this.style.eol;
    this.expected = new Expected(tree, ops);
    const settled = settledMoves(ops);
    for (const operation of ops) if (!settled.has(operation)) this.note(operation);
  }

  edits(): readonly TextEdit[] {
    const inner = [...this.changes].toSorted(([a], [b]) => b.offset - a.offset);
    for (const [container, { leaving, arriving }] of inner) {
      const note = noteOf(this.tree, container);
      if (note.style === 'pair') throw new NotWritable({ kind: 'not-written', message: 'A single name and value in a list has no braces to add to. Put braces around it in the code first.', offset: container.offset });
      const coming = (column: number) => new Map([...arriving].map(([at, list]) => [at, list.map((operation): Coming => () => this.lines(operation, column))] as const));
      if (note.style === 'block' || fillsAsBlock(this.tree, container, arriving.size > 0)) this.splices.push(...blockSplices(this.tree, this.text, container, leaving, coming));
      else this.splices.push(...flowSplices(this.tree, container, leaving, new Map([...arriving].map(([at, list]) => [at, list.map((operation) => (spot: Spot) => this.flow(operation, spot))] as const))));
    }
    return this.trimmed(editsFrom(this.text, this.splices.filter((splice) => !this.leaves(splice.owner ?? this.values.get(splice)))));
  }

  /** What changes inside of a part that leaves goes with it, also where it lands right at the end of that part. */
  private leaves(node: ValueNode | undefined): boolean {
    const { holders } = notesOf(this.tree);
    for (let holder = node && holders.get(node); holder; holder = holders.get(holder.container)) {
      if (this.changes.get(holder.container)?.leaving.has(holder.entry.first)) return true;
    }
    return false;
  }

  /** Without the line break that was added at the end. */
  private trimmed(edits: readonly TextEdit[]): readonly TextEdit[] {
    const { length } = this.tree.text;
    const last = edits.at(-1);
    if (this.text.length === length || !last || last.offset + last.length <= length) return edits;
    const before = edits.slice(0, -1);
    const cut = { offset: last.offset, length: Math.max(0, length - last.offset), text: last.text };
    const end = /(?:\r\n|\r|\n)$/.exec(cut.text);
    if (end) return [...before, { ...cut, text: cut.text.slice(0, end.index) }].filter((edit) => edit.length > 0 || edit.text !== '');
    const eol = /(?:\r\n|\r|\n)$/.exec(this.text.slice(0, cut.offset))?.[0].length ?? 0;
    const previous = before.at(-1);
    const from = cut.offset - eol;
    if (previous && previous.offset + previous.length > from) return edits.slice(0, -1);
    return [...before, { offset: from, length: cut.length + eol, text: cut.text }];
  }

  private note(operation: Operation): void {
    switch (operation.op) {
      case 'set':
        this.change(operation.node, setSplice(this.tree, this.text, operation.node, shapeOfContent(operation.content), operation.content));
        return;
      case 'renameKey':
        this.rename(operation);
        return;
      case 'insert':
        this.arrive(operation.place, operation);
        return;
      case 'remove':
        this.changesOf(operation.part.of).leaving.add(indexOf(operation.part));
        return;
      case 'move':
        this.changesOf(operation.part.of).leaving.add(indexOf(operation.part));
        this.arrive(operation.place, operation);
        return;
      case 'detach':
        this.detach(operation.at);
        return;
      default:
        unreachable(operation);
    }
  }

  private change(node: ValueNode, splice: Splice): void {
    this.splices.push(splice);
    this.values.set(splice, node);
  }

  private rename({ member, to }: Extract<Operation, { op: 'renameKey' }>): void {
    const { key } = member;
    const holder = notesOf(this.tree).holders.get(member.value);
    const first = this.text[key.offset];
    const style = first === '"' ? 'double' : first === "'" ? 'single' : 'plain';
    const flow = holder !== undefined && noteOf(this.tree, holder.container).style !== 'block';
    this.splices.push({ offset: key.offset, length: key.length, text: spellText(to, { flow, style, quotes: this.style.quotes }) });
  }

  private detach(at: number): void {
    const note = notesOf(this.tree);
    const alias = note.aliasNodes.get(at);
    if (alias) {
      this.splices.push(setSplice(this.tree, this.text, alias, shapeOf(alias, this.tree.text), null));
      return;
    }
    for (const [container, { style, column, entries }] of note.containers) {
      const entry = entries.find(({ merge, start }) => merge && start === at);
      if (entry && container.kind === 'object') this.splices.push(mergeCopy(this.tree, container, entry, style === 'block' ? column : -1));
    }
  }

  private changesOf(node: Container): Changes {
    let changes = this.changes.get(node);
    if (!changes) this.changes.set(node, (changes = { leaving: new Set(), arriving: new Map() }));
    return changes;
  }

  private arrive(place: Place, operation: Operation): void {
    const { arriving } = this.changesOf(place.into);
    const at = placeIndex(place);
    arriving.set(at, [...(arriving.get(at) ?? []), operation]);
  }

  /** What arrives in a block, as whole lines in that column. */
  private lines(operation: Operation, column: number): string {
    if (operation.op === 'insert') {
      const named = operation.place.into.kind === 'object';
      if (named && operation.key === undefined) throw new Error('What goes into an object needs a key');
      const head = named ? `${spellKey(operation.key ?? '', this.style, false)}:` : '-';
      return spaces(column) + head + renderValue(shapeOfContent(operation.content), column, this.style, !named).text;
    }
    if (operation.op !== 'move') throw new Error('Only what is inserted or moved arrives');
    return this.once(operation, () => movedLines(this.tree, operation, column, this.within(operation)));
  }

  private flow(operation: Operation, spot: Spot): Arrival {
    if (operation.op === 'insert') return flowArrival(this.tree, operation, spot);
    if (operation.op !== 'move') throw new Error('Only what is inserted or moved arrives');
    const { part } = operation;
    const value = part.kind === 'member' ? part.member.value : part.of.items[part.index];
    if (!value) throw new Error('The moved item is not in its array');
    const shape = (): Shape => this.expected.of(value);
    const commented = noteOf(this.tree, part.of).style === 'block' && this.isCommented(part.of, indexOf(part));
    if (commented) throw new NotWritable({ kind: 'comment-into-flow', message: 'What is moved has comments, and there is no place for them inside {…} on one line. Write the target over several lines, or take the comments out.', offset: value.offset });
    return this.once(operation, () => flowMoved(this.tree, operation, spot, this.within(operation), shape));
  }

  private isCommented(container: Container, index: number): boolean {
    const chunk = chunksOf(this.tree, container).find(({ entry }) => index >= entry.first && index < entry.first + entry.count);
    return chunk !== undefined && /(?:^|\s)#/m.test(this.text.slice(chunk.from, chunk.to));
  }

  private within({ part }: Extract<Operation, { op: 'move' }>): Within {
    // What comes into a container around the part may land right behind it, and does not go along.
    const around = this.around(part.of);
    return (from, to) => textWithin(this.text, this.splices.filter(({ owner }) => owner === undefined || !around.has(owner)), from, to, part.of);
  }

  private around(container: Container): ReadonlySet<ValueNode> {
    const { holders } = notesOf(this.tree);
    const found = new Set<ValueNode>();
    for (let at: Container | undefined = container; at; at = holders.get(at)?.container) found.add(at);
    return found;
  }

  private once<T>(operation: Operation, make: () => T): T {
    if (this.underway.has(operation)) throw new Error('Two parts are moved into each other');
    this.underway.add(operation);
    const made = make();
    this.underway.delete(operation);
    return made;
  }
}

