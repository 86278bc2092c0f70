import type { IntrinsicName } from './intrinsicNames.ts';

/** How many arguments each function takes, least and most. Source: asl-semantics.md, intrinsic functions. */
export const INTRINSIC_ARITY: { readonly [N in IntrinsicName]: readonly [least: number, most: number] } = {
  'States.Array': [0, Number.POSITIVE_INFINITY], 'States.ArrayPartition': [2, 2], 'States.ArrayContains': [2, 2], 'States.ArrayRange': [3, 3],
  'States.ArrayGetItem': [2, 2], 'States.ArrayLength': [1, 1], 'States.ArrayUnique': [1, 1], 'States.Base64Encode': [1, 1], 'States.Base64Decode': [1, 1],
  'States.Hash': [2, 2], 'States.JsonMerge': [3, 3], 'States.StringToJson': [1, 1], 'States.JsonToString': [1, 1], 'States.MathRandom': [2, 3],
  'States.MathAdd': [2, 2], 'States.StringSplit': [2, 2], 'States.Format': [1, Number.POSITIVE_INFINITY], 'States.UUID': [0, 0],
};
