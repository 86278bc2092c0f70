import { isIntrinsicText, parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { offsetInText } from '../offsetInText.ts';
import { isUnknown } from '../problem.ts';
import { at, membersWithin } from '../stateParts.ts';

const FIELDS: ReadonlySet<string> = new Set(['InputPath', 'OutputPath', 'ResultPath', 'ItemsPath', 'SecondsPath', 'TimestampPath', 'ErrorPath', 'CausePath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'MaxConcurrencyPath', 'ToleratedFailureCountPath', 'ToleratedFailurePercentagePath', 'Variable']);

function wrong(text: string, name: string): { readonly message: string; readonly offset: number } | null {
  const calls = name.endsWith('.$') || name === 'ErrorPath' || name === 'CausePath';
  if (calls && isIntrinsicText(text)) {
    const call = parseIntrinsic(text);
    return call.ok ? null : call.error;
  }
  const path = parseJsonPath(text);
  return path.ok ? null : path.error;
}

export const pathSyntax: CheckRule = {
  id: 'path-syntax',
  severity: 'error',
  title: 'A path or call that cannot be read',
  why: 'AWS reads every JSONPath and every intrinsic function when the definition is saved, and refuses one it cannot read.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { 'first.$': '$.items[0' }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'first.$': '$.items[0]' }, End: true } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONPath' ? [] : membersWithin(state).flatMap(({ key, value, way }) => {
    if (way[0] === 'Result' || value.kind !== 'string' || isUnknown(value) || !(FIELDS.has(key.value) || key.value.endsWith('.$'))) return [];
    const error = wrong(value.value, key.value);
    // Which filters AWS takes is wider than what is documented, so none of them is called wrong.
    if (error === null || value.value.includes('?(')) return [];
    const range = offsetInText(tree, value, Math.min(error.offset, Math.max(value.value.length - 1, 0)));
    return [finding(at(state, range, ...way), `${key.value} cannot be read: ${error.message}`)];
  })),
};
