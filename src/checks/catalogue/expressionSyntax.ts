import { jsonataSyntax } from '../../expr/jsonata/jsonataSyntax.ts';
import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { offsetInText } from '../offsetInText.ts';
import { isUnknown } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';

export const expressionSyntax: CheckRule = {
  id: 'expression-syntax',
  severity: 'error',
  title: 'A JSONata expression that cannot be read',
  why: 'AWS reads every expression when the definition is saved, and refuses one that is not JSONata.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $states.input.a + %}', End: true } } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: { Type: 'Pass', Output: '{% $states.input.a + 1 %}', End: true } } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) => {
    const text = isUnknown(node) ? null : jsonataText(node.value);
    const error = text === null ? null : jsonataSyntax(text);
    if (text === null || error === null || way[0] === 'Comment') return [];
    const start = node.value.indexOf(text, 2);
    const range = offsetInText(tree, node, start + Math.min(error.offset, Math.max(text.length - 1, 0)));
    return [finding(at(state, range, ...way), `This expression cannot be read. ${error.message}`)];
  })),
};
