import { ok, type Result } from '../../lib/Result.ts';
import type { Pointer, StateName } from '../names.ts';
import type { Operation, Refusal } from '../operations.ts';
import { itemsOf, memberOf, parentPointer, segmentsOf, stringOf, valueOf } from '../pointer.ts';
import { referencesIn, referencesTo, type Reference } from '../references.ts';
import { indexStates, type ScopeEntry, type StateEntry } from '../states.ts';
import type { ArrayNode, ObjectNode, Tree } from '../tree.ts';
import { asObject, endsByType, putField, refuse, removeField, removeItem, setTo } from './operate.ts';

/** A way out of a state (or into a scope) on which another state can be put. */
export interface Edge {
  readonly scope: ScopeEntry;
  /** Absent for `StartAt`, and for all ways into a state at once. */
  readonly from?: StateEntry;
  /** The state that what is put here stands before in the text. */
  readonly before?: StateEntry;
  /** Null where the way ends, or leads nowhere yet. */
  readonly target: StateName | null;
  /** Operations that lead it elsewhere. */
  readonly aim: (to: StateName) => readonly Operation[];
}

/** Operations that make a state lead on, or end (`null`). `End` and `Next` change into each other where they stand. */
export function leadOn(state: ObjectNode, to: StateName | null): readonly Operation[] {
  const [wanted, other, value] = to === null ? (['End', 'Next', true] as const) : (['Next', 'End', to] as const);
  if (memberOf(state, wanted)) return [putField(state, wanted, value), ...removeField(state, other)];
  const [last, ...earlier] = state.members.filter((member) => member.key.value === other).toReversed();
  if (!last) return [putField(state, wanted, value)];
  const hidden: Operation[] = earlier.map((member) => ({ op: 'remove', part: { kind: 'member', of: state, member } }));
  return [{ op: 'renameKey', member: last, to: wanted }, setTo(last.value, value), ...hidden];
}

/** Where a state goes when nothing goes wrong and no rule fires; null where it ends or cannot say. */
export function successorOf(state: StateEntry): StateName | null {
  const field = memberOf(state.node, state.type === 'Choice' ? 'Default' : 'Next')?.value;
  return field?.kind === 'string' ? (field.value as StateName) : null;
}

/** The way that leads on from a state: `Next` or `End`, or `Default` of a Choice. */
export function edgeAfter(state: StateEntry): Result<Edge, Refusal> {
  const node = asObject(state);
  if (!node) return refuse('not-a-state', `"${state.name}" is no object, so nothing can follow it. Give it a "Type" in the code first.`, state.member.offset);
  if (endsByType(state.type)) {
    return refuse('ends-here', `"${state.name}" is a ${state.type} state, which ends the workflow: nothing can follow it. Choose the state or arrow before it.`, state.member.offset);
  }
  const aim = (to: StateName): readonly Operation[] => (state.type === 'Choice' ? [putField(node, 'Default', to)] : leadOn(node, to));
  return ok({ scope: state.scope, from: state, target: successorOf(state), aim });
}

/** The way at a field: `/StartAt`, `/States/A/Next`, `/States/A/Choices/0/Next`, `/States/A/Default`, `/States/A/Catch/0/Next`, `/States/A/End`. */
export function edgeAt(tree: Tree, field: Pointer): Result<Edge, Refusal> {
  const reference = referenceAt(tree, field);
  if (reference) {
    const { scope, found } = reference;
    const aim = (to: StateName): readonly Operation[] => [setTo(found.node, to)];
    return ok({ scope, target: found.node.value as StateName, aim, ...(found.from && { from: found.from }) });
  }
  const state = indexStates(tree).byPointer.get(parentPointer(field) ?? field);
  if (state && ['End', 'Next', 'Default'].includes(segmentsOf(field).at(-1) ?? '')) return edgeAfter(state);
  return refuse('no-such-edge', 'That arrow is not in the workflow any more. Choose another one.');
}

