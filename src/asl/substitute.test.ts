import { describe, expect, it } from 'vitest';
import { parseJson } from './json/parseJson.ts';
import { jsonTextOf } from './jsonText.ts';
import { substitute } from './substitute.ts';

const filled = (text: string, values: { readonly [name: string]: string }): unknown => JSON.parse(jsonTextOf(substitute(parseJson(text).root!, values)));

describe('substitute', () => {
  it('fills in texts, names and bare placeholders, and leaves alone what has no value', () => {
    const text = '{"a": "arn:${Fn}:${AWS::Region}", "${Key}": 1, "b": ${Count}, "c": ${Name}, "d": "${Unknown}", "e": "{% ${\\"x\\": 1} %}"}';
    expect(filled(text, { Fn: 'f"n', 'AWS::Region': 'eu-west-1', Key: 'k', Count: '3', Name: 'Pack it' })).toEqual({
      a: 'arn:f"n:eu-west-1', k: 1, b: 3, c: 'Pack it', d: '${Unknown}', e: '{% ${"x": 1} %}',
    });
  });

  it('takes own names only', () => {
    expect(filled('{"a": "${constructor} ${__proto__}"}', {})).toEqual({ a: '${constructor} ${__proto__}' });
  });
});
