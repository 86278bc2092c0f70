import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replaceArns } from './replaceArns.ts';

const local = 'arn:aws:events:us-east-1:000000000000:connection/a/0a';
const real = 'arn:aws:events:eu-west-1:123456789012:connection/b/1b';

it.each([
  ['as a value', `{"ConnectionArn": "${local}"}`, `{"ConnectionArn": "${real}"}`],
  ['inside an expression', `"{% $x ? '${local}' : 'y' %}"`, `"{% $x ? '${real}' : 'y' %}"`],
  ['twice', `"${local}", "${local}"`, `"${real}", "${real}"`],
  ['never inside a longer one', `"${local}b" "${local}/x" "x${local}"`, `"${local}b" "${local}/x" "x${local}"`],
  ['an empty text', '', ''],
])('%s', (_, text, expected) => {
  expect(replaceArns(text, { [local]: real })).toBe(expected);
});

it('leaves what has no real ARN yet, and swaps two at once', () => {
  expect(replaceArns(`"${local}"`, { [local]: '' })).toBe(`"${local}"`);
  expect(replaceArns(`"${local}" "${real}"`, { [local]: real, [real]: local })).toBe(`"${real}" "${local}"`);
});

it('without anything to replace the text is the same', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(replaceArns(text, {})).toBe(text);
  }));
});
