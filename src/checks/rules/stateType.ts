import { STATE_TYPES } from '../../asl/names.ts';
import { memberOf } from '../../asl/pointer.ts';
import { didYouMean } from '../didYouMean.ts';
import { atName, atValue, hasUnknownMembers, isUnknown, ofOneState, problem } from '../problem.ts';

/** Every state is an object with one of the eight types. */
export const stateType = ofOneState((state) => {
  const { node } = state;
  if (isUnknown(node)) return [];
  if (node.kind !== 'object') return [problem('error', 'bad-state', atName(state), `${name(state.name)} is not an object. A state has at least a Type.`)];
  const type = memberOf(node, 'Type')?.value;
  if (type === undefined) {
    if (hasUnknownMembers(node)) return [];
    return [problem('error', 'missing-type', atName(state), `${name(state.name)} has no Type. Add one of ${STATE_TYPES.join(', ')}.`)];
  }
  if (isUnknown(type)) return [];
  if (type.kind !== 'string') return [problem('error', 'unknown-type', atValue(state, type, 'Type'), `Type must be one of ${STATE_TYPES.join(', ')}, as text.`)];
  if (STATE_TYPES.some((known) => known === type.value)) return [];
  const guess = didYouMean(type.value, STATE_TYPES);
  return [problem('error', 'unknown-type', atValue(state, type, 'Type'), `${JSON.stringify(type.value)} is no type of state.${guess === '' ? ` Use one of ${STATE_TYPES.join(', ')}.` : guess}`)];
});

const name = (text: string): string => `The state ${JSON.stringify(text)}`;
