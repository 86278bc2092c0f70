import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { childrenOf } from './jsonRows.ts';
import { jsonataPathOf, jsonPathOf, type PathSegment } from './valuePath.ts';

describe('jsonPathOf', () => {
  it.each([
    [['lines', 0, 'price'], '$.ResponseBody.lines[0].price'],
    [['unit price'], "$.ResponseBody['unit price']"],
    [["it's"], "$.ResponseBody['it\\'s']"],
    [[3, 'x-id'], "$.ResponseBody[3]['x-id']"],
    [[], '$.ResponseBody'],
  ] as const)('of %j', (segments, path) => expect(jsonPathOf(segments, '$.ResponseBody')).toBe(path));
});

/** Every place in a value, with what stands there. */
function placesIn(value: Json, at: readonly PathSegment[] = []): readonly (readonly [readonly PathSegment[], Json])[] {
  return childrenOf(value).flatMap(([key, child]) => [[[...at, key], child] as const, ...placesIn(child, [...at, key])]);
}

describe('jsonataPathOf', () => {
  it.each([
    [['lines', 0, 'price'], '$states.result.ResponseBody.lines[0].price'],
    [['matrix', 0, 1], '($states.result.ResponseBody.matrix[0])[1]'],
    [['and', 'x-id'], '$states.result.ResponseBody.`and`.`x-id`'],
    [['a`b', 'c'], '$lookup($states.result.ResponseBody, "a`b").c'],
  ] as const)('of %j', (segments, path) => expect(jsonataPathOf(segments, '$states.result.ResponseBody')).toBe(path));

  it('finds what stands there, whatever the names and however lists are nested', async () => {
    const name = fc.oneof(fc.constantFrom('a', 'and', 'x-id', 'unit price', '0', 'in', 'true', 'a`b', '"', 'ä', '$', ''), fc.string({ maxLength: 4 }).filter((text) => text !== '__proto__'));
    // Not lists of one item: JSONata unpacks them on the way.
    const value = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.string({ maxLength: 3 }), fc.dictionary(name, tie('json'), { maxKeys: 3, noNullPrototype: true }), fc.array(tie('json'), { minLength: 2, maxLength: 3 })),
    })).json;
    await fc.assert(fc.asyncProperty(value, async (root) => {
      for (const [segments, there] of placesIn(root).slice(0, 12)) {
        const found: unknown = await jsonata(jsonataPathOf(segments, 'root')).evaluate({ root });
        expect(JSON.parse(JSON.stringify(found)), jsonataPathOf(segments, 'root')).toEqual(JSON.parse(JSON.stringify(there)));
      }
    }), { numRuns: 60 });
  });
});
