import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Tree, ValueNode } from '../tree.ts';
import { toJson } from '../toJson.ts';
import { MAX_DEPTH, parseJson } from './parseJson.ts';

const corpus = '../shared/corpus';
const definitions = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.asl.json')) : [];

const codes = (tree: Tree): string[] => tree.problems.map((problem) => problem.code);
const fatal = (tree: Tree): string[] => tree.problems.filter((problem) => problem.fatal).map((problem) => problem.code);
const members = (node: ValueNode | null | undefined) => (node?.kind === 'object' ? node.members : []);

describe('parseJson', () => {
  it('A1: reads what JSON.parse reads, and toJson gives the same value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const tree = parseJson(text);
        expect(fatal(tree)).toEqual([]);
        expect(tree.root && toJson(tree.root)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('A1: reports something wherever JSON.parse refuses, and never throws', () => {
    const fragment = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b', '1', '1.', '-', 'true', 'nul', '/*x*/', '// y\n', ' ', '\n', '${X}', '$', '\\', '\t', '\u0001');
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        const tree = parseJson(text);
        let strict = true;
        try {
          JSON.parse(text);
        } catch {
          strict = false;
        }
        expect(codes(tree).every((code) => code === 'duplicate-key')).toBe(strict);
        for (const problem of tree.problems) expect(problem.message).toMatch(/^\P{Cc}{20,}\.$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    { what: 'empty text', text: '', expected: ['empty'] },
    { what: 'only blanks', text: ' \n\t', expected: ['empty'] },
    { what: 'a comment', text: '// x\n{}', expected: ['comment'] },
    { what: 'a trailing comma', text: '{"a": 1,}', expected: ['trailing-comma'] },
    { what: 'a bare placeholder', text: '{"a": ${X}}', expected: ['placeholder'] },
    { what: 'duplicate keys', text: '{"a": 1, "a": 2}', expected: ['duplicate-key'] },
    { what: 'a raw tab in a text', text: '{"a": "x\ty"}', expected: ['control-character'] },
    { what: 'a lone surrogate', text: '{"a": "\ud800"}', expected: ['lone-surrogate'] },
    { what: 'a byte order mark', text: '\ufeff{}', expected: ['byte-order-mark'] },
    { what: 'a missing value', text: '{"a": }', expected: ['missing-value'] },
    { what: 'a missing colon', text: '{"a" 1}', expected: ['missing-colon'] },
    { what: 'a missing comma', text: '{"a": 1 "b": 2}', expected: ['missing-comma'] },
    { what: 'a text without end', text: '{"a": "x\n}', expected: ['unclosed-string'] },
    { what: 'an object without end', text: '{"a": 1', expected: ['unclosed-object'] },
    { what: 'an array closed by a brace', text: '{"a": [1}', expected: ['unclosed-array'] },
    { what: 'a closer too many', text: '{}}', expected: ['extra-closer'] },
    { what: 'two documents', text: '{} {}', expected: ['extra-content'] },
    { what: 'a bad escape', text: '{"a": "\\d"}', expected: ['bad-escape'] },
    { what: 'a colon in an array', text: '[:]', expected: ['bad-value'] },
    { what: 'single quotes', text: "{'a': 1}", expected: ['bad-key'] },
  ])('names $what', ({ text, expected }) => {
    expect(codes(parseJson(text))).toEqual(expected);
  });

  it('keeps duplicates, numeric names and __proto__ in order, with the spelling of numbers', () => {
    const tree = parseJson('{"b": 1.0, "1": 1e3, "__proto__": 12345678901234567890, "b": -0}');
    expect(members(tree.root).map(({ key, value }) => [key.value, value.kind === 'number' && value.spelling])).toEqual([
      ['b', '1.0'], ['1', '1e3'], ['__proto__', '12345678901234567890'], ['b', '-0'],
    ]);
  });

  it('gives a bare placeholder as a node and reads on behind it', () => {
    const tree = parseJson('{"a": ${Timeout}, "b": [${A}, ${B.c}]}');
    expect(fatal(tree)).toEqual([]);
    expect(members(tree.root)[0]?.value).toMatchObject({ kind: 'placeholder', name: 'Timeout', offset: 6, length: 10 });
    expect(members(tree.root)[1]?.value).toMatchObject({ items: [{ name: 'A' }, { name: 'B.c' }] });
  });

  it('keeps what surrounds a broken place', () => {
    const tree = parseJson('{"States": {"A": {"Type": , "Next": "B"}, "B": {"Type": "Pass"}}}');
    expect(fatal(tree)).toEqual(['missing-value']);
    expect(members(members(tree.root)[0]?.value).map((member) => member.key.value)).toEqual(['A', 'B']);
  });

  it('survives nesting of 10,000 and of a million, and names the line', () => {
    for (const depth of [10_000, 1_000_000]) {
      const tree = parseJson(`{"States":\n${'['.repeat(depth)}${']'.repeat(depth)}, "b": 1}`);
      expect(fatal(tree)).toEqual(['too-deep']);
      expect(tree.problems[0]?.message).toBe(`Line 2 nests deeper than ${MAX_DEPTH} levels, more than AWS reads. Take some of the nesting out.`);
      expect(members(tree.root).map((member) => member.key.value)).toEqual(['States', 'b']);
    }
    expect(fatal(parseJson('{"a":'.repeat(20_000)))).toContain('too-deep');
  }, 60_000);

  it('survives 5 MB, of a definition and of noise', () => {
    const big = JSON.stringify({ States: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`S${i}`, { Type: 'Pass', Comment: 'x'.repeat(80), End: true }])) });
    expect(big.length).toBeGreaterThan(5_000_000);
    expect(parseJson(big).problems).toEqual([]);
    expect(fatal(parseJson('%,:'.repeat(1_700_000))).length).toBeLessThan(2_000);
  }, 60_000);

  it.skipIf(definitions.length === 0)('reads every definition of the corpus without a fatal problem', () => {
    for (const file of definitions) {
      const tree = parseJson(readFileSync(`${corpus}/${file}`, 'utf8'));
      expect({ file, fatal: fatal(tree) }).toEqual({ file, fatal: [] });
    }
  });
});
