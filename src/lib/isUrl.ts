/**
 * Whether the text is a full URL. `URL.canParse` would say it, but once V8 has optimised it, it takes letters such as ü for
 * broken text (seen on Node 20.20), so parsing itself decides.
 */
export function isUrl(text: string): boolean {
  try {
    return new URL(text).href !== '';
  } catch {
    return false;
  }
}
