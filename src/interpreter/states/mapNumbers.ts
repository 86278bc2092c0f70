import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import { evaluatePathField } from '../../expr/payloadTemplate.ts';
import type { Json } from '../../lib/Json.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { chain, named, runtimeError, type StatesError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import type { MapState } from './definition.ts';

type Name = 'MaxConcurrency' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage';

/** A text that spells a number counts as one where a Path refers to it (variables of the recordings hold "1"). */
function asNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function atPath(name: Name, path: string, input: Json, frame: Frame): Result<number, StatesError> {
  const found = named(evaluatePathField(path, pathScope(frame, input)), 'JSONPath');
  if (!found.ok) return found;
  const number = asNumber(found.value);
  const kind = name === 'ToleratedFailurePercentage' ? 'float' : 'integer';
  if (number !== undefined && (kind === 'float' || Number.isInteger(number))) return ok(number);
  const shown = typeof found.value === 'string' ? found.value : JSON.stringify(found.value);
  return err(runtimeError(`The ${name}Path field refers to value "${shown}" which is not a valid ${kind}: ${path}`));
}

function inRange(name: Name, value: number): Result<number, StatesError> {
  if (name === 'ToleratedFailurePercentage' && (value < 0 || value > 100)) {
    return err(runtimeError('ToleratedFailurePercentage must be between 0 and 100.'));
  }
  if (value < 0) return err(runtimeError(`${name} cannot be negative.`));
  return ok(value);
}

function number(state: MapState, name: Name, input: Json, frame: Frame): Step<number | undefined> {
  const path = state[`${name}Path`];
  if (path !== undefined) return chain(atPath(name, path, input, frame), (value) => inRange(name, value));
  const field = state[name];
  if (field === undefined) return ok(undefined);
  const typed = evaluateTyped(field, name, jsonataScope(frame), (value, text) =>
    typeof value === 'number' ? ok(value) : err(wrongResultType(text ?? '', name, 'number', value)),
  );
  return chain(andThen(typed, (value) => named(value, 'JSONata')), (value) => inRange(name, value));
}

export interface Tolerance {
  readonly toleratedCount?: number;
  readonly toleratedPercentage?: number;
}

export const maxConcurrency = (state: MapState, input: Json, frame: Frame): Step<number> =>
  chain(number(state, 'MaxConcurrency', input, frame), (value) => ok(value ?? 0));

export function tolerance(state: MapState, input: Json, frame: Frame): Step<Tolerance> {
  return chain(number(state, 'ToleratedFailureCount', input, frame), (count) =>
    chain(number(state, 'ToleratedFailurePercentage', input, frame), (percentage) =>
      ok({
        ...(count === undefined ? {} : { toleratedCount: count }),
        ...(percentage === undefined ? {} : { toleratedPercentage: percentage }),
      }),
    ),
  );
}
