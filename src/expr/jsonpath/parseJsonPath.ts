import { boundedCache } from '../../lib/boundedCache.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { FUNCTION_NAMES, isDefinite, type FunctionName, type JsonPath, type PathError, type Root, type Segment, type Step } from './JsonPath.ts';
import { readOperand, readFilter } from './parseFilter.ts';
import { PathReader, PathSyntax } from './PathReader.ts';

/**
 * Reads a path in the dialect of AWS (Jayway's): `$` data, `$$` context, `$name` variable.
 * Parsed paths are remembered by text.
 */
export const parseJsonPath: (text: string) => Result<JsonPath, PathError> = boundedCache(parse);

function parse(text: string): Result<JsonPath, PathError> {
  const reader = new PathReader(text, readSteps);
  try {
    const root = readRoot(reader);
    const steps = readSteps(reader);
    if (!reader.done) reader.fail(`Unexpected "${reader.char}".`);
    return ok({ text, root, steps, definite: isDefinite(steps) });
  } catch (error) {
    if (error instanceof PathSyntax) return err(error.problem);
    throw error;
  }
}

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;

function readRoot(reader: PathReader): Root {
  reader.expect('$', 'a path that begins with "$"');
  if (reader.take('$')) return { kind: 'context' };
  const name = reader.match(IDENTIFIER);
  return name === null ? { kind: 'input' } : { kind: 'variable', name };
}

/** Everything after the root: `.name`, `..name`, `[…]`, `.function()`. Stops at what belongs to an enclosing filter. */
function readSteps(reader: PathReader): Step[] {
  const steps: Step[] = [];
  for (;;) {
    const descend = reader.startsWith('..');
    if (descend) reader.at += 2;
    else if (reader.char === '.') reader.at += 1;
    else if (reader.char !== '[') return steps;
    else {
      steps.push({ descend: false, segment: readBracket(reader) });
      continue;
    }
    if (reader.done) reader.fail('A path must not end with ".".');
    // A dot before a bracket changes nothing: `$.[0]` is `$[0]` (Jayway, and so AWS).
    steps.push({ descend, segment: reader.char === '[' ? readBracket(reader) : readDotted(reader) });
  }
}

/** A name without quotes runs to the next character that means something in a path or in the filter around it. */
const DOTTED_NAME = /[^.[\]()\s'"=!<>~&|,@?*]+/y;

function readDotted(reader: PathReader): Segment {
  if (reader.take('*')) return { kind: 'wildcard' };
  const start = reader.at;
  const name = reader.match(DOTTED_NAME);
  if (name === null) reader.fail('Expected a name, "*" or "[".');
  if (reader.char !== '(') return { kind: 'name', name };
  if (!isFunctionName(name)) reader.fail(`There is no function "${name}" in a path.`, start);
  return { kind: 'function', name, args: readArguments(reader) };
}

const isFunctionName = (name: string): name is FunctionName => (FUNCTION_NAMES as readonly string[]).includes(name);

function readArguments(reader: PathReader) {
  reader.expect('(', '"("');
  reader.blanks();
  const args = [];
  while (!reader.take(')')) {
    if (args.length > 0) reader.expect(',', '"," or ")"');
    reader.blanks();
    args.push(reader.nested(() => readOperand(reader)));
    reader.blanks();
  }
  return args;
}

function readBracket(reader: PathReader): Segment {
  reader.expect('[', '"["');
  reader.blanks();
  const segment = readInner(reader);
  reader.blanks();
  reader.expect(']', '"]"');
  return segment;
}

function readInner(reader: PathReader): Segment {
  if (reader.take('*')) return { kind: 'wildcard' };
  if (reader.take('?')) return readFilterSegment(reader);
  if (reader.char === "'" || reader.char === '"') return readNames(reader);
  return readNumbers(reader);
}

function readFilterSegment(reader: PathReader): Segment {
  reader.blanks();
  reader.expect('(', '"(" of the filter');
  const test = reader.nested(() => readFilter(reader));
  reader.blanks();
  reader.expect(')', '")" of the filter');
  return { kind: 'filter', test };
}

function readNames(reader: PathReader): Segment {
  const names = [reader.quoted()];
  reader.blanks();
  while (reader.take(',')) {
    reader.blanks();
    if (reader.char !== "'" && reader.char !== '"') reader.fail('Expected a quoted name after ",".');
    names.push(reader.quoted());
    reader.blanks();
  }
  return names.length === 1 ? { kind: 'name', name: names[0] as string } : { kind: 'names', names };
}

const INTEGER = /-?\d+/y;

function readInteger(reader: PathReader): number | null {
  reader.blanks();
  const digits = reader.match(INTEGER);
  reader.blanks();
  return digits === null ? null : Number(digits);
}

function readNumbers(reader: PathReader): Segment {
  const first = readInteger(reader);
  if (reader.take(':')) {
    const to = readInteger(reader);
    if (reader.take(':')) readInteger(reader); // Jayway reads a step and does nothing with it
    return { kind: 'slice', from: first, to };
  }
  if (first === null) reader.fail('Expected an index, a slice, a quoted name, "*" or a filter.');
  const indexes = [first];
  while (reader.take(',')) indexes.push(readInteger(reader) ?? reader.fail('Expected an index after ",".'));
  return indexes.length === 1 ? { kind: 'index', index: first } : { kind: 'indexes', indexes };
}
