import { memberOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { at } from '../stateParts.ts';

export const selectorThenDropped: CheckRule = {
  id: 'selector-then-dropped',
  severity: 'warning',
  title: 'A result that is shaped and then dropped',
  why: 'ResultPath null keeps the input and drops the result. ResultSelector has then worked for nothing.',
  example: {
    bad: { Call: task('lambda:invoke', { ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: null }) },
    good: { Call: task('lambda:invoke', { ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: '$.called' }) },
  },
  of: 'state',
  find: (state) => {
    const path = valueOf(state.node, 'ResultPath');
    if (path?.kind !== 'literal' || path.value !== null || !memberOf(state.node, 'ResultSelector')) return [];
    return [finding(at(state, path, 'ResultPath'), `ResultPath null drops what ResultSelector of ${JSON.stringify(state.name)} makes. Say where the result belongs, such as $.result, or remove ResultSelector.`)];
  },
};
