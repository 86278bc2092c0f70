export type EmbeddedKind = 'delimiter' | 'variable' | 'function' | 'string' | 'number' | 'keyword' | 'operator' | 'name' | 'comment';

export interface EmbeddedToken {
  readonly kind: EmbeddedKind;
  /** Offset in the text. */
  readonly at: number;
  readonly length: number;
  /** A text or a comment that nobody has ended yet. */
  readonly open?: boolean;
}

const PATTERNS: readonly (readonly [EmbeddedKind, RegExp])[] = [
  ['comment', /\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /"(?:\\[\s\S]|[^"\\])*(?:"|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)/y],
  ['name', /`[^`]*(?:`|$)/y],
  ['variable', /\$\$?[\p{L}_][\p{L}\p{N}_]*|\$\$?/uy],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['keyword', /(?:and|or|in|true|false|null|function)\b|λ/y],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['operator', /:=|~>|\.\.|!=|<=|>=|\*\*|[-+*/%=<>&|?:^@#~.,;!()[\]{}]/y],
];

/** A regular expression may stand where a value is awaited; else a slash divides. */
const REGEX = /\/(?:\\.|[^\\/\n])+\/[a-z]*/y;

/** The tokens of an expression without its delimiters, half-typed ones included. Never throws. */
export function jsonataTokens(text: string): readonly EmbeddedToken[] {
  const tokens: EmbeddedToken[] = [];
  for (let at = 0; at < text.length; ) {
    const [kind, length] = nextToken(text, at, tokens.at(-1), text[(tokens.at(-1)?.at ?? 0)] ?? '');
    if (kind !== null) tokens.push({ kind, at, length, ...(isOpen(kind, text.slice(at, at + length)) && { open: true }) });
    at += length;
  }
  return tokens.map((token) => (token.kind === 'variable' && token.length > 1 && /^\s*\(/.test(text.slice(token.at + token.length, token.at + token.length + 20)) ? { ...token, kind: 'function' } : token));
}

function nextToken(text: string, at: number, last: EmbeddedToken | undefined, lastSign: string): readonly [EmbeddedKind | null, number] {
  const awaitsValue = last === undefined || last.kind === 'keyword' || (last.kind === 'operator' && !')]}'.includes(lastSign));
  if (text[at] === '/' && text[at + 1] !== '*' && awaitsValue) {
    REGEX.lastIndex = at;
    const regex = REGEX.exec(text)?.[0];
    if (regex !== undefined) return ['string', regex.length];
  }
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return [kind, found.length];
  }
  return [null, 1];
}

function isOpen(kind: EmbeddedKind, text: string): boolean {
  if (kind === 'comment') return text.length < 4 || !text.endsWith('*/');
  if (kind !== 'string' || text[0] === '/') return false;
  return text.length < 2 || !text.endsWith(text[0] ?? '"') || /(?:^|[^\\])(?:\\\\)*\\.$/.test(text);
}
