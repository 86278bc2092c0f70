/** After these characters a "/" begins a regular expression; elsewhere it divides. */
const BEFORE_REGEX = new Set('(,=<>~&|!?:;{[+-*%^@#');

/**
 * The first of `??` and `?:`, operators of JSONata 2.1 that AWS's 2.0.6 does not have, with what 2.0.6 says about it.
 * Texts, names in backquotes, comments and regular expressions are passed over.
 */
export function newerOperator(text: string): { readonly offset: number; readonly message: string } | null {
  if (!text.includes('??') && !text.includes('?:')) return null;
  const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\/\*[\s\S]*?\*\/|\?\?|\?:|\S/gy;
  let before = '(';
  for (let at = 0; at < text.length; ) {
    token.lastIndex = at;
    const part = token.exec(text)?.[0];
    if (part === undefined) {
      at++; // a blank
      continue;
    }
    if (part === '??' || part === '?:') {
      return { offset: at, message: `S0211: The symbol "${part[1]}" cannot be used as a unary operator` };
    }
    if (part === '/' && BEFORE_REGEX.has(before)) at = endOfRegex(text, at);
    else at += part.length;
    if (!part.startsWith('/*')) before = part.at(-1) as string;
  }
  return null;
}

function endOfRegex(text: string, start: number): number {
  const regex = /\/(?:\\.|[^\\/])*\/[a-z]*/y;
  regex.lastIndex = start;
  return start + (regex.exec(text)?.[0].length ?? 1);
}
