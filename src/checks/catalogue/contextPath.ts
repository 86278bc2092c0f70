import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean } from '../didYouMean.ts';
import { offsetInText } from '../offsetInText.ts';
import { isUnknown } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';
import { isPathField } from '../variables/variableUse.ts';

const CONTEXT: { readonly [part: string]: readonly string[] } = {
  Execution: ['Id', 'Input', 'StartTime', 'Name', 'RoleArn', 'RedriveCount', 'RedriveTime'],
  StateMachine: ['Id', 'Name'], State: ['Name', 'EnteredTime', 'RetryCount'], Task: ['Token'], Map: ['Item'],
};
const PATH = /\$\$\.([A-Za-z]+)(?:\.([A-Za-z]+))?/g;

function whyNot([, part = '', member]: RegExpMatchArray): string | null {
  const members = Object.hasOwn(CONTEXT, part) ? CONTEXT[part] : undefined;
  if (!members) return `The context has ${Object.keys(CONTEXT).join(', ')}, and no ${part}.${didYouMean(part, Object.keys(CONTEXT))}`;
  if (member === undefined || members.includes(member)) return null;
  return `$$.${part} has ${members.join(', ')}, and no ${member}.${didYouMean(member, members)}`;
}

export const contextPath: CheckRule = {
  id: 'context-path',
  severity: 'warning',
  title: 'A path into the context that leads nowhere',
  why: 'The context object has fixed members, in capitals. AWS takes any path and fails the execution with States.Runtime when it is reached.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { 'id.$': '$$.Execution.ID' }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'id.$': '$$.Execution.Id' }, End: true } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONPath' ? [] : textsWithin(state).flatMap(({ node, way, name }) => {
    if (!node.value.includes('$$.') || !isPathField(name, way.length) || isUnknown(node)) return [];
    return [...node.value.matchAll(PATH)].flatMap((match) => {
      const why = whyNot(match);
      return why === null ? [] : [finding(at(state, offsetInText(tree, node, match.index, match[0].length), ...way), why)];
    });
  })),
};
