import { wrongResultType } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluateJsonataTemplate, jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
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
  const input = inputPath(state, frame);
  if (!input.ok) return input;
  frame.trace.put('afterInputPath', input.value);
  const scope = pathScope(frame, input.value);
  for (const [index, rule] of state.Choices.entries()) {
    const verdict = matchesRule(rule, scope);
    if (!verdict.ok) return verdict;
    if (!verdict.value) continue;
    frame.trace.rule?.(index);
    // A rule's Assign stands in for the state's, which belongs to Default only (recorded).
    return leaveJsonPath(rule.Assign === undefined && state.Assign === undefined ? state : { ...outputPathOf(state), ...assignOf(rule) }, rule.Next ?? null, input.value, input.value, frame);
  }
  if (state.Default === undefined) return err(runtimeError(NOWHERE));
  frame.trace.rule?.('default');
  return leaveJsonPath(state, state.Default, input.value, input.value, frame);
}

const outputPathOf = ({ OutputPath }: ChoiceState) => (OutputPath === undefined ? {} : { OutputPath });
const assignOf = ({ Assign }: ChoiceRule) => (Assign === undefined ? {} : { Assign });

const CONDITION_PLACES = Array.from({ length: 32 }, (_, i) => `Choices[${i}]/Condition`);
const isBoolean = (value: Json): value is boolean => typeof value === 'boolean';

function condition(rule: ChoiceRule, i: number, frame: Frame): Step<boolean> {
  const place = CONDITION_PLACES[i] ?? `Choices[${i}]/Condition`;
  const field = rule.Condition ?? false;
  const value = evaluateJsonataTemplate(field, place, jsonataScope(frame));
  return andThen(value, (found) => {
    if (!found.ok) return named(found, 'JSONata');
    return isBoolean(found.value) ? ok(found.value) : named(err(wrongResultType(jsonataText(field) ?? '', place, 'boolean', found.value)), 'JSONata');
  });
}

function enterJsonata(state: ChoiceState, frame: Frame, i = 0): Step<Outcome> {
  const rule = state.Choices[i];
  if (rule === undefined) {
    if (state.Default === undefined) return err(runtimeError(NOWHERE));
    frame.trace.rule?.('default');
    return leaveJsonata(state, state.Default, frame.input, frame);
  }
  return chain(condition(rule, i, frame), (matches) => {
    if (!matches) return enterJsonata(state, frame, i + 1);
    frame.trace.rule?.(i);
    return leaveJsonata(rule, rule.Next ?? null, frame.input, frame, {}, `Choices[${i}]/`);
  });
}

export const choiceState: Evaluator<ChoiceState> = {
  enter: (state, frame) => outcomeOf(frame.language === 'JSONata' ? enterJsonata(state, frame) : enterJsonPath(state, frame)),
  settle: neverSettles,
};
