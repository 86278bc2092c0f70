import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import type { Content, Operation } from '../operations.ts';
import { memberOf, nodeAt, partAt } from '../pointer.ts';
import type { Pointer } from '../names.ts';
import { applyEdits, invertEdits } from '../textEdits.ts';
import { toJson } from '../toJson.ts';
import type { ArrayNode, ObjectNode, Tree } from '../tree.ts';
import { parseYaml } from './parseYaml.ts';
import { yamlWriter } from './yamlWriter.ts';

type Make = (tree: Tree) => readonly Operation[];

const at = (tree: Tree, pointer: string) => nodeAt(tree, pointer as Pointer)!;
const container = (tree: Tree, pointer: string) => at(tree, pointer) as ObjectNode | ArrayNode;
const json = (value: Json): Content => ({ kind: 'json', value });
const set = (pointer: string, value: Json): Make => (tree) => [{ op: 'set', node: at(tree, pointer), content: json(value) }];
const insert = (into: string, place: number | 'end', value: Json, key?: string): Make => (tree) => [{ op: 'insert', place: { into: container(tree, into), at: place }, ...(key !== undefined && { key }), content: json(value) }];
const remove = (...pointers: string[]): Make => (tree) => pointers.map((pointer) => ({ op: 'remove', part: partAt(tree, pointer as Pointer)! }));
const move = (pointer: string, into: string, place: number | 'end', key?: string): Make => (tree) => [{ op: 'move', part: partAt(tree, pointer as Pointer)!, place: { into: container(tree, into), at: place }, ...(key !== undefined && { key }) }];
const rename = (pointer: string, key: string, to: string): Make => (tree) => [{ op: 'renameKey', member: memberOf(at(tree, pointer), key)!, to }];

function written(text: string, make: Make): string {
  const tree = parseYaml(text);
  const edits = yamlWriter.write(tree, make(tree));
  if (!edits.ok) return `refused (${edits.error.kind}): ${edits.error.message}`;
  const after = applyEdits(text, edits.value);
  expect(applyEdits(after, invertEdits(text, edits.value))).toBe(text);
  return after;
}

