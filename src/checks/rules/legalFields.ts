import { fieldsOf, fieldUse, isStateType } from '../../asl/fields.ts';
import { childPointer } from '../../asl/pointer.ts';
import { nearest } from '../didYouMean.ts';
import { hasPlaceholder, perState, problem, type Place } from '../problem.ts';

/** Fields that the type does not have, or that belong to the other query language. Source: asl-semantics.md section 1.1. */
export const legalFields = perState((state) => {
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
    return [problem('error', 'unknown-field', place, `A ${type} state has no field ${field}. ${next}`)];
  });
});
