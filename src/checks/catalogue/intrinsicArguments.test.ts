import { proveRule } from '../testing/proveRule.ts';
import { intrinsicArguments } from './intrinsicArguments.ts';

const pass = (call: string) => ({ A: { Type: 'Pass', Parameters: { 'x.$': call }, End: true } });

proveRule(intrinsicArguments, {
  silent: { 'a seed that may be given': pass('States.MathRandom(1, 2, 3)'), 'any number of values': pass("States.Array($.a, 'b', 3)") },
  fires: { 'one argument too many': pass('States.ArrayLength($.a, 1)'), 'one too few, further in': pass('States.Array(States.MathAdd(1))'), 'arguments where there are none': pass('States.UUID($.a)') },
});
