import { childPointer, itemsOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { hasUnknownMembers, isUnknown, ofOneState, problem, type Place, type Problem } from '../problem.ts';

/** Retry and Catch: `ErrorEquals` names errors; `States.ALL` stands alone and last. Source: asl-semantics.md section 7. */
export const errorHandling = ofOneState((state) => [...checkList(state, 'Retry', 'retrier'), ...checkList(state, 'Catch', 'catcher')]);

function checkList(state: StateEntry, field: 'Retry' | 'Catch', what: string): readonly Problem[] {
  const list = valueOf(state.node, field);
  if (list === undefined || isUnknown(list)) return [];
  const place = (node: ValueNode, ...way: readonly (string | number)[]): Place => ({ offset: node.offset, length: node.length, pointer: childPointer(state.pointer, field, ...way), state: state.id });
  if (list.kind !== 'array') return [problem('error', `bad-${what}s`, place(list), `${field} must be a list of ${what}s.`)];
  return list.items.flatMap((item, index) => {
    if (isUnknown(item) || hasUnknownMembers(item)) return [];
    const errors = valueOf(item, 'ErrorEquals');
    if (errors !== undefined && isUnknown(errors)) return [];
    if (errors?.kind !== 'array' || errors.items.length === 0) {
      return [problem('error', `${what}-without-errors`, place(item, index), `This ${what} names no errors. Add ErrorEquals, such as ["States.ALL"].`)];
    }
    return statesAll(errors, index === list.items.length - 1, place(errors, index, 'ErrorEquals'), what);
  });
}

function statesAll(errors: ValueNode, last: boolean, place: Place, what: string): readonly Problem[] {
  const names = itemsOf(errors).map((error) => (error.kind === 'string' ? error.value : ''));
  if (!names.includes('States.ALL')) return [];
  if (names.length > 1) return [problem('error', 'states-all-not-alone', place, `States.ALL must be the only error of its ${what}: it matches the others anyway. Remove the others, or States.ALL.`)];
  if (!last) return [problem('error', 'states-all-not-last', place, `States.ALL must be in the last ${what}: those after it would never be used. Move it to the end.`)];
  return [];
}
