import { type CheckRule, finding } from '../CheckRule.ts';
import { nearest } from '../didYouMean.ts';
import { task } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { at, bothHandlers } from '../stateParts.ts';

const FIELDS: { readonly [F in 'Retry' | 'Catch']: readonly string[] } = {
  Retry: ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment'],
  Catch: ['ErrorEquals', 'Next', 'ResultPath', 'Assign', 'Output', 'Comment'],
};

export const retrierField: CheckRule = {
  id: 'retrier-field',
  severity: 'warning',
  title: 'A field that retriers or catchers do not have',
  why: 'AWS does not act on it: a misspelt MaxAttempts leaves the default of three attempts.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempt: 5 }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 5 }] }) },
  },
  of: 'state',
  find: (state) => bothHandlers(state).flatMap(({ node, field, index }) => node.members.flatMap(({ key }) => {
    if (FIELDS[field].includes(key.value)) return [];
    const near = nearest(key.value, FIELDS[field]);
    return [finding(at(state, key, field, index, key.value), `A ${field === 'Retry' ? 'retrier' : 'catcher'} has no field ${JSON.stringify(key.value)}, so it has no effect.${near === null ? ' Remove it.' : ` Did you mean "${near}"?`}`, { fixable: near !== null })];
  })),
  fix: { label: 'Rename it to the field', safe: true, ops: renameTo((name, _tree, { pointer }) => nearest(name, FIELDS[pointer.includes('/Retry/') ? 'Retry' : 'Catch'])) },
};
