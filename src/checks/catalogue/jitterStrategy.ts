import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean, nearest } from '../didYouMean.ts';
import { task } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { at, handlersOf, plainText } from '../stateParts.ts';

const STRATEGIES = ['FULL', 'NONE'];

export const jitterStrategy: CheckRule = {
  id: 'jitter-strategy',
  severity: 'error',
  title: 'An unknown JitterStrategy',
  why: 'JitterStrategy is FULL (a random wait up to the computed one) or NONE, in capitals. AWS refuses anything else.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'full' }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' }] }) },
  },
  of: 'state',
  find: (state) => handlersOf(state, 'Retry').flatMap(({ node, index }) => {
    const value = valueOf(node, 'JitterStrategy');
    if (!plainText(value) || STRATEGIES.includes(value.value)) return [];
    return [finding(at(state, value, 'Retry', index, 'JitterStrategy'), `JitterStrategy must be FULL or NONE, in capitals.${didYouMean(value.value, STRATEGIES)}`, { fixable: nearest(value.value, STRATEGIES) !== null })];
  }),
  fix: { label: 'Write it as AWS does', safe: true, ops: setWhere((text) => nearest(text, STRATEGIES)) },
};
