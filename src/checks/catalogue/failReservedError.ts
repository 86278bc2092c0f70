import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { at, plainText } from '../stateParts.ts';

export const failReservedError: CheckRule = {
  id: 'fail-reserved-error',
  severity: 'warning',
  title: 'An error of your own under a name of AWS',
  why: 'Names that begin with States. are reserved for Step Functions. Whoever catches the error cannot tell yours from AWS\'s, and States.Runtime and States.Timeout are handled in ways of their own.',
  example: { bad: { Stop: { Type: 'Fail', Error: 'States.OrderMissing' } }, good: { Stop: { Type: 'Fail', Error: 'Order.Missing' } } },
  of: 'state',
  find: (state) => {
    const error = valueOf(state.node, 'Error');
    if (state.type !== 'Fail' || !plainText(error) || !error.value.startsWith('States.')) return [];
    return [finding(at(state, error, 'Error'), `${error.value} looks like an error of Step Functions. Give it a name of your own, without States.`)];
  },
};
