import { originAllowed, originOf, parseAllowedOrigin } from '../allowedOrigins.ts';
import type { Connection } from '../connection.ts';
import { publicEndpoint } from './tokenSource.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** Origins that the client secret may go to: that of its token endpoint, and where a host mapping leads there, the connection's allowed ones. */
export function tokenOrigins(request: TokenRequest, { allowedOrigins }: Connection, sentTo: string): readonly string[] {
  const own = parseAllowedOrigin(originOf(request.url));
  return [...(own.ok ? [own.value] : []), ...(originOf(sentTo) === originOf(request.url) ? [] : allowedOrigins)];
}

/**
 * Null, or why the token request may not travel there: the client secret is bound to the origin of its endpoint. A host mapping leads it to
 * the sandbox or to an origin that the connection allows, and nowhere else. Source: design.md section 6, rule 1.
 */
export function tokenRefusal(request: TokenRequest, connection: Connection, sentTo: string, sandboxOrigin?: string): string | null {
  const target = originOf(sentTo);
  if (sandboxOrigin !== undefined && target === originOf(sandboxOrigin)) return null;
  const own = originOf(request.url);
  if (originAllowed(sentTo, tokenOrigins(request, connection, sentTo))) return null;
  if (target === own) return `Nothing was sent. The token endpoint ${publicEndpoint(request)} of the connection ${connection.name} would get the client secret in the clear, readable by anyone on the way. Use https://, or http:// on this machine only.`;
  return `Nothing was sent. The token endpoint ${own} is mapped to ${target}, and the client secret of the connection ${connection.name} may go only to ${own} and the sandbox. Add ${target} to the connection's allowed origins, or map to the sandbox.`;
}
