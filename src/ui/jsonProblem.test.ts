import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonProblem } from './jsonProblem.ts';

describe('jsonProblem', () => {
  it.each([
    { text: '{"a": 1\n "b": 2}', line: 2, column: 2, says: 'comma is missing between two members' },
    { text: '[1 2]', line: 1, column: 4, says: 'comma is missing between two items' },
    { text: '{"a": 1,}', line: 1, column: 9, says: 'comma stands before }' },
    { text: '[1,]', line: 1, column: 4, says: 'comma stands before ]' },
    { text: '{"a" 1}', line: 1, column: 6, says: 'colon is missing' },
    { text: '{a: 1}', line: 1, column: 2, says: 'name in double quotes' },
    { text: '{"a": yes}', line: 1, column: 7, says: 'yes is not a JSON value' },
    { text: "['a']", line: 1, column: 2, says: 'double quotes' },
    { text: '{"a": "open\n}', line: 1, column: 7, says: 'not closed on its line' },
    { text: '["\\q"]', line: 1, column: 2, says: 'must be escaped' },
    { text: '{"a": [1', line: 1, column: 9, says: 'Add ]' },
    { text: '[1}', line: 1, column: 3, says: '} closes nothing' },
    { text: '{} x', line: 1, column: 4, says: 'behind the end' },
    { text: '[01]', line: 1, column: 2, says: 'number is not written' },
    { text: '{ // no\n}', line: 1, column: 3, says: 'Comments are not allowed' },
    { text: '  ', line: 1, column: 3, says: 'nothing here yet' },
  ])('places the mistake in $text', ({ text, line, column, says }) => {
    const problem = jsonProblem(text);
    expect(problem).toMatchObject({ line, column });
    expect(problem?.message).toContain(says);
  });

  it('agrees with JSON.parse on every text', () => {
    const anyText = fc.oneof(
      fc.json(),
      fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, junk]) => json.slice(0, at % (json.length + 1)) + junk + json.slice(at % (json.length + 1))),
      fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'true', ' ', '\n', '\\', '"', '.')).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(anyText, (text) => {
      let parses = true;
      try { JSON.parse(text); } catch { parses = false; }
      const problem = jsonProblem(text);
      expect(problem === null).toBe(parses);
      if (problem) {
        expect(problem.offset).toBeLessThanOrEqual(text.length);
        expect(problem.message.length).toBeGreaterThan(10);
      }
    }), { numRuns: 2_000 });
  });

  it('takes deep nesting', () => {
    expect(jsonProblem('['.repeat(200_000))?.message).toContain('Add ]');
  });
});
