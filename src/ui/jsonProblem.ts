/** Where and why a text is not JSON, in words for people. Null when it is. */
export interface JsonProblem {
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Control characters are not allowed in JSON strings, which is what the range says.
// oxlint-disable-next-line no-control-regex
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /[A-Za-z_$][\w$]*/y;

/**
 * JSON.parse decides; only what it refuses is looked at again, for a place and a sentence that do not depend on the browser.
 * Iterative, because a pasted text may be nested deeper than the stack.
 */
export function jsonProblem(text: string): JsonProblem | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    const { offset, message } = firstProblem(text);
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return { offset, line, column: offset - before.lastIndexOf('\n'), message };
  }
}

type Expect = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';
interface Scan { at: number; expect: Expect; readonly open: ('{' | '[')[] }
type Found = { readonly offset: number; readonly message: string };

function firstProblem(text: string): Found {
  const scan: Scan = { at: 0, expect: 'value', open: [] };
  for (;;) {
    scan.at = skip(SPACE, text, scan.at);
    if (scan.at >= text.length) return { offset: text.length, message: unfinished(text, scan) };
    const found = step(text, scan);
    if (found) return found;
  }
}

function unfinished(text: string, { open }: Scan): string {
  if (text.trim() === '') return 'There is nothing here yet. Write a JSON value, for example {}.';
  const last = open.at(-1);
  return last === undefined ? 'The text ends too early.' : `The text ends before its ${last} is closed. Add ${last === '{' ? '}' : ']'}.`;
}

function step(text: string, scan: Scan): Found | null {
  const char = text[scan.at] ?? '';
  switch (scan.expect) {
    case 'end': return { offset: scan.at, message: 'Something stands behind the end of the value. Remove it.' };
    case 'colon':
      if (char !== ':') return { offset: scan.at, message: 'A colon is missing after the name.' };
      scan.at += 1;
      scan.expect = 'value';
      return null;
    case 'comma': return afterValue(char, scan);
    case 'first-key': case 'key': return key(text, char, scan);
    case 'first-value': case 'value': return value(text, char, scan);
    default: return scan.expect satisfies never;
  }
}

function afterValue(char: string, scan: Scan): Found | null {
  const inside = scan.open.at(-1);
  if (char === ',') {
    scan.at += 1;
    scan.expect = inside === '{' ? 'key' : 'value';
    return null;
  }
  if (char === (inside === '{' ? '}' : ']')) return close(scan);
  if (char === '}' || char === ']') return { offset: scan.at, message: `${char} closes nothing here: the open bracket is ${inside}.` };
  return { offset: scan.at, message: inside === '{' ? 'A comma is missing between two members.' : 'A comma is missing between two items.' };
}

function close(scan: Scan): null {
  scan.open.pop();
  scan.at += 1;
  scan.expect = scan.open.length === 0 ? 'end' : 'comma';
  return null;
}

function key(text: string, char: string, scan: Scan): Found | null {
  if (char === '}') return scan.expect === 'first-key' ? close(scan) : { offset: scan.at, message: 'A comma stands before }. Remove it.' };
  if (char !== '"') return { offset: scan.at, message: comment(char, text, scan.at) ?? 'A name in double quotes is missing here.' };
  return string(text, scan, 'colon');
}

function value(text: string, char: string, scan: Scan): Found | null {
  if (char === ']' && scan.expect === 'first-value') return close(scan);
  if (char === ']' && scan.open.at(-1) === '[') return { offset: scan.at, message: 'A comma stands before ]. Remove it.' };
  if (char === '{' || char === '[') {
    scan.open.push(char);
    scan.at += 1;
    scan.expect = char === '{' ? 'first-key' : 'first-value';
    return null;
  }
  const after: Expect = scan.open.length === 0 ? 'end' : 'comma';
  if (char === '"') return string(text, scan, after);
  const end = skip(/[-\d]/.test(char) ? NUMBER : WORD, text, scan.at);
  const word = text.slice(scan.at, end);
  if (end > scan.at && (/[-\d]/.test(char) || word === 'true' || word === 'false' || word === 'null')) {
    if (/[-\d]/.test(char) && /[\w.+]/.test(text[end] ?? '')) return { offset: scan.at, message: 'This number is not written as JSON wants it.' };
    scan.at = end;
    scan.expect = after;
    return null;
  }
  return { offset: scan.at, message: comment(char, text, scan.at) ?? (char === "'" ? 'Strings stand in double quotes.' : word !== '' ? `${word} is not a JSON value. Put text in double quotes.` : 'A value is missing here.') };
}

function string(text: string, scan: Scan, then: Expect): Found | null {
  const end = skip(STRING, text, scan.at);
  if (end === scan.at) return { offset: scan.at, message: stringProblem(text, scan.at) };
  scan.at = end;
  scan.expect = then;
  return null;
}

function stringProblem(text: string, from: number): string {
  const lineEnd = text.indexOf('\n', from);
  const rest = text.slice(from + 1, lineEnd === -1 ? undefined : lineEnd);
  return /(?:^|[^\\])(?:\\\\)*"/.test(rest) ? 'This string holds a character that must be escaped, or an escape that JSON does not know.' : 'This string is not closed on its line. Add ".';
}

const comment = (char: string, text: string, at: number): string | null =>
  (char === '/' && /[/*]/.test(text[at + 1] ?? '') ? 'Comments are not allowed here. Remove it.' : null);

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
