import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { JsonPath, Step } from './JsonPath.ts';

/** A reference path names one place in the data: names and indexes only, no functions. Required for ResultPath. */
export const isReferencePath = (path: JsonPath): boolean =>
  path.steps.every(({ descend, segment }) => !descend && (segment.kind === 'name' || (segment.kind === 'index' && segment.index >= 0)));

/** The place cannot exist: a parent on the way is neither object nor array. */
export interface PathConflict {
  readonly path: string;
}

/**
 * A copy of `target` with `value` at the path; objects that are missing on the way are made, and nothing else is copied.
 * The caller has proved `isReferencePath`.
 */
export function setAtReferencePath(path: JsonPath, target: Json, value: Json): Result<Json, PathConflict> {
  return put(path.steps, 0, target, value, path.text);
}

function put(steps: readonly Step[], at: number, target: Json | undefined, value: Json, text: string): Result<Json, PathConflict> {
  const segment = steps[at]?.segment;
  if (segment === undefined) return ok(value);
  if (segment.kind === 'index') {
    if (target === undefined || !isJsonArray(target) || segment.index >= target.length) return err({ path: text });
    const inner = put(steps, at + 1, target[segment.index], value, text);
    return inner.ok ? ok(target.with(segment.index, inner.value)) : inner;
  }
  if (segment.kind !== 'name' || (target !== undefined && !isJsonObject(target))) return err({ path: text });
  const inner = put(steps, at + 1, target !== undefined && Object.hasOwn(target, segment.name) ? target[segment.name] : undefined, value, text);
  if (!inner.ok) return inner;
  return ok({ ...target, [segment.name]: inner.value }); // a computed key is defined, never assigned: `__proto__` too
}
