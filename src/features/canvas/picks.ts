import { addState } from '../../asl/commands/addState.ts';
import { connect } from '../../asl/commands/connect.ts';
import { moveSource } from '../../asl/commands/moveSource.ts';
import { moveState } from '../../asl/commands/moveState.ts';
import { removeBranch } from '../../asl/commands/removeBranch.ts';
import { setTarget } from '../../asl/commands/setTarget.ts';
import { turnInto } from '../../asl/commands/turnInto.ts';
import type { ArrowKind } from '../../asl/commands/arrows.ts';
import type { Target } from '../../asl/commands/placement.ts';
import type { Pointer, StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import type { ScopeEntry, StateEntry } from '../../asl/states.ts';
import type { Dialog, EditorState } from '../../editor/EditorState.ts';
import { selectIndex, selectLanguage, selectSelectedEntry } from '../../editor/selectors/document.ts';
import { selectGraph } from '../../editor/selectors/graph.ts';
import type { GraphEdge } from '../../graph/types.ts';
import { isolated } from '../../lib/isolated.ts';
import { edgeLabel } from './edgeLabel.ts';
import { edgesOf } from './edgesOf.ts';
import { fieldOf } from './fieldOf.ts';
import { INSERTABLES } from './insertables.ts';

/** One line of the list: what it does, or the list it leads to. */
export interface Choosable {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly does: Command | Question | GoTo;
}

/** An arrow to select. */
export interface GoTo {
  readonly edge: string;
}

export interface Question {
  readonly title: string;
  readonly options: readonly Choosable[];
  /** What to say where there is nothing to choose. */
  readonly none: string;
}

export type PickRequest = Extract<Dialog, { kind: 'pick' }>;

/** What is asked first. */
export function questionFor({ what, field }: PickRequest, s: EditorState): Question {
  const entry = selectSelectedEntry(s);
  switch (what) {
    case 'add':
      return adding(s, entry);
    case 'connect':
      return entry ? connecting(entry) : nothing('Select one state first.');
    case 'retarget':
      return retargeting(s, field);
    case 'arrows':
      return entry ? arrowsOf(s, entry) : nothing('Select one state first.');
    case 'move':
      return moving(s);
    case 'turn':
      return entry ? turning(entry) : nothing('Select one state first.');
    case 'remove-branch':
      return branches(s);
  }
}

const nothing = (none: string): Question => ({ title: 'Nothing to choose', options: [], none });
const typeOf = (state: StateEntry): string => state.type ?? 'no Type';

function adding(s: EditorState, entry: StateEntry | null): Question {
  const language = selectLanguage(s);
  const options = INSERTABLES.map(({ kind, label, hint }) => ({ id: kind, label, hint, does: addState({ type: kind, language, ...(entry && { after: entry.id }) }) }));
  return { title: entry ? `Add after ${isolated(entry.name)}` : 'Add a state', options, none: 'No kind of state is called that.' };
}

const KINDS: { readonly [K in ArrowKind]: string } = { next: 'Next', rule: 'as a new rule', default: 'as the Default', catch: 'as a catcher, when it fails' };

function connecting(entry: StateEntry): Question {
  const kinds: readonly ArrowKind[] = entry.type === 'Choice' ? ['rule', 'default'] : entry.type === 'Task' || entry.type === 'Map' || entry.type === 'Parallel' ? ['next', 'catch'] : ['next'];
  const options = kinds.flatMap((as) => entry.scope.children.map((to) => ({ id: `${as} ${to.id}`, label: to.name, hint: `${KINDS[as]} · ${typeOf(to)}`, does: connect(entry.id, to.id, as) })));
  return { title: `Connect ${isolated(entry.name)} to`, options, none: 'No state beside it is called that.' };
}

function retargeting(s: EditorState, asked: Pointer | undefined): Question {
  const graph = selectGraph(s);
  const chosen = asked === undefined ? s.selectedEdge : (graph.edges.find((edge) => fieldOf(edge) === asked)?.id ?? null);
  const one = graph.edges.find((edge) => edge.id === chosen);
  if (one) return ends(s, one);
  const entry = selectSelectedEntry(s);
  const edges = graph.edges.filter((edge) => edge.source === entry?.pointer || edge.target === entry?.pointer);
  return { title: `Which arrow of ${isolated(entry?.name ?? 'the state')}`, options: edges.map((edge) => ({ id: edge.id, ...edgeWords(s, edge), does: ends(s, edge) })), none: 'No arrow starts or ends there. Connect it first.' };
}

function arrowsOf(s: EditorState, entry: StateEntry): Question {
  const graph = selectGraph(s);
  const names = new Map(graph.nodes.map((node) => [node.id, node.data.name]));
  const options = edgesOf(graph, entry.id).map((edge) => ({
    id: edge.id,
    label: edgeLabel(edge, [names.get(edge.source) ?? '', names.get(edge.target) ?? '']),
    hint: edge.source === entry.pointer ? 'leaves it' : 'leads to it',
    does: { edge: edge.id },
  }));
  return { title: `Arrows of ${isolated(entry.name)}`, options, none: 'No arrow starts or ends there. Connect it first.' };
}

function edgeWords(s: EditorState, edge: GraphEdge): { readonly label: string; readonly hint: string } {
  const names = new Map(selectGraph(s).nodes.map((node) => [node.id, node.data.name]));
  const kinds = { start: 'Start', next: 'Next', choice: `Rule: ${edge.label ?? ''}`, default: 'Default', catch: `Catch: ${edge.label ?? ''}`, end: 'End' };
  return { label: `${isolated(names.get(edge.source) || 'Start')} to ${isolated(names.get(edge.target) || 'End')}`, hint: kinds[edge.kind] };
}

/** Both ends of an arrow: where it leads first, then where it starts. */
function ends(s: EditorState, edge: GraphEdge): Question {
  const field = fieldOf(edge);
  const scope = scopeOf(s, edge);
  const states = scope?.children ?? [];
  const to = states.filter((state) => state.pointer !== edge.target).map((state) => ({ id: `to ${state.id}`, label: state.name, hint: `point it here · ${typeOf(state)}`, does: setTarget(field, state.name) }));
  const movable = edge.kind !== 'start' && edge.kind !== 'end';
  const from = movable ? states.filter((state) => state.pointer !== edge.source).map((state) => ({ id: `from ${state.id}`, label: state.name, hint: `let it start here · ${typeOf(state)}`, does: moveSource(field, state.id) })) : [];
  return { title: `Re-target ${edgeWords(s, edge).label}`, options: [...to, ...from], none: 'There is no other state beside it.' };
}

function scopeOf(s: EditorState, edge: GraphEdge): ScopeEntry | undefined {
  const index = selectIndex(s);
  const state = index.byPointer.get(edge.source as Pointer) ?? index.byPointer.get(edge.target as Pointer);
  return state?.scope;
}

function moving(s: EditorState): Question {
  const ids = s.selected;
  const index = selectIndex(s);
  const chosen = new Set<StateId>(ids);
  const inside = (scope: ScopeEntry): boolean => scope.parent !== undefined && (chosen.has(scope.parent.id) || inside(scope.parent.scope));
  const to = (id: string, label: string, hint: string, target: Target): Choosable => ({ id, label, hint, does: moveState(ids, target) });
  const options = index.scopes.filter((scope) => !inside(scope)).flatMap((scope) => [
    ...(scope.parent ? [to(`into ${scope.pointer}`, whereIs(scope), 'at the end of it', { into: scope.pointer, atEnd: true })] : []),
    ...scope.children.filter((state) => !chosen.has(state.id)).flatMap((state) => [
      ...(state.type === 'Succeed' || state.type === 'Fail' ? [] : [to(`after ${state.id}`, `After ${isolated(state.name)}`, whereIs(scope), { after: state.id })]),
      to(`before ${state.id}`, `Before ${isolated(state.name)}`, whereIs(scope), { before: state.id }),
    ]),
  ]);
  return { title: ids.length === 1 ? `Move ${isolated(index.byId.get(ids[0] ?? ('' as StateId))?.name ?? '')}` : `Move ${ids.length} states`, options, none: 'No place is called that.' };
}

function whereIs(scope: ScopeEntry): string {
  if (!scope.parent) return 'top level';
  const branch = /\/Branches\/(\d+)$/.exec(scope.pointer);
  return branch ? `Branch ${Number(branch[1]) + 1} of ${isolated(scope.parent.name)}` : `Inside ${isolated(scope.parent.name)}`;
}

function turning(entry: StateEntry): Question {
  const options = INSERTABLES.map(({ kind, label, hint }) => ({ id: kind, label, hint, does: turnInto(entry.id, kind) }));
  return { title: `Turn ${isolated(entry.name)} into`, options, none: 'No kind of state is called that.' };
}

function branches(s: EditorState): Question {
  let parallel = selectSelectedEntry(s) ?? undefined;
  while (parallel && parallel.type !== 'Parallel') parallel = parallel.scope.parent;
  if (!parallel) return nothing('Select a Parallel state first.');
  const { id, name, inner } = parallel;
  const options = inner.map((scope, index) => ({ id: scope.pointer, label: `Branch ${index + 1}`, hint: scope.children.map((state) => isolated(state.name)).join(', '), does: removeBranch(id, index) }));
  return { title: `Remove a branch of ${isolated(name)}`, options, none: 'There is no such branch.' };
}

/** Whether it can be done now; else the reason. */
export function reasonAgainst({ does }: Choosable, s: EditorState): string | null {
  if (typeof does !== 'function') return null;
  const tried = does(s.tree);
  return tried.ok ? null : tried.error.message;
}
