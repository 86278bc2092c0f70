import { isJsonArray, isJsonObject, objectOf, type Json, type JsonObject } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { matchesFilter, type Scope } from './matchesFilter.ts';
import { callPathFunction } from './pathFunctions.ts';
import type { JsonPath, Segment, Step } from './JsonPath.ts';

/** What the three kinds of root stand for. */
export interface Roots {
  readonly input: Json;
  readonly context: Json;
  readonly variables: JsonObject;
}

/** Nothing found. `message` is Jayway's own text, as AWS shows it behind `Invalid path '…' : `. */
export interface PathMiss {
  readonly kind: 'missing' | 'out-of-range' | 'wrong-type' | 'no-such-variable';
  readonly message: string;
}

/** One value for a definite path, a list for any other. */
export function evaluatePath(path: JsonPath, roots: Roots): Result<Json, PathMiss> {
  const { root } = path;
  if (root.kind === 'input') return evaluateSteps(path.steps, path.definite, roots.input, roots.input);
  if (root.kind === 'context') return evaluateSteps(path.steps, path.definite, roots.context, roots.context);
  if (!Object.hasOwn(roots.variables, root.name)) {
    return err({ kind: 'no-such-variable', message: `No results for path: $${root.name}` });
  }
  const value = roots.variables[root.name] as Json;
  return evaluateSteps(path.steps, path.definite, value, value);
}

export function evaluateSteps(steps: readonly Step[], definite: boolean, start: Json, document: Json): Result<Json, PathMiss> {
  return definite ? follow(steps, start, document) : ok(collect(steps, [start], document));
}

const scopeOf = (element: Json, document: Json): Scope => ({ element, document, evaluate: evaluateSteps });

const miss = (kind: PathMiss['kind'], message: string): Result<Json, PathMiss> => err({ kind, message });

function follow(steps: readonly Step[], start: Json, document: Json): Result<Json, PathMiss> {
  let value = start;
  for (let i = 0; i < steps.length; i++) {
    const { segment } = steps[i] as Step;
    if (segment.kind === 'name') {
      const found: Json | undefined = isJsonObject(value) ? ownMember(value, segment.name) : undefined;
      if (found === undefined) return missingName(steps, i, value);
      value = found;
    } else if (segment.kind === 'index') {
      if (!isJsonArray(value)) return notAnArray(steps, i, value);
      const found = value[segment.index < 0 ? value.length + segment.index : segment.index];
      if (found === undefined) return miss(i === steps.length - 1 ? 'out-of-range' : 'missing', `No results for path: ${spelled(steps)}`);
      value = found;
    } else {
      const one = segment.kind === 'function' ? callPathFunction(segment, scopeOf(value, document)) : pick(segment, value);
      if (one === undefined) return miss('missing', `No results for path: ${spelled(steps)}`);
      value = one;
    }
  }
  return ok(value);
}

/** What objects have by birth are functions and `__proto__`, which JSON never holds but under a name of its own. */
function ownMember(object: JsonObject, name: string): Json | undefined {
  const value = object[name];
  if (typeof value !== 'function' && name !== '__proto__') return value;
  return Object.hasOwn(object, name) ? value : undefined;
}

function pick(segment: Segment, value: Json): Json | undefined {
  if (segment.kind !== 'names' || !isJsonObject(value)) return undefined;
  return objectOf(segment.names.filter((n) => Object.hasOwn(value, n)).map((n) => [n, value[n] as Json] as const));
}

function missingName(steps: readonly Step[], at: number, value: Json): Result<Json, PathMiss> {
  const here = spelled(steps.slice(0, at + 1));
  if (isJsonObject(value)) {
    return miss('missing', at === steps.length - 1 ? `No results for path: ${here}` : `Missing property in path ${here}`);
  }
  const name = spelled([steps[at] as Step]).slice(1);
  return miss(
    'wrong-type',
    `Expected to find an object with property ${name} in path ${spelled(steps.slice(0, at))} but found '${javaType(value)}'. ` +
      "This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.",
  );
}

function javaType(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'java.lang.Integer' : 'java.lang.Double';
  return 'java.util.ArrayList';
}

