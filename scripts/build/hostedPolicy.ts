import type { Plugin } from 'vite';

/**
 * The policy of the hosted build (`vite build --mode hosted`), as a meta element because a static host may send no headers of ours.
 * Served by the bridge the same pages get the stricter policy as real headers. `frame-ancestors` works in headers only.
 */
const HOSTED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self' https: http://localhost:*",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
].join('; ');

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
