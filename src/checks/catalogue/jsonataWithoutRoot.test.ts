import { proveRule } from '../testing/proveRule.ts';
import { jsonataWithoutRoot } from './jsonataWithoutRoot.ts';

const pass = (Output: string) => ({ StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output, End: true } } });

proveRule(jsonataWithoutRoot, {
  silent: {
    'names within a path': pass('{% $states.input.items[price > 5 and $.kind].id %}'),
    'names within a group': pass('{% $states.input.items{ kind: $sum(price) } %}'),
    'a function of its own': pass('{% $map($states.input.items, function($v) { $v.price + price }) %}'),
    'a sort': pass('{% $states.input.items^(>price) %}'),
    'a variable of the expression': pass('{% ($x := $states.input; $x.a & "text" & true & null) %}'),
    'a regular expression': pass('{% $contains($states.input.a, /b/) %}'),
  },
  fires: {
    'the dollar of JSONPath': pass('{% $.order %}'),
    'two dollars': pass('{% $$.order %}'),
    'a forgotten dollar': pass('{% states.input %}'),
    'a name among arguments': pass('{% $sum(prices) %}'),
    'a name in an object': pass("{% { 'a': order } %}"),
    'a name behind a condition': pass('{% $states.input.a ? b : [c] %}'),
  },
});
