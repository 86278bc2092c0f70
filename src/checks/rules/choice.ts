import { memberOf } from '../../asl/pointer.ts';
import { atName, atValue, hasUnknownMembers, isUnknown, ofOneState, problem } from '../problem.ts';

/** A Choice has rules, and something to do when none matches. */
export const choice = ofOneState((state) => {
  if (state.type !== 'Choice' || hasUnknownMembers(state.node)) return [];
  const name = JSON.stringify(state.name);
  const choices = memberOf(state.node, 'Choices');
  if (!choices) return [problem('error', 'missing-choices', atName(state), `${name} has no Choices. Add at least one rule.`)];
  if (isUnknown(choices.value)) return [];
  if (choices.value.kind !== 'array') return [problem('error', 'bad-choices', atValue(state, choices.value, 'Choices'), 'Choices must be a list of rules.')];
  if (choices.value.items.length === 0) return [problem('error', 'no-choices', atValue(state, choices.value, 'Choices'), `${name} has no rules yet. Add at least one; Default alone is not enough.`)];
  if (memberOf(state.node, 'Default')) return [];
  return [problem('warning', 'no-default', atName(state), `${name} has no Default: when no rule matches, the execution fails. Add Default with the state to go to.`)];
});
