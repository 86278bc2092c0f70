import { ok } from '../../lib/Result.ts';
import { newRule } from '../newState.ts';
import type { StateId } from '../names.ts';
import type { Command, Operation } from '../operations.ts';
import { memberOf } from '../pointer.ts';
import { findState, type StateEntry } from '../states.ts';
import type { ObjectNode } from '../tree.ts';
import { leadOn } from './edges.ts';
import { asObject, endsByType, jsonContent, noSuchState, putField, refuse } from './operate.ts';
import { unreachable } from './setTarget.ts';

/**
 * Draws an arrow between two states. A Choice gets its `Default` first and then a new rule, whose condition its form completes; any
 * other state leads on there instead of where it went.
 * Errors: `no-such-state`, `not-a-state`, `ends-here`, `other-scope`.
 */
export const connect = (from: StateId, to: StateId): Command => (tree) => {
  const source = findState(tree, from);
  const target = findState(tree, to);
  if (!source || !target) return noSuchState(source ? to : from);
  const node = asObject(source);
  if (!node) return refuse('not-a-state', `"${source.name}" is no object, so nothing can follow it. Give it a "Type" in the code first.`, source.member.offset);
  if (endsByType(source.type)) {
    return refuse('ends-here', `"${source.name}" is a ${source.type} state, which ends the workflow: no arrow can leave it. Start from another state.`, source.member.offset);
  }
  if (source.scope !== target.scope) return unreachable(tree, source.scope, target.name) ?? refuse('other-scope', `"${target.name}" stands in another part of the workflow. Choose a state beside "${source.name}".`);
  const ops = source.type === 'Choice' ? fromChoice(source, node, target) : leadOn(node, target.name);
  return ok({ ops, label: `Connect ${source.name} to ${target.name}`, select: [source.id] });
};

function fromChoice(source: StateEntry, node: ObjectNode, target: StateEntry): readonly Operation[] {
  if (!memberOf(node, 'Default')) return [putField(node, 'Default', target.name)];
  const rule = newRule(source.language, target.name);
  const rules = memberOf(node, 'Choices')?.value;
  if (rules?.kind !== 'array') return [putField(node, 'Choices', [rule])];
  return [{ op: 'insert', place: { into: rules, at: 'end' }, content: jsonContent(rule) }];
}
