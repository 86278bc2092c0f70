import type { Segment } from '../asl/pointer.ts';
import type { Range } from '../asl/tree.ts';

/** What stands, or is about to stand, at the caret: read from the text before it, so that half-typed text is no obstacle. */
export interface Spot {
  readonly slot: 'key' | 'value';
  /** From the root to the object or list the caret is in. */
  readonly way: readonly Segment[];
  /** Value slots: the member's name, or the item's index. */
  readonly key: Segment | null;
  /** The whole token at the caret, quotes included; empty where none is. */
  readonly token: Range;
  /** The token's text before the caret, decoded and without quotes. */
  readonly before: string;
  /** The rest of a token that is closed. */
  readonly after: string;
  readonly quoted: boolean;
  /** In single quotes, where YAML doubles them. */
  readonly single?: true;
  /** Behind dashes of YAML: how many columns further in its lines stand than the line says. */
  readonly nested?: number;
  /** Offset of the first character of the text in the source, behind the quote. */
  readonly start: number;
  /** Key slots: a colon follows, so that only the name is replaced. */
  readonly hasValue: boolean;
  /** Where a comma is missing before the caret's member or item. */
  readonly commaAt: number | null;
  /** What follows wants a comma between. */
  readonly commaAfter: boolean;
}
