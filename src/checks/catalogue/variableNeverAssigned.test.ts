import { proveRule } from '../testing/proveRule.ts';
import { variableNeverAssigned } from './variableNeverAssigned.ts';

proveRule(variableNeverAssigned, {
  silent: {
    'functions and names that an expression binds': { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% ($n := 1; $map([1], function($v) { $v + $n + $sum([1]) })) %}', End: true } } },
    'names that an expression gives': { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Assign: '{% $states.input %}', Next: 'B' }, B: { Type: 'Pass', Output: '{% $any %}', End: true } } },
  },
  fires: { 'a variable of outside, in a distributed Map': { Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Each' }, Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'n.$': '$order' }, End: true } } }, End: true } } },
});
