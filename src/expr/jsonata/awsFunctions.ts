import type { Expression, Focus } from 'jsonata';
import type { Json } from '../../lib/Json.ts';
import { hashText } from '../hash.ts';
import { javaRandom } from '../javaRandom.ts';
import type { Sources } from '../PathScope.ts';
import { JsonataProblem } from './JsonataProblem.ts';
import { parseStrictJson } from './parseStrictJson.ts';

/** The per-evaluation sources ride in the environment under a name that no expression can spell. */
export const SOURCES = ' sources';
/** AWS gives an expression so much memory; the boundary was seen at an array of this many items. */
export const MAX_ITEMS = 873_782;

const sourcesOf = (focus: Focus): Sources => focus.environment.lookup(SOURCES) as Sources;

function partition(array: readonly Json[] | undefined, size?: number): Json[] | undefined {
  if (array === undefined || array.length === 0) return undefined;
  if (size === undefined) return [[...array]];
  const step = Math.trunc(size);
  if (step < 0) throw new JsonataProblem('D3137', 'Second argument must be zero or greater');
  if (step === 0) return undefined;
  const chunks: Json[] = [];
  for (let i = 0; i < array.length; i += step) chunks.push(array.slice(i, i + step));
  return chunks;
}

/** A JSONata sequence: nothing at all when empty, the item itself when there is one. */
function range(first?: number, last?: number, step?: number): Json | undefined {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const [from, to, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0 || (by > 0 ? from > to : from < to)) return undefined;
  const count = Math.floor((to - from) / by) + 1;
  if (count > MAX_ITEMS) throw new JsonataProblem('D2015', '');
  return count === 1 ? from : Array.from({ length: count }, (_, i) => from + i * by);
}

function hash(text?: string, algorithm?: string): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined;
  const hex = hashText(text, algorithm);
  // The wording behind D3137 is ours: no recording shows it.
  if (hex === undefined) throw new JsonataProblem('D3137', `Invalid hash algorithm: ${algorithm}`);
  return hex;
}

interface BuiltIn {
  readonly implementation: (...args: unknown[]) => unknown;
}

/** Registers AWS's six functions and takes `$now` and `$millis` from the ports; `$eval` does not exist there. */
export function registerAwsFunctions(expression: Expression): void {
  expression.registerFunction('partition', partition, '<an?:a>');
  expression.registerFunction('range', range, '<nnn?:x>');
  expression.registerFunction('hash', hash, '<ss?:s>');
  expression.registerFunction('parse', (text?: string) => (text === undefined ? undefined : parseStrictJson(text)), '<s:x>');
  expression.registerFunction('random', function random(this: Focus, seed?: number) {
    return seed === undefined ? sourcesOf(this).random() : javaRandom(seed);
  }, '<n?:n>');
  expression.registerFunction('uuid', function uuid(this: Focus) {
    return sourcesOf(this).id();
  }, '<:s>');
  expression.registerFunction('millis', function millis(this: Focus) {
    return sourcesOf(this).now();
  }, '<:n>');
  expression.registerFunction('now', function now(this: Focus, picture?: string, timezone?: string) {
    const fromMillis = this.environment.lookup('fromMillis') as BuiltIn;
    return fromMillis.implementation.call(this, sourcesOf(this).now(), picture, timezone);
  }, '<s?s?:s>');
  expression.assign('eval', undefined);
}
