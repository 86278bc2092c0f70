import { boundedCache } from '../../lib/boundedCache.ts';
import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { JsonPath, Step } from './JsonPath.ts';
import { parseJsonPath } from './parseJsonPath.ts';

/** A reference path names one place in the data: names and indexes only, no functions. Required for ResultPath. */
export const isReferencePath = (path: JsonPath): boolean =>
  path.steps.every(({ descend, segment }) => !descend && (segment.kind === 'name' || (segment.kind === 'index' && segment.index >= 0)));

/** The path of a text, null where that is no reference path; remembered by text. */
export const referencePath: (text: string) => JsonPath | null = boundedCache((text) => {
  const path = parseJsonPath(text);
  return path.ok && isReferencePath(path.value) ? path.value : null;
});

/** The place cannot exist: a parent on the way is neither object nor array. */
export interface PathConflict {
  readonly path: string;
}

/**
 * A copy of `target` with `value` at the path; objects that are missing on the way are made, and nothing else is copied.
 * The caller has proved `isReferencePath`.
 */
export function setAtReferencePath(path: JsonPath, target: Json, value: Json): Result<Json, PathConflict> {
  const only = path.steps.length === 1 ? path.steps[0]?.segment : undefined;
  // Nearly always: one name in an object.
  if (only?.kind === 'name' && isJsonObject(target)) return ok({ ...target, [only.name]: value });
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
