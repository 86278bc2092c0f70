import type { Json } from './Json.ts';
import { err, ok, type Result } from './Result.ts';

/** What AWS's parser (Jackson) says about a text that is not JSON, and where. Line and column count from 1. */
export interface JacksonError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** JSON.parse with Jackson's words for a failure. */
export function parseJsonText(text: string): Result<Json, JacksonError> {
  try {
    return ok(JSON.parse(text) as Json);
  } catch {
    return err(explain(text));
  }
}

class Stop extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const TOKENS = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

function explain(text: string): JacksonError {
  const scan = new Scan(text);
  try {
    scan.value();
    scan.blanks();
    if (scan.at < text.length) scan.value(); // a second document
  } catch (error) {
    if (error instanceof Stop) return located(text, error.message, error.at);
    if (!(error instanceof RangeError)) throw error;
  }
  return located(text, `Unexpected character (${shown(text[scan.at])}): Expected space separating root-level values`, scan.at);
}

function located(text: string, message: string, at: number): JacksonError {
  const lines = text.slice(0, at).split('\n');
  return { message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

const shown = (c: string | undefined): string => (c === undefined ? 'end-of-input' : `'${c}' (code ${c.charCodeAt(0)})`);

class Scan {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  blanks(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text[this.at] as string)) this.at++;
  }

  private fail(message: string, at = this.at): never {
    throw new Stop(message, at);
  }

  value(): void {
    this.blanks();
    const c = this.text[this.at];
    if (c === undefined) this.fail('No content to map due to end-of-input');
    if (c === '{') return this.object();
    if (c === '[') return this.array();
    if (c === '"') return this.string();
    const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    number.lastIndex = this.at;
    const found = number.exec(this.text)?.[0];
    if (found) this.at += found.length;
    else this.token();
  }

  private token(): void {
    const word = /[\p{L}\p{N}_$]+/uy;
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[0];
    if (found === undefined) this.fail(`Unexpected character (${shown(this.text[this.at])}): expected a valid value ${TOKENS}`, this.at + 1);
    this.at += found.length;
    if (!['true', 'false', 'null'].includes(found)) this.fail(`Unrecognized token '${found}': was expecting ${TOKENS}`);
  }

  private string(): void {
    const whole = /"(?:[^"\\]|\\.)*"/sy;
    whole.lastIndex = this.at;
    const found = whole.exec(this.text)?.[0];
    if (found === undefined) this.fail('Unexpected end-of-input: was expecting closing quote for a string value', this.text.length);
    this.at += found.length;
  }

  private close(kind: 'Object' | 'Array'): never {
    return this.fail(`Unexpected end-of-input: expected close marker for ${kind}`, this.text.length);
  }

  private object(): void {
    this.at++;
    for (let first = true; ; first = false) {
      this.blanks();
      const c = this.text[this.at];
      if (c === undefined) this.close('Object');
      if (c === '}' && first) return void this.at++;
      if (c !== '"') this.fail(`Unexpected character (${shown(c)}): was expecting double-quote to start field name`, this.at + 1);
      this.string();
      this.blanks();
      if (this.text[this.at] !== ':') this.fail(`Unexpected character (${shown(this.text[this.at])}): was expecting a colon to separate field name and value`, this.at + 1);
      this.at++;
      this.value();
      if (this.ends('Object', '}')) return;
    }
  }

  private array(): void {
    this.at++;
    this.blanks();
    if (this.text[this.at] === ']') return void this.at++;
    for (;;) {
      this.value();
      if (this.ends('Array', ']')) return;
    }
  }

  private ends(kind: 'Object' | 'Array', mark: string): boolean {
    this.blanks();
    const c = this.text[this.at];
    if (c === undefined) this.close(kind);
    this.at++;
    if (c === mark) return true;
    if (c !== ',') this.fail(`Unexpected character (${shown(c)}): was expecting comma to separate ${kind} entries`);
    return false;
  }
}
