import { jsonContent, putField, putScopeField, refuse, removeField } from '../../asl/commands/operate.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command, Operation } from '../../asl/operations.ts';
import { indexStates, machineLanguage, type StateEntry } from '../../asl/states.ts';
import type { Tree } from '../../asl/tree.ts';
import { ok } from '../../lib/Result.ts';
import type { FieldProblem } from './Part.ts';
import { stateToJsonata } from './stateToJsonata.ts';

export interface StateReport {
  readonly entry: StateEntry;
  /** Sentences: for which data the state behaves otherwise than before. */
  readonly remarks: readonly string[];
  /** Why it stays as it is; empty where it is converted. */
  readonly problems: readonly FieldProblem[];
}

export interface Conversion {
  /** Of every JSONPath state that was asked for. */
  readonly states: readonly StateReport[];
  /** The workflow itself becomes JSONata: no state of it may be JSONPath then. */
  readonly wholeMachine: boolean;
  readonly ops: readonly Operation[];
}

/**
 * JSONPath states as JSONata, each wholly or not at all. States inside a Map or Parallel are states of their own.
 * @param ids null: every state, and the workflow's own language where all of them can be converted
 */
export function conversionOf(tree: Tree, ids: readonly StateId[] | null): Conversion {
  const { all } = indexStates(tree);
  const asked = all.filter((entry) => entry.language === 'JSONPath' && (ids === null || ids.includes(entry.id)));
  const made = asked.map((entry) => ({ entry, part: partOf(entry) }));
  const wholeMachine = ids === null && machineLanguage(tree) === 'JSONPath' && made.every(({ part }) => part.problems.length === 0) && tree.root?.kind === 'object';
  const ops = made.flatMap(({ entry, part }) => (part.problems.length > 0 ? [] : [...part.ops, ...languageOf(entry, wholeMachine)]));
  return {
    states: made.map(({ entry, part }) => ({ entry, remarks: [...new Set(part.remarks)], problems: part.problems })),
    wholeMachine,
    ops: wholeMachine && tree.root?.kind === 'object' ? [putScopeField(tree.root, 'QueryLanguage', jsonContent('JSONata')), ...ops] : ops,
  };
}

function partOf({ node, type }: StateEntry): ReturnType<typeof stateToJsonata> {
  if (node.kind === 'object') return stateToJsonata(node, type);
  return { ops: [], remarks: [], problems: [{ field: '', reason: 'The state is no object.', nextStep: 'Give it a Type first.' }] };
}

function languageOf({ node }: StateEntry, wholeMachine: boolean): readonly Operation[] {
  if (node.kind !== 'object') return [];
  return wholeMachine ? removeField(node, 'QueryLanguage') : [putField(node, 'QueryLanguage', 'JSONata')];
}

/** The conversion as one step. Errors: `nothing-to-convert`. */
export const convertToJsonata = (ids: readonly StateId[] | null): Command => (tree) => {
  const { states, ops, wholeMachine } = conversionOf(tree, ids);
  if (ops.length === 0) return refuse('nothing-to-convert', states.length === 0 ? 'There is no JSONPath state to convert.' : 'None of these states can be converted. The list says why.');
  const converted = states.filter(({ problems }) => problems.length === 0);
  const [first] = converted;
  return ok({ ops, label: `Convert ${wholeMachine ? 'the workflow' : converted.length === 1 && first ? first.entry.name : `${converted.length} states`} to JSONata` });
};
