import { err, ok, type Result } from '../lib/Result.ts';
import { originAllowed, originMatches, originOf, readOrigin } from './allowedOrigins.ts';
import type { Connection } from './connection.ts';
import type { PreparedRequest } from './prepared.ts';

/** Where requests to an origin go instead while testing; never part of the definition. `from` may hold a wildcard host. */
export interface HostMapping {
  readonly from: string;
  readonly to: 'sandbox' | (string & {});
}

export type Mapped =
  /** No mapping names this origin. */
  | { readonly kind: 'same'; readonly sentTo: string }
  | { readonly kind: 'mapped'; readonly sentTo: string; readonly mapping: HostMapping; readonly toSandbox: boolean }
  /** A mapping names this origin and cannot be followed: nothing may be sent, least of all to the real host. */
  | { readonly kind: 'broken'; readonly mapping: HostMapping; readonly message: string };

/** The first mapping that fits decides; path and query stay. */
export function applyMapping(url: string, mappings: readonly HostMapping[], sandboxOrigin?: string): Mapped {
  const mapping = mappings.find(({ from }) => {
    const pattern = readOrigin(from);
    return pattern.ok && originMatches(url, pattern.value);
  });
  if (!mapping) return { kind: 'same', sentTo: url };
  const broken = (message: string): Mapped => ({ kind: 'broken', mapping, message });
  const toSandbox = mapping.to === 'sandbox' || (sandboxOrigin !== undefined && originOf(mapping.to) === originOf(sandboxOrigin));
  const target = mapping.to === 'sandbox' ? sandboxOrigin : mapping.to;
  if (target === undefined) return broken(`${mapping.from} is mapped to the sandbox, and the sandbox is not running. Start the studio with npm start, or remove the mapping.`);
  const read = readOrigin(target);
  if (!read.ok || read.value.wildcard) return broken(`${mapping.from} is mapped to “${target}”, which is no origin. Type it like http://127.0.0.1:4010 in the host mapping.`);
  const { pathname, search } = new URL(url);
  return { kind: 'mapped', sentTo: read.value.text + pathname + search, mapping, toSandbox };
}

export interface SecretCheck {
  readonly prepared: PreparedRequest;
  /** Full URL after host mapping. */
  readonly sentTo: string;
  readonly sandboxOrigin?: string;
  readonly allowedOrigins: readonly string[];
}

export type SecretRefusal = { readonly kind: 'secret-not-allowed'; readonly message: string };

/**
 * Whether the connection's secrets may travel: the evaluated URL's origin must be allowed, and where the request is mapped, the
 * target must be the sandbox or an allowed origin itself. Source: design.md section 6, rule 1.
 */
export function checkSecretOrigins({ prepared, sentTo, sandboxOrigin, allowedOrigins }: SecretCheck): Result<null, SecretRefusal> {
  if (prepared.secretValues?.length === 0) return ok(null);
  const isSandbox = (url: string) => sandboxOrigin !== undefined && originOf(url) === originOf(sandboxOrigin);
  const bound = allowedOrigins.length === 0 ? 'no origin yet' : allowedOrigins.join(', ');
  const evaluated = originOf(prepared.url);
  if (!isSandbox(prepared.url) && !originAllowed(prepared.url, allowedOrigins)) {
    const facts = `This state calls ${evaluated}, and the secrets of its connection may go only to ${bound}`;
    return refusal(`Nothing was sent. ${facts}. If you trust ${evaluated} with them, add it to the connection's allowed origins.`);
  }
  const target = originOf(sentTo);
  if (target === evaluated || isSandbox(sentTo) || originAllowed(sentTo, allowedOrigins)) return ok(null);
  const facts = `${evaluated} is mapped to ${target}, and the secrets of its connection may go only to ${bound} and the sandbox`;
  return refusal(`Nothing was sent. ${facts}. Add ${target} to the connection's allowed origins, or map to the sandbox.`);
}

/** What the bridge is told to check again; absent where the request holds no secret. */
export const secretOriginsFor = (prepared: PreparedRequest, connection: Pick<Connection, 'allowedOrigins'>): readonly string[] | undefined =>
  prepared.secretValues?.length === 0 ? undefined : connection.allowedOrigins;

const refusal = (message: string) => err({ kind: 'secret-not-allowed', message } as const);
