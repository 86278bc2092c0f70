import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Pointer } from '../names.ts';
import type { Content, Operation, Part } from '../operations.ts';
import { patch } from '../patch.ts';
import { memberOf, nodeAt, partAt } from '../pointer.ts';
import { indexStates } from '../states.ts';
import { applyEdits } from '../textEdits.ts';
import type { ArrayNode, ObjectNode, Tree } from '../tree.ts';
import { parseJson } from './parseJson.ts';

const json = (value: Extract<Content, { kind: 'json' }>['value']): Content => ({ kind: 'json', value });
const part = (tree: Tree, pointer: string): Part => partAt(tree, pointer as Pointer)!;
const container = (tree: Tree, pointer: string) => nodeAt(tree, pointer as Pointer) as ObjectNode | ArrayNode;

function edited(text: string, ops: (tree: Tree) => Operation[]): string {
  const tree = parseJson(text);
  const result = patch(tree, ops(tree));
  if (!result.ok) throw new Error(result.error.message);
  return applyEdits(text, result.value);
}

const insert = (tree: Tree, into: string, at: number | 'end', key: string | undefined, content: Content): Operation => ({
  op: 'insert', place: { into: container(tree, into), at }, ...(key !== undefined && { key }), content,
});
const remove = (tree: Tree, pointer: string): Operation => ({ op: 'remove', part: part(tree, pointer) });
const move = (tree: Tree, from: string, into: string, at: number | 'end', key?: string): Operation => ({
  op: 'move', part: part(tree, from), place: { into: container(tree, into), at }, ...(key !== undefined && { key }),
});

const tall = '{\n\t"A": {\n\t\t"x": 1\n\t},\n\t"B": {\n\t\t"y": 2\n\t}\n}\n';

