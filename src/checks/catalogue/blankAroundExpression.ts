import { type CheckRule, finding } from '../CheckRule.ts';
import { setWhere } from '../fixes.ts';
import { isExpression } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';

export const blankAroundExpression: CheckRule = {
  id: 'blank-around-expression',
  severity: 'warning',
  title: 'Blanks around an expression',
  why: 'Only a text that begins with {% and ends with %} is evaluated. One blank outside, or a word beside it, and the whole is passed on as text.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: ' {% $states.input %}', End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $states.input %}', End: true } } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) =>
    (!isExpression(node.value) && isExpression(node.value.trim()) && way[0] !== 'Comment' ? [finding(at(state, node, ...way), 'The blanks around {% … %} make this a text. Remove them.')] : []))),
  fix: { label: 'Remove the blanks', safe: true, ops: setWhere((text) => text.trim()) },
};
