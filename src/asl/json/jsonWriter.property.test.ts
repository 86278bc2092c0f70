import fc, { type GeneratorValue } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeEnd } from '../intact.ts';
import type { Content, Operation, Part } from '../operations.ts';
import { patch } from '../patch.ts';
import { documentFrom } from '../testing/documents.ts';
import { finalEntries, Model, type ModelEntry } from '../testing/model.ts';
import { applyEdits, invertEdits } from '../textEdits.ts';
import type { ArrayNode, Member, ObjectNode, Tree, ValueNode } from '../tree.ts';
import { layoutOf } from './layout.ts';
import { parseJson } from './parseJson.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 300);

type Container = ObjectNode | ArrayNode;

const CONTENTS: readonly Content[] = [
  { kind: 'json', value: 7 },
  { kind: 'json', value: 'new' },
  { kind: 'json', value: {} },
  { kind: 'json', value: ['x', 'y'] },
  { kind: 'json', value: { Type: 'Pass', Next: 'B', Deep: { er: [1, { x: null }] } } },
  { kind: 'object', members: [['2', { kind: 'json', value: 1 }], ['1', { kind: 'array', items: [] }]] },
  { kind: 'verbatim', text: '{\n\t"v": [\n\t\t1.5\n\t]\n}' },
  { kind: 'verbatim', text: '[1,2]' },
];

interface Place {
  readonly part: Part;
  readonly entry: Member | ValueNode;
  readonly value: ValueNode;
}

