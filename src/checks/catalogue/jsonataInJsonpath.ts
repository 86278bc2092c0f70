import { type CheckRule, finding } from '../CheckRule.ts';
import { isExpression } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';

export const jsonataInJsonpath: CheckRule = {
  id: 'jsonata-in-jsonpath',
  severity: 'warning',
  title: 'A JSONata expression in a JSONPath state',
  why: 'JSONPath states do not evaluate {% … %}: the text is passed on as it is.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { id: '{% $states.input.id %}' }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'id.$': '$.id' }, End: true } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONPath' ? [] : textsWithin(state).flatMap(({ node, way }) =>
    (isExpression(node.value) && !['Comment', 'Result'].includes(String(way[0])) ? [finding(at(state, node, ...way), `${JSON.stringify(state.name)} uses JSONPath, so this expression stays a text. Use a path, or set "QueryLanguage": "JSONata" on the state.`)] : []))),
};
