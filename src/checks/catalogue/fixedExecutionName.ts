import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenTo, plainText } from '../stateParts.ts';

export const fixedExecutionName: CheckRule = {
  id: 'fixed-execution-name',
  severity: 'warning',
  title: 'Every execution gets the same name',
  why: 'Names of Standard executions are unique for 90 days: the second start with the same Name and another input fails with ExecutionAlreadyExists. Leave Name out, or build it from the input.',
  example: {
    bad: { Run: task('states:startExecution', { Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other', Name: 'nightly' } }) },
    good: { Run: task('states:startExecution', { Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other', 'Name.$': '$.day' } }) },
  },
  of: 'state',
  find: (state) => {
    const given = givenTo(state);
    const name = given ? valueOf(given.node, 'Name') : undefined;
    if (resourceOf(state)?.service !== 'states' || resourceOf(state)?.action !== 'startExecution' || !plainText(name)) return [];
    return [finding(at(state, name, given?.field ?? '', 'Name'), `Every run of ${JSON.stringify(state.name)} starts an execution named ${JSON.stringify(name.value)}, and the second fails. Remove Name, or take it from the input.`)];
  },
  fix: { label: 'Remove Name', safe: false, ops: removeIt },
};