/** Entries in reading order, as the generator numbers them, and all containers. */
function survey(tree: Tree): { places: Place[]; containers: Container[] } {
  const places: Place[] = [];
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

const inside = (inner: { offset: number; length: number }, outer: { offset: number; length: number }): boolean =>
  inner.offset >= outer.offset && rangeEnd(inner) <= rangeEnd(outer);

/** Operations as a command would give them: of one tree, not overlapping, but for edits inside of what is moved. */
function operationsFrom(g: GeneratorValue, tree: Tree, model: Model): Operation[] {
  const { places, containers } = survey(tree);
  const ops: Operation[] = [];
  const gone: { offset: number; length: number }[] = [];
  const used: { offset: number; length: number }[] = [];
  const taken = new Set<Member | ValueNode>();
  const free = (range: { offset: number; length: number }) => !gone.some((other) => inside(range, other));
  const untouched = (range: { offset: number; length: number }) => free(range) && !used.some((other) => inside(other, range));
  const add = (operation: Operation, ...touched: { offset: number; length: number }[]) => {
    if (!model.apply(operation)) return;
    ops.push(operation);
    used.push(...touched);
    if (operation.op === 'set') gone.push(operation.node);
    if (operation.op === 'remove') gone.push(...touched);
  };
  const count = 1 + g(fc.nat, { max: 5 });
  for (let index = 0; index < count; index += 1) {
    const kind = g(fc.constantFrom, 'set', 'insert', 'insert', 'remove', 'remove', 'renameKey', 'move', 'move');
    const into = containers[g(fc.nat, { max: containers.length - 1 })]!;
    const length = into.kind === 'object' ? into.members.length : into.items.length;
    const at = g(fc.boolean) ? ('end' as const) : g(fc.nat, { max: length });
    const key = g(fc.constantFrom, 'k', 'a', '', '__proto__', 'q"/');
    const content = g(fc.constantFrom, ...CONTENTS);
    const place = places[g(fc.nat, { max: Math.max(0, places.length - 1) })];
    if (kind === 'insert' && free(into)) add({ op: 'insert', place: { into, at }, ...(into.kind === 'object' && { key }), content }, { offset: into.offset + 1, length: 0 });
    if (!place || taken.has(place.entry)) continue;
    if (kind === 'set' && untouched(place.value)) add({ op: 'set', node: place.value, content }, place.value);
    if (kind === 'remove' && untouched(place.entry)) {
      taken.add(place.entry);
      add({ op: 'remove', part: place.part }, place.entry);
    }
    if (kind === 'renameKey' && place.part.kind === 'member' && free(place.entry) && !used.includes(place.part.member.key)) {
      add({ op: 'renameKey', member: place.part.member, to: key }, place.part.member.key);
    }
    if (kind === 'move' && free(place.entry) && free(into) && !inside(into, place.entry)) {
      const renamed = place.part.kind === 'item' ? into.kind === 'object' : into.kind === 'object' && g(fc.boolean);
      if (place.part.kind === 'member' && used.includes(place.part.member.key)) continue;
      taken.add(place.entry);
      const touched = place.part.kind === 'member' ? [place.part.member.key] : [{ offset: place.value.offset, length: 0 }];
      add({ op: 'move', part: place.part, place: { into, at }, ...(renamed && { key }) }, ...touched, { offset: into.offset + 1, length: 0 });
    }
  }
  return ops;
}

/** Compares a parsed value with the model and hands over every pair of an original entry and its new self. */
function compare(text: string, entry: ModelEntry, key: string | null, node: ValueNode, holder: Container | null, index: number, met: Meeting): void {
  expect(key).toBe(entry.key);
  if (entry.origin && holder) met(entry, node, holder, index);
  const { value } = entry;
  if (value.kind === 'scalar') {
    expect(text.slice(node.offset, rangeEnd(node))).toBe(value.spelling);
    return;
  }
  const entries = finalEntries(value);
  expect(node.kind).toBe(value.kind);
  const found: readonly { key: string | null; value: ValueNode }[] =
    node.kind === 'object' ? node.members.map((member) => ({ key: member.key.value, value: member.value })) : node.kind === 'array' ? node.items.map((item) => ({ key: null, value: item })) : [];
  expect(found.map((child) => child.key)).toEqual(entries.map((child) => child.key));
  found.forEach((child, at) => compare(text, entries[at]!, child.key, child.value, node as Container, at, met));
}

type Meeting = (entry: ModelEntry, node: ValueNode, holder: Container, index: number) => void;

const withoutIndents = (text: string): string => text.replace(/(\r\n|\n|\r)[ \t]*/g, '$1');


describe('jsonWriter, on any document and any operations', () => {
  it('P1 to P4: makes the intended tree, keeps untouched bytes and owned comments, and can be undone', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { text, comments } = documentFrom(g);
        const tree = parseJson(text);
        expect(tree.problems.filter((problem) => problem.fatal)).toEqual([]);
        const model = new Model(text, tree.root!);
        const ops = operationsFrom(g, tree, model);
        const result = patch(tree, ops);
        if (!result.ok) throw new Error(result.error.message);
        const edits = result.value;
        const after = applyEdits(text, edits);

        const parsed = parseJson(after);
        expect(parsed.problems.filter((problem) => problem.fatal)).toEqual([]);
        const chunks = new Map<Member | ValueNode, string>();
        const values = new Map<Member | ValueNode, string>();
        compare(after, model.root, null, parsed.root!, null, 0, (entry, node, holder, index) => {
          const chunk = layoutOf(after, holder).chunks[index]!;
          chunks.set(entry.origin!, after.slice(chunk.start, chunk.end));
          values.set(entry.origin!, after.slice(node.offset, rangeEnd(node)));
        });

        const { places } = survey(tree);
        const moved = ops.flatMap((operation) => (operation.op === 'move' ? [operation.part] : []));
        for (const { entry, value, part } of places) {
          const now = values.get(entry);
          if (now === undefined || ops.some((operation) => touchesInside(operation, value))) continue;
          const before = text.slice(value.offset, rangeEnd(value));
          const travels = moved.some((other) => other === part || inside(entry, other.kind === 'member' ? other.member : other.of.items[other.index]!));
          if (travels) expect(withoutIndents(now)).toBe(withoutIndents(before));
          else expect(now).toBe(before);
        }

        for (const { text: comment, entry } of comments) {
          const owner = entry === null ? null : places[entry]!.entry;
          if (owner === null) expect(after).toContain(comment);
          else if (chunks.has(owner) && !setBeneath(ops, owner, text.indexOf(comment))) expect(after.split(comment).length).toBe(2);
          else expect(after).not.toContain(comment);
        }

        expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
      }),
      { numRuns },
    );
  }, 600_000);
});

/** Whether an operation changes something between the brackets of a value, or the value itself. */
function touchesInside(operation: Operation, value: ValueNode): boolean {
  switch (operation.op) {
    case 'set':
      return inside(operation.node, value);
    case 'renameKey':
      return inside(operation.member.key, value);
    case 'insert':
      return inside(operation.place.into, value);
    case 'remove':
      return inside(operation.part.of, value);
    case 'detach':
      return false;
    default:
      return inside(operation.part.of, value) || inside(operation.place.into, value);
  }
}

/** A comment inside the value of its owner goes when that value is set. */
const setBeneath = (ops: readonly Operation[], owner: Member | ValueNode, offset: number): boolean =>
  ops.some((operation) => operation.op === 'set' && inside(operation.node, owner) && operation.node.offset <= offset && offset < rangeEnd(operation.node));

