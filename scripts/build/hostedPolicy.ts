import type { Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../src/bridge/securityHeaders.ts';

/**
 * The policy of the hosted build (`vite build --mode hosted`), as a meta element because a static host may send no headers of ours.
 * It is the bridge's policy, wide enough to call APIs directly; `frame-ancestors` works in headers only.
 */
const HOSTED_POLICY = CONTENT_SECURITY_POLICY.split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .map((directive) => (directive.startsWith('connect-src') ? `${directive} https: http://localhost:*` : directive))
  .join('; ');

export function hostedPolicy(): Plugin {
  let hosted = false;
  return {
    name: 'hosted-policy',
    apply: 'build',
    configResolved(config) {
      hosted = config.mode === 'hosted';
    },
    transformIndexHtml() {
      if (!hosted) return [];
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: HOSTED_POLICY }, injectTo: 'head-prepend' }];
    },
  };
}
