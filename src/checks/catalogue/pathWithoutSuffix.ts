import { parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { renameTo } from '../fixes.ts';
import { at, membersWithin, plainText } from '../stateParts.ts';

const TEMPLATES: ReadonlySet<string> = new Set(['Parameters', 'ResultSelector', 'ItemSelector', 'Assign']);
const PATH = /^\$(\$?\.[A-Za-z_]|\[')/;
const CALL = /^States\.[A-Z]\w*\(/;

const isMeant = (text: string): boolean => (PATH.test(text) && parseJsonPath(text).ok) || (CALL.test(text) && parseIntrinsic(text).ok);

export const pathWithoutSuffix: CheckRule = {
  id: 'path-without-suffix',
  severity: 'warning',
  title: 'A path that is taken as text',
  why: 'In Parameters, ResultSelector, ItemSelector and Assign a path is followed, and a function called, only where the name ends in .$; otherwise the text itself is passed on, dollar sign and all. AWS does not mind.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { id: '$.order.id' }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'id.$': '$.order.id' }, End: true } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONPath' ? [] : membersWithin(state, TEMPLATES).flatMap(({ key, value, way }) =>
    (!key.value.endsWith('.$') && plainText(value) && isMeant(value.value)
      ? [finding(at(state, key, ...way), `${value.value} is passed on as text. Write "${key.value}.$" to ${CALL.test(value.value) ? 'call the function' : 'follow the path'}.`)] : []))),
  fix: { label: 'Add .$ to the name', safe: false, ops: renameTo((name) => `${name}.$`) },
};
