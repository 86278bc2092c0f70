import { itemsOf, objectIn, stringOf, valueOf } from '../asl/pointer.ts';
import { indexStates, type ScopeEntry, type StateEntry } from '../asl/states.ts';
import type { Member, Range, Tree, ValueNode } from '../asl/tree.ts';
import { freeVariables } from '../expr/jsonata/freeVariables.ts';
import { embeddedIn, tokensOfText, type Embedded } from './embedded/embeddedIn.ts';
import { stringMap } from './stringMap.ts';

/** A variable: its name, and the outermost block of states that assigns it (the names inside a branch are its own). */
export interface Variable {
  readonly name: string;
  readonly scope: ScopeEntry;
}

export interface Assignment extends Variable {
  readonly state: StateEntry;
  /** In an `Assign` of the state, of a rule or of a catcher; the name may end in `.$`. */
  readonly member: Member;
}

export interface VariableUsePlace extends Range {
  readonly text: Embedded;
  /** Offset of the name, behind `$`, in the text. */
  readonly at: number;
}

const bare = (key: string, state: StateEntry): string => (state.language === 'JSONPath' ? key.replace(/\.\$$/, '') : key);

const assignBlocks = (state: StateEntry): readonly (ValueNode | undefined)[] =>
  [state.node, ...itemsOf(valueOf(state.node, 'Choices')), ...itemsOf(valueOf(state.node, 'Catch'))].map((node) => valueOf(node, 'Assign'));

/** States in a block, and inside them, whose Assign is an expression as a whole: it may set any name. */
export const assigningByExpression = (scope: ScopeEntry): readonly StateEntry[] =>
  scope.children.flatMap((state) => [...(assignBlocks(state).some((block) => block !== undefined && block.kind !== 'object') ? [state] : []), ...state.inner.flatMap(assigningByExpression)]);

function assignMembers(state: StateEntry): readonly Member[] {
  return assignBlocks(state).flatMap((block) => (block?.kind === 'object' ? block.members : []));
}

const known = new WeakMap<Tree, readonly Assignment[]>();

/** Every assignment, in document order, each with the variable it makes. */
export function assignmentsOf(tree: Tree): readonly Assignment[] {
  let all = known.get(tree);
  if (!all) known.set(tree, (all = collect(tree)));
  return all;
}

function collect(tree: Tree): readonly Assignment[] {
  const byScope = new Map<ScopeEntry, Set<string>>();
  const found = indexStates(tree).all.flatMap((state) => assignMembers(state).map((member) => ({ state, member, name: bare(member.key.value, state) })));
  for (const { state, name } of found) byScope.set(state.scope, (byScope.get(state.scope) ?? new Set()).add(name));
  return found.map((one) => ({ ...one, scope: enclosing(one.state.scope).findLast((scope) => byScope.get(scope)?.has(one.name)) ?? one.state.scope }));
}

/** A block of states and those around it, as far as variables are seen: the children of a distributed Map see none from outside. */
function enclosing(scope: ScopeEntry): readonly ScopeEntry[] {
  const distributed = scope.kind === 'processor' && stringOf(objectIn(scope.node, 'ProcessorConfig'), 'Mode') === 'DISTRIBUTED';
  return scope.parent && !distributed ? [scope, ...enclosing(scope.parent.scope)] : [scope];
}

/** The variable that a name means in a state; null where nothing that the state sees assigns it. */
export function variableIn(tree: Tree, state: StateEntry, name: string): Variable | null {
  const seen = enclosing(state.scope);
  const scopes = new Set(assignmentsOf(tree).filter((one) => one.name === name && seen.includes(one.scope)).map(({ scope }) => scope));
  const scope = seen.findLast((one) => scopes.has(one));
  return scope ? { name, scope } : null;
}

/** The variables a state may read, nearest block first. */
export function variablesSeenBy(tree: Tree, state: StateEntry): readonly string[] {
  const seen = enclosing(state.scope);
  const names = assignmentsOf(tree).filter(({ scope }) => seen.includes(scope)).toSorted((a, b) => seen.indexOf(a.scope) - seen.indexOf(b.scope)).map(({ name }) => name);
  return [...new Set(names)].filter((name) => name !== '' && name !== 'states');
}

/** The offsets of the names (without `$`) that a text reads. Of an expression that cannot be read, all that it says, but for what it binds. */
export function namesIn({ use, node }: Pick<Embedded, 'use' | 'node'>): readonly { readonly name: string; readonly at: number }[] {
  const text = node.value;
  const free = use === 'jsonata' ? freeVariables(text.slice(2, -2)) : null;
  if (free) return free.map(({ name, at }) => ({ name, at: at + 2 })).filter(({ name }) => isOwnName(name));
  const tokens = tokensOfText(use, text).filter(({ kind }) => kind === 'variable');
  const names = tokens.map(({ at, length }) => ({ name: text.slice(at + 1, at + length), at: at + 1 })).filter(({ name }) => isOwnName(name));
  if (use !== 'jsonata') return names;
  const bound = boundIn(text);
  return names.filter(({ name }) => !bound.has(name));
}

/** Neither `$`, `$$` nor `$states`. */
const isOwnName = (name: string): boolean => name !== '' && !name.startsWith('$') && name !== 'states';

/** Names that the expression binds itself: `$x := …`, `function($x)`, `@$x`, `#$i`. */
function boundIn(text: string): ReadonlySet<string> {
  const bound = new Set<string>();
  for (const [, name = ''] of text.matchAll(/\$([\p{L}\p{N}_]+)\s*:=/gu)) bound.add(name);
  for (const [, name = ''] of text.matchAll(/[@#]\s*\$([\p{L}\p{N}_]+)/gu)) bound.add(name);
  for (const [, params = ''] of text.matchAll(/(?:function|λ)\s*\(([^)]*)\)/g)) for (const [, name = ''] of params.matchAll(/\$([\p{L}\p{N}_]+)/gu)) bound.add(name);
  return bound;
}

export const isSame = (a: Variable | null, b: Variable): boolean => a !== null && a.name === b.name && a.scope === b.scope;

export const assignmentsTo = (tree: Tree, variable: Variable): readonly Assignment[] => assignmentsOf(tree).filter((one) => isSame(one, variable));

/** Every place that reads a variable. */
export function usesOf(tree: Tree, variable: Variable): readonly VariableUsePlace[] {
  return embeddedIn(tree, variable.scope.node).flatMap((text) => {
    const { state } = text.role;
    if (!state || !text.node.value.includes(`$${variable.name}`)) return [];
    const map = stringMap(tree, text.node);
    return namesIn(text)
      .filter(({ name }) => name === variable.name && isSame(variableIn(tree, state, name), variable))
      .map(({ at, name }) => ({ text, at, ...(map ? { offset: map(at), length: map(at + name.length) - map(at) } : { offset: text.node.offset, length: text.node.length }) }));
  });
}

/** The name of an assignment, without quotes and `.$`, where it stands. */
export function nameRange(tree: Tree, { member, name }: Assignment): Range {
  const quoted = /["']/.test(tree.text[member.key.offset] ?? '');
  return { offset: member.key.offset + (quoted ? 1 : 0), length: name.length };
}

export function assignmentAt(tree: Tree, offset: number): Assignment | undefined {
  return assignmentsOf(tree).find(({ member: { key } }) => key.offset <= offset && offset <= key.offset + key.length);
}

