import { type CheckRule, finding } from '../CheckRule.ts';
import { at, numberIn } from '../stateParts.ts';

export const waitZero: CheckRule = {
  id: 'wait-zero',
  severity: 'info',
  title: 'Waits for no time',
  why: 'A Wait of 0 seconds costs a transition and waits for nothing.',
  example: { bad: { Rest: { Type: 'Wait', Seconds: 0, End: true } }, good: { Rest: { Type: 'Wait', Seconds: 5, End: true } } },
  of: 'state',
  find: (state) => {
    const seconds = numberIn(state.node, 'Seconds');
    return state.type === 'Wait' && seconds?.value === 0 ? [finding(at(state, seconds.node, 'Seconds'), `${JSON.stringify(state.name)} waits for 0 seconds. Give it a time, or remove it.`)] : [];
  },
};
