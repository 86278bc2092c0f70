import { childPointer, memberOf, ROOT } from '../../asl/pointer.ts';
import type { ScopeEntry } from '../../asl/states.ts';
import { recognise } from '../../asl/recognise.ts';
import type { Range, Tree } from '../../asl/tree.ts';
import { didYouMean } from '../didYouMean.ts';
import { hasUnknownMembers, isUnknown, namesIn, problem, type Place, type Problem, type Rule } from '../problem.ts';

/** `StartAt` and `States` of the machine and of everything in it that has states of its own. */
export const machineShape: Rule = ({ tree, index }) => {
  const stranger = notAMachine(tree);
  if (stranger) return [stranger];
  return index.scopes.flatMap(checkScope);
};

/** The sentence is that of opening such a text: what it is instead, and where the machine is. */
function notAMachine({ root, text }: Tree): Problem | null {
  if (root === null || isUnknown(root)) return null; // an empty document is a parse problem
  if (memberOf(root, 'States') || memberOf(root, 'StartAt')) return null;
  const known = recognise(text);
  const message = 'message' in known ? known.message : 'This is no state machine: it needs StartAt and States.';
  return problem('error', 'not-a-machine', { offset: root.offset, length: Math.min(1, text.length), pointer: ROOT }, message);
}

function checkScope(scope: ScopeEntry): readonly Problem[] {
  if (hasUnknownMembers(scope.node)) return [];
  const what = scope.kind === 'machine' ? 'The state machine' : scope.kind === 'branch' ? 'The branch' : 'The ItemProcessor';
  const here: Place = { offset: scope.node.offset, length: 1, pointer: scope.pointer, ...(scope.parent && { state: scope.parent.id }) };
  const found: Problem[] = [];
  const states = memberOf(scope.node, 'States');
  if (!states) found.push(problem('error', 'missing-states', here, `${what} has no States. Add States with at least one state in it.`));
  else if (!isUnknown(states.value) && states.value.kind !== 'object') {
    found.push(problem('error', 'bad-states', { ...here, ...rangeOf(states.value), pointer: scope.statesPointer }, 'States must be an object: each member is a state under its name.'));
  } else if (scope.states?.members.length === 0) {
    found.push(problem('error', 'no-states', { ...here, ...rangeOf(states.value), pointer: scope.statesPointer }, `${what} has no states yet. Drag one onto the canvas, or write one into States.`));
  }
  return [...found, ...checkStart(scope, what, here)];
}

function checkStart(scope: ScopeEntry, what: string, here: Place): readonly Problem[] {
  const { startAt, states } = scope;
  if (!startAt) {
    const first = states?.members[0]?.key.value;
    const next = first === undefined ? 'Add StartAt with the name of the first state.' : `Add "StartAt": ${JSON.stringify(first)} or the name of another state.`;
    return [problem('error', 'missing-start-at', here, `${what} has no StartAt, so it is not known where it begins. ${next}`)];
  }
  const value = startAt.value;
  const place: Place = { ...here, ...rangeOf(value), pointer: childPointer(scope.pointer, 'StartAt') };
  if (isUnknown(value)) return [];
  if (value.kind !== 'string') return [problem('error', 'bad-start-at', place, 'StartAt must be the name of a state, as text.')];
  if (!states || states.members.length === 0) return [];
  const { all: names, uncertain } = namesIn(states);
  if (uncertain || names.has(value.value)) return [];
  return [problem('error', 'unknown-start-at', place, `StartAt names ${JSON.stringify(value.value)}, and no state of that name stands beside it.${didYouMean(value.value, names)}`)];
}

const rangeOf = ({ offset, length }: Range): Range => ({ offset, length });
