import { isHttpResource } from '../asl/httpResource.ts';
import type { StateName } from '../asl/names.ts';
import { memberOf, stringOf, valueOf } from '../asl/pointer.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import type { Tree, ValueNode } from '../asl/tree.ts';
import { exactly } from './statements.ts';

/** A field of an HTTP task as it stands in the document. */
export type Known =
  | { readonly kind: 'literal'; readonly text: string }
  /** Known only when it runs; `written` is the path or expression. */
  | { readonly kind: 'computed'; readonly written: string }
  | { readonly kind: 'absent' };

export interface HttpCall {
  readonly state: StateName;
  readonly method: Known;
  readonly endpoint: Known;
  readonly connection: Known;
  /** What `states:HTTPEndpoint` must look like to allow the call; of a computed endpoint, as much as can be read from it. */
  readonly endpointPattern: string;
  /** The task is called under another role than the machine's. */
  readonly ownRole: boolean;
}

/** The HTTP tasks of a definition, in document order, those inside Map and Parallel included. */
export function httpCalls(tree: Tree): readonly HttpCall[] {
  return indexStates(tree).all.filter((entry) => entry.type === 'Task' && isHttpResource(stringOf(entry.node, 'Resource') ?? '')).map(callOf);
}

function callOf(entry: StateEntry): HttpCall {
  const field = entry.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const read = (holder: ValueNode | undefined, key: string): Known => known(holder, key, entry.language === 'JSONata');
  const whole = known(entry.node.kind === 'object' ? entry.node : undefined, field, entry.language === 'JSONata');
  const given = valueOf(entry.node, field);
  const computed: Known | null = given?.kind === 'string' && whole.kind === 'computed' ? whole : null;
  const holder = valueOf(given, 'InvocationConfig') ?? valueOf(given, 'Authentication');
  const holderKnown = [read(given, 'InvocationConfig'), read(given, 'Authentication')].find(({ kind }) => kind === 'computed');
  const endpoint = computed ?? read(given, 'ApiEndpoint');
  return {
    state: entry.name,
    method: computed ?? read(given, 'Method'),
    endpoint,
    connection: computed ?? (holder?.kind === 'object' ? read(holder, 'ConnectionArn') : (holderKnown ?? { kind: 'absent' })),
    endpointPattern: patternOf(endpoint),
    ownRole: memberOf(entry.node, 'Credentials') !== undefined,
  };
}

function known(holder: ValueNode | undefined, key: string, jsonata: boolean): Known {
  const path = stringOf(holder, `${key}.$`);
  if (path !== undefined) return { kind: 'computed', written: path };
  const value = valueOf(holder, key);
  if (value === undefined) return { kind: 'absent' };
  if (value.kind !== 'string') return { kind: 'computed', written: '' };
  // `${Name}` is filled in when the definition is deployed.
  const isComputed = (jsonata && /^\{%[^]*%\}$/.test(value.value)) || /\$\{[^}]+\}/.test(value.value);
  return isComputed ? { kind: 'computed', written: value.value } : { kind: 'literal', text: value.value };
}

const ANY_ENDPOINT = 'https://*';

/** The fixed parts of an endpoint with `*` between them; never less than the scheme. */
function patternOf(endpoint: Known): string {
  if (endpoint.kind === 'literal') return exactly(endpoint.text);
  if (endpoint.kind === 'absent') return ANY_ENDPOINT;
  const { written } = endpoint;
  const expression = /^\{%([^]*)%\}$/.exec(written)?.[1];
  const format = /^\s*States\.Format\(\s*'((?:[^'\\]|\\.)*)'/.exec(written)?.[1];
  const parts = expression !== undefined ? joined(expression) : format !== undefined ? format.split('{}') : written.startsWith('$') && !written.includes('${') ? null : written.split(/\$\{[^}]+\}/);
  const pattern = parts?.map(exactly).join('*').replace(/\*{2,}/g, '*') ?? ANY_ENDPOINT;
  return /^https?:\/\/[^*/?#]/.test(pattern) ? pattern : ANY_ENDPOINT;
}

/**
 * The texts that a JSONata expression joins with `&`; what stands between two of them is computed. Null: it is no plain joining.
 * A reading of the text is enough: whatever it misses becomes a `*`.
 */
function joined(expression: string): readonly string[] | null {
  const texts: string[] = [];
  let rest = expression.trim();
  let computedBefore = true;
  while (rest !== '') {
    const text = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*(?:&|$)\s*/.exec(rest);
    const other = /^[$\w.`[\]()]+\s*(?:&|$)\s*/.exec(rest);
    const found = text ?? other;
    if (!found) return texts.length > 0 ? [...texts, ''] : null;
    const literal = text?.[1] ?? text?.[2];
    if (literal === undefined) computedBefore = true;
    else if (computedBefore || texts.length === 0) texts.push(literal);
    else texts.push(`${texts.pop() ?? ''}${literal}`);
    if (literal !== undefined) computedBefore = false;
    rest = rest.slice(found[0].length);
  }
  if (texts.length === 0) return null;
  return computedBefore ? [...texts, ''] : texts;
}
