import type { Json } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import type { Frame } from './frame.ts';
import type { Evaluator, Outcome } from './outcome.ts';
import { choiceState } from './states/choiceState.ts';
import type { State, StateByType } from './states/definition.ts';
import { failState } from './states/failState.ts';
import { mapState } from './states/mapState.ts';
import { parallelState } from './states/parallelState.ts';
import { passState } from './states/passState.ts';
import { succeedState } from './states/succeedState.ts';
import { taskState } from './states/taskState.ts';
import { waitState } from './states/waitState.ts';

/** One for each type: a missing or mismatched evaluator does not compile. */
const evaluators: { readonly [T in State['Type']]: Evaluator<StateByType[T]> } = {
  Task: taskState,
  Pass: passState,
  Choice: choiceState,
  Wait: waitState,
  Succeed: succeedState,
  Fail: failState,
  Parallel: parallelState,
  Map: mapState,
};

// Methods are bivariant, so this compiles; that `state` and its evaluator carry the same tag, the table above has proved.
const evaluatorOf = (state: State): Evaluator<State> => evaluators[state.Type];

export const enter = (state: State, frame: Frame): MaybePromise<Outcome> => evaluatorOf(state).enter(state, frame);
export const settle = (state: State, frame: Frame, reply: Json): MaybePromise<Outcome> => evaluatorOf(state).settle(state, frame, reply);
