import { inputPath, leaveJsonata, leaveJsonPath } from '../dataFlow.ts';
import { chain } from '../failure.ts';
import { neverSettles, outcomeOf, type Evaluator } from '../outcome.ts';
import type { SucceedState } from './definition.ts';

export const succeedState: Evaluator<SucceedState> = {
  enter: (state, frame) =>
    outcomeOf(
      frame.language === 'JSONata'
        ? leaveJsonata(state, null, frame.input, frame)
        : chain(inputPath(state, frame), (effective) => {
            frame.trace.put('afterInputPath', effective);
            return leaveJsonPath(state, null, effective, effective, frame);
          }),
    ),
  settle: neverSettles,
};
