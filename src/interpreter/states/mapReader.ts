import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import { evaluatePathField } from '../../expr/payloadTemplate.ts';
import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from '../../lib/Json.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok } from '../../lib/Result.ts';
import { readerFailed } from '../data/itemsFromText.ts';
import { jsonata, template } from '../dataFlow.ts';
import type { DataCall } from '../environment.ts';
import { chain, named, runtimeError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import type { MapState } from './definition.ts';

/** A value by JSON pointer (RFC 6901); undefined where it leads nowhere. */
function atPointer(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (at !== undefined && isJsonArray(at)) at = at[Number(key)];
    else if (at !== undefined && isJsonObject(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else return undefined;
  }
  return at;
}

/** What an ItemReader or a ResultWriter is given: Parameters (a template) or Arguments (JSONata). */
export function dataArguments(from: { readonly Parameters?: Json; readonly Arguments?: Json }, place: string, input: Json, frame: Frame): Step<JsonObject> {
  const made: Step<Json> = frame.language === 'JSONata' ? jsonata(from.Arguments ?? {}, `${place}/Arguments`, jsonataScope(frame)) : template(from.Parameters ?? {}, input, frame);
  return chain(made, (value) => ok(isJsonObject(value) ? value : {}));
}

export function readerCall(state: MapState, input: Json, frame: Frame): Step<DataCall> {
  const reader = state.ItemReader;
  return chain(dataArguments(reader ?? {}, 'ItemReader', input, frame), (args) => ok({ stateName: frame.stateName, resource: reader?.Resource ?? '', arguments: args }));
}

/** MaxItems as it stands in the data: negative is the reader's failure, no number at all the state's. */
export function maxItems(state: MapState, input: Json, frame: Frame): Step<number | undefined> {
  const config = state.ItemReader?.ReaderConfig ?? {};
  const [path, field] = [config['MaxItemsPath'], config['MaxItems']];
  if (typeof path === 'string') {
    return chain(named(evaluatePathField(path, pathScope(frame, input)), 'JSONPath'), (value) => {
      const number = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value;
      if (typeof number === 'number' && Number.isInteger(number)) return ok(number);
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      return err(runtimeError(`The MaxItemsPath field refers to value "${shown}" which is not a valid integer: ${path}`));
    });
  }
  if (field === undefined || typeof field === 'number') return ok(field);
  const place = 'ItemReader/ReaderConfig/MaxItems';
  const typed = evaluateTyped(field, place, jsonataScope(frame), (value, text) =>
    typeof value === 'number' ? ok(value) : err(wrongResultType(text ?? '', place, 'number', value)),
  );
  return andThen(typed, (value) => named(value, 'JSONata'));
}

/** The items out of what the reader delivered. The caller has made sure that there is data. */
export function readItems(state: MapState, input: Json, frame: Frame): Step<JsonArray> {
  const pointer = state.ItemReader?.ReaderConfig?.['ItemsPointer'];
  const data = frame.readerData ?? null;
  const found = typeof pointer === 'string' ? atPointer(data, pointer) : data;
  if (found === undefined || !isJsonArray(found)) return readerFailed('Attempting to map over non-iterable node.');
  if (typeof pointer === 'string') frame.trace.put('afterItemsPointer', found);
  return chain(maxItems(state, input, frame), (max) => {
    if (max !== undefined && max < 0) return readerFailed('field MaxItems must be positive');
    return ok(max !== undefined && max > 0 ? found.slice(0, max) : found);
  });
}
