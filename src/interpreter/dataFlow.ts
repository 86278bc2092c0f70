import { evaluateJsonataTemplate } from '../expr/jsonata/jsonataTemplate.ts';
import { referencePath, setAtReferencePath } from '../expr/jsonpath/referencePath.ts';
import { evaluatePathField, evaluateTemplate } from '../expr/payloadTemplate.ts';
import { isJsonObject, type Json, type JsonObject } from '../lib/Json.ts';
import { andThen } from '../lib/MaybePromise.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { chain, named, queryError, runtimeError, type StatesError, type Step } from './failure.ts';
import { jsonataScope, pathScope, type Frame } from './frame.ts';
import type { Outcome } from './outcome.ts';

type Value = Result<Json, StatesError>;

const EMPTY: JsonObject = {};

/** InputPath and OutputPath: absent keeps the value, null gives `{}`. */
function throughPath(path: string | null | undefined, value: Json, frame: Frame): Value {
  if (path === undefined) return ok(value);
  if (path === null) return ok(EMPTY);
  return named(evaluatePathField(path, pathScope(frame, value)), 'JSONPath');
}

export function inputPath(state: { readonly InputPath?: string | null }, frame: Frame): Value {
  return throughPath(state.InputPath, frame.input, frame);
}

export function outputPath(state: { readonly OutputPath?: string | null }, value: Json, frame: Frame): Value {
  return throughPath(state.OutputPath, value, frame);
}

/** A JSONPath template over `value`, or `value` itself where there is none. */
export function template(field: Json | undefined, value: Json, frame: Frame): Value {
  return field === undefined ? ok(value) : named(evaluateTemplate(field, pathScope(frame, value)), 'JSONPath');
}

/** Merges into the raw input, whatever InputPath chose. Absent: the result replaces it; null: the result is dropped. */
export function resultPath(path: string | null | undefined, result: Json, frame: Frame): Value {
  if (path === undefined || path === '$') return ok(result);
  if (path === null) return ok(frame.input);
  const reference = referencePath(path);
  if (reference === null) return err(runtimeError(`Invalid path '${path}'`));
  const merged = setAtReferencePath(reference, frame.input, result);
  if (merged.ok) return merged;
  return err({ error: 'States.ReferencePathConflict', cause: `Unable to apply ReferencePath ${path} to input ${JSON.stringify(frame.input)}` });
}

interface Leaving {
  readonly OutputPath?: string | null;
  readonly Assign?: JsonObject | string;
  readonly Output?: Json;
}

/** The end of every JSONPath state: OutputPath over `value`, Assign over `assignInput`, both with the values held at entry. */
export function leaveJsonPath(state: Leaving, to: string | null, value: Json, assignInput: Json, frame: Frame): Step<Outcome> {
  const output = outputPath(state, value, frame);
  if (!output.ok) return output;
  if (state.Assign === undefined) return ok({ kind: 'go', to, output: output.value });
  const assigned = template(state.Assign, assignInput, frame);
  if (!assigned.ok) return assigned;
  return ok({ kind: 'go', to, output: output.value, assigned: assigned.value as JsonObject });
}

/** The end of every JSONata state: Assign and Output apart from each other; without Output, `otherwise` leaves. */
export function leaveJsonata(
  state: Leaving, to: string | null, otherwise: Json, frame: Frame, more: JsonObject = {}, place = '',
): Step<Outcome> {
  const scope = jsonataScope(frame, more);
  const assigned: Step<Json | undefined> = state.Assign === undefined ? ok(undefined) : jsonata(state.Assign, `${place}Assign`, scope);
  return chain(assigned, (variables) => {
    if (variables !== undefined && !isJsonObject(variables)) return err(queryError('Assign must evaluate to an object.'));
    const output: Step<Json> = state.Output === undefined ? ok(otherwise) : jsonata(state.Output, `${place}Output`, scope);
    return chain(output, (value) => ok<Outcome>(variables === undefined ? { kind: 'go', to, output: value } : { kind: 'go', to, output: value, assigned: variables }));
  });
}

/** A JSONata template with its failures named. */
export const jsonata = (field: Json, place: string, scope: ReturnType<typeof jsonataScope>): Step<Json> =>
  andThen(evaluateJsonataTemplate(field, place, scope), (value) => named(value, 'JSONata'));
