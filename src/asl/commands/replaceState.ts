import { ok } from '../../lib/Result.ts';
import { parseJson } from '../json/parseJson.ts';
import type { StateId } from '../names.ts';
import type { Command, Operation } from '../operations.ts';
import { findState } from '../states.ts';
import type { Tree, ValueNode } from '../tree.ts';
import { verbatimFrom } from './contents.ts';
import { difference } from './difference.ts';
import { noSuchState, refuse } from './operate.ts';

/**
 * Replaces a state by the text of its JSON editor. Members that say the same keep their bytes; where comments changed, the whole text is taken.
 * Errors: `no-such-state`, `broken-content` with the problem and its line in the given text, `not-a-state`.
 */
export const replaceState = (id: StateId, text: string): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const typed = parseJson(text);
  const problem = typed.problems.find((candidate) => candidate.fatal);
  if (problem) return refuse('broken-content', `"${state.name}" was not changed: ${problem.message}`, problem.offset);
  if (typed.root?.kind !== 'object') return refuse('not-a-state', `"${state.name}" was not changed: a state is an object with a "Type", such as { "Type": "Pass", "End": true }.`);
  return ok({ ops: replacing(tree, state.node, typed), label: `Edit ${state.name}`, select: [state.id] });
};

/** Operations that turn a value into what was typed in its place. */
export function replacing(tree: Tree, old: ValueNode, typed: Tree): readonly Operation[] {
  const { root } = typed;
  if (!root) return [];
  if (commentsIn(tree, old).join('\n') !== commentsIn(typed, root).join('\n')) return [{ op: 'set', node: old, content: verbatimFrom(typed.text, root) }];
  return difference(old, root, { content: (node) => verbatimFrom(typed.text, node), spelling: true });
}

function commentsIn(tree: Tree, node: ValueNode): readonly string[] {
  const end = node.offset + node.length;
  const inside = tree.problems.filter(({ code, offset }) => code === 'comment' && offset >= node.offset && offset < end);
  return inside.map(({ offset, length }) => tree.text.slice(offset, offset + length).replace(/\s+/g, ' '));
}
