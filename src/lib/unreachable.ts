/** Closes a `switch` over a union: a forgotten case does not compile. */
export function unreachable(x: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(x)}`);
}
