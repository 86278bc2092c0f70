import { describe, expect, it } from 'vitest';
import { insertExpression, type InsertAt } from './insertExpression.ts';

/** `|` marks the caret. */
function inserted(marked: string, expression: string, more: Partial<InsertAt> = {}): string {
  const start = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, text: typed, select } = insertExpression(expression, { text, start, end: start, language: 'JSONPath', whole: false, ...more });
  const next = text.slice(0, from) + typed + text.slice(to);
  return `${next.slice(0, select[0])}|${next.slice(select[0])}`;
}

describe('insertExpression in JSONPath', () => {
  it.each([
    ['|', '$.a', '$.a|'],
    ['$.old|.x', '$.a', '$.a|'],
    ["States.Format('{}', |)", '$.a', "States.Format('{}', $.a|)"],
    ['{ "id": "|" }', '$.a', '{ "id.$": "$.a|" }'],
    ['{ "id.$": "$.o|ld" }', '$.a', '{ "id.$": "$.a|" }'],
    ['{ "id": | }', '$.a', '{ "id.$": "$.a"| }'],
    ['{ "id.$": | }', "$['it\\'s \"x\"']", '{ "id.$": "$[\'it\\\\\'s \\"x\\"\']"| }'],
    ['{ "id.$": "States.Format(\'{}\', |)" }', '$.a', '{ "id.$": "States.Format(\'{}\', $.a|)" }'],
  ])('%s', (before, expression, after) => expect(inserted(before, expression)).toBe(after));

  it('replaces the path of a path field', () => expect(inserted('nonsense|', '$.a', { whole: true })).toBe('$.a|'));

  it('begins a template where an expression cannot stand alone', () => {
    expect(inserted('|', "$['a b']", { member: 'a b' })).toBe('{\n  "a b.$": "$[\'a b\']"\n}|');
  });
});

describe('insertExpression in JSONata', () => {
  const jsonata = (before: string, expression = '$states.input.a') => inserted(before, expression, { language: 'JSONata' });
  it.each([
    ['|', '{% $states.input.a %}|'],
    ['{% 1 + | %}', '{% 1 + $states.input.a| %}'],
    ['{% 1 + %}|', '{% 1 +$states.input.a| %}'],
    ['{ "id": "|" }', '{ "id": "{% $states.input.a %}|" }'],
    ['{ "id": | }', '{ "id": "{% $states.input.a %}"| }'],
    ['{ "id": "{% 1 + | %}" }', '{ "id": "{% 1 + $states.input.a| %}" }'],
    ['{ "id": "No. |!" }', '{ "id": "{% \\"No. \\" & $states.input.a & \\"!\\" %}|" }'],
  ])('%s', (before, after) => expect(jsonata(before)).toBe(after));

  it('escapes quotes inside of JSON, and only there', () => {
    const odd = '$lookup($states.input, "a`b")';
    expect(jsonata('|', odd)).toBe(`{% ${odd} %}|`);
    expect(JSON.parse(jsonata('{ "id": "|" }', odd).replace('|', ''))).toEqual({ id: `{% ${odd} %}` });
  });
});
