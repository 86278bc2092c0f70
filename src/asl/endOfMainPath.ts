import type { StateId } from './names.ts';
import { stringOf } from './pointer.ts';
import { indexStates, type ScopeEntry, type StateEntry } from './states.ts';
import type { Tree } from './tree.ts';

const onward = (state: StateEntry): string | undefined => stringOf(state.node, 'Next') ?? stringOf(state.node, 'Default');
const endsWorkflow = (state: StateEntry): boolean => state.type === 'Succeed' || state.type === 'Fail';

/**
 * The state behind which something new stands at the end of the way from `StartAt` along `Next` and `Default`. Nothing can follow a
 * Succeed or Fail, so it is the one before it. Undefined where there is no such state.
 */
export function endOfMainPath(tree: Tree): StateId | undefined {
  const machine = indexStates(tree).scopes[0];
  return machine && endOfPath(machine)?.id;
}

/** The same in any scope. */
export function endOfPath(scope: ScopeEntry): StateEntry | undefined {
  const byName = new Map(scope.children.map((state) => [state.name as string, state]));
  const seen = new Set<StateEntry>();
  let last: StateEntry | undefined;
  let next = byName.get(stringOf(scope.node, 'StartAt') ?? '');
  while (next && !seen.has(next) && !endsWorkflow(next)) {
    seen.add(next);
    last = next;
    next = byName.get(onward(next) ?? '');
  }
  return last;
}
