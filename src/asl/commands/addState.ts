import type { JsonObject } from '../../lib/Json.ts';
import { ok, type Result } from '../../lib/Result.ts';
import { NEW_STATE_NAMES, newState, type NewStateType } from '../newState.ts';
import type { Pointer, QueryLanguage, StateId, StateName } from '../names.ts';
import type { Command, Content, Refusal } from '../operations.ts';
import { machineLanguage } from '../states.ts';
import type { Tree } from '../tree.ts';
import { contentFrom, memberContents } from './contents.ts';
import { checkName, freshNames } from './names.ts';
import { endsByType, jsonContent } from './operate.ts';
import { adopt } from './adopt.ts';
import { insertStates, landingOf, type Landing, type Target } from './placement.ts';

export interface AddState extends Target {
  /** What the palette offers, or `fragment`. */
  readonly type?: NewStateType | undefined;
  /** A state as JSON; states inside it get fresh names where theirs are taken. */
  readonly fragment?: JsonObject | undefined;
  /** Chosen by a person; without it one is made up. */
  readonly name?: string | undefined;
  /** The machine's, when nothing is said. */
  readonly language?: QueryLanguage | undefined;
  readonly after?: StateId | undefined;
  readonly onEdge?: Pointer | undefined;
  readonly into?: Pointer | undefined;
}

type Named = readonly (readonly [string, Content])[];

/**
 * Adds one state. On an arrow, or behind a state, it takes over where that led: the old target becomes its `Next` (the `Default` of a
 * Choice), an old end its `End`. Elsewhere it stands unconnected; in an empty scope it becomes the start.
 * Errors: `name-empty`, `name-too-long`, `name-taken`, `no-such-state`, `no-such-edge`, `no-such-scope`, `ends-here`, `empty-document`.
 */
export const addState = (what: AddState): Command => (tree) => {
  const landing = landingOf(tree, what);
  if (!landing.ok) return landing;
  const nameFor = freshNames(tree);
  const name = chosenName(tree, what, nameFor);
  if (!name.ok) return name;
  const fields = fieldsFor(tree, what, nameFor);
  if (!fields.ok) return fields;
  const members = withTransition(fields.value, landing.value);
  const ops = insertStates(landing.value, [{ name: name.value, content: { kind: 'object', members } }], name.value);
  return ok({ ops, label: `Add ${name.value}`, select: [name.value as string as StateId] });
};

function chosenName(tree: Tree, { name, type, fragment }: AddState, nameFor: (wanted: string) => StateName): Result<StateName, Refusal> {
  if (name !== undefined) return checkName(tree, name);
  const written = typeof fragment?.['Type'] === 'string' ? fragment['Type'] : 'State';
  return ok(nameFor(fragment ? written : NEW_STATE_NAMES[type ?? 'Pass']));
}

function fieldsFor(tree: Tree, { type = 'Pass', fragment, language }: AddState, nameFor: (wanted: string) => StateName): Result<Named, Refusal> {
  if (!fragment) return ok(memberContents(newState(type, language ?? machineLanguage(tree), nameFor)));
  const adopted = adopt(JSON.stringify({ state: fragment }), { nameFor, targets: new Set(), keepNames: true });
  if (!adopted.ok) return adopted;
  const content = adopted.value.states[0] && contentFrom(adopted.value.states[0].node);
  return ok(content?.kind === 'object' ? content.members : []);
}

/** What the state says about where to go on: what stood there before, in the words of its type. */
function withTransition(members: Named, { edge }: Landing): Named {
  const type = members.find(([key]) => key === 'Type')?.[1];
  const named = type?.kind === 'json' && typeof type.value === 'string' ? type.value : undefined;
  const own = members.filter(([key]) => key !== 'Next' && key !== 'End');
  if (endsByType(named)) return own;
  const target = edge?.target ?? null;
  if (named === 'Choice') {
    if (target === null) return own;
    return [...own.filter(([key]) => key !== 'Default'), ['Default', jsonContent(target)]];
  }
  return [...own, target === null ? ['End', jsonContent(true)] : ['Next', jsonContent(target)]];
}
