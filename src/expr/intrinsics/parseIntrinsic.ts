import { boundedCache } from '../../lib/boundedCache.ts';
import type { Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { JsonPath } from '../jsonpath/JsonPath.ts';
import { parseJsonPath } from '../jsonpath/parseJsonPath.ts';
import { INTRINSIC_NAMES, type IntrinsicName } from './intrinsicNames.ts';

export type Argument =
  /** `raw` keeps the escapes of a string: `\{` is no placeholder in a format. */
  | { readonly kind: 'literal'; readonly value: Json; readonly raw?: string }
  | { readonly kind: 'path'; readonly path: JsonPath }
  | { readonly kind: 'call'; readonly call: IntrinsicCall };

export interface IntrinsicCall {
  readonly name: IntrinsicName;
  readonly args: readonly Argument[];
  /** As written, for error texts. */
  readonly text: string;
}

export interface IntrinsicError {
  readonly message: string;
  readonly offset: number;
}

const MAX_DEPTH = 10;

class Syntax extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

export const isIntrinsicText = (text: string): boolean => text.startsWith('States.');

/** Reads a call such as `States.Format('{} is {}', $.name, States.MathAdd($.age, 1))`. Remembered by text. */
export const parseIntrinsic: (text: string) => Result<IntrinsicCall, IntrinsicError> = boundedCache(parse);

function parse(text: string): Result<IntrinsicCall, IntrinsicError> {
  const reader: Reader = { text, at: 0 };
  try {
    const call = readCall(reader, 1);
    skipBlanks(reader);
    if (reader.at < text.length) throw new Syntax(`Unexpected "${text[reader.at]}" after the call.`, reader.at);
    return ok(call);
  } catch (error) {
    if (error instanceof Syntax) return err({ message: error.message, offset: error.offset });
    throw error;
  }
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return null;
  reader.at += found[0].length;
  return found[0];
}

const skipBlanks = (reader: Reader): void => void match(reader, /\s*/y);

function readCall(reader: Reader, depth: number): IntrinsicCall {
  const start = reader.at;
  if (depth > MAX_DEPTH) throw new Syntax(`Calls nest deeper than ${MAX_DEPTH}.`, start);
  const name = match(reader, /States\.[A-Za-z0-9]+/y);
  if (name === null || !isName(name)) throw new Syntax(`There is no intrinsic function ${name ?? 'here'}.`, start);
  skipBlanks(reader);
  if (match(reader, /\(/y) === null) throw new Syntax(`Expected "(" after ${name}.`, reader.at);
  const args: Argument[] = [];
  skipBlanks(reader);
  while (match(reader, /\)/y) === null) {
    if (args.length > 0 && match(reader, /,/y) === null) throw new Syntax('Expected "," or ")".', reader.at);
    skipBlanks(reader);
    args.push(readArgument(reader, depth));
    skipBlanks(reader);
  }
  return { name, args, text: reader.text.slice(start, reader.at) };
}

const isName = (name: string): name is IntrinsicName => (INTRINSIC_NAMES as readonly string[]).includes(name);

function readArgument(reader: Reader, depth: number): Argument {
  const c = reader.text[reader.at];
  if (c === "'") return readString(reader);
  if (c === '$') return readPath(reader);
  if (c === 'S') return { kind: 'call', call: readCall(reader, depth + 1) };
  const number = match(reader, /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y);
  if (number !== null) return { kind: 'literal', value: Number(number) };
  const word = match(reader, /(?:true|false|null)\b/y);
  if (word !== null) return { kind: 'literal', value: JSON.parse(word) as Json };
  throw new Syntax('Expected a path, a number, true, false, null, a text in single quotes or a States.… call.', reader.at);
}

/** `\'  \\  \{  \}` are the only escapes; AWS refuses any other when the definition is saved. */
function readString(reader: Reader): Argument {
  const start = ++reader.at;
  for (; reader.at < reader.text.length; reader.at++) {
    const c = reader.text[reader.at];
    if (c === "'") break;
    if (c !== '\\') continue;
    reader.at++;
    if (!"'\\{}".includes(reader.text[reader.at] ?? ' ')) throw new Syntax("A text may escape only \\' \\\\ \\{ \\}.", reader.at - 1);
  }
  if (reader.at >= reader.text.length) throw new Syntax('The text in quotes has no end.', start - 1);
  const raw = reader.text.slice(start, reader.at++);
  return { kind: 'literal', value: raw.replace(/\\(.)/gs, '$1'), raw };
}

/** A path runs to the "," or ")" that is not inside its own brackets, parentheses or quotes. */
function readPath(reader: Reader): Argument {
  const start = reader.at;
  let depth = 0;
  for (; reader.at < reader.text.length; reader.at++) {
    const c = reader.text[reader.at] as string;
    if (depth === 0 && (c === ',' || c === ')')) break;
    if (c === "'" || c === '"') {
      if (match(reader, c === "'" ? /'(?:\\.|[^'\\])*'/y : /"(?:\\.|[^"\\])*"/y) === null) throw new Syntax('The quoted name has no end.', reader.at);
      reader.at--;
    } else if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') depth--;
  }
  const path = parseJsonPath(reader.text.slice(start, reader.at).trimEnd());
  if (!path.ok) throw new Syntax(path.error.message, start + path.error.offset);
  return { kind: 'path', path: path.value };
}
