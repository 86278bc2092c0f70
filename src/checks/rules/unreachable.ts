import { referencesFrom } from '../../asl/references.ts';
import type { ScopeEntry } from '../../asl/states.ts';
import { atName, hasUnknownMembers, isUnknown, problem, type Problem, type Rule } from '../problem.ts';

/** States that no way from `StartAt` leads to. AWS refuses none of them, but they never run. */
export const unreachable: Rule = (checked) => checked.index.scopes.flatMap(unreachableIn);

function unreachableIn(scope: ScopeEntry): readonly Problem[] {
  const start = scope.startAt?.value;
  const uncertain = scope.children.some(({ node }) => isUnknown(node) || hasUnknownMembers(node));
  if (start?.kind !== 'string' || uncertain || !scope.children.some(({ name }) => name === start.value)) return [];
  const leads = new Map<string, string[]>();
  for (const state of scope.children) {
    const targets = referencesFrom(state);
    // A target that is filled in at deployment may be any state.
    if (targets.some(({ node }) => isUnknown(node))) return [];
    leads.set(state.name, targets.map(({ node }) => node.value));
  }
  const reached = new Set([start.value]);
  // A set yields what is added while it is walked.
  for (const name of reached) for (const next of leads.get(name) ?? []) reached.add(next);
  return scope.children
    .filter(({ name }) => !reached.has(name))
    .map((state) => problem('warning', 'unreachable', atName(state), `No transition leads to ${JSON.stringify(state.name)}, so it never runs. Connect it, or delete it.`));
}
