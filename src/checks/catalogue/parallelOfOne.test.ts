import { proveRule } from '../testing/proveRule.ts';
import { done } from '../examples.ts';
import { parallelOfOne } from './parallelOfOne.ts';

proveRule(parallelOfOne, {
  silent: { 'one branch with a Catch around it': { P: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: done } }], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true }, B: done } },
});
