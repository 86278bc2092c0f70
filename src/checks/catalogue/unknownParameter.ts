import { optimizedAction } from '../../catalog/optimized.ts';
import { findState, type StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { nearest } from '../didYouMean.ts';
import { task } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenTo } from '../stateParts.ts';

const bare = (name: string): string => name.replace(/\.\$$/, '');
const parametersOf = (state: StateEntry): readonly string[] | undefined => {
  const resource = resourceOf(state);
  return resource?.kind === 'optimized' ? optimizedAction(resource.service, resource.action)?.parameters : undefined;
};

export const unknownParameter: CheckRule = {
  id: 'unknown-parameter',
  severity: 'warning',
  title: 'A parameter that the action does not have',
  why: 'AWS refuses parameters it does not know ("The field … is not supported by Step Functions"). Most are slips of spelling.',
  example: {
    bad: { Send: task('sqs:sendMessage', { Parameters: { QueueURL: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'x' } }) },
    good: { Send: task('sqs:sendMessage', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'x' } }) },
  },
  of: 'state',
  find: (state) => {
    const known = parametersOf(state);
    const given = givenTo(state);
    if (!known || !given) return [];
    return given.node.members.flatMap(({ key }) => {
      const name = state.language === 'JSONPath' ? bare(key.value) : key.value;
      // A small letter at the beginning is said by a rule of its own.
      if (known.includes(name) || /^[a-z]/.test(name)) return [];
      const near = nearest(name, known);
      return [finding(at(state, key, given.field, key.value), `${resourceOf(state)?.action} has no parameter ${JSON.stringify(name)}.${near === null ? ` It takes ${known.slice(0, 6).join(', ')}.` : ` Did you mean "${near}"?`}`, { fixable: near !== null })];
    });
  },
  fix: {
    label: 'Rename it to the parameter', safe: true,
    ops: renameTo((name, tree, { state }) => {
      const entry = state === undefined ? undefined : findState(tree, state);
      const near = entry ? nearest(bare(name), parametersOf(entry) ?? []) : null;
      return near === null ? null : `${near}${name.endsWith('.$') ? '.$' : ''}`;
    }),
  },
};
