import { evaluatePathField } from '../../expr/payloadTemplate.ts';
import type { Json, JsonArray, JsonObject } from '../../lib/Json.ts';
import { err, ok } from '../../lib/Result.ts';
import { jsonata, template } from '../dataFlow.ts';
import { chain, named, runtimeError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import type { MapState } from './definition.ts';

/** A number of the ItemBatcher: literal, expression or `…Path`; undefined where it has none. */
function batchNumber(batcher: JsonObject, name: string, input: Json, frame: Frame): Step<number | undefined> {
  const path = batcher[`${name}Path`];
  const field = batcher[name];
  const value: Step<Json | undefined> =
    typeof path === 'string'
      ? named(evaluatePathField(path, pathScope(frame, input)), 'JSONPath')
      : field !== undefined && frame.language === 'JSONata'
        ? jsonata(field, `ItemBatcher/${name}`, jsonataScope(frame))
        : ok(field);
  return chain(value, (number) => {
    if (number === undefined) return ok(undefined);
    if (typeof number === 'number' && Number.isInteger(number) && number > 0) return ok(number);
    const shown = typeof number === 'string' ? number : JSON.stringify(number);
    return err(runtimeError(`The ${name}Path field refers to value "${shown}" which is not a valid integer: ${typeof path === 'string' ? path : name}`));
  });
}

function batchInput(batcher: JsonObject, input: Json, frame: Frame): Step<Json | undefined> {
  const field = batcher['BatchInput'];
  if (field === undefined) return ok(undefined);
  return frame.language === 'JSONata' ? jsonata(field, 'ItemBatcher/BatchInput', jsonataScope(frame)) : template(field, input, frame);
}

/** Whole items only: a batch ends before the item that would make it too many or too big. */
function cut(items: JsonArray, most: number, mostBytes: number): JsonArray[] {
  const all: Json[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    const last = all.at(-1);
    if (last && last.length < most && bytes + size <= mostBytes) {
      last.push(item);
      bytes += size;
    } else {
      all.push([item]);
      bytes = size;
    }
  }
  return all;
}

/** The inputs after ItemBatcher; the very list it was given where there is none. */
export function batches(state: MapState, items: JsonArray, input: Json, frame: Frame): Step<JsonArray> {
  const batcher = state.ItemBatcher;
  if (!batcher) return ok(items);
  return chain(batchNumber(batcher, 'MaxItemsPerBatch', input, frame), (most) =>
    chain(batchNumber(batcher, 'MaxInputBytesPerBatch', input, frame), (mostBytes) =>
      chain(batchInput(batcher, input, frame), (shared) => {
        const made = cut(items, most ?? Number.POSITIVE_INFINITY, mostBytes ?? Number.POSITIVE_INFINITY).map((Items) => ({
          ...(shared === undefined ? {} : { BatchInput: shared }),
          Items,
        }));
        if (frame.language === 'JSONPath') frame.trace.put('afterItemBatcher', made);
        return ok(made);
      }),
    ),
  );
}
