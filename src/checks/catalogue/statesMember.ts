import type { Segment } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean } from '../didYouMean.ts';
import { task } from '../examples.ts';
import { offsetInText } from '../offsetInText.ts';
import { isUnknown } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';
import { jsonataUse } from '../variables/jsonataUse.ts';

const KNOWN = ['input', 'result', 'errorOutput', 'context'];
const WITH_RESULT: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map']);

/** Null: it is there. Source: asl-semantics.md section 3. */
function whyNot(state: StateEntry, member: string, way: readonly Segment[]): string | null {
  if (!KNOWN.includes(member)) return `$states has input, context, result and errorOutput, and no ${member}.${didYouMean(member, KNOWN)}`;
  if (member === 'errorOutput' && way[0] !== 'Catch') return '$states.errorOutput exists in Output and Assign of a catcher only.';
  const after = way[0] === 'Output' || way[0] === 'Assign';
  if (member === 'result' && !(after && WITH_RESULT.has(state.type ?? ''))) return '$states.result exists in Output and Assign of Task, Parallel and Map states only. Use $states.input here.';
  return null;
}

export const statesMember: CheckRule = {
  id: 'states-member',
  severity: 'error',
  title: 'A member of $states that is not there',
  why: '$states.result is there once the work is done, $states.errorOutput once something has failed. AWS refuses a definition that reads them elsewhere.',
  example: {
    bad: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: task('lambda:invoke', { Arguments: { FunctionName: 'f', Payload: '{% $states.result %}' } }) } },
    good: { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: task('lambda:invoke', { Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' } }) } },
  },
  of: 'state',
  find: (state, tree) => (state.language !== 'JSONata' ? [] : textsWithin(state).flatMap(({ node, way }) => {
    const text = jsonataText(node.value);
    if (text === null || !text.includes('$states') || isUnknown(node)) return [];
    return (jsonataUse(text)?.states ?? []).flatMap(({ member }) => {
      const why = whyNot(state, member, way);
      const index = node.value.indexOf(`$states.${member}`);
      return why === null ? [] : [finding(at(state, offsetInText(tree, node, Math.max(index, 0), `$states.${member}`.length), ...way), why)];
    });
  })),
};
