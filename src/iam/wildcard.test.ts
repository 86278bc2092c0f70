import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, patternWith, wildcardPattern } from './wildcard.ts';

const like = (pattern: string, text: string): boolean => matches(wildcardPattern(pattern), text);

describe('wildcards', () => {
  it.each([
    ['', '', true], ['', 'a', false], ['*', '', true], ['*', 'anything', true], ['**', 'x', true], ['?', '', false], ['?', 'a', true], ['?', 'ab', false],
    ['a*', 'a', true], ['a*', 'ab/c', true], ['*a', 'ba', true], ['*a', 'ab', false], ['a*b', 'ab', true], ['a*b', 'acb', true], ['a*b', 'a', false],
    ['a*a', 'a', false], ['a*a', 'aa', true], ['*ab*', 'xxabyy', true], ['*ab*', 'xaxb', false], ['a?c*', 'abcdef', true], ['*?b?*', 'xaby', true], ['*?b?*', 'b', false],
    ['*a*b*c*', 'xxaxxbxxc', true], ['*a*b*c*', 'cba', false], ['*aab', 'aaab', true], ['*ana*', 'banana', true], ['ab*ab', 'ab', false], ['.*', 'x', false], ['[a]', 'a', false],
    [`*${'x'.repeat(40)}?z*`, `aa${'x'.repeat(40)}yzb`, true], [`*${'x'.repeat(33)}*`, 'x'.repeat(32), false], [`*${'x'.repeat(64)}*`, 'x'.repeat(64), true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(like(pattern, text)).toBe(expected);
  });

  it('agrees with a regular expression', () => {
    const letters = (...from: readonly string[]) => fc.array(fc.constantFrom(...from), { maxLength: 12 }).map((list) => list.join(''));
    fc.assert(fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(like(pattern, text)).toBe(expression.test(text));
    }), { numRuns: 500 });
  });

  it('comes to an end where backtracking would not', () => {
    const text = 'a'.repeat(200_000);
    expect(like(`${'*a'.repeat(2_000)}*b`, text)).toBe(false);
    expect(like(`*${'a?'.repeat(2_000)}b*`, text)).toBe(false);
    expect(like('a*'.repeat(5_000), text)).toBe(true);
  });
});

describe('patternWith', () => {
  const of = (pattern: string, text: string, key?: string): boolean => {
    const made = patternWith(pattern, true, (name) => (name === 'aws:username' ? key : undefined));
    return made !== null && matches(made, text);
  };
  it.each([
    ['home/${aws:username}/*', 'home/zo/x', 'zo', true], ['home/${aws:username}/*', 'home/other/x', 'zo', false], ['${aws:username}', 'anything', '*', false],
    ['${aws:username}', '*', '*', true], ['${aws:username}', '', undefined, false], ["${aws:username, 'guest'}", 'guest', undefined, true], ['a${*}b', 'a*b', undefined, true],
    ['a${*}b', 'axb', undefined, false], ['a${?}', 'a?', undefined, true], ['${$}{x}', '${x}', undefined, true],
  ])('%j on %j where the user is %j: %s', (pattern, text, user, expected) => {
    expect(of(pattern, text, user)).toBe(expected);
  });
});
