import { MASK } from '../mask.ts';
import type { PreparedRequest } from '../prepared.ts';

/** One word for a POSIX shell, whatever it holds. */
export const shellQuoted = (text: string): string => `'${text.replaceAll('\'', '\'\\\'\'')}'`;

/** curl writes these itself, and rightly. */
const CURLS_OWN: ReadonlySet<string> = new Set(['host', 'content-length']);

/**
 * The prepared request as a command for a POSIX shell, quoted throughout. Without `reveal`, what the connection contributed is
 * masked; with it, the command holds secrets. `--data-raw`, because `--data` would read a file for a body that begins with `@`.
 */
export function printCurl(prepared: PreparedRequest, { reveal }: { readonly reveal: boolean }): string {
  const { method, body } = prepared;
  const url = reveal ? prepared.url : prepared.publicUrl;
  // `--request HEAD` would wait for a body that never comes; with a body of our own there is no other way.
  const lines = [method === 'HEAD' && body === null ? 'curl --head' : `curl --request ${shellQuoted(method)}`];
  // Braces and brackets are patterns to curl.
  if (/[[\]{}]/.test(url)) lines.push('--globoff');
  lines.push(`--url ${shellQuoted(url)}`);
  for (const { name, value, secret, origin } of prepared.headers) {
    if (origin === 'service' && CURLS_OWN.has(name.toLowerCase())) continue;
    const shown = secret && !reveal ? MASK : value;
    // `Name:` would take the header away.
    lines.push(`--header ${shellQuoted(shown.trim() === '' ? `${name};` : `${name}: ${shown}`)}`);
  }
  if (body !== null) lines.push(`--data-raw ${shellQuoted(reveal ? body.text : body.publicText)}`);
  return lines.join(' \\\n  ');
}
