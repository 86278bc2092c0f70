import type { IncomingHttpHeaders } from 'node:http';
import { AWS_PATHS } from '../protocol/aws.ts';
import { PATHS, TOKEN_HEADER } from '../protocol/bridge.ts';
import { sameToken } from './token.ts';

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 415 | 421;
  readonly message: string;
  /** With 405. */
  readonly allow?: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** `name, value …` as received: repeated headers are seen here only. */
  readonly rawHeaders: readonly string[];
}

/** The ways to spell this machine's loopback in a URL. */
export const loopbackHosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];

/**
 * A page of another site whose name was made to point at loopback (DNS rebinding) still sends its own name as Host, so any
 * Host but ours is refused, for the app's files as well.
 */
export function refuseHost(asked: Asked, port: number): Refusal | null {
  // `GET http://other/ HTTP/1.1` names a host of its own, which counts more than `Host` (RFC 9112, section 3.2.2). Only proxies get it.
  if (!asked.path.startsWith('/')) return { status: 400, message: 'This is no proxy. Ask for a path.' };
  const hosts = asked.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host');
  if (hosts.length === 1 && loopbackHosts(port).includes((asked.headers.host ?? '').toLowerCase())) return null;
  return { status: 421, message: `This is ASL Studio on http://127.0.0.1:${port}. It answers under no other name; through a tunnel, forward the same port number.` };
}

/**
 * Calls to the bridge: from our own page, or from a program of this person. A browser always says where a request comes from
 * (`sec-fetch-site`, or `Origin` in browsers too old for it), so a call with neither that carries the token is a program.
 */
export function refuseCall(asked: Asked, port: number, token: string): Refusal | null {
  const { headers } = asked;
  const origin = headers.origin;
  if (origin !== undefined && origin.toLowerCase() !== `http://${(headers.host ?? '').toLowerCase()}`) return crossSite;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return crossSite;
  if (site === undefined && origin !== undefined) return crossSite;
  const given = headers[TOKEN_HEADER];
  if (typeof given !== 'string' || !sameToken(given, token)) {
    return { status: 401, message: 'The token is missing or wrong. Open the URL that "npm start" prints.' };
  }
  return null;
}

const crossSite: Refusal = { status: 403, message: 'Only the page of this ASL Studio may call its bridge.' };

const METHOD_OF: { readonly [path: string]: string } = {
  [PATHS.hello]: 'GET', [PATHS.send]: 'POST', [AWS_PATHS.profiles]: 'GET', [AWS_PATHS.identity]: 'POST', [AWS_PATHS.testState]: 'POST',
};

export function refuseRoute(asked: Asked): Refusal | null {
  const allow = Object.hasOwn(METHOD_OF, asked.path) ? METHOD_OF[asked.path] : undefined;
  if (allow === undefined) return { status: 404, message: 'The bridge has no such call.' };
  if (asked.method !== allow) return { status: 405, message: `Use ${allow}.`, allow };
  if (allow === 'POST' && !/^application\/json\s*(;|$)/i.test(asked.headers['content-type'] ?? '')) {
    return { status: 415, message: 'The body has to be application/json.' };
  }
  return null;
}
