import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean } from '../didYouMean.ts';
import { offsetInText } from '../offsetInText.ts';
import { at, textsWithin } from '../stateParts.ts';
import { JSONATA_FUNCTIONS, jsonataUse } from '../variables/jsonataUse.ts';

const KNOWN = [...JSONATA_FUNCTIONS].map((name) => `$${name}`);

export const jsonataUnknownFunction: CheckRule = {
  id: 'jsonata-unknown-function',
  severity: 'warning',
  title: 'A function that does not exist',
  why: 'Neither JSONata nor Step Functions has a function of that name, and a variable of a workflow holds none. The expression fails with States.QueryEvaluationError (T1006).',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $upercase($states.input.name) %}', End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $uppercase($states.input.name) %}', End: true } } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) => {
    const text = jsonataText(node.value);
    if (text === null) return [];
    const before = node.value.indexOf(text);
    return (jsonataUse(text)?.unknownCalls ?? []).map(({ name, offset }) =>
      finding(at(state, offsetInText(tree, node, before + offset - name.length - 1, name.length + 1), ...way), `There is no function $${name}.${didYouMean(`$${name}`, KNOWN) || ' Correct its name, or define it in the expression.'}`));
  })),
};
