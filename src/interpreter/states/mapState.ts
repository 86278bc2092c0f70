import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from '../../lib/Json.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { inputPath, jsonata, leaveJsonata, leaveJsonPath, resultPath, template } from '../dataFlow.ts';
import { chain, named, queryError, runtimeError, type StatesError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import { evaluatePathField } from '../../expr/payloadTemplate.ts';
import { outcomeOf, type Evaluator, type Iterations, type Outcome } from '../outcome.ts';
import { onward, type Machine, type MapState } from './definition.ts';
import { batches } from './mapBatches.ts';
import { maxConcurrency, tolerance, type Tolerance } from './mapNumbers.ts';
import { maxItems, readerCall, readItems } from './mapReader.ts';
import { writerOf } from './mapWriter.ts';

/** AWS shows a context path with one `$`. */
const shownPath = (path: string): string => (path.startsWith('$$') ? path.slice(1) : path);

const isDistributed = (state: MapState): boolean => (state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.Mode === 'DISTRIBUTED';

/** A distributed Map goes over the members of an object too; an inline one does not (recorded). */
function listOf(state: MapState, value: Json): JsonArray | undefined {
  if (isJsonArray(value)) return value;
  if (!isJsonObject(value) || !isDistributed(state)) return undefined;
  const pairs = Object.entries(value).map(([Key, Value]) => ({ Key, Value }));
  membersOfObjects.add(pairs);
  return pairs;
}

/** The lists that were made from objects: their items are told with `Key`. */
const membersOfObjects = new WeakSet<JsonArray>();

function itemsAtPath(state: MapState, input: Json, frame: Frame): Result<JsonArray, StatesError> {
  const path = state.ItemsPath ?? '$';
  const found = named(evaluatePathField(path, pathScope(frame, input)), 'JSONPath');
  if (!found.ok) return found;
  const list = listOf(state, found.value);
  return list === undefined ? err(runtimeError(`Reference path "${shownPath(path)}" must point to array.`)) : ok(list);
}

function itemsExpression(state: MapState, frame: Frame): Step<JsonArray> {
  if (state.Items === undefined) {
    const list = listOf(state, frame.input);
    return list === undefined ? err(queryError(`Map state input must be an array but was: ${JSON.stringify(frame.input)}`)) : ok(list);
  }
  const typed = evaluateTyped(state.Items, 'Items', jsonataScope(frame), (value, text) => {
    const list = listOf(state, value);
    return list === undefined ? err(wrongResultType(text ?? JSON.stringify(state.Items), 'Items', 'array', value)) : ok(list);
  });
  return andThen(typed, (value) => named(value, 'JSONata'));
}

/** The list to iterate over, with the stages a JSONPath Map shows. */
function items(state: MapState, input: Json, frame: Frame): Step<JsonArray> {
  if (state.ItemReader) return readItems(state, input, frame);
  if (frame.language === 'JSONata') return itemsExpression(state, frame);
  return chain(itemsAtPath(state, input, frame), (list) => {
    frame.trace.put('afterItemsPath', list);
    return ok(list);
  });
}

/** `$$.Map.Item` while the selector of one item is evaluated. */
const withItem = (frame: Frame, item: JsonObject): Frame => {
  const { stateName, input, variables, language, enteredAt, sources, limits, trace } = frame;
  return { stateName, input, variables, language, enteredAt, sources, limits, trace, context: { ...frame.context, Map: { Item: item } } };
};

/** ItemSelector (old: Parameters) for each item; without it the item itself is the iteration's input. */
function selected(state: MapState, list: JsonArray, itemContexts: readonly JsonObject[], input: Json, frame: Frame): Step<JsonArray> {
  const selector = state.ItemSelector ?? state.Parameters;
  if (selector === undefined) return ok(list);
  let all: Step<Json[]> = ok([]);
  for (const item of itemContexts) {
    all = chain(all, (done) =>
      chain(select(selector, input, withItem(frame, item)), (value) => {
        done.push(value);
        return ok(done);
      }),
    );
  }
  return chain(all, (values) => {
    if (frame.language === 'JSONPath') frame.trace.put('afterItemSelector', values);
    return ok(values);
  });
}

const select = (selector: Json, input: Json, frame: Frame): Step<Json> =>
  frame.language === 'JSONata' ? jsonata(selector, 'ItemSelector', jsonataScope(frame)) : template(selector, input, frame);

/** A distributed Map tells each item where it came from; an inline one does not (recorded). */
function sourceOf(state: MapState, frame: Frame): JsonObject {
  if (!isDistributed(state)) return {};
  return { Source: frame.readerSource ?? 'STATE_DATA' };
}

function iterations(state: MapState, input: Json, frame: Frame): Step<Iterations> {
  return chain(items(state, input, frame), (list) => {
    const source = sourceOf(state, frame);
    const itemContexts = membersOfObjects.has(list) ? list.map((pair, Index) => ({ Index, ...(pair as JsonObject), ...source })) : list.map((Value, Index) => ({ Index, Value, ...source }));
    return chain(selected(state, list, itemContexts, input, frame), (values) =>
      chain(batches(state, values, input, frame), (inputs) =>
        chain(maxConcurrency(state, input, frame), (limit) => {
          frame.trace.put('maxConcurrency', limit);
          const made = {
            processor: (state.ItemProcessor ?? state.Iterator) as Machine, // validateSchema has seen one of the two
            ...(isDistributed(state) ? { distributed: true as const } : {}),
            inputs,
            items: inputs === values ? itemContexts : inputs.map((Value, Index) => ({ Index, Value, ...source })),
            maxConcurrency: limit,
          };
          return chain(writerOf(state, input, frame), (writer) =>
            andThen(tolerance(state, input, frame), (found): Result<Iterations, StatesError> => ok({ ...made, ...(writer === undefined ? {} : { writer }), ...tolerated(found, frame) })),
          );
        }),
      ),
    );
  });
}

function tolerated(found: Result<Tolerance, StatesError>, frame: Frame): Tolerance | { readonly failure: StatesError } {
  if (!found.ok) return { failure: found.error };
  const { toleratedCount, toleratedPercentage } = found.value;
  if (toleratedCount !== undefined) frame.trace.put('toleratedFailureCount', toleratedCount);
  if (toleratedPercentage !== undefined) frame.trace.put('toleratedFailurePercentage', toleratedPercentage);
  return found.value;
}

/** Numbers that cannot be used end the state before anything is read. */
function readFirst(state: MapState, input: Json, frame: Frame): Step<Outcome> {
  return chain(readerCall(state, input, frame), (call) =>
    andThen(chain<number | undefined, unknown>(maxItems(state, input, frame), () => tolerance(state, input, frame)), (numbers): Result<Outcome, StatesError> =>
      ok({ kind: 'await', effect: { kind: 'read', call, ...(numbers.ok ? {} : { failure: numbers.error }) } }),
    ),
  );
}

function enter(state: MapState, frame: Frame): Step<Outcome> {
  const input = frame.language === 'JSONata' ? ok(frame.input) : inputPath(state, frame);
  return chain(input, (effective) => {
    if (frame.language === 'JSONPath') frame.trace.put('afterInputPath', effective);
    if (state.ItemReader && frame.readerData === undefined) return readFirst(state, effective, frame);
    return chain(iterations(state, effective, frame), (made) => ok<Outcome>({ kind: 'await', effect: { kind: 'iterations', iterations: made } }));
  });
}

function settle(state: MapState, frame: Frame, result: Json): Step<Outcome> {
  if (frame.language === 'JSONata') return leaveJsonata(state, onward(state), result, frame, { result });
  return chain(template(state.ResultSelector, result, frame), (value) => {
    frame.trace.put('afterResultSelector', value);
    return chain(resultPath(state.ResultPath, value, frame), (merged) => {
      frame.trace.put('afterResultPath', merged);
      return leaveJsonPath(state, onward(state), merged, result, frame);
    });
  });
}

export const mapState: Evaluator<MapState> = {
  enter: (state, frame) => outcomeOf(enter(state, frame)),
  settle: (state, frame, reply) => outcomeOf(settle(state, frame, reply)),
};
