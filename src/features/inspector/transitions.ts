import { leadOn } from '../../asl/commands/edges.ts';
import { noSuchState, refuse } from '../../asl/commands/operate.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import { findState, type ScopeEntry, type StateEntry } from '../../asl/states.ts';
import { ok } from '../../lib/Result.ts';
import type { SelectOption } from '../../ui/SelectField.tsx';

/** Lets a state end here, in place of its `Next`. */
export const endHere = (id: StateId): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  if (state.node.kind !== 'object') return refuse('not-a-state', `"${state.name}" is no object. Give it a "Type" in the code first.`, state.member.offset);
  return ok({ ops: leadOn(state.node, null), label: `End after ${state.name}` });
};

export const END = 'end';
/** A state may be called `end`. */
export const targetValue = (name: string): string => `state:${name}`;
export const nameIn = (value: string): string => value.slice('state:'.length);

export function endLabel(scope: ScopeEntry): string {
  if (scope.kind === 'machine') return 'End of the workflow';
  return scope.kind === 'branch' ? 'End of the branch' : 'End of the item';
}

/** The states that an arrow of this scope may lead to; a name that is written and leads nowhere is among them, so that it shows. */
export function targetOptions(scope: ScopeEntry, written: string | undefined): readonly SelectOption[] {
  const options = scope.children.map((state) => ({ value: targetValue(state.name), label: state.name === '' ? '(no name)' : state.name, description: state.type }));
  const lost = written !== undefined && !scope.children.some((state) => state.name === written);
  return lost ? [...options, { value: targetValue(written), label: written, description: 'No such state here' }] : options;
}

/** Why the written target leads nowhere; null when it leads somewhere. */
export function targetProblem(scope: ScopeEntry, written: string | undefined): string | null {
  if (written === undefined || scope.children.some((state) => state.name === written)) return null;
  return `There is no state “${written}” beside this one. Choose another one, or add it.`;
}

/** Another state of the scope that a new rule may lead to. */
export const someTarget = (entry: StateEntry): string | undefined =>
  (entry.scope.children.find((state) => state.id !== entry.id) ?? entry).name;
