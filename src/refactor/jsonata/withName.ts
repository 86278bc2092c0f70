import { textLiteral } from './jsonataLiteral.ts';

/** Words that JSONata reads as operators or values where a name is meant. */
const RESERVED = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/**
 * A path and one more name. `several`: of each of several objects. Null where it cannot be written: between backticks nothing can be
 * escaped, `$lookup` reads one object only, and `__proto__` is never read.
 */
export function withName(before: string, name: string, several = false): string | null {
  if (name === '__proto__') return null;
  if (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name)) return `${before}.${name}`;
  if (name !== '' && !/[`\\]/.test(name)) return `${before}.\`${name}\``;
  return several ? null : `$lookup(${before}, ${textLiteral(name)})`;
}
