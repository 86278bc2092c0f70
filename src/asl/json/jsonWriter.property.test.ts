import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeEnd } from '../intact.ts';
import type { Operation } from '../operations.ts';
import { patch } from '../patch.ts';
import { documentFrom } from '../testing/documents.ts';
import { finalEntries, Model, type ModelEntry } from '../testing/model.ts';
import { survey, treeOperationsFrom } from '../testing/operations.ts';
import { applyEdits, invertEdits } from '../textEdits.ts';
import type { ArrayNode, Member, ObjectNode, ValueNode } from '../tree.ts';
import { layoutOf } from './layout.ts';
import { parseJson } from './parseJson.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 300);

type Container = ObjectNode | ArrayNode;

const inside = (inner: { offset: number; length: number }, outer: { offset: number; length: number }): boolean =>
  inner.offset >= outer.offset && rangeEnd(inner) <= rangeEnd(outer);

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
        const ops = treeOperationsFrom(g, tree, model);
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

