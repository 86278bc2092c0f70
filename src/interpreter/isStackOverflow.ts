/** V8 and JavaScriptCore throw a RangeError, Firefox an InternalError. */
export function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'InternalError' || (thrown.name === 'RangeError' && /call stack/i.test(thrown.message)));
}
