import { jsonContent } from '../../asl/commands/operate.ts';
import type { Operation } from '../../asl/operations.ts';
import { memberOf, valueOf } from '../../asl/pointer.ts';
import { findState } from '../../asl/states.ts';
import type { Tree } from '../../asl/tree.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { hasUnknownMembers, type Problem } from '../problem.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenMember, givenTo } from '../stateParts.ts';

const LINK = 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID';
const linkOps = (tree: Tree, problem: Problem): readonly Operation[] => {
  const entry = problem.state === undefined ? undefined : findState(tree, problem.state);
  const given = entry ? givenTo(entry) : null;
  const input = given ? valueOf(given.node, 'Input') : undefined;
  if (!entry || input?.kind !== 'object') return [];
  const [key, value] = entry.language === 'JSONata' ? [LINK, '{% $states.context.Execution.Id %}'] : [`${LINK}.$`, '$$.Execution.Id'];
  return [{ op: 'insert', place: { into: input, at: 'end' }, key, content: jsonContent(value) }];
};

export const nestedExecutionUnlinked: CheckRule = {
  id: 'nested-execution-unlinked',
  severity: 'info',
  title: 'The other execution is not linked to this one',
  why: 'The console links an execution with the one that started it when its input holds AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID. Without it, finding out who started what is guesswork.',
  example: {
    bad: { Run: task('states:startExecution', { Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other', Input: { a: 1 } } }) },
    good: { Run: task('states:startExecution', { Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other', Input: { a: 1, 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id' } } }) },
  },
  of: 'state',
  find: (state) => {
    const given = givenTo(state);
    const input = given ? memberOf(given.node, 'Input') : undefined;
    if (resourceOf(state)?.service !== 'states' || resourceOf(state)?.action !== 'startExecution' || input?.value.kind !== 'object' || hasUnknownMembers(input.value) || givenMember(input.value, LINK)) return [];
    return [finding(at(state, input.key, given?.field ?? '', 'Input'), `Add ${LINK} to Input, with the id of this execution, so that the console links the two.`)];
  },
  fix: { label: 'Add the link', safe: true, ops: linkOps },
};
