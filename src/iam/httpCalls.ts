import { isHttpResource } from '../asl/httpResource.ts';
import type { StateName } from '../asl/names.ts';
import { memberOf, stringOf, valueOf } from '../asl/pointer.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import type { Tree, ValueNode } from '../asl/tree.ts';
import { known, readPattern, type Known } from './known.ts';

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

/** The call of one HTTP task. */
export function callOf(entry: StateEntry): HttpCall {
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

const ANY_ENDPOINT = 'https://*';

/** The fixed parts of an endpoint with `*` between them; never less than the scheme. */
function patternOf(endpoint: Known): string {
  const pattern = readPattern(endpoint) ?? ANY_ENDPOINT;
  return endpoint.kind === 'literal' || /^https?:\/\/[^*/?#]/.test(pattern) ? pattern : ANY_ENDPOINT;
}
