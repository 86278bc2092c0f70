import { ok, type Result } from '../../lib/Result.ts';
import { isLegalField, placeInState } from '../fields.ts';
import { isHttpResource } from '../httpResource.ts';
import { newRule, newScope, newState, type NewStateType } from '../newState.ts';
import type { StateId, StateName, StateType } from '../names.ts';
import type { Command, Content, Operation, Refusal, Remark } from '../operations.ts';
import { itemsOf, memberOf, stringOf, valueOf } from '../pointer.ts';
import { findState, type StateEntry } from '../states.ts';
import type { ObjectNode, Tree } from '../tree.ts';
import { leadOn, successorOf } from './edges.ts';
import { memberContents, verbatimFrom } from './contents.ts';
import { freshNames } from './names.ts';
import { asObject, endsByType, jsonContent, noSuchState, putField, refuse, removeField } from './operate.ts';

/**
 * Makes a state one of another type under its name. What the new type has too is kept (Comment, InputPath, Assign, Retry, Catch, where it leads …), what
 * it needs is filled in, the rest goes and is named.
 * Errors: `no-such-state`, `not-a-state`, `already-there`, `holds-states`, `needs-target`.
 */
export const turnInto = (id: StateId, kind: NewStateType): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const node = asObject(state);
  if (!node) return refuse('not-a-state', `"${state.name}" is no object. Give it a "Type" in the code first.`, state.member.offset);
  if (kindOf(state) === kind) return refuse('already-there', `"${state.name}" is a ${kind === 'Http' ? 'HTTP task' : kind} already. Choose another type.`, state.member.offset);
  const type: StateType = kind === 'Http' ? 'Task' : kind;
  const inside = insideFor(tree, state, type);
  if (!inside.ok) return inside;
  const way = wayFor(state, node, type);
  if (!way.ok) return way;
  const gone = leaving(state, node, type);
  const filled = needed(tree, state, kind, inside.value);
  const own = filled.filter(([field]) => !memberOf(node, field) || gone.includes(field));
  const replaced = own.filter(([field]) => memberOf(node, field));
  const ops: Operation[] = [
    putField(node, 'Type', type),
    ...gone.filter((field) => !replaced.some(([name]) => name === field)).flatMap((field) => removeField(node, field)),
    ...own.map(([field, content]) => put(node, field, content)),
    ...way.value,
  ];
  return ok({ ops, label: `Turn ${state.name} into ${ARTICLE[kind]}`, select: [state.id], remarks: whatGoes(state, gone, replaced.map(([field]) => field)), then: withoutConfig(state.id, type) });
};

const ARTICLE: { readonly [K in NewStateType]: string } = {
  Task: 'a Task', Http: 'an HTTP task', Pass: 'a Pass', Choice: 'a Choice', Wait: 'a Wait', Succeed: 'a Succeed', Fail: 'a Fail', Parallel: 'a Parallel', Map: 'a Map',
};

/** What the palette would call it. */
export const kindOf = ({ type, node }: StateEntry): string | undefined => (type === 'Task' && isHttpResource(stringOf(node, 'Resource') ?? '') ? 'Http' : type);

/** Where it leads is not a matter of fields that stay or go. */
const WAYS: ReadonlySet<string> = new Set(['Type', 'Next', 'End', 'Default', 'Choices', 'Branches', 'ItemProcessor', 'Iterator']);
const WORK: ReadonlySet<string> = new Set(['Resource', 'Parameters', 'Arguments', 'OutputPath', 'Output', 'ResultSelector', 'Credentials']);

function leaving({ type: old, language }: StateEntry, node: ObjectNode, type: StateType): readonly string[] {
  const fields = [...new Set(node.members.map((member) => member.key.value))].filter((field) => !WAYS.has(field));
  // Another service wants another request and answers another way.
  const otherWork = old === 'Task' && type === 'Task';
  return fields.filter((field) => !isLegalField(type, language, field) || (otherWork && WORK.has(field)));
}

