import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import { evaluatePathField } from '../../expr/payloadTemplate.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok } from '../../lib/Result.ts';
import { inputPath, jsonata, leaveJsonata, leaveJsonPath, resultPath, template } from '../dataFlow.ts';
import type { TaskCall } from '../environment.ts';
import { chain, named, runtimeError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import { outcomeOf, type Evaluator, type Outcome } from '../outcome.ts';
import { onward, type ParallelState, type TaskState } from './definition.ts';

/** What the work is given: InputPath and Parameters, or Arguments. */
function effectiveInput(state: TaskState, frame: Frame): Step<Json> {
  if (frame.language === 'JSONata') {
    const args = state.Arguments === undefined ? ok(frame.input) : jsonata(state.Arguments, 'Arguments', jsonataScope(frame));
    return chain(args, (value) => {
      frame.trace.put('afterArguments', value);
      return ok(value);
    });
  }
  return chain(inputPath(state, frame), (input) => {
    frame.trace.put('afterInputPath', input);
    return chain(template(state.Parameters, input, frame), (value) => {
      frame.trace.put('afterParameters', value);
      return ok(value);
    });
  });
}

function credentials(state: TaskState, frame: Frame): Step<JsonObject | undefined> {
  if (state.Credentials === undefined) return ok(undefined);
  const value: Step<Json> =
    frame.language === 'JSONata'
      ? jsonata(state.Credentials, 'Credentials', jsonataScope(frame))
      : chain(inputPath(state, frame), (input) => template(state.Credentials, input, frame));
  return chain(value, (made) => ok(isJsonObject(made) ? made : undefined));
}

/** TimeoutSeconds or HeartbeatSeconds in seconds; undefined where the state has none. */
function seconds(state: TaskState, name: 'TimeoutSeconds' | 'HeartbeatSeconds', frame: Frame): Step<number | undefined> {
  const path = state[`${name}Path`];
  if (path !== undefined) {
    return chain(inputPath(state, frame), (input) =>
      chain(named(evaluatePathField(path, pathScope(frame, input)), 'JSONPath'), (value) =>
        typeof value === 'number' ? ok(value) : err(runtimeError(`The ${name}Path parameter does not reference a number: ${path} == ${JSON.stringify(value)}`)),
      ),
    );
  }
  const field = state[name];
  if (field === undefined) return ok(undefined);
  const typed = evaluateTyped(field, name, jsonataScope(frame), (value, text) =>
    typeof value === 'number' ? ok(value) : err(wrongResultType(text ?? '', name, 'number', value)),
  );
  return andThen(typed, (value) => named(value, 'JSONata'));
}

function enter(state: TaskState, frame: Frame): Step<Outcome> {
  return chain(effectiveInput(state, frame), (args) =>
    chain(seconds(state, 'TimeoutSeconds', frame), (timeout) =>
      chain(seconds(state, 'HeartbeatSeconds', frame), (heartbeat) =>
        chain(credentials(state, frame), (role): Step<Outcome> => {
          const call: TaskCall = {
            stateName: frame.stateName,
            resource: state.Resource,
            arguments: args,
            field: frame.language === 'JSONata' ? 'Arguments' : 'Parameters',
            ...(role === undefined ? {} : { credentials: role }),
            ...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
            ...(heartbeat === undefined ? {} : { heartbeatMs: heartbeat * 1000 }),
          };
          return ok({ kind: 'await', effect: { kind: 'call', call } });
        }),
      ),
    ),
  );
}

/** From the raw result to the next state; the same for Task and Parallel but for `result`, which only a Task shows. */
export function settleResult(state: TaskState | ParallelState, frame: Frame, result: Json): Step<Outcome> {
  if (frame.language === 'JSONata') return leaveJsonata(state, onward(state), result, frame, { result });
  return chain(template(state.ResultSelector, result, frame), (selected) => {
    frame.trace.put('afterResultSelector', selected);
    return chain(resultPath(state.ResultPath, selected, frame), (merged) => {
      frame.trace.put('afterResultPath', merged);
      return leaveJsonPath(state, onward(state), merged, result, frame);
    });
  });
}

export const taskState: Evaluator<TaskState> = {
  enter: (state, frame) => outcomeOf(enter(state, frame)),
  settle(state, frame, reply) {
    frame.trace.put('result', reply);
    return outcomeOf(settleResult(state, frame, reply));
  },
};
