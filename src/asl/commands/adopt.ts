import { ok, type Result } from '../../lib/Result.ts';
import { parseJson } from '../json/parseJson.ts';
import type { StateName } from '../names.ts';
import type { Operation, Refusal } from '../operations.ts';
import { patch } from '../patch.ts';
import { memberOf } from '../pointer.ts';
import { referencesIn, type Reference } from '../references.ts';
import { indexStates, type ScopeEntry, type StateEntry } from '../states.ts';
import { applyEdits } from '../textEdits.ts';
import type { Tree } from '../tree.ts';
import { leadOn, letGo } from './edges.ts';
import { endsByType, refuse, setTo } from './operate.ts';

export interface AdoptRules {
  /** Gives a name that is free in the document. */
  readonly nameFor: (wanted: string) => StateName;
  /** Names at the new place that arrows may keep pointing to; other arrows out of the group are let go. */
  readonly targets: ReadonlySet<string>;
  /** Where what ended, or went elsewhere by its `Next`, leads on to at the new place (null: it ends). Absent: `Next` is treated as other arrows. */
  readonly onwards?: StateName | null | undefined;
  /** Only states inside get new names; the outermost are named by the caller. */
  readonly keepNames?: boolean;
}

export interface Adopted {
  /** The states in their new spelling, to slice from. */
  readonly tree: Tree;
  readonly states: readonly StateEntry[];
  /** Arrows that were let go, by names at the new place. */
  readonly lost: readonly { readonly from: string; readonly to: string }[];
  /** Outermost states that got another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Makes states from elsewhere fit a document: unique names, arrows among them kept, arrows that would lead nowhere let go. The work is done on
 * their own text (an object of states by name), so their spelling and comments survive.
 */
export function adopt(statesText: string, rules: AdoptRules): Result<Adopted, Refusal> {
  let tree = parseJson(`{"States": ${statesText}\n}`);
  const problem = tree.problems.find((candidate) => candidate.fatal);
  if (problem) return refuse('broken-content', `The new text cannot be read: ${problem.message}`);
  const before = indexStates(tree).scopes[0]?.children.map((state) => state.name) ?? [];
  const renamed = rewrite(tree, indexStates(tree).scopes.flatMap((scope) => renames(tree, scope, rules)));
  if (!renamed.ok) return renamed;
  tree = renamed.value;
  const group = indexStates(tree).scopes[0];
  if (!group) return ok({ tree, states: [], lost: [], renamed: [] });
  const { ops, lost } = settle(tree, group, rules);
  const settled = rewrite(tree, ops);
  if (!settled.ok) return settled;
  const states = indexStates(settled.value).scopes[0]?.children ?? [];
  const names = states.flatMap(({ name: to }, index) => (before[index] === undefined || before[index] === to ? [] : [{ from: before[index], to }]));
  return ok({ tree: settled.value, states, lost: lost.map(({ from, node }) => ({ from: from?.name ?? '', to: node.value })), renamed: names });
}

function rewrite(tree: Tree, ops: readonly Operation[]): Result<Tree, Refusal> {
  if (ops.length === 0) return ok(tree);
  const edits = patch(tree, ops);
  return edits.ok ? ok(parseJson(applyEdits(tree.text, edits.value))) : edits;
}

/** New names for the states of one scope, and for all that points to them there. */
function renames(tree: Tree, scope: ScopeEntry, { nameFor, keepNames }: AdoptRules): readonly Operation[] {
  if (keepNames && !scope.parent) return [];
  const names = new Map(scope.children.map((state) => [state.name as string, nameFor(state.name)]));
  const keys = scope.children.flatMap((state): Operation[] => {
    const to = names.get(state.name);
    return to === undefined || to === state.name ? [] : [{ op: 'renameKey', member: state.member, to }];
  });
  const values = referencesIn(scope).flatMap((reference) => {
    const to = names.get(reference.node.value);
    return to === undefined || to === reference.node.value ? [] : [setTo(reference.node, to)];
  });
  return [...keys, ...values];
}

/** Arrows out of the group: kept where the new place has their target, else let go; ends lead on to what follows there. */
function settle(tree: Tree, group: ScopeEntry, { targets, onwards }: AdoptRules): { readonly ops: readonly Operation[]; readonly lost: readonly Reference[] } {
  const inside = new Set<string>(group.children.map((state) => state.name));
  const outward = referencesIn(group).filter(({ node, kind }) => kind !== 'startAt' && !inside.has(node.value));
  const leads = (reference: Reference): boolean => reference.kind === 'next' && onwards !== undefined;
  const lost = outward.filter((reference) => !leads(reference) && !targets.has(reference.node.value));
  if (onwards === undefined) return { ops: letGo(lost), lost };
  const ends = group.children.filter((state) => endsHere(state) || outward.some((reference) => leads(reference) && reference.from === state));
  // A Choice goes on where the others do, so that its rules have somewhere to lead.
  const defaults = onwards === null ? [] : lost.filter((reference) => reference.kind === 'default');
  const gone = lost.filter((reference) => !defaults.includes(reference));
  const kept = new Map(defaults.flatMap(({ from }) => (from?.node.kind === 'object' ? [[from.node, onwards] as const] : [])));
  const ops = [...letGo(gone, kept), ...defaults.map(({ node }) => setTo(node, onwards)), ...ends.flatMap((state) => (state.node.kind === 'object' ? leadOn(state.node, onwards) : []))];
  return { ops, lost: gone };
}

/** A state with `End`; one whose type ends anyway is left as it is. */
const endsHere = (state: StateEntry): boolean => memberOf(state.node, 'End') !== undefined && !endsByType(state.type) && state.type !== 'Choice';
