import type { Result } from '../lib/Result.ts';
import type { Operation, Refusal, TextEdit } from './operations.ts';
import type { Tree } from './tree.ts';

/**
 * How one format spells operations as splices of the text. The promises P1 to P6 in SPEC.md hold for every writer; the same
 * property tests run on each.
 */
export interface Writer {
  /**
   * Edits sorted by offset that do not overlap and speak of `tree.text`. Refuses where a touched range is not intact; throws only on a
   * programmer's mistake, such as operations of another tree.
   */
  write(tree: Tree, ops: readonly Operation[]): Result<readonly TextEdit[], Refusal>;
}
