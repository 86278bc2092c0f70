import { ok, type Result } from '../../lib/Result.ts';
import { newRule } from '../newState.ts';
import type { StateName } from '../names.ts';
import type { Operation, Refusal } from '../operations.ts';
import { itemsOf, memberOf, valueOf } from '../pointer.ts';
import type { StateEntry } from '../states.ts';
import type { ObjectNode } from '../tree.ts';
import { leadOn } from './edges.ts';
import { asObject, endsByType, jsonContent, putField, refuse } from './operate.ts';

/** `next`: what comes when all goes well; `rule` and `default` of a Choice; `catch`: when it fails. */
export type ArrowKind = 'next' | 'rule' | 'default' | 'catch';

export const canCatch = (type: string | undefined): boolean => type === 'Task' || type === 'Map' || type === 'Parallel';

/**
 * What draws a new arrow out of a state. Errors: `not-a-state`, `ends-here`, `cannot-catch`, `no-choice`, `is-choice`.
 */
export function arrowFrom(source: StateEntry, as?: ArrowKind): Result<(to: StateName) => readonly Operation[], Refusal> {
  const { name, type, member } = source;
  const node = asObject(source);
  if (!node) return refuse('not-a-state', `"${name}" is no object, so nothing can follow it. Give it a "Type" in the code first.`, member.offset);
  if (endsByType(type)) return refuse('ends-here', `"${name}" is a ${type} state, which ends the workflow: no arrow can leave it. Start from another state.`, member.offset);
  if (as === 'catch') {
    if (!canCatch(type)) return refuse('cannot-catch', `"${name}" is a ${type ?? 'state without a Type'}, and only Task, Map and Parallel states catch errors. Start from one of those.`, member.offset);
    return ok((to) => addCatcher(node, to));
  }
  if (type !== 'Choice') {
    if (as === 'rule' || as === 'default') return refuse('no-choice', `"${name}" is no Choice, so it has no rules. Draw from a Choice state.`, member.offset);
    return ok((to) => leadOn(node, to));
  }
  if (as === 'next') return refuse('is-choice', `"${name}" is a Choice: its rules and its Default say where it leads. Add a rule or a Default.`, member.offset);
  const isDefault = as === 'default' || (as === undefined && !memberOf(node, 'Default'));
  return ok((to) => (isDefault ? [putField(node, 'Default', to)] : addRule(source, node, to)));
}

function addRule(source: StateEntry, node: ObjectNode, to: StateName): readonly Operation[] {
  const rule = newRule(source.language, to);
  const rules = memberOf(node, 'Choices')?.value;
  if (rules?.kind !== 'array') return [putField(node, 'Choices', [rule])];
  return [{ op: 'insert', place: { into: rules, at: 'end' }, content: jsonContent(rule) }];
}

/** Behind the other catchers, but before one for `States.ALL`, which AWS wants last; then it catches what a failed task says. */
function addCatcher(node: ObjectNode, to: StateName): readonly Operation[] {
  const list = memberOf(node, 'Catch')?.value;
  if (list?.kind !== 'array') return [putField(node, 'Catch', [{ ErrorEquals: ['States.ALL'], Next: to }])];
  const last = list.items.at(-1);
  const takesAll = itemsOf(valueOf(last, 'ErrorEquals')).some((error) => error.kind === 'string' && error.value === 'States.ALL');
  const catcher = { ErrorEquals: [takesAll ? 'States.TaskFailed' : 'States.ALL'], Next: to };
  return [{ op: 'insert', place: { into: list, at: takesAll ? list.items.length - 1 : 'end' }, content: jsonContent(catcher) }];
}
