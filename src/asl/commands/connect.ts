import { ok } from '../../lib/Result.ts';
import type { StateId } from '../names.ts';
import type { Command } from '../operations.ts';
import { findState } from '../states.ts';
import { arrowFrom, type ArrowKind } from './arrows.ts';
import { noSuchState, refuse } from './operate.ts';
import { unreachable } from './setTarget.ts';

/**
 * Draws an arrow between two states. Unless a kind is said, a Choice gets its `Default` first and then a new rule, whose condition its form
 * completes; any other state leads on there instead of where it went.
 * Errors: `no-such-state`, `not-a-state`, `ends-here`, `other-scope`, `cannot-catch`, `no-choice`, `is-choice`.
 */
export const connect = (from: StateId, to: StateId, as?: ArrowKind): Command => (tree) => {
  const source = findState(tree, from);
  const target = findState(tree, to);
  if (!source || !target) return noSuchState(source ? to : from);
  const arrow = arrowFrom(source, as);
  if (!arrow.ok) return arrow;
  if (source.scope !== target.scope) return unreachable(tree, source.scope, target.name) ?? refuse('other-scope', `"${target.name}" stands in another part of the workflow. Choose a state beside "${source.name}".`);
  return ok({ ops: arrow.value(target.name), label: `Connect ${source.name} to ${target.name}`, select: [source.id] });
};
