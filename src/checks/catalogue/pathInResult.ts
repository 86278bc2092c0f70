import { type CheckRule, finding } from '../CheckRule.ts';
import { at, membersWithin } from '../stateParts.ts';

export const pathInResult: CheckRule = {
  id: 'path-in-result',
  severity: 'warning',
  title: 'Result is never evaluated',
  why: 'Result is taken as it stands: a member such as "id.$" stays in the output with its suffix, and the path stays a text. Parameters does what is meant.',
  example: {
    bad: { A: { Type: 'Pass', Result: { 'id.$': '$.order.id' }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'id.$': '$.order.id' }, End: true } },
  },
  of: 'state',
  find: (state) => {
    if (state.type !== 'Pass' || state.language !== 'JSONPath') return [];
    const inside = membersWithin(state, new Set(['Result'])).find(({ key, value }) => key.value.endsWith('.$') && value.kind === 'string' && /^(\$|States\.)/.test(value.value));
    return inside ? [finding(at(state, inside.key, ...inside.way), `Result is taken as it stands, so ${inside.key.value} is not evaluated. Use Parameters instead of Result.`)] : [];
  },
};
