import type { Json } from '../../lib/Json.ts';
import { COMPARISONS, isDefinite, type Comparison, type Filter, type Operand } from './JsonPath.ts';
import type { PathReader } from './PathReader.ts';

/** The inside of `[?( … )]`: `||` binds weakest, then `&&`, then `!`, then a comparison. */
export function readFilter(reader: PathReader): Filter {
  return readList(reader, '||', 'or', () => readList(reader, '&&', 'and', () => readUnary(reader)));
}

function readList(reader: PathReader, sign: string, kind: 'or' | 'and', readPart: () => Filter): Filter {
  const parts = [readPart()];
  for (reader.blanks(); reader.take(sign); reader.blanks()) parts.push(readPart());
  return parts.length === 1 ? (parts[0] as Filter) : { kind, parts };
}

function readUnary(reader: PathReader): Filter {
  reader.blanks();
  if (reader.take('!')) return { kind: 'not', part: reader.nested(() => readUnary(reader)) };
  if (!reader.take('(')) return readComparison(reader);
  const inner = reader.nested(() => readFilter(reader));
  reader.blanks();
  reader.expect(')', '")"');
  return inner;
}

function readComparison(reader: PathReader): Filter {
  const left = readOperand(reader);
  reader.blanks();
  const op = readOperator(reader);
  if (op === null) return { kind: 'exists', operand: left };
  reader.blanks();
  return { kind: 'compare', op, left, right: readOperand(reader) };
}

function readOperator(reader: PathReader): Comparison | null {
  const word = /[a-zA-Z]+/y;
  const sign = COMPARISONS.find((op) => !/^[a-z]/.test(op) && reader.startsWith(op));
  if (sign !== undefined) {
    reader.at += sign.length;
    return sign;
  }
  const start = reader.at;
  const name = reader.match(word)?.toLowerCase();
  if (name === undefined) return null;
  const known = COMPARISONS.find((op) => op === name);
  return known ?? reader.fail(`There is no operator "${name}" in a filter.`, start);
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS: readonly (readonly [string, Json])[] = [['true', true], ['false', false], ['null', null]];

export function readOperand(reader: PathReader): Operand {
  const c = reader.char;
  if (c === '@' || c === '$') return readInnerPath(reader);
  if (c === "'" || c === '"') return { kind: 'literal', value: reader.quoted() };
  if (c === '/') return readRegex(reader);
  if (c === '[' || c === '{') return readJson(reader);
  const number = reader.match(NUMBER);
  if (number !== null) return { kind: 'literal', value: Number(number) };
  for (const [word, value] of LITERALS) if (reader.take(word)) return { kind: 'literal', value };
  return reader.fail(reader.done ? 'The filter ends too early.' : `Unexpected "${c}" in a filter.`);
}

function readInnerPath(reader: PathReader): Operand {
  const of = reader.char === '@' ? 'element' : 'document';
  reader.at++;
  const steps = reader.nested(() => reader.readSteps(reader));
  return { kind: 'path', of, steps, definite: isDefinite(steps) };
}

function readRegex(reader: PathReader): Operand {
  const start = reader.at;
  const found = reader.match(/\/((?:\\.|[^\\/])+)\/([a-zA-Z]*)/y);
  if (found === null) reader.fail('The regular expression has no end.', start);
  const cut = found.lastIndexOf('/');
  try {
    // Java's flags that JavaScript has too; Jayway matches the whole text.
    const flags = found.slice(cut + 1).replace(/[^imsu]/g, '');
    return { kind: 'regex', regex: new RegExp(`^(?:${found.slice(1, cut)})$`, flags) };
  } catch {
    return reader.fail('The regular expression cannot be read.', start);
  }
}

/** A list or an object: JSON, with single quotes allowed as Jayway allows them. */
function readJson(reader: PathReader): Operand {
  const start = reader.at;
  let depth = 0;
  let json = '';
  do {
    const c = reader.char;
    if (reader.done) reader.fail('The list or object has no end.', start);
    if (c === "'" || c === '"') {
      json += JSON.stringify(reader.quoted());
      continue;
    }
    if (c === '[' || c === '{') depth++;
    if (c === ']' || c === '}') depth--;
    json += c;
    reader.at++;
  } while (depth > 0);
  try {
    return { kind: 'literal', value: JSON.parse(json) as Json };
  } catch {
    return reader.fail('The list or object is not JSON.', start);
  }
}
