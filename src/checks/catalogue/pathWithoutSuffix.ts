import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { renameTo } from '../fixes.ts';
import { at, membersWithin, plainText } from '../stateParts.ts';

const TEMPLATES: ReadonlySet<string> = new Set(['Parameters', 'ResultSelector', 'ItemSelector', 'Assign']);
const PATH = /^\$(\$?\.[A-Za-z_]|\[')/;

export const pathWithoutSuffix: CheckRule = {
  id: 'path-without-suffix',
  severity: 'warning',
  title: 'A path that is taken as text',
  why: 'In Parameters, ResultSelector, ItemSelector and Assign a path is followed only where the name ends in .$; otherwise the text itself is passed on, dollar sign and all. AWS does not mind.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { id: '$.order.id' }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'id.$': '$.order.id' }, End: true } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONPath' ? [] : membersWithin(state, TEMPLATES).flatMap(({ key, value, way }) =>
    (!key.value.endsWith('.$') && plainText(value) && PATH.test(value.value) && parseJsonPath(value.value).ok
      ? [finding(at(state, key, ...way), `${value.value} is passed on as text. Write "${key.value}.$" to follow the path.`)] : []))),
  fix: { label: 'Follow the path', safe: false, ops: renameTo((name) => `${name}.$`) },
};
