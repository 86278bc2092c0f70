import type { TextEdit } from '../asl/operations.ts';
import type { Range } from '../asl/tree.ts';

export type SuggestionKind = 'field' | 'state' | 'value' | 'resource' | 'error' | 'function' | 'path' | 'variable' | 'snippet';

/** One thing that may be inserted at the caret. The first of a list is the one that belongs there first. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly detail?: string;
  readonly says?: string;
  /** In the notation of tab stops that editors share. */
  readonly insert: string;
  readonly replace: Range;
  /** What is compared with the source from the start of `replace` to the caret. */
  readonly filter: string;
  /** Commas around it that are missing. */
  readonly also: readonly TextEdit[];
  /** There is something to choose in what was inserted. */
  readonly again?: boolean;
}

/** What else is known while a person writes; every part may be missing. */
export interface Known {
  /** The last test's input of a state. */
  input?(state: string): unknown;
  /** What the state's task answered last, or what its mock says. */
  result?(state: string): unknown;
  /** Resources beyond those that stand here: from the catalog. */
  readonly resources?: readonly KnownResource[];
  /** Members that a resource takes, at the top or deeper inside. */
  parameters?(resource: string, inside: readonly (string | number)[]): readonly KnownParameter[] | undefined;
  /** Errors of the action of a resource. */
  errors?(resource: string): readonly string[];
}

export interface KnownResource {
  readonly arn: string;
  readonly title: string;
}

export interface KnownParameter {
  readonly name: string;
  readonly required?: boolean;
  readonly says?: string;
  /** What its value is; absent: text. */
  readonly takes?: 'object' | 'list' | 'number' | 'boolean';
}
