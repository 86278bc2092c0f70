import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { isExpression } from '../problem.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, textsWithin } from '../stateParts.ts';
import { isPathField } from '../variables/variableUse.ts';

const READS = /\$\$\.Task\b|\$states\.context\.Task\b/;

export const tokenOutsideCallback: CheckRule = {
  id: 'token-outside-callback',
  severity: 'warning',
  title: 'There is no task token here',
  why: 'The context holds Task.Token only while a task with .waitForTaskToken is built. Anywhere else the path leads nowhere, and the execution fails there.',
  example: {
    bad: { Note: { Type: 'Pass', Parameters: { 'token.$': '$$.Task.Token' }, End: true } },
    good: { Note: task('lambda:invoke.waitForTaskToken', { Parameters: { FunctionName: 'ask', Payload: { 'token.$': '$$.Task.Token' } }, TimeoutSeconds: 60 }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (state.type === 'Task' && (resource === null || resource.kind === 'activity' || resource.kind === 'other' || resource.pattern === 'waitForTaskToken')) return [];
    return textsWithin(state).flatMap(({ node, way, name }) => {
      const evaluated = state.language === 'JSONata' ? isExpression(node.value) : isPathField(name, way.length);
      return evaluated && READS.test(node.value) ? [finding(at(state, node, ...way), `${JSON.stringify(state.name)} gets no task token: only a Task whose Resource ends in .waitForTaskToken does. Remove it, or change Resource.`)] : [];
    });
  },
};
