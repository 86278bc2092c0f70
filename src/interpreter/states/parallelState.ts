import { ok } from '../../lib/Result.ts';
import type { Json } from '../../lib/Json.ts';
import { inputPath, jsonata, template } from '../dataFlow.ts';
import { chain, type Step } from '../failure.ts';
import { jsonataScope, type Frame } from '../frame.ts';
import { outcomeOf, type Evaluator, type Outcome } from '../outcome.ts';
import type { ParallelState } from './definition.ts';
import { settleResult } from './taskState.ts';

/** One input for all branches. TestState shows none of these stages for a Parallel state (recorded). */
function branchInput(state: ParallelState, frame: Frame): Step<Json> {
  if (frame.language === 'JSONata') return state.Arguments === undefined ? ok(frame.input) : jsonata(state.Arguments, 'Arguments', jsonataScope(frame));
  return chain(inputPath(state, frame), (input) => template(state.Parameters, input, frame));
}

export const parallelState: Evaluator<ParallelState> = {
  enter: (state, frame) =>
    outcomeOf(
      chain(branchInput(state, frame), (input) => ok<Outcome>({ kind: 'await', effect: { kind: 'branches', branches: state.Branches, input } })),
    ),
  settle: (state, frame, reply) => outcomeOf(settleResult(state, frame, reply)),
};
