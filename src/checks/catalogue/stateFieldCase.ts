import { fieldsOf, isStateType } from '../../asl/fields.ts';
import type { StateType } from '../../asl/names.ts';
import { childPointer, memberOf, nodeAt, parentPointer, ROOT, stringOf } from '../../asl/pointer.ts';
import type { Tree } from '../../asl/tree.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { renameTo } from '../fixes.ts';
import type { Problem } from '../problem.ts';

const canonical = (field: string, tree: Tree, problem: Problem): string | null => {
  const type = stringOf(nodeAt(tree, parentPointer(problem.pointer) ?? ROOT), 'Type');
  return isStateType(type) ? (namesOf(type).find((known) => known.toLowerCase() === field.toLowerCase()) ?? null) : null;
};
const names = new Map<StateType, readonly string[]>();

/** Put together once: every state asks. */
function namesOf(type: StateType): readonly string[] {
  let known = names.get(type);
  if (!known) names.set(type, (known = [...new Set([...fieldsOf(type, 'JSONPath'), ...fieldsOf(type, 'JSONata')])]));
  return known;
}

export const stateFieldCase: CheckRule = {
  id: 'state-field-case',
  severity: 'warning',
  title: 'A field in the wrong case',
  why: 'Fields are written with capitals, as AWS has them. One in another case is a field that AWS does not know and does not act on: a "retry" never retries.',
  example: {
    bad: { A: { Type: 'Pass', comment: 'first', End: true } },
    good: { A: { Type: 'Pass', Comment: 'first', End: true } },
  },
  of: 'state',
  find: ({ node, type, ...state }) => (node.kind !== 'object' || !isStateType(type) ? [] : node.members.flatMap(({ key }) => {
    const right = namesOf(type).find((known) => known !== key.value && known.toLowerCase() === key.value.toLowerCase());
    return right === undefined || memberOf(node, key.value)?.key !== key || namesOf(type).includes(key.value) ? [] : [finding({ offset: key.offset, length: key.length, pointer: childPointer(state.pointer, key.value), state: state.id }, `Write ${right}: AWS does not act on ${JSON.stringify(key.value)}.`)];
  })),
  fix: { label: 'Write it with its capitals', safe: true, ops: renameTo(canonical) },
};
