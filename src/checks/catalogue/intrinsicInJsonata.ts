import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { at, textsWithin } from '../stateParts.ts';

export const intrinsicInJsonata: CheckRule = {
  id: 'intrinsic-in-jsonata',
  severity: 'warning',
  title: 'An intrinsic function in a JSONata state',
  why: 'States.Format, States.JsonToString and the others belong to JSONPath. JSONata has its own: $string, $uuid, $hash, the & operator.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: "{% States.Format('{}', $states.input.id) %}", End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% "order " & $states.input.id %}', End: true } } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) => {
    const text = jsonataText(node.value);
    const name = text === null ? undefined : /\bStates\.(\w+)\s*\(/.exec(text.replace(/"(?:\\.|[^"\\])*"/g, ''))?.[1];
    return name === undefined ? [] : [finding(at(state, node, ...way), `States.${name} belongs to JSONPath and is not known to JSONata. Use a JSONata function instead.`)];
  })),
};
