/** A stretch of one line of JSON, for colour. */
export interface JsonToken {
  readonly kind: 'key' | 'string' | 'expression' | 'number' | 'word' | 'punctuation' | 'comment' | 'plain';
  readonly text: string;
}

const TOKEN = /(\/\/.*$)|("(?:[^"\\]|\\.)*"?)(\s*:)?|(-?\d[\w.+-]*)|\b(true|false|null)\b|([{}[\],:])|(\s+|[A-Za-z_$][\w$]*|.)/g;

/** JSON's strings end on their line, so each line can be read by itself, whatever stands around it. */
export function jsonTokens(line: string): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const [, comment, string, colon, number, word, punctuation, plain] of line.matchAll(TOKEN)) {
    if (comment !== undefined) tokens.push({ kind: 'comment', text: comment });
    else if (string !== undefined && colon !== undefined) tokens.push({ kind: 'key', text: string }, { kind: 'punctuation', text: colon });
    else if (string !== undefined) tokens.push({ kind: string.startsWith('"{%') ? 'expression' : 'string', text: string });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (punctuation !== undefined) tokens.push({ kind: 'punctuation', text: punctuation });
    else if (plain !== undefined) tokens.push({ kind: 'plain', text: plain });
  }
  return tokens;
}
