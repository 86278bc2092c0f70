import { isHttpResource } from '../../asl/httpResource.ts';
import { childPointer, memberOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { atName, hasUnknownMembers, isExpression, isUnknown, problem, type Place, type Problem, type Severity } from '../problem.ts';

/** An HTTP task as far as it stands in the document. */
export interface HttpTask {
  readonly state: StateEntry;
  readonly field: 'Arguments' | 'Parameters';
  readonly given: ValueNode | undefined;
}

/** Null for any other state, and where one expression or a deployment tool gives everything. */
export function httpTaskOf(state: StateEntry): HttpTask | null {
  const resource = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || resource?.kind !== 'string' || !isHttpResource(resource.value)) return null;
  const field = state.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const given = valueOf(state.node, field);
  if (given !== undefined && (given.kind !== 'object' || hasUnknownMembers(given))) return null;
  return { state, field, given };
}

export interface Found {
  readonly value: ValueNode | undefined;
  /** A path or an expression gives the value. */
  readonly dynamic: boolean;
}

/** The member as written. */
export function find(node: ValueNode | undefined, key: string): Found {
  const value = valueOf(node, key);
  const dynamic = memberOf(node, `${key}.$`) !== undefined || isUnknown(value) || (value?.kind === 'string' && isExpression(value.value));
  return { value, dynamic };
}

/** The name of a member without the `.$` that makes its value a path. */
export const plainName = ({ state }: HttpTask, key: string): string => (state.language === 'JSONPath' ? key.replace(/\.\$$/, '') : key);

export const placeIn = ({ state, field }: HttpTask, node: { readonly offset: number; readonly length: number }, ...way: readonly (string | number)[]): Place => ({
  offset: node.offset,
  length: node.length,
  pointer: childPointer(state.pointer, field, ...way),
  state: state.id,
});

export const sayAt = (severity: Severity, code: string, place: Place, message: string): readonly Problem[] => [problem(severity, code, place, message)];

export const missing = (task: HttpTask, code: string, message: string): readonly Problem[] =>
  [problem('error', code, task.given ? { ...placeIn(task, task.given), length: 1 } : atName(task.state), `${JSON.stringify(task.state.name)} ${message}`)];