function notAnArray(steps: readonly Step[], at: number, value: Json): Result<Json, PathMiss> {
  if (value === null) return miss('wrong-type', `The path ${spelled(steps.slice(0, at))} is null`);
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  const index = spelled([steps[at] as Step]).slice(1);
  return miss('wrong-type', `Filter: ${index} can only be applied to arrays. Current context is: ${shown}`);
}

/** The path as Jayway spells it: `$['a'][0]`. */
function spelled(steps: readonly Step[]): string {
  return `$${steps.map(({ segment }) => spelledSegment(segment)).join('')}`;
}

function spelledSegment(segment: Segment): string {
  switch (segment.kind) {
    case 'name':
      return `['${segment.name}']`;
    case 'names':
      return `[${segment.names.map((n) => `'${n}'`).join(',')}]`;
    case 'index':
      return `[${segment.index}]`;
    case 'indexes':
      return `[${segment.indexes.join(',')}]`;
    case 'wildcard':
      return '[*]';
    case 'slice':
      return `[${segment.from ?? ''}:${segment.to ?? ''}]`;
    case 'filter':
      return '[?]';
    case 'function':
      return `.${segment.name}()`;
    default:
      return unreachable(segment);
  }
}

function collect(steps: readonly Step[], start: readonly Json[], document: Json): Json[] {
  let values: Json[] = [...start];
  steps.forEach(({ descend, segment }, i) => {
    const next: Json[] = [];
    const last = i === steps.length - 1;
    for (const value of values) {
      if (descend) descendInto(value, (inner) => select(segment, inner, document, next, last));
      else select(segment, value, document, next, last);
    }
    values = next;
  });
  return values;
}

/** The value itself, then everything below it, in document order. */
function descendInto(value: Json, visit: (value: Json) => void): void {
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next);
    const children = childrenOf(next);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i] as Json;
      if (typeof child === 'object' && child !== null) waiting.push(child);
    }
  }
}

const childrenOf = (value: Json): readonly Json[] => {
  if (isJsonArray(value)) return value;
  return isJsonObject(value) ? Object.values(value) : [];
};

/** Adds what the segment finds in one value; what does not fit is passed over. */
function select(segment: Segment, value: Json, document: Json, found: Json[], last: boolean): void {
  switch (segment.kind) {
    case 'name':
      if (isJsonObject(value) && Object.hasOwn(value, segment.name)) found.push(value[segment.name] as Json);
      return;
    case 'names':
      if (!isJsonObject(value)) return;
      if (last) found.push(pick(segment, value) as Json);
      else for (const name of segment.names) if (Object.hasOwn(value, name)) found.push(value[name] as Json);
      return;
    case 'index':
      addAt(value, segment.index, found);
      return;
    case 'indexes':
      for (const index of segment.indexes) addAt(value, index, found);
      return;
    case 'wildcard':
      for (const child of childrenOf(value)) found.push(child);
      return;
    case 'slice':
      addSlice(value, segment.from, segment.to, found);
      return;
    case 'filter':
      for (const child of isJsonArray(value) ? value : isJsonObject(value) ? [value] : []) {
        if (matchesFilter(segment.test, scopeOf(child, document))) found.push(child);
      }
      return;
    case 'function': {
      const result = callPathFunction(segment, scopeOf(value, document));
      if (result !== undefined) found.push(result);
      return;
    }
    default:
      unreachable(segment);
  }
}

function addAt(value: Json, index: number, found: Json[]): void {
  if (!isJsonArray(value)) return;
  const item = value[index < 0 ? value.length + index : index];
  if (item !== undefined) found.push(item);
}

/** Jayway's three slices; with both ends given, a negative end is not counted from the back unless the start is negative too. */
function addSlice(value: Json, from: number | null, to: number | null, found: Json[]): void {
  if (!isJsonArray(value)) return;
  const { length } = value;
  if (from !== null && to !== null) {
    for (let i = from; i < Math.min(length, to); i++) addAt(value, i, found);
    return;
  }
  const start = from === null ? 0 : Math.max(0, from < 0 ? length + from : from);
  const end = to === null ? length : Math.min(length, to < 0 ? length + to : to);
  for (let i = start; i < end; i++) found.push(value[i] as Json);
}
