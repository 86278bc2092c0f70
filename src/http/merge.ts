import { isJsonObject, objectOf, type Json, type JsonObject } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { ConnectionPart } from './connectionParts.ts';
import type { PrepareFailure } from './prepareFailure.ts';
import type { Overridden } from './prepared.ts';

/** A value of the definition as it is shown beside what took its place. */
export const shownValue = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

export interface MergedBody {
  readonly value: Json | undefined;
  readonly overridden: readonly Overridden[];
}

/**
 * The task's body with the connection's parameters: existing keys are overwritten in place and wholesale, new ones come last.
 * Absent and nothing to add: absent. Source: http-task.md section 4, recorded.
 */
export function mergeBody(task: Json | undefined, connection: readonly ConnectionPart[]): Result<MergedBody, PrepareFailure> {
  if (connection.length === 0) return ok({ value: task, overridden: [] });
  if (task !== undefined && !isJsonObject(task)) {
    return err({
      kind: 'runtime', error: 'States.Runtime', cause: 'Cannot merge connection body authorization parameters with request body.',
      hint: 'The connection adds body parameters, so RequestBody must be an object. Change RequestBody, or remove the body parameters from the connection.',
    });
  }
  return ok(overwritten(task ?? {}, connection));
}

function overwritten(task: JsonObject, connection: readonly ConnectionPart[]): MergedBody {
  const members = new Map<string, Json>(Object.entries(task));
  const overridden: Overridden[] = [];
  for (const { key, value } of connection) {
    const own = members.get(key);
    if (own !== undefined) overridden.push({ part: 'body', name: key, definitionValue: shownValue(own), by: 'connection' });
    members.set(key, value);
  }
  return { value: objectOf(members), overridden };
}
