import jsonata from 'jsonata';
import { boundedCache } from '../../lib/boundedCache.ts';

export interface JsonataUse {
  /** `$name` that the expression itself does not bind, functions that come with JSONata left out. */
  readonly variables: readonly string[];
  /** Members read of `$states`: `input`, `result` … with the offset in the expression. */
  readonly states: readonly { readonly member: string; readonly offset: number }[];
  /** Functions called by name. */
  readonly calls: readonly { readonly name: string; readonly offset: number }[];
  /** Of those, the functions that neither come with JSONata nor are made by the expression. */
  readonly unknownCalls: readonly { readonly name: string; readonly offset: number }[];
}

interface AstNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly procedure?: AstNode;
  readonly steps?: readonly AstNode[];
  readonly arguments?: readonly AstNode[];
}

export const JSONATA_FUNCTIONS: ReadonlySet<string> = new Set(('sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match contains replace split join '
  + 'formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse '
  + 'each error assert type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl eval toMillis fromMillis clone now millis '
  + 'partition range hash uuid parse').split(' '));

/** What an expression (the text between the delimiters) reads; null where it cannot be read. Remembered by text. */
export const jsonataUse: (text: string) => JsonataUse | null = boundedCache((text) => {
  let ast: AstNode;
  try {
    ast = jsonata(text).ast();
  } catch {
    return null; // a rule of its own says so
  }
  return collect(ast);
});

function collect(ast: AstNode): JsonataUse {
  const bound = new Set<string>();
  const named = new Set<string>();
  const states: { member: string; offset: number }[] = [];
  const calls: { name: string; offset: number }[] = [];
  const called = new Set<AstNode>();
  const work: unknown[] = [ast];
  while (work.length > 0) {
    const at = work.pop();
    if (typeof at !== 'object' || at === null) continue;
    const node = at as AstNode & { readonly lhs?: AstNode; readonly focus?: string; readonly index?: string };
    if (node.type === 'variable' && typeof node.value === 'string' && !called.has(node)) named.add(node.value);
    if (node.type === 'function' && node.procedure?.type === 'variable') called.add(node.procedure);
    if (node.type === 'bind' && typeof node.lhs?.value === 'string') bound.add(node.lhs.value);
    if (node.type === 'lambda') for (const { value } of node.arguments ?? []) if (typeof value === 'string') bound.add(value);
    // `@$x` and `#$i` bind too.
    for (const name of [node.focus, node.index]) if (typeof name === 'string') bound.add(name);
    if (node.type === 'function' && typeof node.procedure?.value === 'string') calls.push({ name: node.procedure.value, offset: node.procedure.position ?? 0 });
    const [first, second] = node.type === 'path' ? (node.steps ?? []) : [];
    if (first?.type === 'variable' && first.value === 'states' && second?.type === 'name') states.push({ member: String(second.value), offset: second.position ?? 0 });
    work.push(...Object.values(node));
  }
  // `''` is `$`, `$` is `$$`.
  const variables = [...named].filter((name) => name !== '' && name !== '$' && name !== 'states' && !bound.has(name) && !JSONATA_FUNCTIONS.has(name));
  return { variables, states, calls, unknownCalls: calls.filter(({ name }) => !bound.has(name) && !JSONATA_FUNCTIONS.has(name)) };
}
