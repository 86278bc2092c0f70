export interface ContentType {
  /** Lower-cased, without parameters; empty where the server sent none. */
  readonly type: string;
  readonly charset: string;
}

export function contentTypeOf(headers: readonly string[]): ContentType {
  let value = '';
  for (let at = 0; at + 1 < headers.length; at += 2) {
    if (headers[at]?.toLowerCase() === 'content-type') {
      value = headers[at + 1] ?? '';
      break;
    }
  }
  const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(value);
  return { type: (value.split(';')[0] ?? '').trim().toLowerCase(), charset: (charset?.[1] ?? charset?.[2] ?? 'utf-8').trim().toLowerCase() };
}

/** unconfirmed: that every `+json` type counts. */
export const isJsonType = (type: string): boolean => type === 'application/json' || type.endsWith('+json');

/** Source: http-task.md section 6, the documented list. */
export const isUnsupportedType = (type: string): boolean => type === 'application/octet-stream' || /^(image|video|audio)\//.test(type);

/** Null where the bytes are no text in that charset. unconfirmed: that AWS heeds `charset`; an unknown one counts as UTF-8. */
export function decodeText(bytes: Uint8Array, charset: string): string | null {
  const decoder = decoderFor(charset);
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}
