import { ok, type Result } from '../../lib/Result.ts';
import { isStateType } from '../fields.ts';
import { rangeEnd } from '../intact.ts';
import { parseJson } from '../json/parseJson.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Refusal, Remark } from '../operations.ts';
import { memberOf, stringOf } from '../pointer.ts';
import type { StateEntry } from '../states.ts';
import type { ValueNode } from '../tree.ts';
import { adopt, type Adopted } from './adopt.ts';
import { verbatimFrom } from './contents.ts';
import { freshNames } from './names.ts';
import { refuse } from './operate.ts';
import { insertStates, landingOf, type Target } from './placement.ts';

/**
 * Adds states from a text: one state, an object of states by name, or the `States` of a whole machine. Arrows among them are kept, those that
 * would lead nowhere are let go, and named. On an arrow, or behind a state, they are put in its way: what ended, or went on outside of them, goes on to where that led.
 * Errors: those of `addState`, `broken-content` with the line in the given text, `no-states`.
 */
export const pasteStates = (text: string, target: Target = {}): Command => (tree) => {
  const landing = landingOf(tree, target);
  if (!landing.ok) return landing;
  const pasted = statesIn(text);
  if (!pasted.ok) return pasted;
  const { edge, scope } = landing.value;
  const targets = new Set<string>(scope.children.map((state) => state.name));
  const adopted = adopt(pasted.value.states, { nameFor: freshNames(tree), targets, ...(edge && { onwards: edge.target }) });
  if (!adopted.ok) return adopted;
  const { states } = adopted.value;
  const entry = states[pasted.value.start] ?? states[0];
  if (!entry) return nothingThere();
  const incoming = states.map((state) => ({ name: state.name, content: verbatimFrom(adopted.value.tree.text, state.node) }));
  const label = states.length === 1 ? `Paste ${entry.name}` : `Paste ${states.length} states`;
  return ok({ ops: insertStates(landing.value, incoming, entry.name), label, select: states.map(idOf), remarks: remarksOn(adopted.value) });
};

function remarksOn({ lost, renamed }: Adopted): readonly Remark[] {
  const arrows = lost.map(({ from, to }) => `"${from}" to "${to}"`);
  return [
    ...(arrows.length > 0 ? [{ message: `Left out, as nothing of that name stands there: ${arrows.join(', ')}.` }] : []),
    ...(renamed.length > 0 ? [{ message: `Renamed, as the name was taken: ${renamed.map(({ from, to }) => `"${from}" is "${to}"`).join(', ')}.` }] : []),
  ];
}

const idOf = (state: StateEntry): StateId => state.name as string as StateId;

const nothingThere = () => refuse('no-states', 'There is no state in the pasted text. Paste a state such as { "Type": "Pass", "End": true }, an object of states by name, or a whole definition.');

interface Pasted {
  /** An object of states by name, as text. */
  readonly states: string;
  /** Index of the state they start with. */
  readonly start: number;
}

function statesIn(text: string): Result<Pasted, Refusal> {
  // A member copied out of the code, `"Pack": { … },`, is taken as the object it stood in.
  const member = /^\s*"/.test(text);
  const wrapped = member ? `{${text.trimEnd().replace(/,$/, '')}\n}` : text;
  const { root, problems } = parseJson(wrapped);
  const problem = problems.find((candidate) => candidate.fatal);
  if (problem) return refuse('broken-content', `The pasted text cannot be read: ${problem.message}`, problem.offset);
  if (root?.kind !== 'object' || root.members.length === 0) return nothingThere();
  const slice = (node: ValueNode): string => wrapped.slice(node.offset, rangeEnd(node));
  const states = memberOf(root, 'States')?.value;
  if (states?.kind === 'object' && states.members.length > 0) {
    const start = states.members.findIndex((state) => state.key.value === stringOf(root, 'StartAt'));
    return ok({ states: slice(states), start: Math.max(0, start) });
  }
  const type = stringOf(root, 'Type');
  if (type !== undefined) {
    const name: StateName = (isStateType(type) ? type : 'State') as string as StateName;
    return ok({ states: `{${JSON.stringify(name)}: ${slice(root)}}`, start: 0 });
  }
  const allStates = root.members.every((candidate) => stringOf(candidate.value, 'Type') !== undefined);
  return allStates ? ok({ states: slice(root), start: 0 }) : nothingThere();
}
