import type { Command, Operation } from '../asl/operations.ts';
import type { StringNode } from '../asl/tree.ts';
import { err, ok } from '../lib/Result.ts';
import { assignmentsTo, usesOf, variableIn, type Variable, type VariableUsePlace } from './variables.ts';

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
const NAME_MAX = 80;

const refuse = (kind: string, message: string) => err({ kind, message });

/**
 * Renames a variable where it is assigned and wherever it is read, in both languages. Errors: `name-invalid`, `name-too-long`, `name-taken`
 * (a variable of that name is seen from one of the places), `no-such-variable`.
 */
export const renameVariable = (variable: Variable, to: string): Command => (tree) => {
  if (!IDENTIFIER.test(to)) return refuse('name-invalid', `"${to}" cannot be the name of a variable. Use letters, digits and underscores, and begin with a letter or an underscore.`);
  if (to === 'states') return refuse('name-invalid', '"states" is reserved: $states holds the input, the result and the context. Choose another name.');
  if (to.length > NAME_MAX) return refuse('name-too-long', `The name of a variable has up to ${NAME_MAX} characters; this one has ${to.length}.`);
  const assignments = assignmentsTo(tree, variable);
  if (assignments.length === 0) return refuse('no-such-variable', `Nothing assigns a variable $${variable.name} here any more.`);
  if (to === variable.name) return ok({ ops: [], label: `Rename $${to}` });
  const uses = usesOf(tree, variable);
  const states = [...assignments.map(({ state }) => state), ...uses.flatMap(({ text }) => text.role.state ?? [])];
  const taken = states.find((state) => variableIn(tree, state, to) !== null);
  if (taken) return refuse('name-taken', `"${taken.name}" sees a variable $${to} already. Choose another name.`);
  const keys = assignments.map(({ member, name }): Operation => ({ op: 'renameKey', member, to: to + member.key.value.slice(name.length) }));
  return ok({ ops: [...keys, ...rewritten(uses, variable.name, to)], label: `Rename $${variable.name}` });
};

/** A text is written once, however often it reads the variable. */
function rewritten(uses: readonly VariableUsePlace[], from: string, to: string): readonly Operation[] {
  const byNode = new Map<StringNode, number[]>();
  for (const { text, at } of uses) byNode.set(text.node, [...(byNode.get(text.node) ?? []), at]);
  return [...byNode].map(([node, places]): Operation => {
    const value = places.toSorted((a, b) => b - a).reduce((text, at) => text.slice(0, at) + to + text.slice(at + from.length), node.value);
    return { op: 'set', node, content: { kind: 'json', value } };
  });
}
