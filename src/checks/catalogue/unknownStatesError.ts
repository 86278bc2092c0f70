import { type CheckRule, finding } from '../CheckRule.ts';
import { nearest } from '../didYouMean.ts';
import { STATES_ERRORS } from '../errorNames.ts';
import { task } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { at, bothHandlers } from '../stateParts.ts';

const PREFIX = /^States?\./;
const known = (name: string): boolean => STATES_ERRORS.includes(name) || name.startsWith('States.Http.StatusCode.');

export const unknownStatesError: CheckRule = {
  id: 'unknown-states-error',
  severity: 'warning',
  title: 'No error of that name exists',
  why: 'Names that begin with States. belong to Step Functions. Any other spelling, such as State.ALL, is taken as a name of your own and never matches, so the error you meant passes by.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['State.ALL'] }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'] }] }) },
  },
  of: 'state',
  find: (state) => bothHandlers(state).flatMap(({ errors }) => errors.flatMap(({ node, way }) => {
    if (!PREFIX.test(node.value) || known(node.value)) return [];
    const near = nearest(node.value, STATES_ERRORS);
    return [finding(at(state, node, ...way), `Step Functions gives no error ${JSON.stringify(node.value)}, so this never matches.${near === null ? ' Write one of its own names.' : ` Did you mean "${near}"?`}`, { fixable: near !== null })];
  })),
  fix: { label: 'Write the name that exists', safe: true, ops: setWhere((text) => nearest(text, STATES_ERRORS)) },
};
