import type { ReceivedResponse } from '../../http/exchange.ts';

/** The body as text in its own charset, or null where the bytes are not text. */
export function bodyText({ headers, body }: ReceivedResponse): string | null {
  const contentType = headers.find((_, i) => i % 2 === 1 && headers[i - 1]?.toLowerCase() === 'content-type') ?? '';
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  return decoded(body, charset) ?? decoded(body, 'utf-8');
}

function decoded(body: Uint8Array, charset: string): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(body);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}
