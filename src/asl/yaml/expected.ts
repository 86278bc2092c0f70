import { unreachable } from '../../lib/unreachable.ts';
import { indexOf, placeIndex } from '../json/jsonWriter.ts';
import type { Operation } from '../operations.ts';
import type { Tree, ValueNode } from '../tree.ts';
import { notesOf, type Container } from './notes.ts';
import { shapeOf, shapeOfContent, type Shape } from './shape.ts';

interface Coming {
  readonly key: string | null;
  readonly shape: () => Shape;
}

/** What the tree is to be after some operations, done the obvious way: the writer checks its text against it. */
export class Expected {
  private readonly tree: Tree;
  private readonly sets = new Map<ValueNode, Shape>();
  private readonly keys = new Map<ValueNode, string>();
  private readonly leaving = new Map<Container, Set<number>>();
  private readonly arriving = new Map<Container, Map<number, Coming[]>>();

  constructor(tree: Tree, ops: readonly Operation[]) {
    this.tree = tree;
    for (const operation of ops) this.take(operation);
  }

  private take(operation: Operation): void {
    switch (operation.op) {
      case 'set':
        this.sets.set(operation.node, shapeOfContent(operation.content));
        return;
      case 'renameKey':
        this.keys.set(operation.member.value, operation.to);
        return;
      case 'remove':
        this.leave(operation.part.of, indexOf(operation.part));
        return;
      case 'insert': {
        const shape = shapeOfContent(operation.content);
        this.arrive(operation.place.into, placeIndex(operation.place), { key: operation.key ?? null, shape: () => shape });
        return;
      }
      case 'move': {
        const { part, place } = operation;
        this.leave(part.of, indexOf(part));
        const node = part.kind === 'member' ? part.member.value : part.of.items[part.index];
        if (!node) return;
        const own = part.kind === 'member' ? (this.keys.get(node) ?? part.member.key.value) : null;
        this.arrive(place.into, placeIndex(place), { key: operation.key ?? (part.kind === 'member' ? (this.keys.get(node) ?? own) : null), shape: () => this.of(node) });
        return;
      }
      case 'detach':
        return;
      default:
        unreachable(operation);
    }
  }

  private leave(container: Container, index: number): void {
    const known = this.leaving.get(container);
    if (known) known.add(index);
    else this.leaving.set(container, new Set([index]));
  }

  private arrive(container: Container, at: number, coming: Coming): void {
    const known = this.arriving.get(container) ?? new Map<number, Coming[]>();
    this.arriving.set(container, known.set(at, [...(known.get(at) ?? []), coming]));
  }

  /** The value of a node after the operations. */
  of(node: ValueNode): Shape {
    const set = this.sets.get(node);
    if (set) return set;
    if (node.kind !== 'object' && node.kind !== 'array') return shapeOf(node, this.tree.text);
    const leaving = this.leaving.get(node);
    const arriving = this.arriving.get(node);
    const entries: { readonly key: string | null; readonly shape: Shape }[] = [];
    const values = node.kind === 'object' ? node.members.map(({ value }) => value) : node.items;
    for (let index = 0; index <= values.length; index += 1) {
      for (const { key, shape } of arriving?.get(index) ?? []) entries.push({ key, shape: shape() });
      const value = values[index];
      if (!value || leaving?.has(index)) continue;
      entries.push({ key: node.kind === 'object' ? (this.keys.get(value) ?? node.members[index]?.key.value ?? null) : null, shape: this.of(value) });
    }
    if (node.kind === 'array') return { kind: 'array', items: entries.map(({ shape }) => shape) };
    const loose = notesOf(this.tree).containers.get(node)?.entries.some(({ merge }) => merge) ?? false;
    return { kind: 'object', members: entries.map(({ key, shape }) => [key ?? '', shape] as const), loose };
  }
}

/** Whether a new text says what it was to say. */
export function says(node: ValueNode | null, shape: Shape, text: string): boolean {
  if (!node) return false;
  switch (shape.kind) {
    case 'object':
      return node.kind === 'object' && node.members.length === shape.members.length && saysMembers(node, shape, text);
    case 'array':
      return node.kind === 'array' && node.items.length === shape.items.length && node.items.every((item, index) => says(item, shape.items[index] ?? { kind: 'broken' }, text));
    case 'text':
      return (node.kind === 'string' && node.value === shape.value) || (node.kind === 'placeholder' && `\${${node.name}}` === shape.value);
    case 'number':
      return node.kind === 'number' && (node.spelling === shape.spelling || Object.is(node.value, shape.value));
    case 'literal':
      return node.kind === 'literal' && node.value === shape.value;
    case 'opaque':
      return node.kind === 'placeholder' && node.name === shape.name;
    case 'broken':
      return node.kind === 'broken';
    default:
      return unreachable(shape);
  }
}

function saysMembers(node: Extract<ValueNode, { kind: 'object' }>, shape: Extract<Shape, { kind: 'object' }>, text: string): boolean {
  if (!shape.loose) return node.members.every(({ key, value }, index) => key.value === shape.members[index]?.[0] && says(value, shape.members[index]?.[1] ?? { kind: 'broken' }, text));
  const left = [...shape.members];
  return node.members.every(({ key, value }) => {
    const index = left.findIndex(([name, each]) => name === key.value && says(value, each, text));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}
