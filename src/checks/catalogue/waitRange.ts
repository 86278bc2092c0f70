import { type CheckRule, finding } from '../CheckRule.ts';
import { at, numberIn } from '../stateParts.ts';

export const waitRange: CheckRule = {
  id: 'wait-range',
  severity: 'error',
  title: 'A wait that AWS refuses',
  why: 'Seconds is a whole number from 0 to 99,999,999.',
  example: { bad: { Rest: { Type: 'Wait', Seconds: 1.5, End: true } }, good: { Rest: { Type: 'Wait', Seconds: 2, End: true } } },
  of: 'state',
  find: (state) => {
    const seconds = numberIn(state.node, 'Seconds');
    if (state.type !== 'Wait' || !seconds || (Number.isInteger(seconds.value) && seconds.value >= 0 && seconds.value <= 99_999_999)) return [];
    return [finding(at(state, seconds.node, 'Seconds'), 'Seconds must be a whole number from 0 to 99,999,999. Change it.')];
  },
};
