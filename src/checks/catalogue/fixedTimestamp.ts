import { valueOf } from '../../asl/pointer.ts';
import { parseTimestamp } from '../../lib/timestamp.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { at, plainText } from '../stateParts.ts';

export const fixedTimestamp: CheckRule = {
  id: 'fixed-timestamp',
  severity: 'info',
  title: 'Waits until a fixed time',
  why: 'A time written into the definition is waited for once: executions that start after it do not wait at all. A path or an expression takes the time from the input.',
  example: { bad: { Rest: { Type: 'Wait', Timestamp: '2026-01-31T09:00:00Z', End: true } }, good: { Rest: { Type: 'Wait', TimestampPath: '$.due', End: true } } },
  of: 'state',
  find: (state) => {
    const time = valueOf(state.node, 'Timestamp');
    if (state.type !== 'Wait' || !plainText(time) || parseTimestamp(time.value) === null) return [];
    return [finding(at(state, time, 'Timestamp'), `Executions that begin after ${time.value} do not wait in ${JSON.stringify(state.name)}. Take the time from the input if that is not meant.`)];
  },
};
