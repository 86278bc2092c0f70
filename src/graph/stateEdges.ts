import type { Pointer } from '../asl/names.ts';
import { childPointer, valueOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import { CHIP_LETTERS, conditionChip, conditionText } from './condition.ts';
import { isTrue, itemsAt, shorten, textAt } from './read.ts';
import type { EdgeKind, GraphEdge } from './types.ts';

/** An edge as the state writes it: it names its target, which may not exist. */
interface Transition {
  readonly kind: EdgeKind;
  readonly to: string;
  readonly field: Pointer;
  readonly label?: string;
  readonly title?: string;
}

/** Edges out of one state. A name that no state of the scope has makes no edge: the problem is told elsewhere. */
export function stateEdges(state: StateEntry, targets: ReadonlyMap<string, Pointer>): GraphEdge[] {
  return transitions(state).flatMap(({ kind, to, field, label, title }) => {
    const target = targets.get(to);
    if (target === undefined) return [];
    const words = { ...(label === undefined ? {} : { label }), ...(title === undefined ? {} : { title }) };
    return [{ id: field, source: state.pointer, target, kind, field, ...words }];
  });
}

/** True where a run ends behind this state. */
export function endsHere(state: StateEntry): boolean {
  if (state.type === 'Succeed' || state.type === 'Fail') return true;
  return state.type !== 'Choice' && isTrue(valueOf(state.node, 'End'));
}

function transitions(state: StateEntry): Transition[] {
  if (state.type === 'Succeed' || state.type === 'Fail') return [];
  return [...(state.type === 'Choice' ? [] : next(state)), ...rules(state), ...otherwise(state), ...catchers(state)];
}

function next({ node, pointer }: StateEntry): Transition[] {
  const to = textAt(node, 'Next');
  return to === undefined ? [] : [{ kind: 'next', to, field: childPointer(pointer, 'Next') }];
}

function rules({ node, pointer }: StateEntry): Transition[] {
  return itemsAt(node, 'Choices').flatMap((rule, i): Transition[] => {
    const to = rule.kind === 'object' ? textAt(rule, 'Next') : undefined;
    if (to === undefined || rule.kind !== 'object') return [];
    const title = conditionText(rule);
    return [{ kind: 'choice', to, field: childPointer(pointer, 'Choices', i, 'Next'), label: conditionChip(rule), title }];
  });
}

function otherwise({ node, pointer }: StateEntry): Transition[] {
  const to = textAt(node, 'Default');
  return to === undefined ? [] : [{ kind: 'default', to, field: childPointer(pointer, 'Default'), label: 'Otherwise' }];
}

function catchers({ node, pointer }: StateEntry): Transition[] {
  return itemsAt(node, 'Catch').flatMap((catcher, i): Transition[] => {
    const to = catcher.kind === 'object' ? textAt(catcher, 'Next') : undefined;
    if (to === undefined || catcher.kind !== 'object') return [];
    const errors = itemsAt(catcher, 'ErrorEquals').flatMap((error) => (error.kind === 'string' ? [error.value] : []));
    return [{ kind: 'catch', to, field: childPointer(pointer, 'Catch', i, 'Next'), label: errorsLabel(errors), title: errors.join(', ') }];
  });
}

/** `States.Http.StatusCode.402` is `StatusCode.402`; `States.ALL` is what it means. */
function errorsLabel(errors: readonly string[]): string {
  const [first, ...others] = errors;
  if (first === undefined) return 'No error named';
  const name = first === 'States.ALL' ? 'Any error' : first.replace(/^States\.(Http\.)?/, '');
  return others.length === 0 ? shorten(name, CHIP_LETTERS) : `${shorten(name, CHIP_LETTERS - 4)} +${others.length}`;
}
