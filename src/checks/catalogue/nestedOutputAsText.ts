import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

export const nestedOutputAsText: CheckRule = {
  id: 'nested-output-as-text',
  severity: 'info',
  title: 'The output of the other workflow comes as text',
  why: 'With startExecution.sync, Output of the started execution is a JSON text that you have to parse. With startExecution.sync:2 it is the value itself.',
  example: {
    bad: { Run: task('states:startExecution.sync', { Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other', Input: { 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id' } }, TimeoutSeconds: 60 }) },
    good: { Run: task('states:startExecution.sync:2', { Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other', Input: { 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id' } }, TimeoutSeconds: 60 }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    return resource?.service === 'states' && resource.pattern === 'sync' ? [finding(at(state, resource.node, 'Resource'), 'Output comes as JSON text here. Use startExecution.sync:2 to get the value itself; what reads Output has to follow.')] : [];
  },
  fix: { label: 'Use .sync:2', safe: false, ops: setWhere((text) => text.replace(/\.sync$/, '.sync:2')) },
};
