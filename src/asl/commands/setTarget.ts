import { ok, type Result } from '../../lib/Result.ts';
import type { Pointer, StateName } from '../names.ts';
import type { Command, Operation, Refusal } from '../operations.ts';
import { memberOf, nodeAt, parentPointer, segmentsOf } from '../pointer.ts';
import { indexStates, type ScopeEntry, type StateEntry } from '../states.ts';
import type { ObjectNode, Tree } from '../tree.ts';
import { leadOn } from './edges.ts';
import { childOf, describeScope, jsonContent, putField, putScopeField, refuse, setTo } from './operate.ts';

/**
 * Points an arrow at another state: `/StartAt`, `/States/A/Next`, `/States/A/Default`, `/States/A/Choices/0/Next`,
 * `/States/A/Catch/0/Next`, there already or not yet. Setting `Next` takes `End` away, and `/States/A/End` means the same.
 * Errors: `no-such-edge`, `no-such-target`, `other-scope`.
 */
export const setTarget = (field: Pointer, to: StateName): Command => (tree) => {
  const owner = ownerOf(tree, field);
  if (!owner) return refuse('no-such-edge', 'That arrow is not in the workflow any more. Choose another one.');
  const reason = unreachable(tree, owner.scope, to);
  if (reason) return reason;
  const target = childOf(owner.scope, to);
  return ok({ ops: aim(owner, to), label: `Point to ${to}`, ...(owner.state && target && { select: [owner.state.id] }) });
};

interface Owner {
  readonly scope: ScopeEntry;
  /** Absent for `StartAt`. */
  readonly state?: StateEntry;
  /** The object that holds the field: a scope, a state, a rule or a catcher. */
  readonly holder: ObjectNode;
  readonly field: string;
}

function ownerOf(tree: Tree, pointer: Pointer): Owner | null {
  const parent = parentPointer(pointer);
  const last = segmentsOf(pointer).at(-1) ?? '';
  const holder = parent === null ? null : nodeAt(tree, parent);
  if (parent === null || holder?.kind !== 'object') return null;
  const index = indexStates(tree);
  const scope = index.scopes.find((candidate) => candidate.pointer === parent);
  if (scope && last === 'StartAt') return { scope, holder, field: last };
  const state = index.byPointer.get(parent) ?? index.byPointer.get(parentPointer(parentPointer(parent) ?? parent) ?? parent);
  // The arrow to the end marker is that of `End`; pointing it elsewhere makes it a `Next`.
  const field = last === 'End' && state?.pointer === parent ? 'Next' : last;
  const transition = field === 'Next' || (field === 'Default' && state?.pointer === parent);
  return state && transition ? { scope: state.scope, state, holder, field } : null;
}

function aim({ state, holder, field }: Owner, to: StateName): readonly Operation[] {
  if (state && holder === state.node && field === 'Next') return leadOn(holder, to);
  if (!state) return [putScopeField(holder, field, jsonContent(to))];
  const member = memberOf(holder, field);
  return [member ? setTo(member.value, to) : holder === state.node ? putField(holder, field, to) : { op: 'insert', place: { into: holder, at: 'end' }, key: field, content: jsonContent(to) }];
}

/** Why no arrow of a scope can point to a name; null when one can. */
export function unreachable(tree: Tree, scope: ScopeEntry, to: StateName): Extract<Result<never, Refusal>, { ok: false }> | null {
  if (childOf(scope, to)) return null;
  const elsewhere = indexStates(tree).all.find((state) => state.name === to);
  if (!elsewhere) return refuse('no-such-target', `There is no state "${to}" in this workflow. Choose an existing one, or add it first.`);
  const message = `"${to}" stands ${describeScope(elsewhere.scope)}, and arrows stay within ${describeScope(scope).replace(/^(inside|at) /, '')}. Choose a state there.`;
  return refuse('other-scope', message, elsewhere.member.offset);
}
