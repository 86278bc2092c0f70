import jsonata, { type Expression, type Focus } from 'jsonata';
import { JsonataProblem } from './JsonataProblem.ts';

/** What jsonata binds a name such as `$length` to. */
interface BuiltIn {
  readonly implementation: (this: Focus, ...args: readonly unknown[]) => unknown;
}

/**
 * Characters that a function may take apart. Ours: AWS's bound on memory was seen for lists only, and its payloads end at 262,144 bytes
 * (unconfirmed). A list of some hundred million characters ends the whole process or tab of V8, whatever limits its thread has.
 */
const MAX_CHARACTERS = 10_000_000;

/** Functions of jsonata that make a list of a text's characters, with their signatures and how many arguments `$map` and its like hand them. */
const SPLITTING = [
  ['length', '<s-:n>', 1], ['substring', '<s-nn?:s>', 3], ['pad', '<s-ns?:s>', 3], ['split', '<s-(sf)n?:a<s>>', 3],
  ['formatNumber', '<n-so?:s>', 3], ['formatInteger', '<n-s:s>', 2], ['parseInteger', '<s-s:n>', 2], ['fromMillis', '<n-s?s?:s>', 3], ['toMillis', '<s-s?:n>', 2],
] as const;

const builtIns = new Map<string, Promise<BuiltIn>>();

/** jsonata gives its functions away only as the value of an expression. */
function builtIn(name: string): Promise<BuiltIn> {
  let found = builtIns.get(name);
  if (!found) builtIns.set(name, (found = jsonata(`$${name}`).evaluate(undefined) as Promise<BuiltIn>));
  return found;
}

/** Functions that take texts apart refuse what no process could hold. */
export function limitLargeTexts(expression: Expression): void {
  for (const [name, signature, length] of SPLITTING) {
    const held = async function (this: Focus, ...args: readonly unknown[]) {
      if (args.some((one) => sizeOf(one, name) > MAX_CHARACTERS)) throw new JsonataProblem('D2015', '');
      return (await builtIn(name)).implementation.apply(this, args as unknown[]);
    };
    expression.registerFunction(name, Object.defineProperty(held, 'length', { value: length }), signature);
  }
}

/** The second argument of `$pad` is how many characters there will be. */
const sizeOf = (argument: unknown, name: string): number => {
  if (typeof argument === 'string') return argument.length;
  return name === 'pad' && typeof argument === 'number' ? Math.abs(argument) : 0;
};
