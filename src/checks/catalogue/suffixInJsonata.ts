import { type CheckRule, finding } from '../CheckRule.ts';
import { at, membersWithin } from '../stateParts.ts';

export const suffixInJsonata: CheckRule = {
  id: 'suffix-in-jsonata',
  severity: 'warning',
  title: 'A name with .$ in a JSONata state',
  why: 'The suffix .$ belongs to JSONPath. In a JSONata state it is part of the name, and the path stays a text.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: { 'id.$': '$.order.id' }, End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: { id: '{% $states.input.order.id %}' }, End: true } } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONata' ? [] : membersWithin(state).flatMap(({ key, value, way }) =>
    (key.value.endsWith('.$') && value.kind === 'string' && way.length > 1 ? [finding(at(state, key, ...way), `${key.value} is the whole name here, and nothing is evaluated. Write "${key.value.slice(0, -2)}": "{% … %}".`)] : []))),
};
