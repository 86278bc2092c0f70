export const INTRINSIC_NAMES = [
  'States.Array', 'States.ArrayPartition', 'States.ArrayContains', 'States.ArrayRange', 'States.ArrayGetItem', 'States.ArrayLength',
  'States.ArrayUnique', 'States.Base64Encode', 'States.Base64Decode', 'States.Hash', 'States.JsonMerge', 'States.StringToJson',
  'States.JsonToString', 'States.MathRandom', 'States.MathAdd', 'States.StringSplit', 'States.Format', 'States.UUID',
] as const;
export type IntrinsicName = (typeof INTRINSIC_NAMES)[number];
