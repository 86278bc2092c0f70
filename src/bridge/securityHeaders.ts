import type { ServerResponse } from 'node:http';
import { PRODUCT_HEADER, PROTOCOL_VERSION } from '../protocol/bridge.ts';

/** design.md section 5. The page talks to its own origin only; `blob:` is for Monaco's workers. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `policy: false` for the dev server, whose pages need inline scripts and a socket. */
export function setSecurityHeaders(response: ServerResponse, { policy }: { readonly policy: boolean }): void {
  response.setHeader(PRODUCT_HEADER, String(PROTOCOL_VERSION));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  // Browsers look names of links up before anybody clicks; nothing leaves by itself, not even a question to a name server.
  response.setHeader('x-dns-prefetch-control', 'off');
  if (!policy) return;
  response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
}
