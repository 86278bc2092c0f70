import { memberOf, ROOT, stringOf, valueOf } from '../../asl/pointer.ts';
import { machineLanguage } from '../../asl/states.ts';
import { atKey, isUnknown, perState, problem, type Rule } from '../problem.ts';

/** `QueryLanguage` says JSONPath or JSONata; in a JSONata machine no state goes back. Source: asl-semantics.md section 1. */
export const queryLanguage: Rule = (checked) => {
  const root = checked.tree.root;
  const own = valueOf(root, 'QueryLanguage');
  const key = memberOf(root, 'QueryLanguage')?.key;
  const bad = own !== undefined && key !== undefined && !isUnknown(own) && !isLanguage(stringOf(root, 'QueryLanguage'));
  return [...(bad ? [problem('error', 'unknown-query-language', { offset: key.offset, length: key.length, pointer: ROOT }, SAYS)] : []), ...inStates(checked)];
};

const inStates = perState((state, { tree }) => {
  const value = valueOf(state.node, 'QueryLanguage');
  if (value === undefined || isUnknown(value)) return [];
  const language = stringOf(state.node, 'QueryLanguage');
  if (!isLanguage(language)) return [problem('error', 'unknown-query-language', atKey(state, 'QueryLanguage'), SAYS)];
  if (language === 'JSONata' || machineLanguage(tree) === 'JSONPath') return [];
  return [problem('error', 'query-language-downgrade', atKey(state, 'QueryLanguage'), `The whole state machine uses JSONata, so ${JSON.stringify(state.name)} cannot use JSONPath. Remove QueryLanguage here, or set it on the single states instead of the machine.`)];
});

const SAYS = 'QueryLanguage must be "JSONPath" or "JSONata".';
const isLanguage = (text: string | undefined): boolean => text === 'JSONPath' || text === 'JSONata';
