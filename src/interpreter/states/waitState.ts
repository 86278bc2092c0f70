import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import { evaluatePath } from '../../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import type { Json } from '../../lib/Json.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { instantMs, parseTimestamp } from '../../lib/timestamp.ts';
import { inputPath, leaveJsonata, leaveJsonPath } from '../dataFlow.ts';
import type { EpochMs } from '../environment.ts';
import { chain, named, queryError, runtimeError, type StatesError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import { outcomeOf, type Evaluator, type Outcome } from '../outcome.ts';
import { onward, type WaitState } from './definition.ts';

/** 2^31 - 1 seconds: 24,855 days were accepted, 24,856 were not. */
const MAX_DELAY_MS = 2_147_483_647_000;

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Undefined: the path finds nothing. */
function referred(path: string, input: Json, frame: Frame): Json | undefined {
  const parsed = parseJsonPath(path);
  if (!parsed.ok) return undefined;
  const found = evaluatePath(parsed.value, pathScope(frame, input));
  return found.ok ? found.value : undefined;
}

/** An integer, or a text that spells one. */
function secondsAtPath(path: string, input: Json, frame: Frame): Result<number, StatesError> {
  const value = referred(path, input, frame);
  if (value === undefined) return err(runtimeError(`The SecondsPath parameter does not reference an input value: ${path}`));
  const seconds = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value;
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) {
    return err(runtimeError(`The SecondsPath parameter cannot be parsed as a long value: ${path} == ${shown(value)}`));
  }
  if (seconds < 0) return err(runtimeError(`The SecondsPath parameter references a negative value: ${path} == ${shown(value)}`));
  return ok(seconds);
}

function timestampAtPath(path: string, input: Json, frame: Frame): Result<EpochMs, StatesError> {
  const value = referred(path, input, frame);
  const instant = typeof value === 'string' ? parseTimestamp(value) : null;
  if (instant) return ok(instantMs(instant));
  return err(
    runtimeError(
      'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ' +
        `${path} == ${value === undefined ? 'null' : shown(value)}`,
    ),
  );
}

function seconds(field: number | string, frame: Frame): Step<number> {
  const typed = evaluateTyped(field, 'Seconds', jsonataScope(frame), (value, text) =>
    typeof value === 'number' ? ok(value) : err(wrongResultType(text ?? '', 'Seconds', 'number', value)),
  );
  return andThen(typed, (value) => named(value, 'JSONata'));
}

function timestamp(field: string, frame: Frame): Step<EpochMs> {
  const typed = evaluateTyped(field, 'Timestamp', jsonataScope(frame), (value, text) =>
    typeof value === 'string' ? ok(value) : err(wrongResultType(text ?? '', 'Timestamp', 'string', value)),
  );
  return chain(andThen(typed, (value) => named(value, 'JSONata')), (text) => {
    const instant = parseTimestamp(text);
    if (instant) return ok(instantMs(instant));
    return err(queryError(`The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`, 'Timestamp'));
  });
}

/** When the wait is over. A literal Seconds or Timestamp goes the JSONata way in both languages: it is no expression. */
function dueAt(state: WaitState, input: Json, frame: Frame): Step<EpochMs> {
  const after = (delay: number): EpochMs => frame.enteredAt + delay * 1000;
  if (state.SecondsPath !== undefined) return chain(secondsAtPath(state.SecondsPath, input, frame), (delay) => ok(after(delay)));
  if (state.TimestampPath !== undefined) return timestampAtPath(state.TimestampPath, input, frame);
  if (state.Timestamp !== undefined) return timestamp(state.Timestamp, frame);
  return chain(seconds(state.Seconds ?? 0, frame), (delay) => ok(after(delay)));
}

const effectiveInput = (state: WaitState, frame: Frame): Step<Json> =>
  frame.language === 'JSONata' ? ok(frame.input) : inputPath(state, frame);

export const waitState: Evaluator<WaitState> = {
  enter: (state, frame) =>
    outcomeOf(
      chain(effectiveInput(state, frame), (input) => {
        if (frame.language === 'JSONPath') frame.trace.put('afterInputPath', input);
        return chain(dueAt(state, input, frame), (until): Step<Outcome> => {
          if (until - frame.enteredAt > MAX_DELAY_MS) return err(runtimeError('Wait state delay is too long.'));
          return ok({ kind: 'await', effect: { kind: 'sleep', until } });
        });
      }),
    ),
  settle: (state, frame) =>
    outcomeOf(
      frame.language === 'JSONata'
        ? leaveJsonata(state, onward(state), frame.input, frame)
        : chain(inputPath(state, frame), (input) => leaveJsonPath(state, onward(state), input, input, frame)),
    ),
};
