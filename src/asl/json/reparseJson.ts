import { changeBetween, type Change } from '../changeBetween.ts';
import type { ArrayNode, Member, ObjectNode, ParseProblem, Tree, ValueNode } from '../tree.ts';
import { parseJson, parseJsonValue } from './parseJson.ts';

type Container = ObjectNode | ArrayNode;
/** A container around the change, and which of its parts leads on to it. */
interface Step {
  readonly node: Container;
  readonly index: number;
}

/**
 * What `parseJson(text)` gives, faster: only the innermost brackets around the change are read again. What stands before the change
 * keeps its nodes, what stands behind it is moved along. Where the change reaches further than those brackets, all is read.
 */
export function reparseJson(before: Tree, text: string): Tree {
  if (before.text === text && before.format === 'json') return before;
  return reparseJsonInPart(before, text) ?? parseJson(text);
}

/** As `reparseJson`, and null where all of the text would have to be read. */
export function reparseJsonInPart(before: Tree, text: string): Tree | null {
  return before.format === 'json' && !before.problems.some(({ fatal }) => fatal) ? readAround(before, text) : null;
}

function readAround(before: Tree, text: string): Tree | null {
  const change = changeBetween(before.text, text);
  const way = wayTo(before.root, change);
  const node = way.at(-1)?.node;
  if (!node) return null;
  const length = node.length + change.shift;
  const read = parseJsonValue(text, node.offset, way.slice(0, -1).map((step) => step.node.kind));
  if (read.value.kind !== node.kind || read.value.length !== length) return null;
  const inside = read.problems.filter(({ offset }) => offset >= node.offset && offset < node.offset + length);
  const behind = before.problems.filter(({ offset }) => offset >= node.offset + node.length);
  if (inside.some(({ fatal }) => fatal) || (behind.length > 0 && !sameLines(before.text, text, change))) return null;
  return {
    format: 'json', text,
    root: way.slice(0, -1).reduceRight<ValueNode>((value, step) => replaced(step, value, change.shift), read.value),
    problems: [...before.problems.filter(({ offset }) => offset < node.offset), ...inside, ...behind.map((problem): ParseProblem => ({ ...problem, offset: problem.offset + change.shift }))],
  };
}

/** The containers whose brackets the change leaves alone, outermost first; the last has no part that holds all of it. */
function wayTo(root: ValueNode | null, { offset, end }: Change): readonly Step[] {
  const way: Step[] = [];
  const holds = (node: ValueNode): node is Container => (node.kind === 'object' || node.kind === 'array') && node.offset < offset && end < node.offset + node.length;
  let at: ValueNode | undefined = root ?? undefined;
  while (at && holds(at)) {
    const parts: readonly ValueNode[] = at.kind === 'object' ? at.members.map(({ value }) => value) : at.items;
    const index = parts.findIndex(holds);
    way.push({ node: at, index });
    at = parts[index];
  }
  return way;
}

/** Problems name their lines, so those behind the change may stay as they are only where no line comes or goes. */
function sameLines(old: string, text: string, { offset, end, shift }: Change): boolean {
  // One more on either side: a line feed may join a carriage return, or part from it.
  const was = old.slice(Math.max(0, offset - 1), end + 1);
  const is = text.slice(Math.max(0, offset - 1), end + shift + 1);
  return !was.includes('\r') && !is.includes('\r') && was.split('\n').length === is.split('\n').length;
}

function replaced({ node, index }: Step, value: ValueNode, shift: number): Container {
  const range = { offset: node.offset, length: node.length + shift };
  if (node.kind === 'array') return { kind: 'array', ...range, items: node.items.map((item, nth) => (nth < index ? item : nth === index ? value : moved(item, shift))) };
  return {
    kind: 'object', ...range,
    members: node.members.map((member, nth) => {
      if (nth !== index) return nth < index ? member : movedMember(member, shift);
      return { offset: member.offset, length: member.length + shift, key: member.key, value };
    }),
  };
}

/** Not deeper than `MAX_DEPTH`. */
function moved(node: ValueNode, shift: number): ValueNode {
  if (shift === 0) return node;
  const offset = node.offset + shift;
  const { length } = node;
  switch (node.kind) {
    case 'object':
      return { kind: 'object', offset, length, members: node.members.map((member) => movedMember(member, shift)) };
    case 'array':
      return { kind: 'array', offset, length, items: node.items.map((item) => moved(item, shift)) };
    case 'string':
      return { kind: 'string', offset, length, value: node.value };
    default:
      return { ...node, offset };
  }
}

function movedMember(member: Member, shift: number): Member {
  if (shift === 0) return member;
  const { key } = member;
  return { offset: member.offset + shift, length: member.length, key: { offset: key.offset + shift, length: key.length, value: key.value }, value: moved(member.value, shift) };
}
