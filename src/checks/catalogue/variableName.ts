import { type CheckRule, finding } from '../CheckRule.ts';
import { assignments } from '../assignments.ts';
import { hasPlaceholder } from '../problem.ts';
import { at } from '../stateParts.ts';

const NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

export const variableName: CheckRule = {
  id: 'variable-name',
  severity: 'error',
  title: 'A variable name that AWS refuses',
  why: 'Names of variables begin with a letter, hold letters, digits and underscores, and have 80 characters at most; $states is reserved.',
  example: {
    bad: { Set: { Type: 'Pass', Assign: { 'order-id': 1 }, End: true } },
    good: { Set: { Type: 'Pass', Assign: { orderId: 1 }, End: true } },
  },
  of: 'state',
  find: (state) => assignments(state).flatMap(({ name, key, way }) => {
    if (hasPlaceholder(name) || (NAME.test(name) && name.length <= 80 && name !== 'states')) return [];
    const next = name === 'states' ? '$states is reserved. Choose another name.' : 'Use letters, digits and underscores, 80 at most, a letter first.';
    return [finding(at(state, key, ...way), `${JSON.stringify(name)} cannot be the name of a variable. ${next}`)];
  }),
};
