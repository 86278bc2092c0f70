import { ok, type Result } from '../../lib/Result.ts';
import { jsonSourceOf } from '../jsonText.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Operation, Refusal } from '../operations.ts';
import type { ScopeEntry, StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { adopt } from './adopt.ts';
import { verbatimFrom } from './contents.ts';
import { freshNames } from './names.ts';
import { noSuchState } from './operate.ts';
import { outermost } from '../outermost.ts';

/**
 * Puts a copy behind each of these states, with fresh names. Arrows among the copied lead to the copies, others stay; nothing leads to the copies yet.
 * Errors: `no-such-state`.
 */
export const duplicateState = (ids: readonly StateId[]): Command => (tree) => {
  const states = outermost(tree, ids);
  const [first] = states;
  if (!first) return noSuchState(ids[0] ?? '');
  const nameFor = freshNames(tree);
  const ops: Operation[] = [];
  const select: StateId[] = [];
  for (const scope of new Set(states.map((state) => state.scope))) {
    const copies = copyIn(tree, scope, states.filter((state) => state.scope === scope), nameFor);
    if (!copies.ok) return copies;
    ops.push(...copies.value.ops);
    select.push(...copies.value.names.map((name) => name as string as StateId));
  }
  return ok({ ops, label: states.length === 1 ? `Duplicate ${first.name}` : `Duplicate ${states.length} states`, select });
};

function copyIn(tree: Tree, scope: ScopeEntry, originals: readonly StateEntry[], nameFor: (wanted: string) => StateName): Result<{ ops: readonly Operation[]; names: readonly StateName[] }, Refusal> {
  const { states } = scope;
  if (!states) return ok({ ops: [], names: [] });
  const spelt = originals.map(({ member, node }) => `${JSON.stringify(member.key.value)}: ${jsonSourceOf(tree, node)}`);
  const adopted = adopt(`{${spelt.join(',\n')}\n}`, { nameFor, targets: new Set(scope.children.map((state) => state.name)) });
  if (!adopted.ok) return adopted;
  const copies = adopted.value.states;
  const ops = copies.flatMap((copy, index): Operation[] => {
    const original = originals[index];
    if (!original) return [];
    const place = { into: states, at: states.members.indexOf(original.member) + 1 };
    return [{ op: 'insert', place, key: copy.name, content: verbatimFrom(adopted.value.tree.text, copy.node) }];
  });
  return ok({ ops, names: copies.map((copy) => copy.name) });
}
