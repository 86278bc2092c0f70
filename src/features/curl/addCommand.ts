import { addState } from '../../asl/commands/addState.ts';
import { freshNames } from '../../asl/commands/names.ts';
import { endOfMainPath } from '../../asl/endOfMainPath.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command, Refusal } from '../../asl/operations.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { makeUpArn } from '../../http/connectionArn.ts';
import { isJsonObject, type JsonObject } from '../../lib/Json.ts';
import type { ReadCommand } from './readCommand.ts';

/**
 * Adds the state, behind the selected one or at the end of the main path. Only on request the command's credentials are kept, as a
 * connection bound to the command's own origin. Answers why nothing was added.
 */
export function addCommand(s: EditorState, read: ReadCommand, makeConnection: boolean): Refusal | null {
  const { actions, selected, tree } = s;
  const { suggestion, existing } = read;
  const arn = makeConnection ? makeUpArn(suggestion.name, crypto.randomUUID(), s.settings.region) : (existing?.arn ?? null);
  const { state } = read.task(arn);
  const [only, ...others] = selected;
  const after = others.length === 0 && only !== undefined ? only : endOfMainPath(tree);
  const refusal = actions.apply(named(read.name, isJsonObject(state) ? state : {}, after), { origin: 'form' });
  if (refusal || !makeConnection || arn === null) return refusal;
  const { name, authorization, parameters, allowedOrigins, secrets } = suggestion;
  actions.saveConnection({ arn, name, authorization, parameters, allowedOrigins, madeUp: true }, secrets);
  return null;
}

/** The name is numbered where it is taken. */
const named = (name: string, fragment: JsonObject, after: StateId | undefined): Command => (tree) =>
  addState({ fragment, name: freshNames(tree)(name), after })(tree);