/** All ways into a state, but those of states that are moved there: what is put here stands before it. */
export function edgesBefore(tree: Tree, state: StateEntry, moving: ReadonlySet<StateEntry>): Edge {
  const references = referencesTo(state.scope, state.name).filter(({ from }) => !from || !moving.has(from));
  return { scope: state.scope, target: state.name, before: state, aim: (to) => references.map((reference) => setTo(reference.node, to)) };
}

export function referenceAt(tree: Tree, field: Pointer): { readonly scope: ScopeEntry; readonly found: Reference } | null {
  for (const scope of indexStates(tree).scopes) {
    const found = referencesIn(scope).find((reference) => reference.pointer === field);
    if (found) return { scope, found };
  }
  return null;
}

/**
 * Operations after which these references name nothing: a state ends instead, a rule, a `Default` or a catcher goes, and with the
 * last catcher its `Catch`. `StartAt` is left to the caller, since only that knows what may start instead.
 */
export function letGo(references: readonly Reference[], defaults: Defaults = NO_DEFAULTS): readonly Operation[] {
  const ops: Operation[] = [];
  const listed = new Map<ArrayNode, { readonly state: ObjectNode; readonly field: 'Choices' | 'Catch'; readonly gone: Set<number> }>();
  for (const { kind, from, pointer } of references) {
    const state = from && asObject(from);
    if (!state) continue;
    if (kind === 'next') ops.push(...leadOn(state, null));
    if (kind === 'default') ops.push(...removeField(state, 'Default'));
    if (kind !== 'choice' && kind !== 'catch') continue;
    const field = kind === 'choice' ? 'Choices' : 'Catch';
    const list = memberOf(state, field)?.value;
    if (list?.kind !== 'array') continue;
    const entry = listed.get(list) ?? { state, field, gone: new Set<number>() };
    entry.gone.add(Number(segmentsOf(pointer).at(-2)));
    listed.set(list, entry);
  }
  for (const [list, { state, field, gone }] of listed) {
    const all = gone.size === itemsOf(list).length;
    if (field === 'Catch' && all) ops.push(...removeField(state, 'Catch'));
    else if (all && defaultLeft(state, references, defaults) !== null) ops.push(...keptRule(list, defaultLeft(state, references, defaults)));
    else ops.push(...[...gone].map((index) => removeItem(list, index)));
  }
  return ops;
}

/** Where Choice states will lead by `Default` in the end, where that changes too. */
export type Defaults = ReadonlyMap<ObjectNode, StateName | null>;
const NO_DEFAULTS: Defaults = new Map();

function defaultLeft(state: ObjectNode, lost: readonly Reference[], defaults: Defaults): StateName | null {
  const changed = defaults.get(state);
  if (changed !== undefined) return changed;
  if (lost.some((reference) => reference.kind === 'default' && reference.from?.node === state)) return null;
  return (stringOf(state, 'Default') as StateName | undefined) ?? null;
}

/** AWS takes no Choice without rules: the first stays and leads where the others would have led anyway. */
function keptRule(list: ArrayNode, to: StateName | null): readonly Operation[] {
  const next = valueOf(list.items[0], 'Next');
  return [...(next && to !== null ? [setTo(next, to)] : []), ...list.items.slice(1).map((_, index) => removeItem(list, index + 1))];
}

/** The Choice that would keep no rule if these references were let go. */
export function choiceLeftBare(references: readonly Reference[], defaults: Defaults = NO_DEFAULTS): StateEntry | undefined {
  const rules = references.filter((reference) => reference.kind === 'choice');
  return rules.find(({ from }) => {
    if (!from || from.node.kind !== 'object' || defaultLeft(from.node, references, defaults) !== null) return false;
    return rules.filter((rule) => rule.from === from).length === itemsOf(valueOf(from.node, 'Choices')).length;
  })?.from;
}

export const needsRule = ({ name, member }: StateEntry) =>
  refuse('needs-rule', `"${name}" is a Choice and would be left without a rule. Point one of its rules at another state first, or delete "${name}" as well.`, member.offset);
