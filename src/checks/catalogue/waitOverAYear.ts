import { type CheckRule, finding } from '../CheckRule.ts';
import { at, numberIn } from '../stateParts.ts';

const YEAR = 31_536_000;

export const waitOverAYear: CheckRule = {
  id: 'wait-over-a-year',
  severity: 'warning',
  title: 'Waits longer than an execution may run',
  why: 'A Standard execution runs for one year at most, then AWS ends it with a timeout. A wait of more than a year never ends well.',
  example: { bad: { Rest: { Type: 'Wait', Seconds: 40_000_000, End: true } }, good: { Rest: { Type: 'Wait', Seconds: 86_400, End: true } } },
  of: 'state',
  find: (state) => {
    const seconds = numberIn(state.node, 'Seconds');
    if (state.type !== 'Wait' || !seconds || seconds.value <= YEAR) return [];
    return [finding(at(state, seconds.node, 'Seconds'), `${JSON.stringify(state.name)} waits ${Math.floor(seconds.value / 86_400)} days, and no execution runs for more than a year. Shorten it, or start a new execution later with EventBridge Scheduler.`)];
  },
};
