import type { ConnectionPart } from './connectionParts.ts';
import { FRAMING_HEADERS } from './forbiddenHeaders.ts';
import type { Origin, Overridden, PreparedHeader } from './prepared.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

export interface HeadersInput {
  readonly task: readonly (readonly [name: string, values: readonly string[]])[];
  readonly connection: readonly ConnectionPart[];
  readonly region: string;
  readonly host: string;
  readonly method: string;
  /** Bytes; null: no body. */
  readonly bodyLength: number | null;
}

/** Headers that Step Functions writes itself and nobody overrides. */
const OWN: Readonly<Record<string, string>> = { 'user-agent': UNCONFIRMED.userAgentHeader, range: UNCONFIRMED.rangeHeader };
// unconfirmed: that GET without RequestBody sends no body at all; with `{}` it sends two bytes (recorded).
const EXPECTS_LENGTH: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

const header = (name: string, value: string, origin: Origin): PreparedHeader => ({ name, value, origin, secret: origin === 'connection' });

export interface MergedHeaders {
  readonly headers: readonly PreparedHeader[];
  readonly notes: readonly string[];
  readonly overridden: readonly Overridden[];
}

/**
 * The headers in the order of sending: Host, the task's with the connection's value in place of an equal name, the rest of the
 * connection's, then the service's own. Names are compared in exact case: `x-shared` and `X-Shared` are both sent, the one of the
 * connection first (recorded). Source: http-task.md sections 3 and 4.
 */
export function mergeHeaders(input: HeadersInput): MergedHeaders {
  const said: Said = { notes: new Set(), overridden: [] };
  const merged = connectionFirst(mergeByExactName(input, said)).filter((one) => isSendable(one, said));
  const service = (name: string, value: string) => header(name, value, 'service');
  const typed = merged.some(({ name }) => name.toLowerCase() === 'content-type');
  const length = input.bodyLength ?? (EXPECTS_LENGTH.has(input.method) ? 0 : null);
  return {
    headers: [
      service('Host', input.host),
      ...merged,
      ...(typed ? [] : [service('Content-Type', 'application/json; charset=UTF-8')]),
      service('User-Agent', `Amazon|StepFunctions|HttpInvoke|${input.region}`),
      service('Range', 'bytes=0-262144'),
      ...(length === null ? [] : [service('Content-Length', String(length))]),
    ],
    notes: [...said.notes],
    overridden: said.overridden,
  };
}

/** What is to be told about the headers, gathered on the way. */
interface Said {
  readonly notes: Set<string>;
  readonly overridden: Overridden[];
}

function mergeByExactName({ task, connection }: HeadersInput, { notes, overridden }: Said): readonly PreparedHeader[] {
  const left = new Map(connection.map(({ key, value }) => [key, value]));
  const merged = task.flatMap(([name, values]) => {
    const winner = left.get(name);
    if (winner === undefined) {
      if (values.length > 1) notes.add(UNCONFIRMED.headerArray);
      return values.map((value) => header(name, value, 'definition'));
    }
    left.delete(name);
    notes.add(`The connection sets ${name} too, and its value wins.`);
    overridden.push({ part: 'header', name, definitionValue: values.join(', '), by: 'connection' });
    return [header(name, winner, 'connection')];
  });
  return [...merged, ...[...left].map(([name, value]) => header(name, value, 'connection'))];
}

/** Of names that differ in case only, the connection's goes ahead: they change places, all else keeps its own. */
function connectionFirst(headers: readonly PreparedHeader[]): readonly PreparedHeader[] {
  const queues = new Map<string, PreparedHeader[]>();
  for (const one of headers.toSorted((left, right) => rank(left) - rank(right))) {
    const queue = queues.get(one.name.toLowerCase());
    if (queue) queue.push(one);
    else queues.set(one.name.toLowerCase(), [one]);
  }
  return headers.map((one) => queues.get(one.name.toLowerCase())?.shift() ?? one);
}

const rank = ({ origin }: PreparedHeader): number => (origin === 'connection' ? 0 : 1);

function isSendable({ name, value, origin }: PreparedHeader, { notes, overridden }: Said): boolean {
  const lower = name.toLowerCase();
  const own = OWN[lower];
  if (own === undefined && !FRAMING_HEADERS.has(lower)) return true;
  if (own !== undefined) notes.add(own);
  else if (lower === 'content-length') notes.add(UNCONFIRMED.contentLengthHeader);
  else notes.add(`The header ${name} of the ${origin} is left out: it belongs to the connection on the wire.`);
  if (origin === 'definition') overridden.push({ part: 'header', name, definitionValue: value, by: 'service' });
  return false;
}
