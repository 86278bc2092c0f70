/** RFC 9110 `token`. */
export const isHeaderName = (name: string): boolean => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name);

/** Tab, visible ASCII and Latin-1: what every HTTP/1.1 client can write. A line break would start a header of its own. */
export const isHeaderValue = (value: string): boolean => /^[\t\u0020-\u007E\u0080-\u00FF]*$/.test(value);
