import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateTyped } from '../../expr/jsonata/jsonataTemplate.ts';
import type { Json } from '../../lib/Json.ts';
import { andThen } from '../../lib/MaybePromise.ts';
import { err, ok } from '../../lib/Result.ts';
import { matchesRule } from '../choice/matchesRule.ts';
import { inputPath, leaveJsonata, leaveJsonPath } from '../dataFlow.ts';
import { chain, named, runtimeError, type Step } from '../failure.ts';
import { jsonataScope, pathScope, type Frame } from '../frame.ts';
import { neverSettles, outcomeOf, type Evaluator, type Outcome } from '../outcome.ts';
import type { ChoiceRule, ChoiceState } from './definition.ts';

const NOWHERE = 'Failed to transition out of the state. The state does not point to a next state.';

function enterJsonPath(state: ChoiceState, frame: Frame): Step<Outcome> {
  return chain(inputPath(state, frame), (input) => {
    frame.trace.put('afterInputPath', input);
    const scope = pathScope(frame, input);
    for (const rule of state.Choices) {
      const verdict = matchesRule(rule, scope);
      if (!verdict.ok) return verdict;
      // A rule's Assign stands in for the state's, which belongs to Default only (recorded).
      if (verdict.value) return leaveJsonPath({ ...outputPathOf(state), ...assignOf(rule) }, rule.Next ?? null, input, input, frame);
    }
    return state.Default === undefined ? err(runtimeError(NOWHERE)) : leaveJsonPath(state, state.Default, input, input, frame);
  });
}

const outputPathOf = ({ OutputPath }: ChoiceState) => (OutputPath === undefined ? {} : { OutputPath });
const assignOf = ({ Assign }: ChoiceRule) => (Assign === undefined ? {} : { Assign });

function condition(rule: ChoiceRule, i: number, frame: Frame): Step<boolean> {
  const place = `Choices[${i}]/Condition`;
  const typed = evaluateTyped(rule.Condition ?? false, place, jsonataScope(frame), (value: Json, text) =>
    typeof value === 'boolean' ? ok(value) : err(wrongResultType(text ?? '', place, 'boolean', value)),
  );
  return andThen(typed, (value) => named(value, 'JSONata'));
}

function enterJsonata(state: ChoiceState, frame: Frame, i = 0): Step<Outcome> {
  const rule = state.Choices[i];
  if (rule === undefined) {
    return state.Default === undefined ? err(runtimeError(NOWHERE)) : leaveJsonata(state, state.Default, frame.input, frame);
  }
  return chain(condition(rule, i, frame), (matches) =>
    matches ? leaveJsonata(rule, rule.Next ?? null, frame.input, frame, {}, `Choices[${i}]/`) : enterJsonata(state, frame, i + 1),
  );
}

export const choiceState: Evaluator<ChoiceState> = {
  enter: (state, frame) => outcomeOf(frame.language === 'JSONata' ? enterJsonata(state, frame) : enterJsonPath(state, frame)),
  settle: neverSettles,
};
