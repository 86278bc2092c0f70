import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { atName } from '../problem.ts';

export const oddStateName: CheckRule = {
  id: 'odd-state-name',
  severity: 'warning',
  title: 'A name that cannot be told apart by eye',
  why: 'Blanks at the ends and control characters in a name are invisible, and every Next has to repeat them. AWS takes the name as it is, so "Ship" and "Ship " are two states.',
  example: { bad: { 'Ship ': done }, good: { Ship: done } },
  of: 'state',
  find: (state) => (/^\s|\s$|\p{Cc}/u.test(state.name) ? [finding(atName(state), `The name ${JSON.stringify(state.name)} has characters that nobody sees. Rename the state.`)] : []),
};