describe('jsonWriter spells like the file', () => {
  it.each<{ what: string; text: string; ops: (tree: Tree) => Operation[]; after: string }>([
    { what: 'a first member of an empty object', text: '{}', ops: (t) => [insert(t, '', 'end', 'a', json(1))], after: '{\n  "a": 1\n}' },
    { what: 'an empty object on a shared line', text: '{"a": {}}', ops: (t) => [insert(t, '/a', 0, 'b', json(1))], after: '{"a": {"b": 1}}' },
    { what: 'an empty object in a tall file', text: '{\r\n\t"a": {}\r\n}', ops: (t) => [insert(t, '/a', 0, 'b', json(1))], after: '{\r\n\t"a": {\r\n\t\t"b": 1\r\n\t}\r\n}' },
    { what: 'a tall member, with tabs', text: tall, ops: (t) => [insert(t, '', 'end', 'C', json({ z: [] }))], after: '{\n\t"A": {\n\t\t"x": 1\n\t},\n\t"B": {\n\t\t"y": 2\n\t},\n\t"C": {\n\t\t"z": []\n\t}\n}\n' },
    { what: 'a one-line member among one-line members', text: '{\n  "A": { "x": 1 },\n  "B": { "x": 2 }\n}', ops: (t) => [insert(t, '', 1, 'C', json({ x: 3 }))], after: '{\n  "A": { "x": 1 },\n  "C": { "x": 3 },\n  "B": { "x": 2 }\n}' },
    { what: 'compact text', text: '{"a":1,"b":[1,2]}', ops: (t) => [insert(t, '', 'end', 'c', json({ d: [3, 4] })), insert(t, '/b', 'end', undefined, json(3))], after: '{"a":1,"b":[1,2,3],"c":{"d":[3,4]}}' },
    { what: 'blank lines between members', text: '{\n  "a": 1,\n\n  "b": 2\n}', ops: (t) => [insert(t, '', 1, 'x', json(1)), insert(t, '', 'end', 'y', json(1))], after: '{\n  "a": 1,\n\n  "x": 1,\n\n  "b": 2,\n\n  "y": 1\n}' },
    { what: 'a comment on the line of the last member', text: '{\n  "a": 1 // one\n}', ops: (t) => [insert(t, '', 'end', 'b', json(2))], after: '{\n  "a": 1, // one\n  "b": 2\n}' },
    { what: 'a line comment in a one-line object', text: '{ "a": 1 // one\n}', ops: (t) => [insert(t, '', 'end', 'b', json(2))], after: '{ "a": 1, // one\n  "b": 2\n}' },
    { what: 'an object with only a comment', text: '{\n  // nothing yet\n}', ops: (t) => [insert(t, '', 0, 'a', json(1))], after: '{\n  // nothing yet\n  "a": 1\n}' },
    { what: 'a trailing comma', text: '{\n  "a": 1,\n}', ops: (t) => [insert(t, '', 'end', 'b', json(2))], after: '{\n  "a": 1,\n  "b": 2\n}' },
    { what: 'several inserts at one place', text: '{\n  "z": 0\n}', ops: (t) => [insert(t, '', 0, 'a', json(1)), insert(t, '', 0, 'b', json(2))], after: '{\n  "a": 1,\n  "b": 2,\n  "z": 0\n}' },
    { what: 'the first of many leaving', text: '{\n  // about a\n  "a": 1, // one\n  "b": 2\n}', ops: (t) => [remove(t, '/a')], after: '{\n  "b": 2\n}' },
    { what: 'the last of many leaving', text: '{\n  "a": 1,\n  "b": 2\n}', ops: (t) => [remove(t, '/b')], after: '{\n  "a": 1\n}' },
    { what: 'all leaving', text: '{\n  "a": 1,\n  "b": 2\n}', ops: (t) => [remove(t, '/a'), remove(t, '/b')], after: '{}' },
    { what: 'all leaving a comment behind', text: '{\n  "a": 1,\n\n  // later\n\n  "b": 2\n}', ops: (t) => [remove(t, '/a'), remove(t, '/b')], after: '{\n\n  // later\n}' },
    { what: 'the middle of a line leaving', text: '[1, 2, 3]', ops: (t) => [remove(t, '/1')], after: '[1, 3]' },
    { what: 'the end of a line leaving', text: '{ "a": 1, "b": 2 }', ops: (t) => [remove(t, '/b')], after: '{ "a": 1 }' },
    { what: 'one leaving between blank lines', text: '{\n  "a": 1,\n\n  "b": 2,\n\n  "c": 3\n}', ops: (t) => [remove(t, '/b')], after: '{\n  "a": 1,\n\n  "c": 3\n}' },
    { what: 'one leaving and one arriving at the same place', text: '{\n  "a": 1,\n  "b": 2\n}', ops: (t) => [remove(t, '/b'), insert(t, '', 'end', 'c', json(3))], after: '{\n  "a": 1,\n  "c": 3\n}' },
    { what: 'a comment between a value and its comma', text: '{\n  "a": 1 /* one */,\n  "b": 2\n}', ops: (t) => [remove(t, '/b')], after: '{\n  "a": 1 /* one */\n}' },
    { what: 'a member that moves with its comments', text: '{\n  "a": {\n    // about b\n    "b": [\n      1\n    ] // tail\n  },\n  "c": 3\n}', ops: (t) => [move(t, '/a/b', '', 'end')], after: '{\n  "a": {},\n  "c": 3,\n  // about b\n  "b": [\n    1\n  ] // tail\n}' },
    { what: 'a member that moves while something in it changes', text: tall, ops: (t) => [move(t, '/A', '', 'end'), { op: 'set', node: nodeAt(t, '/A/x' as Pointer)!, content: json('new') }], after: '{\n\t"B": {\n\t\t"y": 2\n\t},\n\t"A": {\n\t\t"x": "new"\n\t}\n}\n' },
    { what: 'a member that stays where it is', text: tall, ops: (t) => [move(t, '/A', '', 1)], after: tall },
    { what: 'a new name', text: tall, ops: (t) => [{ op: 'renameKey', member: memberOf(t.root, 'A')!, to: 'a"/' }], after: tall.replace('"A"', '"a\\"/"') },
    { what: 'a pasted text', text: tall, ops: (t) => [insert(t, '', 1, 'P', { kind: 'verbatim', text: '    {\r\n      "n": 1.50,\r\n      "m": [\r\n        1e3 ]\r\n    }' })], after: '{\n\t"A": {\n\t\t"x": 1\n\t},\n\t"P": {\n\t\t"n": 1.50,\n\t\t"m": [\n\t\t\t1e3 ]\n\t},\n\t"B": {\n\t\t"y": 2\n\t}\n}\n' },
    { what: 'a scalar that becomes an object', text: tall, ops: (t) => [{ op: 'set', node: nodeAt(t, '/A/x' as Pointer)!, content: json({ deep: true, list: ['a'] }) }], after: tall.replace('1', '{\n\t\t\t"deep": true,\n\t\t\t"list": ["a"]\n\t\t}') },
    { what: 'a one-line object that is set anew', text: '{\n  "a": { "b": 1 }\n}', ops: (t) => [{ op: 'set', node: nodeAt(t, '/a' as Pointer)!, content: json({ c: 2 }) }], after: '{\n  "a": { "c": 2 }\n}' },
  ])('$what', ({ text, ops, after }) => {
    expect(edited(text, ops)).toBe(after);
  });
});

