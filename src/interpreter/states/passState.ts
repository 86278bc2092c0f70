import { ok } from '../../lib/Result.ts';
import { inputPath, leaveJsonata, leaveJsonPath, resultPath, template } from '../dataFlow.ts';
import { chain, type Step } from '../failure.ts';
import type { Frame } from '../frame.ts';
import { neverSettles, outcomeOf, type Evaluator, type Outcome } from '../outcome.ts';
import type { Json } from '../../lib/Json.ts';
import { onward, type PassState } from './definition.ts';

/** `Result: null` counts as no Result (recorded); any other Result makes InputPath and Parameters irrelevant. */
const hasResult = (state: PassState): boolean => state.Result !== undefined && state.Result !== null;

function result(state: PassState, frame: Frame): Step<Json> {
  if (hasResult(state)) {
    frame.trace.put('result', state.Result as Json);
    return ok(state.Result as Json);
  }
  return chain(inputPath(state, frame), (effective) => {
    frame.trace.put('afterInputPath', effective);
    return chain(template(state.Parameters, effective, frame), (value) => {
      frame.trace.put('afterParameters', value);
      return ok(value);
    });
  });
}

function enterJsonPath(state: PassState, frame: Frame): Step<Outcome> {
  return chain(result(state, frame), (value) => {
    frame.trace.put('afterResultSelector', value);
    return chain(resultPath(state.ResultPath, value, frame), (merged) => {
      frame.trace.put('afterResultPath', merged);
      return leaveJsonPath(state, onward(state), merged, value, frame);
    });
  });
}

export const passState: Evaluator<PassState> = {
  enter: (state, frame) =>
    outcomeOf(frame.language === 'JSONata' ? leaveJsonata(state, onward(state), frame.input, frame) : enterJsonPath(state, frame)),
  settle: neverSettles,
};
