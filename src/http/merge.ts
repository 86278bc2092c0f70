import { isJsonObject, objectOf, type Json, type JsonObject } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { ConnectionPart } from './connectionParts.ts';
import type { PrepareFailure } from './prepareFailure.ts';

/**
 * The task's body with the connection's parameters: existing keys are overwritten in place and wholesale, new ones come last.
 * Absent and nothing to add: absent. Source: http-task.md section 4, recorded.
 */
export function mergeBody(task: Json | undefined, connection: readonly ConnectionPart[]): Result<Json | undefined, PrepareFailure> {
  if (connection.length === 0) return ok(task);
  if (task !== undefined && !isJsonObject(task)) {
    return err({
      kind: 'runtime', error: 'States.Runtime', cause: 'Cannot merge connection body authorization parameters with request body.',
      hint: 'The connection adds body parameters, so RequestBody must be an object. Change RequestBody, or remove the body parameters from the connection.',
    });
  }
  return ok(overwritten(task ?? {}, connection));
}

function overwritten(task: JsonObject, connection: readonly ConnectionPart[]): JsonObject {
  const members = new Map<string, Json>(Object.entries(task));
  for (const { key, value } of connection) members.set(key, value);
  return objectOf(members);
}
