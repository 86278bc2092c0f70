import { noSuchState, refuse } from '../../../asl/commands/operate.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command, Operation } from '../../../asl/operations.ts';
import { memberOf, nodeAt, pointerOf, valueOf } from '../../../asl/pointer.ts';
import { findState } from '../../../asl/states.ts';
import { toJson } from '../../../asl/toJson.ts';
import { ok } from '../../../lib/Result.ts';
import { operandFor } from './choiceRules.ts';

const gone = refuse('no-such-rule', 'That rule is not there any more. Choose another one.');

/** Moves a rule: the first rule that fires wins, so their order matters. */
export const moveRule = (id: StateId, from: number, to: number): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const rules = valueOf(state.node, 'Choices');
  if (rules?.kind !== 'array' || !rules.items[from] || !rules.items[to]) return gone;
  const place = { into: rules, at: to > from ? to + 1 : to } as const;
  return ok({ ops: [{ op: 'move', part: { kind: 'item', of: rules, index: from }, place }], label: `Move rule ${from + 1} of ${state.name}` });
};

/** Another operator in the place of the old one; its value stays where it fits. */
export const changeOperator = (id: StateId, rule: number, from: string, to: string): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const member = memberOf(nodeAt(state.node, pointerOf(['Choices', rule])), from);
  if (!member) return gone;
  const old = toJson(member.value);
  const simple = typeof old === 'string' || typeof old === 'number' || typeof old === 'boolean' ? old : null;
  const now = operandFor(to, simple);
  const set: readonly Operation[] = now === simple ? [] : [{ op: 'set', node: member.value, content: { kind: 'json', value: now } }];
  return ok({ ops: [{ op: 'renameKey', member, to }, ...set], label: `Change rule ${rule + 1} of ${state.name}` });
};
