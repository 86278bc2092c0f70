/** IAM policy documents as JSON. Source: IAM User Guide, "Grammar of the IAM JSON policy language". */
export type OneOrMore<T> = T | readonly T[];

export type ConditionValue = string | number | boolean;
export interface ConditionBlock {
  readonly [operator: string]: { readonly [key: string]: OneOrMore<ConditionValue> };
}

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Condition?: ConditionBlock;
}

export interface PolicyDocument {
  readonly Version: PolicyVersion;
  readonly Id?: string;
  readonly Statement: readonly PolicyStatement[];
}

/** Variables such as `${aws:PrincipalAccount}` exist from 2012 on; before that they are plain text. */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

export const listOf = <T>(value: OneOrMore<T> | undefined): readonly T[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
};
