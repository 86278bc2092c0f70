import { proveRule } from '../testing/proveRule.ts';
import { noEndState } from './noEndState.ts';

proveRule(noEndState, {
  silent: { 'states that lead where nothing is known': { A: { Type: 'Pass', Next: '${Next}' } } },
});
