import type { FieldPath } from '../../../asl/commands/setField.ts';
import { noSuchState, refuse } from '../../../asl/commands/operate.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command } from '../../../asl/operations.ts';
import { nodeAt, pointerOf } from '../../../asl/pointer.ts';
import { findState } from '../../../asl/states.ts';
import { ok } from '../../../lib/Result.ts';

/** Moves an item of a list to the place of another: in rules, retriers and catchers the first that fits counts. Errors: `no-such-state`, `no-such-item`. */
export const moveItem = (id: StateId, path: FieldPath, from: number, to: number): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const list = nodeAt(state.node, pointerOf(path));
  if (list?.kind !== 'array' || !list.items[from] || !list.items[to]) return refuse('no-such-item', 'That entry is not there any more. Choose another one.');
  const place = { into: list, at: to > from ? to + 1 : to } as const;
  return ok({ ops: [{ op: 'move', part: { kind: 'item', of: list, index: from }, place }], label: `Move ${path.join('.')}[${from}] of ${state.name}` });
};
