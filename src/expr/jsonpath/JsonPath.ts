import type { Json } from '../../lib/Json.ts';

/** What `$` stands for: the data, the context object (`$$`) or a variable (`$name`). */
export type Root = { readonly kind: 'input' } | { readonly kind: 'context' } | { readonly kind: 'variable'; readonly name: string };

export type Segment =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'slice'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'filter'; readonly test: Filter }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly args: readonly Operand[] };

export const FUNCTION_NAMES = [
  'length', 'size', 'min', 'max', 'avg', 'stddev', 'sum', 'keys', 'concat', 'append', 'first', 'last', 'index',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** `..` before the segment: it is looked for at every depth. */
export interface Step {
  readonly descend: boolean;
  readonly segment: Segment;
}

export interface JsonPath {
  readonly text: string;
  readonly root: Root;
  readonly steps: readonly Step[];
  /** Only names and indexes: gives one value or a miss. Everything else gives a list, an empty one too. */
  readonly definite: boolean;
}

export const COMPARISONS = [
  '==', '!=', '<=', '>=', '<', '>', '=~', 'in', 'nin', 'subsetof', 'anyof', 'noneof', 'size', 'empty', 'contains', 'type',
] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type Filter =
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'exists'; readonly operand: Operand }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Operand; readonly right: Operand };

export type Operand =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  /** `of`: the element under test (`@`) or the whole document (`$`). */
  | { readonly kind: 'path'; readonly of: 'element' | 'document'; readonly steps: readonly Step[]; readonly definite: boolean };

export interface PathError {
  readonly message: string;
  /** Offset of the character in the path's text that could not be read. */
  readonly offset: number;
}

/** Several names at the very end are merged into one object, which counts as one value. */
export function isDefinite(steps: readonly Step[]): boolean {
  return steps.every(({ descend, segment }, i) => {
    if (descend) return false;
    if (segment.kind === 'names') return i === steps.length - 1;
    return segment.kind === 'name' || segment.kind === 'index' || segment.kind === 'function';
  });
}
