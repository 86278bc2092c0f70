import type { IncomingHttpHeaders } from 'node:http';
import { sameToken } from '../token.ts';
import { readCredential } from './accessKey.ts';
import { type AwsFault, ownFault, unknownKey, unsigned } from './awsFault.ts';

export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** `name, value …` as received: repeated headers are seen here only. */
  readonly rawHeaders: readonly string[];
}

/** SDKs put the operation's host prefix, `sync-`, before an endpoint's host too. Neither name can be had in any public DNS. */
const hostsOf = (port: number): readonly string[] => ['127.0.0.1', 'localhost', '[::1]', 'sync-localhost', 'sync-127.0.0.1'].map((host) => `${host}:${port}`);

/**
 * Who may call: a program that was given the key, never a page. Browsers cannot leave out `Origin` on a POST to another origin, nor send this content
 * type there without a preflight, which nobody answers here; a page whose own name leads to loopback sends that name as Host.
 */
export function refuseKnock({ method, url, headers, rawHeaders }: Knock, port: number, accessKeyId: string): AwsFault | null {
  const count = (name: string): number => rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;
  if (count('host') !== 1 || !hostsOf(port).includes((headers.host ?? '').toLowerCase())) {
    return ownFault(421, `This is the local Step Functions endpoint of ASL Studio, http://127.0.0.1:${port}. It answers under no other name.`);
  }
  if (count('origin') > 0 || count('sec-fetch-site') > 0) return ownFault(403, 'No page may call this endpoint, only programs.');
  if (url !== '/') return ownFault(404, 'The only path of this endpoint is "/".');
  if (method !== 'POST') return ownFault(405, 'Use POST.');
  if (!/^application\/x-amz-json-1\.0(?:\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) return ownFault(415, 'The content type has to be application/x-amz-json-1.0.');
  return refuseKey(headers.authorization, accessKeyId);
}

/**
 * The key id is the secret here. The signature is not checked: clocks, proxies and SDKs that sign a little differently would fail for
 * nothing. The key id travels in the clear, so another user of this machine who listened at the port while the studio was away may know
 * it; where the system tells whose a connection is (Linux), the endpoint answers its own user only.
 */
function refuseKey(authorization: string | undefined, accessKeyId: string): AwsFault | null {
  if (authorization === undefined) return unsigned;
  const credential = readCredential(authorization);
  return credential !== null && sameToken(credential.accessKeyId, accessKeyId) ? null : unknownKey;
}
