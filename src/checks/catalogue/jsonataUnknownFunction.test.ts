import { proveRule } from '../testing/proveRule.ts';
import { jsonataUnknownFunction } from './jsonataUnknownFunction.ts';

const pass = (Output: string) => ({ StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output, End: true } } });

proveRule(jsonataUnknownFunction, {
  silent: {
    'a function that the expression makes': pass('{% ($twice := function($x) { $x * 2 }; $twice(2)) %}'),
    'a function that is handed in': pass('{% $map([1], function($v) { $v }) %}'),
    'what Step Functions adds': pass('{% [$partition([1, 2], 1), $range(1, 2, 1), $hash("a", "MD5"), $uuid(), $parse("1"), $random(1)] %}'),
    'what is left to another rule': pass('{% $eval("1") %}'),
  },
  fires: { 'a call further in': pass('{% $states.input.items.{ "id": $makeId(id) } %}') },
});
