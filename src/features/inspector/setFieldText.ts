import { replacing } from '../../asl/commands/replaceState.ts';
import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import { parseJson } from '../../asl/json/parseJson.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import { nodeAt, pointerOf } from '../../asl/pointer.ts';
import { findState } from '../../asl/states.ts';
import { toJson } from '../../asl/toJson.ts';
import { err, ok } from '../../lib/Result.ts';

/**
 * Sets a field to the JSON that was typed for it: what says the same keeps its bytes, numbers keep the spelling they were typed in.
 * Errors: those of `setField`, `broken-content` with the place in the typed text.
 */
export const setFieldText = (id: StateId, path: FieldPath, text: string): Command => (tree) => {
  const typed = parseJson(text);
  const problem = typed.problems.find((candidate) => candidate.fatal);
  if (problem) return err({ kind: 'broken-content', message: `${path.join('.')} was not changed: ${problem.message}`, offset: problem.offset });
  const state = findState(tree, id);
  const old = state && nodeAt(state.node, pointerOf(path));
  if (!old || !typed.root) return setField(id, path, typed.root ? toJson(typed.root) : undefined)(tree);
  return ok({ ops: replacing(tree, old, typed), label: `Set ${path.join('.')} of ${state.name}` });
};
