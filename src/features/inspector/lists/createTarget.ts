import { addState } from '../../../asl/commands/addState.ts';
import { freshNames } from '../../../asl/commands/names.ts';
import { noSuchState } from '../../../asl/commands/operate.ts';
import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command } from '../../../asl/operations.ts';
import { findState, type StateEntry } from '../../../asl/states.ts';
import type { JsonObject } from '../../../lib/Json.ts';
import { ok } from '../../../lib/Result.ts';
import { nodeIn, textIn } from '../values.ts';

export const NEW_TARGETS = ['Pass', 'Fail', 'Succeed'] as const;
export type NewTarget = (typeof NEW_TARGETS)[number];

/** Makes a state beside this one and leads there, in one step of undo. Errors: `no-such-state` and those of `addState` and `setField`. */
export const createTarget = (id: StateId, path: FieldPath, type: NewTarget): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const name = freshNames(tree)(path[0] === 'Catch' ? `${state.name} failed` : `After ${state.name}`);
  const led = setField(id, path, name)(tree);
  if (!led.ok) return led;
  const added = addState({ name, fragment: fragmentFor(type, state, path), into: state.scope.pointer })(tree);
  return added.ok ? ok({ ops: [...led.value.ops, ...added.value.ops], label: `Add ${name}` }) : added;
};

/** A Fail behind a catcher says the same error again, where the catcher hands it on in a place that is known. */
function fragmentFor(type: NewTarget, state: StateEntry, path: FieldPath): JsonObject {
  if (type !== 'Fail') return { Type: type };
  const at = path[0] === 'Catch' ? errorPlace(state, path.slice(0, -1)) : null;
  if (at === null) return { Type: 'Fail', Error: 'Failed' };
  return state.language === 'JSONata' ? { Type: 'Fail', Error: `{% ${at}.Error %}`, Cause: `{% ${at}.Cause %}` } : { Type: 'Fail', ErrorPath: `${at}.Error`, CausePath: `${at}.Cause` };
}

function errorPlace(state: StateEntry, catcher: FieldPath): string | null {
  if (state.language === 'JSONata') return nodeIn(state, [...catcher, 'Output']) ? null : '$states.input';
  const result = nodeIn(state, [...catcher, 'ResultPath']);
  return result === null ? '$' : (textIn(state, [...catcher, 'ResultPath']) ?? null);
}
