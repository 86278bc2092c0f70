import type { Content, Operation } from '../operations.ts';
import type { ArrayNode, ObjectNode, ValueNode } from '../tree.ts';

/** How a new value is told from an old one, and how it is written. */
export interface Comparison {
  readonly content: (node: ValueNode) => Content;
  /** Whether `1.0` differs from `1`: it does in typed text, not in a value from a form. */
  readonly spelling: boolean;
}

/** Operations that turn one value into another and leave alone what is the same in both. */
export function difference(old: ValueNode, now: ValueNode, how: Comparison): readonly Operation[] {
  if (old.kind === 'object' && now.kind === 'object') {
    const ops = objectDifference(old, now, how);
    if (ops) return ops;
  }
  if (old.kind === 'array' && now.kind === 'array') return arrayDifference(old, now, how);
  return same(old, now, how) ? [] : [{ op: 'set', node: old, content: how.content(now) }];
}

const keysOf = (node: ObjectNode): string[] => node.members.map((member) => member.key.value);
const hasDuplicates = (node: ObjectNode): boolean => new Set(keysOf(node)).size !== node.members.length;

/** Member by member; null where the order of what stays has changed, or names stand twice. */
function objectDifference(old: ObjectNode, now: ObjectNode, how: Comparison): readonly Operation[] | null {
  if (hasDuplicates(old) || hasDuplicates(now)) return null;
  const before = new Map(old.members.map((member) => [member.key.value, member]));
  const after = new Set(keysOf(now));
  const staying = keysOf(old).filter((key) => after.has(key));
  if (keysOf(now).filter((key) => before.has(key)).some((key, index) => key !== staying[index])) return null;
  const ops: Operation[] = [];
  for (const member of old.members) {
    if (!after.has(member.key.value)) ops.push({ op: 'remove', part: { kind: 'member', of: old, member } });
  }
  let at = 0;
  for (const { key, value } of now.members) {
    const member = before.get(key.value);
    if (member) {
      ops.push(...difference(member.value, value, how));
      at = old.members.indexOf(member) + 1;
    } else {
      ops.push({ op: 'insert', place: { into: old, at }, key: key.value, content: how.content(value) });
    }
  }
  return ops;
}

/** What is alike at both ends stays; between, items are compared one by one and the rest comes or goes. */
function arrayDifference(old: ArrayNode, now: ArrayNode, how: Comparison): readonly Operation[] {
  const alike = (a: ValueNode | undefined, b: ValueNode | undefined): boolean => a !== undefined && b !== undefined && same(a, b, how);
  const shorter = Math.min(old.items.length, now.items.length);
  let front = 0;
  while (front < shorter && alike(old.items[front], now.items[front])) front += 1;
  let back = 0;
  while (back < shorter - front && alike(old.items.at(-1 - back), now.items.at(-1 - back))) back += 1;
  const before = old.items.slice(front, old.items.length - back);
  const after = now.items.slice(front, now.items.length - back);
  return [
    ...before.flatMap((item, index) => {
      const counterpart = after[index];
      return counterpart ? difference(item, counterpart, how) : [{ op: 'remove', part: { kind: 'item', of: old, index: front + index } } as const];
    }),
    ...after.slice(before.length).map((item): Operation => ({ op: 'insert', place: { into: old, at: front + before.length }, content: how.content(item) })),
  ];
}

function same(a: ValueNode, b: ValueNode, how: Comparison): boolean {
  if (a.kind === 'object' && b.kind === 'object') {
    return a.members.length === b.members.length && a.members.every((member, index) => {
      const other = b.members[index];
      return other !== undefined && member.key.value === other.key.value && same(member.value, other.value, how);
    });
  }
  if (a.kind === 'array' && b.kind === 'array') {
    return a.items.length === b.items.length && a.items.every((item, index) => same(item, b.items[index] ?? a, how));
  }
  if (a.kind === 'number' && b.kind === 'number') return how.spelling ? a.spelling === b.spelling : a.value === b.value;
  if (a.kind === 'placeholder' || b.kind === 'placeholder') return a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name;
  return a.kind === b.kind && 'value' in a && 'value' in b && a.value === b.value;
}
