import { lineOf } from '../asl/lines.ts';
import type { Command, Operation, Remark } from '../asl/operations.ts';
import type { StringNode } from '../asl/tree.ts';
import { err, ok } from '../lib/Result.ts';
import { embeddedIn, type Embedded } from './embedded/embeddedIn.ts';
import { assigningByExpression, assignmentsTo, namesIn, usesOf, variableIn, type Variable, type VariableUsePlace } from './variables.ts';

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
const NAME_MAX = 80;

const refuse = (kind: string, message: string) => err({ kind, message });

/**
 * Renames a variable where it is assigned and wherever it is read, in both languages. Errors: `name-invalid`, `name-too-long`, `name-taken`
 * (a variable of that name is seen from one of the places, or a function of that name is called), `name-captured` (an expression has a variable
 * of its own under that name), `no-such-variable`.
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
  const hidden = embeddedIn(tree, variable.scope.node).find((text) => namesIn(text).some(({ name }) => name === to));
  if (hidden) return refuse('name-taken', `$${to} is read on line ${lineOf(tree.text, hidden.node.offset)} and means something else there: a function of JSONata, or a variable that is set elsewhere. Choose another name.`);
  const texts = rewritten(uses, variable.name, to);
  const captured = texts.find(({ text, value, count }) => text.use === 'jsonata' && namesIn({ use: 'jsonata', node: { ...text.node, value } }).filter(({ name }) => name === to).length !== count);
  if (captured) return refuse('name-captured', `The expression on line ${lineOf(tree.text, captured.text.node.offset)} has a $${to} of its own, which would hide the variable. Choose another name.`);
  const unknown = assigningByExpression(variable.scope);
  const keys = assignments.map(({ member, name }): Operation => ({ op: 'renameKey', member, to: to + member.key.value.slice(name.length) }));
  const sets = texts.map(({ text, value }): Operation => ({ op: 'set', node: text.node, content: { kind: 'json', value } }));
  return ok({
    ops: [...keys, ...sets],
    label: `Rename $${variable.name}`,
    remarks: unknown.map(({ name }): Remark => ({ message: `Assign of "${name}" is an expression as a whole: look whether it sets $${variable.name} too.` })),
  });
};

interface Rewritten {
  readonly text: Embedded;
  readonly value: string;
  /** How often the name stands in it. */
  readonly count: number;
}

/** A text is written once, however often it reads the variable. */
function rewritten(uses: readonly VariableUsePlace[], from: string, to: string): readonly Rewritten[] {
  const byText = new Map<StringNode, { readonly text: Embedded; readonly places: number[] }>();
  for (const { text, at } of uses) byText.set(text.node, { text, places: [...(byText.get(text.node)?.places ?? []), at] });
  return [...byText.values()].map(({ text, places }) => {
    const value = places.toSorted((a, b) => b - a).reduce((now, at) => now.slice(0, at) + to + now.slice(at + from.length), text.node.value);
    return { text, value, count: places.length };
  });
}
