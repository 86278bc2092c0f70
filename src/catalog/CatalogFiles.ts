/** A letter (`s` string, `n` number, `b` boolean, `t` timestamp, `x` blob, `d` any JSON, `o` no members) or the number of a shape. */
export type TypeCode = string | number;
/** With the least and the most: of the value of a number, of the length of anything else. */
export type MemberCode = TypeCode | readonly [type: TypeCode, min: number | null, max?: number];
/** `Name*` must be there. */
export interface MemberCodes {
  readonly [name: string]: MemberCode;
}
export type ShapeCode = MemberCodes | readonly ['u', MemberCodes] | readonly ['l' | 'm', TypeCode] | readonly ['e', ...string[]];

/** `public/catalog/services/NAME.json`: what scripts/catalog writes. */
export interface ServiceFile {
  readonly v: 1;
  readonly service: string;
  readonly title: string;
  readonly errorPrefix: string;
  readonly from: string;
  /** Members that optimized integrations spell otherwise, by their name here. */
  readonly spelled?: { readonly [member: string]: string };
  readonly errors: readonly string[];
  readonly actions: { readonly [action: string]: readonly [request: TypeCode, response: TypeCode, errors?: readonly number[]] };
  readonly shapes: readonly ShapeCode[];
}

/** 0: shapes are known, 1: names of actions, 2: nothing. */
export type KindCode = 0 | 1 | 2;
export type ServiceRow = readonly [service: string, title: string, errorPrefix: string, kind: KindCode, actions?: string, unsupported?: string, fresh?: string];

/** `public/catalog/index.json`. */
export interface IndexFile {
  readonly v: 1;
  /** The day of AWS's table that it follows. */
  readonly documented: string;
  readonly services: readonly ServiceRow[];
}

/** `public/catalog/docs/NAME.json`: sentences, by action and by the place of a member in its shape; -1: none. */
export interface DocsFile {
  readonly v: 1;
  readonly service: string;
  readonly actions: { readonly [action: string]: number };
  readonly members: { readonly [shape: string]: readonly number[] };
  readonly texts: readonly string[];
}

/** `public/catalog/iam/NAME.json`: what IAM decides on when an action is called. */
export interface IamFile {
  readonly v: 1;
  readonly service: string;
  readonly title: string;
  /** Before the colon of its actions; `''`: not known; null: IAM does not decide on calls of this service. */
  readonly prefix: string | null;
  /** Actions that may take a role along (`iam:PassRole`), with spaces between. */
  readonly passes?: string;
  /** ARN of each kind of resource, with `${Region}` and other variables. */
  readonly resources?: { readonly [kind: string]: string };
  /** By action, the kinds of resources it is allowed on (`queue*`: always this one); an action that is missing has no name in IAM that is known. */
  readonly actions?: { readonly [action: string]: string };
  /** Actions that have other names in IAM: each name, then its kinds. */
  readonly named?: { readonly [action: string]: readonly string[] };
}

/** Where the files come from: a page's own origin, or a disk. Undefined where there is none. */
export interface CatalogFiles {
  readonly index: () => Promise<IndexFile | undefined>;
  readonly service: (name: string) => Promise<ServiceFile | undefined>;
  readonly docs: (name: string) => Promise<DocsFile | undefined>;
  readonly iam: (name: string) => Promise<IamFile | undefined>;
}
