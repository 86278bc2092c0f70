import { fieldsOf, fieldUse, isStateType } from '../../asl/fields.ts';
import { STATE_TYPES } from '../../asl/names.ts';
import { childPointer } from '../../asl/pointer.ts';
import { nearest } from '../didYouMean.ts';
import { hasPlaceholder, ofOneState, problem, type Place } from '../problem.ts';

const OF_SOME_TYPE: ReadonlySet<string> = new Set(STATE_TYPES.flatMap((type) => [...fieldsOf(type, 'JSONPath'), ...fieldsOf(type, 'JSONata')]));

/** Fields that the type does not have, or that belong to the other query language. Source: asl-semantics.md section 1.1. */
export const legalFields = ofOneState((state) => {
  const { type, node, language } = state;
  if (node.kind !== 'object' || !isStateType(type)) return [];
  return node.members.flatMap(({ key }) => {
    if (hasPlaceholder(key.value)) return [];
    const use = fieldUse(type, key.value);
    if (use === 'both' || use === language) return [];
    const place: Place = { offset: key.offset, length: key.length, pointer: childPointer(state.pointer, key.value), state: state.id };
    const field = JSON.stringify(key.value);
    if (use !== undefined) {
      return [problem('error', 'field-of-other-language', place, `${field} belongs to ${use}, and ${JSON.stringify(state.name)} uses ${language}. Remove it, or set "QueryLanguage": "${use}" on this state.`)];
    }
    const near = nearest(key.value, fieldsOf(type, language));
    const next = near === null ? `Remove it${key.value === 'Next' || key.value === 'End' ? `: a ${type} state leads nowhere by itself` : ''}.` : `Did you mean "${near}"?`;
    // AWS refuses fields of other types; names it has never heard of it lets pass, so they never block.
    if (OF_SOME_TYPE.has(key.value)) return [problem('error', 'unknown-field', place, `A ${type} state has no field ${field}. ${next}`)];
    // One in the wrong case is said by a rule of its own.
    if (near?.toLowerCase() === key.value.toLowerCase()) return [];
    return [problem('warning', 'unheard-of-field', place, `AWS knows no field ${field} and does not act on it. ${near === null ? 'Remove it, or keep it in Comment.' : next}`)];
  });
});
