import type { FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { LiveStages } from '../../../interpreter/live/liveStages.ts';
import type { TypedExpression, TypedForm } from '../../../interpreter/live/evaluateTyped.ts';
import type { InspectionData, TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../lib/Json.ts';

/** The stage that `$` means in a field of JSONPath, and `error`: what a catcher hands on. */
export type Looked = 'input' | 'afterInputPath' | 'result' | 'afterResultSelector' | 'afterResultPath' | 'error';

/** What the form shows of a state's stages, read once. */
export interface StageValues {
  readonly input: Json;
  readonly variables: JsonObject;
  readonly data: InspectionData;
  readonly result?: Json;
  readonly error: JsonObject;
  /** The error is made up: the state went well. */
  readonly errorIsSample: boolean;
}

export const valueIn = (text: string | undefined): Json | undefined => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Json); // JSON.parse answers Json.
  } catch {
    return undefined;
  }
};

export function stageValues(stages: LiveStages, request: TestStateRequest | undefined): StageValues {
  const { outcome } = stages;
  const data: InspectionData = (outcome?.kind === 'answered' ? outcome.response.inspectionData : outcome?.kind === 'not-performed' ? outcome.partial : undefined) ?? {};
  const result = valueIn(data.result ?? request?.mock?.result);
  const failed = outcome?.kind === 'answered' && outcome.response.error !== undefined ? outcome.response : undefined;
  const error = { Error: failed?.error ?? 'States.TaskFailed', Cause: failed?.cause ?? 'The cause of the error' };
  const variables = valueIn(stages.variables);
  return { input: valueIn(stages.input) ?? {}, variables: isJsonObject(variables) ? variables : {}, data, error, errorIsSample: failed === undefined, ...(result === undefined ? {} : { result }) };
}

/** Fields behind the state's work: a Task, a Map, a Parallel has a result then. */
const hasResult = (entry: StateEntry): boolean => entry.type === 'Task' || entry.type === 'Map' || entry.type === 'Parallel';

/** What a field of JSONPath looks at. Source: asl-semantics.md sections 2 and 6. */
export function lookedAt(entry: StateEntry, path: FieldPath): Looked {
  const [field, , within] = path;
  if (field === 'Catch') return within === 'Assign' || within === 'ResultPath' || within === 'Output' ? 'error' : 'input';
  if (field === 'InputPath') return 'input';
  if (field === 'ResultSelector') return 'result';
  if (field === 'ResultPath') return 'afterResultSelector';
  if (field === 'OutputPath') return hasResult(entry) || entry.type === 'Pass' ? 'afterResultPath' : 'afterInputPath';
  if (field === 'Assign') return hasResult(entry) ? 'result' : entry.type === 'Pass' ? 'afterResultSelector' : 'afterInputPath';
  return 'afterInputPath';
}

/** The words for it. */
export const LOOKED_LABELS: { readonly [L in Looked]: string } = {
  input: 'the state input', afterInputPath: 'the input after InputPath', result: 'the result', afterResultSelector: 'the result after ResultSelector', afterResultPath: 'the value after ResultPath', error: 'the caught error',
};

export function lookedValue({ data, input, result, error }: StageValues, looked: Looked): Json | undefined {
  if (looked === 'input') return input;
  if (looked === 'error') return error;
  if (looked === 'result') return result;
  return valueIn(data[looked]) ?? (looked === 'afterInputPath' ? input : looked === 'afterResultSelector' ? result : undefined);
}

const PATH_FIELDS = /^(?:InputPath|OutputPath|ItemsPath|\w+Path)$/;

export function formOf(path: FieldPath): TypedForm {
  const name = String(path.at(-1));
  if (name === 'ResultPath') return 'reference';
  return path.length === 1 && PATH_FIELDS.test(name) && name !== 'ErrorPath' && name !== 'CausePath' ? 'path' : name === 'Variable' || (path[0] === 'Choices' && name.endsWith('Path')) ? 'path' : 'value';
}

/** What to evaluate the typed text with; a sentence where its data is not known yet. */
export function typedIn(entry: StateEntry, path: FieldPath, text: string, values: StageValues): { readonly typed: Omit<TypedExpression, 'context'>; readonly item?: Json } | { readonly unknown: string } {
  const looked = lookedAt(entry, path);
  const data = lookedValue(values, looked);
  const base = { text, field: String(path.at(-1)), language: entry.language, form: formOf(path), variables: values.variables };
  const item = path[0] === 'ItemSelector' || path[0] === 'Parameters' ? firstItem(values) : undefined;
  if (entry.language === 'JSONata') {
    const caught = path[0] === 'Catch';
    const behind = (path[0] === 'Output' || path[0] === 'Assign') && hasResult(entry);
    if (behind && values.result === undefined && text.includes('$states.result')) return { unknown: NO_RESULT };
    const states = { input: values.input, ...(behind && values.result !== undefined ? { result: values.result } : {}), ...(caught ? { errorOutput: values.error } : {}) };
    return { typed: { ...base, data: values.input, states }, ...(item === undefined ? {} : { item }) };
  }
  if (data === undefined) return { unknown: looked === 'result' || looked.startsWith('afterResult') ? NO_RESULT : 'The stage before it gives no value, so this has nothing to look at.' };
  return { typed: { ...base, data, states: { input: values.input } }, ...(item === undefined ? {} : { item }) };
}

const NO_RESULT = 'There is no result to evaluate it with. Run a test of this state, or give it a mock.';

function firstItem({ data, input }: StageValues): Json | undefined {
  const items = valueIn(data.afterItemsPath) ?? input;
  return isJsonArray(items) ? items[0] : undefined;
}