describe('jsonWriter refuses', () => {
  const broken = '{\n  "States": {\n    "A": { "Type": , "Next": "B" },\n    "B": { "Type": "Pass" }\n  }\n}';

  it('P5: to write into text that cannot be read, and names the line', () => {
    const tree = parseJson(broken);
    const result = patch(tree, [insert(tree, '/States/A', 'end', 'End', json(true))]);
    expect(result).toMatchObject({ ok: false, error: { kind: 'broken-text', offset: broken.indexOf('"Type": ,') + 7 } });
    expect(result.ok ? '' : result.error.message).toContain('line 3');
  });

  it('P5: nothing beside it', () => {
    expect(edited(broken, (t) => [insert(t, '/States', 'end', 'C', json({})), insert(t, '/States/B', 'end', 'End', json(true))])).toContain('"End": true');
    expect(edited(broken, (t) => [remove(t, '/States/B')])).not.toContain('"B":');
  });

  it('P5: containers where brackets do not pair, but not single values', () => {
    const text = '{ "A": { "x": 1, "B": { "y": 2 } }';
    const tree = parseJson(text);
    expect(patch(tree, [remove(tree, '/A/B')])).toMatchObject({ ok: false });
    expect(edited(text, (t) => [{ op: 'set', node: nodeAt(t, '/A/x' as Pointer)!, content: json(5) }])).toBe(text.replace('1', '5'));
  });

  it('to insert text that cannot be read, or to move a part into itself', () => {
    const tree = parseJson(tall);
    expect(patch(tree, [insert(tree, '', 0, 'x', { kind: 'verbatim', text: '{' })])).toMatchObject({ ok: false, error: { kind: 'broken-content' } });
    expect(patch(tree, [move(tree, '/A', '/A', 0)])).toMatchObject({ ok: false, error: { kind: 'into-itself' } });
  });
});

const corpus = '../shared/corpus';
const definitions = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.asl.json')) : [];

describe.skipIf(definitions.length === 0)('jsonWriter on real definitions', () => {
  it('P2: inserting, removing and moving states changes only their lines', () => {
    for (const file of definitions) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      const tree = parseJson(text);
      const scope = indexStates(tree).scopes[0];
      if (!scope?.states) continue;
      const inserted = edited(text, () => [{ op: 'insert', place: { into: scope.states!, at: 1 }, key: 'New', content: json({ Type: 'Pass', End: true }) }]);
      expect(edited(inserted, (t) => [remove(t, '/States/New')]), file).toBe(text);
      const states = scope.children;
      const last = states.at(-1)!;
      const moved = parseJson(edited(text, () => [{ op: 'move', part: { kind: 'member', of: scope.states!, member: last.member }, place: { into: scope.states!, at: 0 } }]));
      expect(indexStates(moved).scopes[0]!.children.map((state) => state.name), file).toEqual([last.name, ...states.slice(0, -1).map((state) => state.name)]);
    }
  }, 60_000);
});
