/**
 * Indents valid JSON by two spaces and leaves every scalar as it is written: printing a parsed value would change numbers
 * (`1.0`, twenty digits), escapes and doubled keys.
 */
export function formatJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  const pad = () => `\n${'  '.repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token === '{' || token === '[') {
      const empty = next === '}' || next === ']';
      depth += 1;
      parts.push(token, empty ? '' : pad());
    } else if (token === '}' || token === ']') {
      depth -= 1;
      const previous = tokens[at - 1];
      parts.push(previous === '{' || previous === '[' ? '' : pad(), token);
    } else if (token === ',') parts.push(token, pad());
    else if (token === ':') parts.push(': ');
    else parts.push(token);
  });
  return parts.join('');
}
