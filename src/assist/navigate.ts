import { renameState } from '../asl/commands/renameState.ts';
import type { Command } from '../asl/operations.ts';
import { referencesIn, referencesTo, type Reference } from '../asl/references.ts';
import { indexStates, stateAtOffset, type StateEntry } from '../asl/states.ts';
import type { Range, Tree } from '../asl/tree.ts';
import { embeddedIn } from './embedded/embeddedIn.ts';
import { renameVariable } from './renameVariable.ts';
import { stringMap } from './stringMap.ts';
import { assignmentAt, assignmentsTo, nameRange, namesIn, usesOf, variableIn, type Variable } from './variables.ts';

/** What stands at an offset and has a name of its own: a state, or a variable. */
export type Named =
  | { readonly kind: 'state'; readonly state: StateEntry; readonly range: Range; readonly name: string }
  | { readonly kind: 'variable'; readonly variable: Variable; readonly range: Range; readonly name: string };

const holds = (range: Range, offset: number): boolean => range.offset <= offset && offset <= range.offset + range.length;

/** Without its quotes. */
function bare(tree: Tree, range: Range): Range {
  const quoted = /["']/.test(tree.text[range.offset] ?? '') && range.length > 1;
  return quoted ? { offset: range.offset + 1, length: range.length - 2 } : range;
}

export function namedAt(tree: Tree, offset: number): Named | null {
  return stateNameAt(tree, offset) ?? variableAt(tree, offset);
}

function stateNameAt(tree: Tree, offset: number): Named | null {
  const inside = stateAtOffset(tree, offset);
  if (inside && holds(inside.member.key, offset)) return { kind: 'state', state: inside, range: bare(tree, inside.member.key), name: inside.name };
  const reference = referenceAt(tree, offset, inside);
  const state = reference?.scope.children.find(({ name }) => name === reference.node.value);
  return reference && state ? { kind: 'state', state, range: bare(tree, reference.node), name: state.name } : null;
}

function referenceAt(tree: Tree, offset: number, inside: StateEntry | null): (Reference & { readonly scope: StateEntry['scope'] }) | undefined {
  const scopes = inside ? [inside.scope, ...inside.inner] : indexStates(tree).scopes.slice(0, 1);
  for (const scope of scopes) {
    const found = referencesIn(scope).find(({ node }) => holds(node, offset));
    if (found) return { ...found, scope };
  }
  return undefined;
}

function variableAt(tree: Tree, offset: number): Named | null {
  const assigned = assignmentAt(tree, offset);
  if (assigned) return { kind: 'variable', variable: { name: assigned.name, scope: assigned.scope }, range: nameRange(tree, assigned), name: assigned.name };
  for (const text of embeddedIn(tree, { offset, length: 0 })) {
    const map = stringMap(tree, text.node);
    const { state } = text.role;
    if (!map || !state) continue;
    for (const { name, at } of namesIn(text)) {
      const range = { offset: map(at), length: map(at + name.length) - map(at) };
      const variable = holds({ offset: range.offset - 1, length: range.length + 1 }, offset) ? variableIn(tree, state, name) : null;
      if (variable) return { kind: 'variable', variable, range, name };
    }
  }
  return null;
}

/** Where it is defined: the state's name, or every assignment of the variable. */
export function definitionsOf(tree: Tree, named: Named): readonly Range[] {
  return named.kind === 'state' ? [bare(tree, named.state.member.key)] : assignmentsTo(tree, named.variable).map((one) => nameRange(tree, one));
}

/** Where it is used, its definitions left out. */
export function referencesOf(tree: Tree, named: Named): readonly Range[] {
  if (named.kind === 'state') return referencesTo(named.state.scope, named.state.name).map(({ node }) => bare(tree, node));
  return usesOf(tree, named.variable).map(({ offset, length }) => ({ offset, length }));
}

export const renameCommand = (named: Named, to: string): Command => (named.kind === 'state' ? renameState(named.state.id, to) : renameVariable(named.variable, to));
