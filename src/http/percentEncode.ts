const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** UTF-8 has no spelling for half a surrogate pair; like every encoder, U+FFFD stands in for it. */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\uFFFD');

/** What RFC 3986 and AWS's own signatures encode and `encodeURIComponent` does not. */
export const HAS_PUNCTUATION = /[!'()*]/;

/**
 * Percent-encoding of queries and form bodies: everything but letters, digits and `-._~`; a space is `%20`, never `+`.
 * Source: http-task.md section 5 (recorded for space, `+`, `&`, `[`, `]`, `,`).
 */
export const percentEncode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
