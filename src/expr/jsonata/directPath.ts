import { boundedCache } from '../../lib/boundedCache.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';

/** `$states.input.order.id`, `$name.of.a.member`: names only. Words that mean something of their own in JSONata are not names. */
const PATH = /^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$/;
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

interface DirectPath {
  readonly root: string;
  readonly names: readonly string[];
}

const parsed: (text: string) => DirectPath | null = boundedCache((text) => {
  const found = PATH.exec(text);
  if (!found) return null;
  const names = (found[2] ?? '').split('.').slice(1);
  return names.some((name) => WORDS.has(name)) ? null : { root: found[1] as string, names };
});

/**
 * The value of an expression that only walks down objects: the greater part of all expressions, and jsonata takes a promise for each
 * step of them. Undefined: jsonata has to look itself, because something is missing, or a list is met and would be mapped over.
 */
export function directValue(text: string, states: JsonObject, variables: JsonObject): Json | undefined {
  const path = parsed(text);
  if (path === null) return undefined;
  let at: Json | undefined;
  if (path.root === 'states') at = path.names.length > 0 ? states : undefined;
  else at = Object.hasOwn(variables, path.root) ? variables[path.root] : undefined;
  for (const name of path.names) {
    if (!isJsonObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return Array.isArray(at) ? undefined : at;
}
