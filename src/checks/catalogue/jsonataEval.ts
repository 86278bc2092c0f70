import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { offsetInText } from '../offsetInText.ts';
import { at, textsWithin } from '../stateParts.ts';
import { jsonataUse } from '../variables/jsonataUse.ts';

export const jsonataEval: CheckRule = {
  id: 'jsonata-eval',
  severity: 'warning',
  title: '$eval does not exist here',
  why: 'Step Functions leaves out $eval, so the expression fails with States.QueryEvaluationError (T1006). $parse reads JSON text.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $eval($states.input.text) %}', End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $parse($states.input.text) %}', End: true } } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) => {
    const text = jsonataText(node.value);
    if (text === null || !text.includes('$eval')) return [];
    const call = jsonataUse(text)?.calls.find(({ name }) => name === 'eval');
    return call ? [finding(at(state, offsetInText(tree, node, Math.max(node.value.indexOf('$eval'), 0), 5), ...way), 'Step Functions has no $eval. Use $parse to read JSON text.')] : [];
  })),
};
