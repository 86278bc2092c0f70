import { lineColumn } from '../asl/lines.ts';
import type { Content, Operation } from '../asl/operations.ts';
import { parse } from '../asl/parse.ts';
import { patch } from '../asl/patch.ts';
import { itemsOf, memberOf, objectIn, stringOf, valueOf } from '../asl/pointer.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { ArrayNode, ObjectNode, ValueNode } from '../asl/tree.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';

/** What a tests file begins as. */
export const NEW_SUITE = '{\n  "version": 1,\n  "tests": []\n}\n';

/** A new text, or why nothing was changed, as a sentence. Order, comments and members that are not known here survive. */
export type SuiteEdit = Result<string, string>;

/** The test goes behind the others. Substitutions that the file lacks come with it. */
export const addTest = (text: string, test: Content, substitutions: JsonObject = {}): SuiteEdit =>
  edited(text.trim() === '' ? NEW_SUITE : text, ({ root, tests }) => {
    const given = objectIn(root, 'substitutions');
    const missing = Object.entries(substitutions).filter(([name]) => given === undefined || memberOf(given, name) === undefined);
    const filled: readonly Operation[] = missing.length === 0 ? []
      : given === undefined ? [insert(root, Math.max(0, root.members.findIndex(({ key }) => key.value === 'tests')), 'substitutions', Object.fromEntries(missing))]
      : missing.map(([name, value]) => insert(given, 'end', name, value));
    return ok([...filled, { op: 'insert', place: { into: tests, at: 'end' }, content: test }]);
  });

/** Sets a member of a test; undefined takes it out. */
export const changeTest = (text: string, name: string, member: string, value: Json | undefined): SuiteEdit =>
  edited(text, ({ find }) => {
    const test = find(name);
    if (!test.ok) return test;
    const found = memberOf(test.value.node, member);
    if (value === undefined) return ok(found ? [{ op: 'remove', part: { kind: 'member', of: test.value.node, member: found } }] : []);
    return ok([found ? { op: 'set', node: found.value, content: { kind: 'json', value } } : insert(test.value.node, 'end', member, value)]);
  });

export const removeTest = (text: string, name: string): SuiteEdit =>
  edited(text, ({ tests, find }) => {
    const test = find(name);
    return test.ok ? ok([{ op: 'remove', part: { kind: 'item', of: tests, index: test.value.index } }]) : test;
  });

/** A copy behind it, under a name of its own. */
export function duplicateTest(text: string, name: string): SuiteEdit {
  const to = freeTestName(text, name);
  const copied = edited(text, ({ tests, find }) => {
    const test = find(name);
    if (!test.ok) return test;
    const { node, index } = test.value;
    return ok([{ op: 'insert', place: { into: tests, at: index + 1 }, content: { kind: 'verbatim', text: renamedText(text, node, to) } }]);
  });
  return copied;
}

function renamedText(text: string, node: ObjectNode, to: string): string {
  const named = valueOf(node, 'name');
  const whole = text.slice(node.offset, node.offset + node.length);
  if (!named) return whole;
  const at = named.offset - node.offset;
  return `${whole.slice(0, at)}${JSON.stringify(to)}${whole.slice(at + named.length)}`;
}

/** The text of a test as it stands, for whoever wants to put it back. */
export function testText(text: string, name: string): string | undefined {
  const node = itemsOf(valueOf(parse(text, 'json').root, 'tests')).find((one) => stringOf(one, 'name') === name);
  return node && text.slice(node.offset, node.offset + node.length);
}

/** `a declined card 2` where the name is taken. */
export function freeTestName(text: string, wanted: string): string {
  const taken = new Set(itemsOf(valueOf(parse(text, 'json').root, 'tests')).map((one) => stringOf(one, 'name')));
  for (let i = 1; ; i++) {
    const name = i === 1 ? wanted : `${wanted} ${i}`;
    if (!taken.has(name)) return name;
  }
}

interface Read {
  readonly root: ObjectNode;
  readonly tests: ArrayNode;
  readonly find: (name: string) => Result<{ readonly node: ObjectNode; readonly index: number }, string>;
}

const insert = (into: ObjectNode, at: number | 'end', key: string, value: Json): Operation => ({ op: 'insert', place: { into, at }, key, content: { kind: 'json', value } });

function edited(text: string, change: (read: Read) => Result<readonly Operation[], string>): SuiteEdit {
  const { root, problems, ...tree } = parse(text, 'json');
  const broken = problems.find(({ fatal }) => fatal);
  if (broken) return err(`The tests were not changed: ${at(text, broken.offset)} ${broken.message} Correct it there first.`);
  const tests = valueOf(root, 'tests');
  if (root?.kind !== 'object' || tests?.kind !== 'array') return err('The tests were not changed: the file has no list called "tests". Add "tests": [] to it.');
  const ops = change({ root, tests, find: (name) => found(tests.items, name) });
  if (!ops.ok) return ops;
  const edits = patch({ ...tree, root, problems }, ops.value);
  return edits.ok ? ok(applyEdits(text, edits.value)) : err(edits.error.message);
}

function found(items: readonly ValueNode[], name: string): ReturnType<Read['find']> {
  const index = items.findIndex((one) => stringOf(one, 'name') === name);
  const node = items[index];
  return node?.kind === 'object' ? ok({ node, index }) : err(`There is no test called "${name}" any more.`);
}

function at(text: string, offset: number): string {
  const { line, column } = lineColumn(text, offset);
  return `line ${line}, column ${column}:`;
}
