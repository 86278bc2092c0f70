import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateExpression } from '../../expr/payloadTemplate.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok } from '../../lib/Result.ts';
import { chain, named, type StatesError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import { neverSettles, type Evaluator } from '../outcome.ts';
import type { FailState } from './definition.ts';

type Part = 'Error' | 'Cause';

function jsonataPart(state: FailState, part: Part, frame: Frame): Step<string | undefined> {
  const field = state[part];
  if (field === undefined) return ok(undefined);
  const typed = evaluateTyped(field, part, jsonataScope(frame), (value, text) =>
    typeof value === 'string' ? ok(value) : err(wrongResultType(text ?? '', part, 'string', value)),
  );
  return andThen(typed, (value) => named(value, 'JSONata'));
}

function jsonPathPart(state: FailState, part: Part, frame: Frame): Step<string | undefined> {
  const path = state[`${part}Path`];
  if (path === undefined) return ok(state[part]);
  const value = named(evaluateExpression(path, `${part}Path`, pathScope(frame, frame.input)), 'JSONPath');
  if (!value.ok) return value;
  return ok(typeof value.value === 'string' ? value.value : JSON.stringify(value.value));
}

export const failState: Evaluator<FailState> = {
  enter(state, frame) {
    const part = frame.language === 'JSONata' ? jsonataPart : jsonPathPart;
    if (frame.language === 'JSONPath') frame.trace.put('afterInputPath', frame.input);
    const both: Step<StatesError> = chain(part(state, 'Error', frame), (error) =>
      chain(part(state, 'Cause', frame), (cause) =>
        ok({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) }),
      ),
    );
    return andThen(both, (failure) => ({ kind: 'fail', failure: failure.ok ? failure.value : failure.error }));
  },
  settle: neverSettles,
};
