import type { PreparedRequest } from './prepared.ts';

/**
 * The flat header array that goes on the wire: as prepared, with `Host` of the place it is really sent to, and
 * `Connection: close`, which belongs to the hop. Node adds nothing to a flat array (stack-notes.md section 10).
 */
export function wireHeaders(prepared: PreparedRequest, sentTo: string): readonly string[] {
  const { host } = new URL(sentTo);
  const headers = prepared.headers.flatMap(({ name, value, origin }) => [name, origin === 'service' && name === 'Host' ? host : value]);
  return [...headers, 'Connection', 'close'];
}
