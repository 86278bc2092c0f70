import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisons } from './operators.ts';

const matches = (value: string, pattern: string) => comparisons.StringMatches(value, pattern);

describe('StringMatches', () => {
  it.each([
    ['log-5.txt', '*.txt', true], ['log.txt', 'log*', true], ['', '*', true], ['', '', true], ['a', '', false],
    ['abc', 'a*c', true], ['ac', 'a*c', true], ['a', 'a*a', false], ['aa', 'a*a', true], ['aXbYb', 'a*b', true],
    ['abab', '*ab*ab', true], ['ab', '*ab*ab', false], ['a.c', 'a.c', true], ['abc', 'a.c', false], ['x\ny', 'x*y', true],
    ['a*c', 'a\\*c', true], ['abc', 'a\\*c', false], ['a\\', 'a\\\\', true],
  ])('%j against %j: %j', (value, pattern, expected) => {
    expect(matches(value, pattern)).toBe(expected);
  });

  it('ends, however many asterisks a pattern has', () => {
    expect(matches('a'.repeat(100_000), `${'*a'.repeat(40)}*b`)).toBe(false);
  });

  it('agrees with a regular expression where that ends', () => {
    const text = (letters: string, maxLength: number) => fc.array(fc.constantFrom(...letters), { maxLength }).map((list) => list.join(''));
    fc.assert(fc.property(text('ab', 8), text('ab*', 6), (value, pattern) => {
      expect(matches(value, pattern)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(value));
    }));
  });
});
