import type { PathError, Step } from './JsonPath.ts';

/** Leaves the recursive descent; caught where the parsing began and turned into a value. */
export class PathSyntax extends Error {
  readonly problem: PathError;
  constructor(message: string, offset: number) {
    super(message);
    this.problem = { message, offset };
  }
}

const ESCAPES: { readonly [c: string]: string } = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text of a path and how far it has been read. */
export class PathReader {
  at = 0;
  depth = 0;
  readonly text: string;
  /** Filters hold paths and paths hold filters: the reader hands the one to the other. */
  readonly readSteps: (reader: PathReader) => Step[];
  constructor(text: string, readSteps: (reader: PathReader) => Step[]) {
    this.text = text;
    this.readSteps = readSteps;
  }

  get char(): string {
    return this.text[this.at] ?? '';
  }
  get done(): boolean {
    return this.at >= this.text.length;
  }
  fail(message: string, offset = this.at): never {
    throw new PathSyntax(message, offset);
  }
  startsWith(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }
  take(token: string): boolean {
    if (!this.startsWith(token)) return false;
    this.at += token.length;
    return true;
  }
  expect(token: string, what: string): void {
    if (!this.take(token)) this.fail(this.done ? `The path ends where ${what} is expected.` : `Expected ${what} but found "${this.char}".`);
  }
  blanks(): void {
    while (this.char === ' ' || this.char === '\t' || this.char === '\n' || this.char === '\r') this.at++;
  }
  /** A sticky pattern at this place. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }

  /** A quoted name or string, either quote, with JSON's escapes. The other kind of quote keeps its backslash (recorded). */
  quoted(): string {
    const start = this.at;
    const quote = this.char;
    this.at++;
    let value = '';
    while (!this.done && this.char !== quote) value += this.char === '\\' ? this.escape(quote) : this.text[this.at++];
    if (this.done) this.fail('The quoted text has no end.', start);
    this.at++;
    return value;
  }

  private escape(quote: string): string {
    this.at++;
    const c = this.text[this.at++] ?? '';
    if ((c === '"' || c === "'") && c !== quote) return `\\${c}`;
    if (c !== 'u') return ESCAPES[c] ?? c;
    const hex = this.text.slice(this.at, this.at + 4);
    if (!/^[\da-fA-F]{4}$/.test(hex)) this.fail('\\u wants four hexadecimal digits.');
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  /** Runs one level of nesting; a path that nests without bound would otherwise end the stack. */
  nested<T>(read: () => T): T {
    if (++this.depth > 100) this.fail('The path nests too deeply.');
    const value = read();
    this.depth--;
    return value;
  }
}
