import { INTRINSIC_ARITY } from '../../expr/intrinsics/intrinsicArity.ts';
import { type IntrinsicCall, isIntrinsicText, parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { isUnknown } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';
import { isPathField } from '../variables/variableUse.ts';

interface Slip { readonly message: string }

function slips(call: IntrinsicCall): readonly Slip[] {
  const inner = call.args.flatMap((arg) => (arg.kind === 'call' ? slips(arg.call) : []));
  const [first, , third] = call.args;
  const [least, most] = INTRINSIC_ARITY[call.name];
  const count = call.args.length;
  if (count < least || count > most) return [{ message: `${call.name} takes ${least === most ? '' : `at least `}${least === 1 ? '1 argument' : `${least || 'no'} arguments`}, and ${count} ${count === 1 ? 'is' : 'are'} given.` }, ...inner];
  if (call.name === 'States.Format' && first?.kind === 'literal' && typeof first.value === 'string') {
    const holes = ((first.raw ?? first.value).replace(/\\./g, '').match(/\{\}/g) ?? []).length;
    if (holes !== call.args.length - 1) return [{ message: `The template has ${holes} times {}, and ${call.args.length - 1} values follow. Give one value for each.` }, ...inner];
  }
  if (call.name === 'States.JsonMerge' && third?.kind === 'literal' && third.value !== false) return [{ message: 'States.JsonMerge merges the top level only: its third argument must be false.' }, ...inner];
  return inner;
}

export const intrinsicArguments: CheckRule = {
  id: 'intrinsic-arguments',
  severity: 'warning',
  title: 'A call that fails with these arguments',
  why: 'Each function takes so many arguments; States.Format wants one value for each {}, States.JsonMerge false as its third argument. Otherwise the execution fails when the state is reached, and no Catch hears of it.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { 'text.$': "States.Format('{} of {}', $.n)" }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'text.$': "States.Format('{} of {}', $.n, $.all)" }, End: true } },
  },
  of: 'state',
  find: (state) => (state.language !== 'JSONPath' ? [] : textsWithin(state).flatMap(({ node, way, name }) => {
    if (!isIntrinsicText(node.value) || !isPathField(name, way.length) || isUnknown(node)) return [];
    const call = parseIntrinsic(node.value);
    return call.ok ? slips(call.value).map(({ message }) => finding(at(state, node, ...way), message)) : [];
  })),
};
