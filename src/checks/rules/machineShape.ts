import { childPointer, memberOf, objectIn, ROOT, stringOf } from '../../asl/pointer.ts';
import type { ScopeEntry } from '../../asl/states.ts';
import type { ObjectNode, Range, Tree, ValueNode } from '../../asl/tree.ts';
import { didYouMean } from '../didYouMean.ts';
import { hasUnknownMembers, isUnknown, problem, type Place, type Problem, type Rule } from '../problem.ts';

/** `StartAt` and `States` of the machine and of everything in it that has states of its own. */
export const machineShape: Rule = ({ tree, index }) => {
  const stranger = notAMachine(tree);
  if (stranger) return [stranger];
  return index.scopes.flatMap(checkScope);
};

function notAMachine({ root, text }: Tree): Problem | null {
  if (root === null || isUnknown(root)) return null; // an empty document is a parse problem
  const at = (range: Range): Place => ({ offset: range.offset, length: range.length, pointer: ROOT });
  const say = (place: Range, message: string): Problem => problem('error', 'not-a-machine', at(place), message);
  const opening = { offset: root.offset, length: Math.min(1, text.length) };
  if (root.kind !== 'object') return say(opening, `A state machine is an object with StartAt and States; this document is ${kindInWords(root)}.`);
  if (memberOf(root, 'States') || memberOf(root, 'StartAt')) return null;
  const machine = embeddedMachine(root);
  if (machine) return say(machine.key, `This is a template, not a state machine: the machine stands under ${machine.where}. Open that part as a document of its own.`);
  if (stringOf(root, 'Type') !== undefined) return say(opening, 'This is a single state. A state machine has StartAt and States around its states.');
  return say(opening, 'This is no state machine yet: it needs StartAt, which names the first state, and States, which holds the states.');
}

/** SAM and CloudFormation keep the definition inside a resource. */
function embeddedMachine(root: ObjectNode): { readonly key: Range; readonly where: string } | null {
  for (const { key, value } of objectIn(root, 'Resources')?.members ?? []) {
    const type = stringOf(value, 'Type');
    if (type !== 'AWS::Serverless::StateMachine' && type !== 'AWS::StepFunctions::StateMachine') continue;
    const properties = objectIn(value, 'Properties');
    const field = ['Definition', 'DefinitionString', 'DefinitionUri', 'DefinitionS3Location'].find((name) => memberOf(properties, name));
    return { key, where: `Resources.${key.value}.Properties${field === undefined ? '' : `.${field}`}` };
  }
  return null;
}

const kindInWords = (node: ValueNode): string => (node.kind === 'array' ? 'a list' : node.kind === 'string' ? 'a text' : node.kind === 'number' ? 'a number' : 'a single value');

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
  if (!states || states.members.length === 0 || hasUnknownMembers(states)) return [];
  const names = states.members.map((member) => member.key.value);
  if (names.includes(value.value)) return [];
  return [problem('error', 'unknown-start-at', place, `StartAt names ${JSON.stringify(value.value)}, and no state of that name stands beside it.${didYouMean(value.value, names)}`)];
}

const rangeOf = ({ offset, length }: Range): Range => ({ offset, length });
