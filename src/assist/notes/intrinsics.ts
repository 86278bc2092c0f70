import type { IntrinsicName } from '../../expr/intrinsics/intrinsicNames.ts';

/** A function as people look it up. `args` may be missing from the end where they stand in brackets. */
export interface FunctionNote {
  readonly args: readonly string[];
  readonly says: string;
  readonly limit?: string;
}

const fn = (args: string, says: string, limit?: string): FunctionNote => ({ args: args === '' ? [] : args.split(', '), says, ...(limit !== undefined && { limit }) });

/** Source: asl-semantics.md section 5. */
export const INTRINSIC_NOTES: { readonly [name in IntrinsicName]: FunctionNote } = {
  'States.Format': fn("'{}', values…", 'Puts the values where the text says {}.', 'As many values as {}.'),
  'States.JsonToString': fn('value', 'The value as JSON text.'),
  'States.StringToJson': fn('text', 'The value that a JSON text says.'),
  'States.JsonMerge': fn('a, b, false', 'One object of two; the second wins.', 'Shallow: the third argument is always false.'),
  'States.Array': fn('values…', 'A list of the values.'),
  'States.ArrayGetItem': fn('array, index', 'One item of a list, counted from 0.', 'Fails outside the list.'),
  'States.ArrayLength': fn('array', 'How many items a list has.'),
  'States.ArrayContains': fn('array, value', 'Whether the list holds the value.'),
  'States.ArrayUnique': fn('array', 'The list without repeats.'),
  'States.ArrayPartition': fn('array, size', 'The list cut into lists of that size; the last may be shorter.'),
  'States.ArrayRange': fn('first, last, step', 'The numbers from first to last, both included.', 'At most 1,000 numbers.'),
  'States.StringSplit': fn("text, ','", 'The parts of a text between any of the characters; empty parts are left out.'),
  'States.MathAdd': fn('a, b', 'The sum of two whole numbers; fractions are rounded half up first.'),
  'States.MathRandom': fn('start, end, [seed]', 'A random whole number, start included, end not.'),
  'States.Hash': fn("value, 'SHA-256'", 'The hash in lower-case hexadecimal.', 'MD5, SHA-1, SHA-256, SHA-384 or SHA-512; up to 10,000 characters.'),
  'States.Base64Encode': fn('text', 'The text in Base64.', 'Up to 10,000 characters.'),
  'States.Base64Decode': fn('text', 'The text that a Base64 text says.', 'Up to 10,000 characters.'),
  'States.UUID': fn('', 'A random UUID, version 4.'),
};

/** Fail's ErrorPath and CausePath take only these. */
export const IN_FAIL: ReadonlySet<string> = new Set(['States.Format', 'States.JsonToString', 'States.ArrayGetItem', 'States.Base64Encode', 'States.Base64Decode', 'States.Hash', 'States.UUID']);
