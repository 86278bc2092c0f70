import { addState } from '../../asl/commands/addState.ts';
import { freshNames } from '../../asl/commands/names.ts';
import { setField } from '../../asl/commands/setField.ts';
import { endOfMainPath } from '../../asl/endOfMainPath.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command, Refusal } from '../../asl/operations.ts';
import { valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { toJson } from '../../asl/toJson.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { makeUpArn } from '../../http/connectionArn.ts';
import { isJsonObject, objectOf, type JsonObject } from '../../lib/Json.ts';
import { ok } from '../../lib/Result.ts';
import type { ReadCommand } from './readCommand.ts';

/** What a person chose beside the command. */
export interface CommandChoices {
  /** Keep its credentials, as a connection bound to its own origin. */
  readonly makeConnection: boolean;
  /** Fill this HTTP task; null: add a state, behind the selected one or at the end of the main path. */
  readonly fill: StateEntry | null;
}

/** Makes a task of the command, in one step of undo. Answers why nothing was changed. */
export function addCommand(s: EditorState, read: ReadCommand, { makeConnection, fill }: CommandChoices): Refusal | null {
  const { actions, selected, tree } = s;
  const { suggestion, existing } = read;
  const arn = makeConnection ? makeUpArn(suggestion.name, crypto.randomUUID(), s.settings.region) : (existing?.arn ?? null);
  const { state } = read.task(arn);
  const fragment = isJsonObject(state) ? state : {};
  const [only, ...others] = selected;
  const after = others.length === 0 && only !== undefined ? only : endOfMainPath(tree);
  const refusal = actions.apply(fill ? fillTask(fill, fragment, arn !== null) : named(read.name, fragment, after), { origin: 'form' });
  if (refusal || !makeConnection || arn === null) return refusal;
  const { name, authorization, parameters, allowedOrigins, secrets } = suggestion;
  actions.saveConnection({ arn, name, authorization, parameters, allowedOrigins, madeUp: true }, secrets);
  return null;
}

/** The request of the task becomes the command's; Retry, Catch and the way on stay. Without a connection of its own it keeps the one it has. */
export const fillTask = (entry: StateEntry, fragment: JsonObject, connected: boolean): Command => (tree) => {
  const field = entry.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const given = fragment[field];
  const fields = isJsonObject(given) ? Object.entries(given) : [];
  const node = valueOf(entry.node, field);
  const before = node === undefined ? undefined : toJson(node);
  const own = isJsonObject(before) ? Object.entries(before).filter(([name]) => CONNECTION_FIELD.test(name)) : [];
  const keepsOwn = !connected && own.length > 0;
  const made = setField(entry.id, [field], objectOf(keepsOwn ? fields.flatMap((one) => (CONNECTION_FIELD.test(one[0]) ? own : [one])) : fields))(tree);
  return made.ok ? ok({ ...made.value, label: `Fill ${entry.name} from a cURL command` }) : made;
};

const CONNECTION_FIELD = /^(?:InvocationConfig|Authentication)(?:\.\$)?$/;

/** The name is numbered where it is taken. */
const named = (name: string, fragment: JsonObject, after: StateId | undefined): Command => (tree) =>
  addState({ fragment, name: freshNames(tree)(name), after })(tree);