type Fields = readonly (readonly [string, Content])[];

/** Fields that the new type must have, as a new state has them. */
function needed(tree: Tree, state: StateEntry, kind: NewStateType, inside: Fields): Fields {
  if (kind === 'Parallel' || kind === 'Map') return inside;
  const waits = ['SecondsPath', 'Timestamp', 'TimestampPath'].some((field) => memberOf(state.node, field));
  return memberContents(newState(kind, state.language, freshNames(tree))).filter(([field]) => !WAYS.has(field) && !(field === 'Seconds' && waits));
}

/** Branches and processors turn into each other, their text kept; a state that holds others turns into nothing that cannot. */
function insideFor(tree: Tree, state: StateEntry, type: StateType): Result<Fields, Refusal> {
  const [scope, ...others] = state.inner;
  const count = state.inner.reduce((sum, inner) => sum + inner.children.length, 0);
  if (type !== 'Parallel' && type !== 'Map') {
    if (count === 0) return ok([]);
    return refuse('holds-states', `"${state.name}" holds ${count === 1 ? 'a state' : `${count} states`}, and a ${type} holds none. Unwrap it, or move them out first.`, state.member.offset);
  }
  if (type === 'Map' && others.length > 0) return refuse('holds-states', `"${state.name}" has ${state.inner.length} branches, and a Map holds one path. Remove all but one of them first.`, state.member.offset);
  const inner: Content = scope ? verbatimFrom(tree.text, scope.node) : jsonContent(newScope(freshNames(tree)));
  return ok([type === 'Parallel' ? ['Branches', { kind: 'array', items: [inner] }] : ['ItemProcessor', inner]]);
}

function put(node: ObjectNode, field: string, content: Content): Operation {
  const member = memberOf(node, field);
  return member ? { op: 'set', node: member.value, content } : { op: 'insert', place: placeInState(node, field), key: field, content };
}

/** A branch has no `ProcessorConfig`, which the processor that it was may have had. */
const withoutConfig = (id: StateId, type: StateType): Command => (tree) => {
  const scope = findState(tree, id)?.inner[0];
  return ok({ ops: type === 'Parallel' && scope ? removeField(scope.node, 'ProcessorConfig') : [], label: '' });
};

/** `Next`, `End`, `Default` and rules in the words of the new type. */
function wayFor(state: StateEntry, node: ObjectNode, type: StateType): Result<readonly Operation[], Refusal> {
  const dropped = [...WAYS].filter((field) => field !== 'Type' && !isLegalField(type, state.language, field)).flatMap((field) => removeField(node, field));
  const next = successorOf(state) ?? (stringOf(itemsOf(valueOf(node, 'Choices'))[0], 'Next') as StateName | undefined) ?? null;
  if (endsByType(type)) return ok(dropped);
  if (type === 'Choice') {
    if (next === null) return refuse('needs-target', `"${state.name}" leads nowhere, and a Choice must lead to a state. Connect it first.`, state.member.offset);
    return ok([...dropped, putField(node, 'Choices', [newRule(state.language, next)]), putField(node, 'Default', next)]);
  }
  if (state.type === 'Choice' || endsByType(state.type) || (!memberOf(node, 'Next') && !memberOf(node, 'End'))) return ok([...dropped, ...leadOn(node, next)]);
  return ok(dropped);
}

function whatGoes(state: StateEntry, gone: readonly string[], replaced: readonly string[]): readonly Remark[] {
  const fields = [...gone.filter((field) => !replaced.includes(field)), ...(state.type === 'Choice' ? ['its rules'] : [])];
  const said = [...(fields.length > 0 ? [`${fields.join(', ')} went, as the new type has none.`] : []), ...(replaced.length > 0 ? [`${replaced.join(', ')} began anew.`] : [])];
  return said.length === 0 ? [] : [{ message: said.join(' '), at: { pointer: state.pointer } }];
}
