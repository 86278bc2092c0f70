import fc, { type GeneratorValue } from 'fast-check';
import type { Content, Operation, Part } from '../operations.ts';
import type { ArrayNode, Member, ObjectNode, Tree, ValueNode } from '../tree.ts';
import type { Model } from './model.ts';

type Container = ObjectNode | ArrayNode;

const CONTENTS: readonly Content[] = [
  { kind: 'json', value: 7 },
  { kind: 'json', value: 'new' },
  { kind: 'json', value: '{%\n  $x\n%}' },
  { kind: 'json', value: {} },
  { kind: 'json', value: ['x', 'y'] },
  { kind: 'json', value: { Type: 'Pass', Next: 'B', Deep: { er: [1, { x: null }] } } },
  { kind: 'object', members: [['2', { kind: 'json', value: 1 }], ['1', { kind: 'array', items: [] }]] },
  { kind: 'verbatim', text: '{\n\t"v": [\n\t\t1.5\n\t]\n}' },
  { kind: 'verbatim', text: '[1,2]' },
];

export interface Spot {
  readonly part: Part;
  readonly entry: Member | ValueNode;
  readonly value: ValueNode;
}

/** Entries in reading order, as the generators number them, and all containers. */
export function survey(tree: Tree): { places: Spot[]; containers: Container[] } {
  const places: Spot[] = [];
  const containers: Container[] = [];
  const visit = (node: ValueNode | null): void => {
    if (node?.kind === 'object') {
      containers.push(node);
      for (const member of node.members) {
        places.push({ part: { kind: 'member', of: node, member }, entry: member, value: member.value });
        visit(member.value);
      }
    } else if (node?.kind === 'array') {
      containers.push(node);
      for (const [index, item] of node.items.entries()) {
        places.push({ part: { kind: 'item', of: node, index }, entry: item, value: item });
        visit(item);
      }
    }
  };
  visit(tree.root);
  return { places, containers };
}

/**
 * Operations as a command would give them: of one tree, not overlapping, but for edits inside of what is moved. Told by what stands in
 * what, not by offsets: an empty value of YAML has no length.
 */
export function treeOperationsFrom(g: GeneratorValue, tree: Tree, model: Model): Operation[] {
  const { places, containers } = survey(tree);
  const parents = parentsOf(tree);
  const ops: Operation[] = [];
  const gone = new Set<ValueNode>();
  const used = new Set<object>();
  const taken = new Set<ValueNode>();
  const within = (node: ValueNode, outer: ReadonlySet<ValueNode>): boolean => {
    for (let at: ValueNode | undefined = node; at; at = parents.get(at)) if (outer.has(at)) return true;
    return false;
  };
  const holdsUsed = (node: ValueNode): boolean => [...used].some((other) => 'kind' in other && within(other as ValueNode, new Set([node])));
  const count = 1 + g(fc.nat, { max: 5 });
  for (let index = 0; index < count; index += 1) {
    const kind = g(fc.constantFrom, 'set', 'insert', 'insert', 'remove', 'remove', 'renameKey', 'move', 'move');
    const into = containers[g(fc.nat, { max: Math.max(0, containers.length - 1) })];
    const key = g(fc.constantFrom, 'k', 'a', '', '__proto__', 'q"/', 'yes', 'a: b');
    const content = g(fc.constantFrom, ...CONTENTS);
    const last = g(fc.boolean);
    const spot = places[g(fc.nat, { max: Math.max(0, places.length - 1) })];
    const length = into?.kind === 'object' ? into.members.length : (into?.items.length ?? 0);
    const at = last ? ('end' as const) : g(fc.nat, { max: length });
    if (kind === 'insert' && into && !within(into, gone)) {
      const operation: Operation = { op: 'insert', place: { into, at }, ...(into.kind === 'object' && { key }), content };
      if (model.apply(operation)) { ops.push(operation); used.add(into); }
    }
    if (!spot || taken.has(spot.value) || within(spot.value, gone)) continue;
    const { part, value } = spot;
    if (kind === 'set' && !holdsUsed(value)) {
      const operation: Operation = { op: 'set', node: value, content };
      if (model.apply(operation)) { ops.push(operation); gone.add(value); used.add(value); }
    }
    if (kind === 'remove' && !holdsUsed(value) && !(part.kind === 'member' && used.has(part.member.key))) {
      const operation: Operation = { op: 'remove', part };
      taken.add(value);
      if (model.apply(operation)) { ops.push(operation); gone.add(value); used.add(value); }
    }
    if (kind === 'renameKey' && part.kind === 'member' && !used.has(part.member.key)) {
      const operation: Operation = { op: 'renameKey', member: part.member, to: key };
      if (model.apply(operation)) { ops.push(operation); used.add(part.member.key); used.add(value); }
    }
    if (kind === 'move' && into && !within(into, gone) && !within(into, new Set([value]))) {
      const renamed = part.kind === 'item' ? into.kind === 'object' : into.kind === 'object' && g(fc.boolean);
      if (part.kind === 'member' && used.has(part.member.key)) continue;
      taken.add(value);
      const operation: Operation = { op: 'move', part, place: { into, at }, ...(renamed && { key }) };
      if (!model.apply(operation)) continue;
      ops.push(operation);
      used.add(into).add(value);
      if (part.kind === 'member') used.add(part.member.key);
    }
  }
  return ops;
}

function parentsOf(tree: Tree): ReadonlyMap<ValueNode, ValueNode> {
  const parents = new Map<ValueNode, ValueNode>();
  for (const { part, value } of survey(tree).places) parents.set(value, part.of);
  return parents;
}
