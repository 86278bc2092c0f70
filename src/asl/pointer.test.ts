import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json/parseJson.ts';
import { lineColumn, offsetAt } from './lines.ts';
import type { Pointer } from './names.ts';
import { isIntact, memberOf, nodeAt, partAt, pointerOf, segmentsOf } from './pointer.ts';
import { toJson } from './toJson.ts';

const at = (pointer: string): Pointer => pointer as Pointer;

describe('pointers', () => {
  it('A2: survive any name', () => {
    fc.assert(fc.property(fc.array(fc.string()), (segments) => {
      expect(segmentsOf(pointerOf(segments))).toEqual(segments);
    }));
    expect(pointerOf(['States', 'a/b~c', '', 0])).toBe('/States/a~1b~0c//0');
  });

  it('find values, the last of duplicates, and nothing where there is nothing', () => {
    const tree = parseJson('{"a/b": [1, {"": 2}], "x": 1, "x": 3, "__proto__": 4}');
    const read = (pointer: string) => {
      const node = nodeAt(tree, at(pointer));
      return node && toJson(node);
    };
    expect(read('/a~1b/1/')).toBe(2);
    expect(read('/x')).toBe(3);
    expect(read('/__proto__')).toBe(4);
    expect(read('/constructor')).toBeNull();
    expect(read('/a~1b/01')).toBeNull();
    expect(read('/a~1b/2')).toBeNull();
    expect(memberOf(tree.root, 'x')?.value.offset).toBe(tree.text.lastIndexOf('3'));
    expect(partAt(tree, at('/a~1b/1'))).toMatchObject({ kind: 'item', index: 1 });
    expect(partAt(tree, at('/x'))).toMatchObject({ kind: 'member' });
    expect(partAt(tree, at(''))).toBeNull();
  });
});

describe('isIntact', () => {
  it('proves the neighbours of a broken place, not the place itself', () => {
    const tree = parseJson('{"States": {"A": {"Type": , "End": true}, "B": {"Type": "Pass"}}}');
    expect(isIntact(tree, nodeAt(tree, at('/States/B'))!)).toBe(true);
    expect(isIntact(tree, nodeAt(tree, at('/States/A'))!)).toBe(false);
    expect(isIntact(tree, nodeAt(tree, at('/States'))!)).toBe(false);
  });

  it('trusts no container where brackets do not pair, but single values still', () => {
    const tree = parseJson('{"States": {"A": {"Type": "Pass", "B": {"Type": "Pass"}}}');
    expect(isIntact(tree, nodeAt(tree, at('/States/A/B'))!)).toBe(false);
    expect(isIntact(tree, nodeAt(tree, at('/States/A/Type'))!)).toBe(true);
  });
});

describe('lineColumn', () => {
  it('A3: counts \\n, \\r\\n and \\r, and offsetAt is its inverse', () => {
    expect(lineColumn('a\r\nb\rc\nd', 3)).toEqual({ line: 2, column: 1 });
    expect(lineColumn('a\r\nb\rc\nd', 99)).toEqual({ line: 4, column: 2 });
    const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'bc')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(30), (text, offset) => {
        const inside = Math.min(offset, text.length);
        expect(offsetAt(text, lineColumn(text, inside))).toBe(inside);
      }),
    );
  });
});
