import type { EmbeddedKind, EmbeddedToken } from './jsonataTokens.ts';

const PATTERNS: readonly (readonly [EmbeddedKind, RegExp])[] = [
  ['function', /States\.[A-Za-z0-9]*/y],
  ['string', /'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)/y],
  ['variable', /\$\$?[\p{L}_]?[\p{L}\p{N}_]*/uy],
  ['number', /-?\d+(?:\.\d+)?(?![\w])/y],
  ['keyword', /(?:true|false|null)\b|@/y],
  ['operator', /==|!=|<=|>=|=~|&&|\|\||\.\.|[-.,:*?!<>()[\]]/y],
  ['name', /[^\s.,:*?!<>()[\]'"=&|@$]+/y],
];

/** The tokens of a path or an intrinsic call, half-typed ones included. */
export function pathTokens(text: string): readonly EmbeddedToken[] {
  const tokens: EmbeddedToken[] = [];
  for (let at = 0; at < text.length; ) {
    let length = 1;
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (!found) continue;
      length = found.length;
      tokens.push({ kind, at, length, ...(kind === 'string' && (length < 2 || !found.endsWith(found[0] ?? '')) && { open: true }) });
      break;
    }
    at += length;
  }
  return tokens;
}
