import { ok, type Result } from '../../lib/Result.ts';
import { inputPath, leaveJsonata, leaveJsonPath, resultPath, template } from '../dataFlow.ts';
import type { StatesError, Step } from '../failure.ts';
import type { Frame } from '../frame.ts';
import { neverSettles, outcomeOf, type Evaluator, type Outcome } from '../outcome.ts';
import type { Json } from '../../lib/Json.ts';
import { onward, type PassState } from './definition.ts';

/** `Result: null` counts as no Result (recorded); any other Result makes InputPath and Parameters irrelevant. */
const hasResult = (state: PassState): boolean => state.Result !== undefined && state.Result !== null;

function result(state: PassState, frame: Frame): Result<Json, StatesError> {
  if (hasResult(state)) {
    frame.trace.put('result', state.Result as Json);
    return ok(state.Result as Json);
  }
  const effective = inputPath(state, frame);
  if (!effective.ok) return effective;
  frame.trace.put('afterInputPath', effective.value);
  const value = template(state.Parameters, effective.value, frame);
  if (value.ok) frame.trace.put('afterParameters', value.value);
  return value;
}

/** Written without closures: most states of most runs pass here. */
function enterJsonPath(state: PassState, frame: Frame): Step<Outcome> {
  const value = result(state, frame);
  if (!value.ok) return value;
  frame.trace.put('afterResultSelector', value.value);
  const merged = resultPath(state.ResultPath, value.value, frame);
  if (!merged.ok) return merged;
  frame.trace.put('afterResultPath', merged.value);
  return leaveJsonPath(state, onward(state), merged.value, value.value, frame);
}

export const passState: Evaluator<PassState> = {
  enter: (state, frame) =>
    outcomeOf(frame.language === 'JSONata' ? leaveJsonata(state, onward(state), frame.input, frame) : enterJsonPath(state, frame)),
  settle: neverSettles,
};
