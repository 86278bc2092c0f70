import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { offsetInText } from '../offsetInText.ts';
import { at, textsWithin } from '../stateParts.ts';
import { rootlessNames } from '../variables/rootlessNames.ts';

export const jsonataWithoutRoot: CheckRule = {
  id: 'jsonata-without-root',
  severity: 'warning',
  title: 'An expression that reads of nothing',
  why: 'At the top of an expression Step Functions has no data: a bare name, $ or $$ gives nothing, and the state fails with States.QueryEvaluationError. The input is $states.input, a result $states.result, a variable $name.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% order.total * 2 %}', End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $states.input.order.total * 2 %}', End: true } } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) => {
    const text = jsonataText(node.value);
    if (text === null) return [];
    const before = node.value.indexOf(text);
    return rootlessNames(text).map((name) =>
      finding(at(state, offsetInText(tree, node, before + name.offset, name.text.length), ...way), `${name.text} is read of nothing here. Write ${name.text.startsWith('$') ? '$states.input' : `$states.input.${name.text}`} for the input, or $name for a variable.`));
  })),
};
