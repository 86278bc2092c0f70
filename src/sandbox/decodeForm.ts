import { type Json, objectOf } from '../lib/Json.ts';

type Branch = Map<string, Branch | string>;

/**
 * `a=1&metadata[order]=7&items[0][price]=x&tags[]=y` as an object: brackets nest, `[]` appends, indices make an array. Values
 * stay text, as on the wire. A later value of the same name wins.
 */
export function decodeForm(text: string): { readonly [key: string]: Json } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) put(root, pathOf(name), value);
  return objectOf([...root].map(([key, value]) => [key, toJson(value)] as const));
}

function pathOf(name: string): readonly string[] {
  const found = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!found) return [name];
  return [found[1] ?? '', ...[...(found[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? '')];
}

function put(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  for (const [depth, step] of path.entries()) {
    const key = step === '' && depth > 0 ? String(branch.size) : step;
    if (depth === path.length - 1) {
      branch.set(key, value);
      return;
    }
    const next = branch.get(key);
    const child: Branch = next instanceof Map ? next : new Map();
    branch.set(key, child);
    branch = child;
  }
}

function toJson(value: Branch | string): Json {
  if (typeof value === 'string') return value;
  const keys = [...value.keys()];
  if (keys.length > 0 && keys.every((key, index) => key === String(index))) return [...value.values()].map(toJson);
  return objectOf([...value].map(([key, child]) => [key, toJson(child)] as const));
}