describe('yamlWriter', () => {
  it.each<{ what: string; text: string; make: Make; after: string }>([
    { what: 'sets a text in its own quoting', text: "a: 'x'  # why\nb: \"y\"\n", make: set('/a', "it's"), after: "a: 'it''s'  # why\nb: \"y\"\n" },
    { what: 'quotes what YAML would take for something else', text: 'a: x\n', make: set('/a', 'yes'), after: 'a: "yes"\n' },
    { what: 'quotes an expression', text: 'a: x\n', make: set('/a', '{% $a %}'), after: 'a: "{% $a %}"\n' },
    { what: 'gives an expression with double quotes single ones', text: 'a: x\n', make: set('/a', '{% $a & "b" %}'), after: 'a: \'{% $a & "b" %}\'\n' },
    { what: 'writes several lines as a block', text: 'a:\n  b: x # tail\n  c: 1\n', make: set('/a/b', '{%\n  1\n%}'), after: 'a:\n  b: |- # tail\n    {%\n      1\n    %}\n  c: 1\n' },
    { what: 'replaces a block text and keeps what is behind it', text: 'a: |\n  x\n  y\n\n# b\nb: 1\n', make: set('/a', 'z'), after: 'a: |-\n  z\n\n# b\nb: 1\n' },
    { what: 'puts an object in place of a text', text: 'a: x # tail\nb: 1\n', make: set('/a', { c: [1, 'w'] }), after: 'a: # tail\n  c:\n    - 1\n    - w\nb: 1\n' },
    { what: 'puts a text in place of an object', text: 'a:\n  c: 1\n  # more\nb: 1\n', make: set('/a', 'x'), after: 'a: x\nb: 1\n' },
    { what: 'fills an empty value', text: 'a:\nb: # c\n', make: set('/b', 1), after: 'a:\nb: 1 # c\n' },
    { what: 'renames in the old quoting', text: "'a': 1\nb: 2\n", make: rename('', 'a', 'x: y'), after: "'x: y': 1\nb: 2\n" },
    { what: 'inserts behind a member and its comments', text: 'a:\n  b: 1 # tail\n# c\nc: 2\n', make: insert('/a', 'end', { d: true }, 'm'), after: 'a:\n  b: 1 # tail\n  m:\n    d: true\n# c\nc: 2\n' },
    { what: 'inserts into a list without indentation', text: 'a:\n- x\nb: 1\n', make: insert('/a', 0, { d: 1, e: 2 }), after: 'a:\n- d: 1\n  e: 2\n- x\nb: 1\n' },
    { what: 'keeps blank lines up', text: 'a: 1\n\nb: 2\n', make: insert('', 'end', 3, 'c'), after: 'a: 1\n\nb: 2\n\nc: 3\n' },
    { what: 'inserts without a final line end', text: 'a: 1', make: insert('', 'end', 3, 'c'), after: 'a: 1\nc: 3' },
    { what: 'removes a member with its comments', text: '# head\n\n# of a\na: 1 # tail\n# of b\nb: 2\n', make: remove('/a'), after: '# head\n\n# of b\nb: 2\n' },
    { what: 'removes the last line of a file without a final line end', text: 'a: 1\nb: 2', make: remove('/b'), after: 'a: 1' },
    { what: 'removes the first member on the line of a dash', text: '- a: 1\n  b: 2\n', make: remove('/0/a'), after: '- b: 2\n' },
    { what: 'keeps the comment of the member that is first now', text: '- a: 1\n  # of b\n  b: 2\n', make: remove('/0/a'), after: '-\n  # of b\n  b: 2\n' },
    { what: 'empties a block', text: 'a: # c\n  b: 1\nc: 2\n', make: remove('/a/b'), after: 'a: {} # c\nc: 2\n' },
    { what: 'empties an object of a list', text: '- a: 1\n- 2\n', make: remove('/0/a'), after: '- {}\n- 2\n' },
    { what: 'fills an empty object', text: 'a: {} # c\nb: 1\n', make: insert('/a', 'end', 1, 'x'), after: 'a: # c\n  x: 1\nb: 1\n' },
    { what: 'moves a member to another depth', text: 'a:\n  # of b\n  b: |2\n      x\n    y\n  c: 1\nd:\n  e:\n    f: 1\n', make: move('/a/b', '/d/e', 'end'), after: 'a:\n  c: 1\nd:\n  e:\n    f: 1\n    # of b\n    b: |2\n        x\n      y\n' },
    { what: 'moves an item to an object', text: 'a:\n  - x: 1\n    y: 2 # t\nb:\n  c: 1\n', make: move('/a/0', '/b', 'end', 'm'), after: 'a: []\nb:\n  c: 1\n  m:\n    x: 1\n    y: 2 # t\n' },
    { what: 'moves a member into a list', text: 'a:\n- x\nb:\n- y\n', make: move('/b', '/a', 'end'), after: 'a:\n- x\n-\n  - y\n' },
    { what: 'edits a flow object', text: 'a: {Type: Pass, Next: B} # c\n', make: set('/a/Next', 'x, y'), after: 'a: {Type: Pass, Next: "x, y"} # c\n' },
    { what: 'inserts into a flow list', text: 'a: [1, 2]\n', make: insert('/a', 1, 'x'), after: 'a: [1, x, 2]\n' },
    { what: 'removes from a flow object', text: 'a: { b: 1, c: 2 }\n', make: remove('/a/c'), after: 'a: { b: 1 }\n' },
    { what: 'moves from flow to block', text: 'a: {b: "x", c: 2}\nd:\n  e: 1\n', make: move('/a/b', '/d', 'end'), after: 'a: {c: 2}\nd:\n  e: 1\n  b: "x"\n' },
    { what: 'moves from block to flow', text: 'a: {c: 2}\nd:\n  e:\n    f: x\n  g: 1\n', make: move('/d/e', '/a', 0), after: 'a: {e: {f: x}, c: 2}\nd:\n  g: 1\n' },
    { what: 'writes like JSON in a document like JSON', text: '{\n  "a": {\n    "b": 1\n  }\n}\n', make: insert('/a', 'end', { x: true }, 'c'), after: '{\n  "a": {\n    "b": 1,\n    "c": {\n      "x": true\n    }\n  }\n}\n' },
    { what: 'keeps Windows line ends', text: 'a: 1\r\nb:\r\n  c: 2\r\n', make: insert('/b', 'end', [1], 'd'), after: 'a: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    - 1\r\n' },
    { what: 'replaces an alias', text: 'a: &x 1\nb: *x\n', make: set('/b', 2), after: 'a: &x 1\nb: 2\n' },
    { what: 'keeps an anchor that nothing repeats', text: 'a: &x 1\n', make: set('/a', { b: 1 }), after: 'a: &x\n  b: 1\n' },
    { what: 'replaces a tag with its value', text: 'a: !Ref X # c\n', make: set('/a', 'w'), after: 'a: w # c\n' },
    { what: 'keeps documents marks', text: '%YAML 1.2\n---\n# head\na: 1\n...\n', make: insert('', 'end', 2, 'b'), after: '%YAML 1.2\n---\n# head\na: 1\nb: 2\n...\n' },
    { what: 'keeps a folded text', text: 'a: one\n  two\nb: 1\n', make: rename('', 'a', 'c'), after: 'c: one\n  two\nb: 1\n' },
    { what: 'keeps a block that ends in empty lines', text: 'a: |+\n  x\n\n\nb: 1\n', make: insert('', 1, 2, 'c'), after: 'a: |+\n  x\n\n\nc: 2\nb: 1\n' },
  ])('$what', ({ text, make, after }) => {
    expect(written(text, make)).toBe(after);
  });

  it.each<{ what: string; text: string; make: Make; kind: string }>([
    { what: 'inside of an alias', text: 'a: &x {b: 1}\nc: *x\n', make: set('/c/b', 2), kind: 'through-alias' },
    { what: 'inside of what is merged', text: 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n', make: set('/c/b', 2), kind: 'through-merge' },
    { what: 'of what is repeated', text: 'a: &x {b: 1}\nc: *x\n', make: set('/a/b', 2), kind: 'anchor-in-use' },
    { what: 'that takes an anchor away', text: 'a: &x {b: 1}\nc: *x\n', make: remove('/a'), kind: 'anchor-in-use' },
  ])('refuses an edit $what, and offers a copy', ({ text, make, kind }) => {
    const tree = parseYaml(text);
    const refused = yamlWriter.write(tree, make(tree));
    expect(refused).toMatchObject({ ok: false, error: { kind } });
    const offer = refused.ok ? undefined : refused.error.offer;
    const copied = offer!.command(tree);
    const edits = copied.ok ? yamlWriter.write(tree, copied.value.ops) : copied;
    if (!edits.ok) throw new Error(edits.error.message);
    const after = applyEdits(text, edits.value);
    expect(toJson(parseYaml(after).root!)).toEqual(toJson(tree.root!));
    expect(written(after, make)).not.toContain('refused');
  });

  it('does once what is done to a value and to its aliases', () => {
    const both: Make = (tree) => [...set('/a/b', 2)(tree), ...set('/c/b', 2)(tree)];
    expect(written('a: &x {b: 1}\nc: *x\n', both)).toBe('a: &x {b: 2}\nc: *x\n');
  });
});
