import { type CheckRule, finding } from '../CheckRule.ts';
import { at, plainText, textsWithin } from '../stateParts.ts';

const SHAPES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^arn:[\w-]+:lambda:/, /^arn:[\w-]+:lambda:[a-z]{2}(-[a-z]+)+-\d:\d{12}:function:[\w-]+(:(\$LATEST|[\w-]+))?$/, 'arn:aws:lambda:REGION:ACCOUNT:function:NAME'],
  [/^arn:[\w-]+:states:[^:]*:[^:]*:activity:/, /^arn:[\w-]+:states:[a-z]{2}(-[a-z]+)+-\d:\d{12}:activity:.+$/, 'arn:aws:states:REGION:ACCOUNT:activity:NAME'],
  [/^arn:[\w-]+:states:[^:]*:[^:]*:stateMachine:/, /^arn:[\w-]+:states:[a-z]{2}(-[a-z]+)+-\d:\d{12}:stateMachine:.+$/, 'arn:aws:states:REGION:ACCOUNT:stateMachine:NAME'],
];

export const malformedArn: CheckRule = {
  id: 'malformed-arn',
  severity: 'warning',
  title: 'An ARN of the wrong shape',
  why: 'An ARN names partition, service, region, an account of twelve digits and the thing itself. One part that is missing or misspelt, and the task fails when it is reached.',
  example: {
    bad: { Call: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:1234:function:charge', End: true } },
    good: { Call: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge', End: true } },
  },
  of: 'state',
  find: (state) => textsWithin(state, new Set(['Resource', 'Parameters', 'Arguments'])).flatMap(({ node, way }) => {
    if (!node.value.startsWith('arn:') || !plainText(node)) return [];
    const shape = SHAPES.find(([kind]) => kind.test(node.value));
    return shape && !shape[1].test(node.value) ? [finding(at(state, node, ...way), `${JSON.stringify(node.value)} is not of the form ${shape[2]}. Check region, account and name.`)] : [];
  }),
};
