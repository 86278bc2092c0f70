import { ok } from '../../lib/Result.ts';
import type { Pointer } from '../names.ts';
import type { Command } from '../operations.ts';
import { choiceLeftBare, letGo, needsRule, referenceAt } from './edges.ts';
import { refuse } from './operate.ts';

/**
 * Takes an arrow away: the state ends there, or the rule, the `Default` or the catcher goes with its arrow.
 * Errors: `no-such-edge`, `needs-start`, `is-end`, `needs-rule`.
 */
export const disconnect = (field: Pointer): Command => (tree) => {
  const reference = referenceAt(tree, field);
  if (!reference && field.endsWith('/End')) return refuse('is-end', 'That arrow says that the workflow ends there. Point it at a state instead of removing it.');
  if (!reference) return refuse('no-such-edge', 'That arrow is not in the workflow any more. Choose another one.');
  const { from, kind, node } = reference.found;
  if (kind === 'startAt' || !from) return refuse('needs-start', 'A workflow has to start somewhere. Point the start at another state instead of removing its arrow.', node.offset);
  const bare = choiceLeftBare([reference.found]);
  if (bare) return needsRule(bare);
  return ok({ ops: letGo([reference.found]), label: `Disconnect ${from.name} from ${node.value}`, select: [from.id] });
};
