import type { Json } from '../../lib/Json.ts';
import { JsonataProblem } from './JsonataProblem.ts';

const INVALID = 'Invalid JSON';

/** `$parse`: stricter than JSON.parse, it refuses duplicate keys and numbers beyond the range of a double. */
export function parseStrictJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new JsonataProblem('D3137', INVALID);
  }
  if (hasDuplicateKey(text) || holdsInfinity(value)) throw new JsonataProblem('D3137', INVALID);
  return value;
}

function holdsInfinity(value: Json): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((item: Json) => holdsInfinity(item));
}

/** The text is known to be JSON: a string followed by ":" is a key of the innermost open object. */
function hasDuplicateKey(text: string): boolean {
  const open: Set<string>[] = [];
  const token = /"(?:\\.|[^"\\])*"(\s*:)?|[[\]{}]/gs;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [part, colon] = found;
    if (part === '{' || part === '[') open.push(new Set());
    else if (part === '}' || part === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      const key = JSON.parse(part.slice(0, -colon.length)) as string;
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}
