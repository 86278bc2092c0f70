import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { isReferencePath } from '../../expr/jsonpath/referencePath.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { at, membersWithin, plainText } from '../stateParts.ts';

export const resultPathReference: CheckRule = {
  id: 'result-path-reference',
  severity: 'error',
  title: 'ResultPath that names no single place',
  why: 'ResultPath says where the result goes, so it must be a reference path: names and indexes below $, without wildcards, filters, calls, $$ or variables. AWS refuses others.',
  example: {
    bad: { A: { Type: 'Pass', Result: 1, ResultPath: '$.items[*].n', End: true } },
    good: { A: { Type: 'Pass', Result: 1, ResultPath: '$.items[0].n', End: true } },
  },
  of: 'state',
  find: (state) => membersWithin(state, new Set(['ResultPath', 'Catch'])).flatMap(({ key, value, way }) => {
    if (state.language !== 'JSONPath' || key.value !== 'ResultPath' || !plainText(value)) return [];
    const path = parseJsonPath(value.value);
    if (!path.ok || (isReferencePath(path.value) && path.value.root.kind === 'input')) return [];
    return [finding(at(state, value, ...way), `ResultPath ${value.value} does not name one place. Use names and indexes only, such as $.result.`)];
  }),
};
