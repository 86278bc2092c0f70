import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFrom } from '../testing/documents.ts';
import type { ValueNode } from '../tree.ts';
import { parseJson } from './parseJson.ts';
import { reparseJson } from './reparseJson.ts';

const typed = fc.constantFrom('', 'x', '1', ' ', '\n', '\r', '\r\n', '"', ',', '{', '}', '[', ']', ':', '\\', '/', '//', '/*', '*/', '${Y}', '"k": 1,', '{"a": [1, {"b": "c"}]}', '\ud800', '\ufeff', '\u0001', '{"a":1,"a":2}');
const edits = fc.array(fc.record({ at: fc.nat({ max: 999 }), drop: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 }), fc.nat({ max: 40 })), text: typed }), { minLength: 1, maxLength: 6 });

const member = (node: ValueNode | null, name: string): ValueNode | undefined => (node?.kind === 'object' ? node.members.find(({ key }) => key.value === name)?.value : undefined);

describe('reparseJson', () => {
  it('A4: gives what reading all of it gives, whatever is typed where', () => {
    fc.assert(
      fc.property(fc.gen(), edits, (g, list) => {
        let { text } = documentFrom(g);
        let tree = parseJson(text);
        for (const { at, drop, text: added } of list) {
          const offset = Math.floor((at / 1_000) * (text.length + 1));
          text = text.slice(0, offset) + added + text.slice(offset + drop);
          tree = reparseJson(tree, text);
          expect(tree).toEqual(parseJson(text));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the nodes in front of the change, and reads only the brackets around it', () => {
    const before = parseJson('{ "a": { "deep": [1, 2] }, "b": { "n": 1, "rest": {} }, "c": [3] }');
    const after = reparseJson(before, before.text.replace('"n": 1', '"n": 12'));
    expect(member(after.root, 'a')).toBe(member(before.root, 'a'));
    expect(member(after.root, 'c')).toMatchObject({ offset: 62, items: [{ value: 3, offset: 63 }] });
    expect(reparseJson(after, after.text)).toBe(after);
  });

  it('says the new line of what stands behind a new one', () => {
    const before = parseJson('{\n "a": {},\n // why\n "b": 1\n}');
    expect(reparseJson(before, before.text.replace('{}', '{\n}')).problems[0]?.message).toMatch(/^Line 4 /);
  });
});
