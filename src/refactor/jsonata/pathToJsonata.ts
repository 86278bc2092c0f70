import type { JsonPath, Root, Segment, Step } from '../../expr/jsonpath/JsonPath.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

/** Why a JSONPath was left as it is, and what the person can do about it. */
export interface NotConverted {
  readonly reason: string;
  readonly nextStep: string;
}

const ROOTS = { input: '$states.input', context: '$states.context' } as const;
/** Words that JSONata reads as operators or values where a name is meant. */
const RESERVED = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/**
 * The JSONata expression (without `{% %}`) that gives what a definite JSONPath gives, wherever that path finds a value.
 * Where it finds nothing the two languages differ: AWS fails a JSONPath and a JSONata that gives nothing with different
 * errors, and a last index past the end is `null` in a JSONPath payload template but nothing in JSONata.
 * A path that may give several values is refused: JSONata unwraps a single value and flattens lists within lists.
 */
export function pathToJsonata(path: JsonPath): Result<string, NotConverted> {
  if (!path.definite) {
    return err({
      reason: `${path.text} may give several values. JSONata unwraps a single one and flattens lists within lists, so the result could differ.`,
      nextStep: 'Write this expression in JSONata by hand.',
    });
  }
  let text = rootText(path.root);
  for (const step of path.steps) {
    const next = withStep(text, step, path.text);
    if (!next.ok) return next;
    text = next.value;
  }
  return ok(text);
}

const rootText = (root: Root): string => (root.kind === 'variable' ? `$${root.name}` : ROOTS[root.kind]);

function withStep(before: string, { segment }: Step, whole: string): Result<string, NotConverted> {
  if (segment.kind === 'name') return withName(before, segment.name, whole);
  // The parentheses end the path: within one, JSONata takes the index in every list it comes by.
  if (segment.kind === 'index') return ok(`(${before})[${segment.index}]`);
  return err({ reason: `${whole} uses ${what(segment)}, which has no counterpart of the same meaning in JSONata.`, nextStep: 'Write this expression in JSONata by hand.' });
}

function withName(before: string, name: string, whole: string): Result<string, NotConverted> {
  if (name === '__proto__') {
    return err({ reason: `${whole} reads a member named __proto__, which JSONata does not read.`, nextStep: 'Give the member another name.' });
  }
  if (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name)) return ok(`${before}.${name}`);
  // Between backticks nothing can be escaped, and an empty name is none.
  if (name === '' || /[`\\]/.test(name)) return ok(`$lookup(${before}, ${JSON.stringify(name)})`);
  return ok(`${before}.\`${name}\``);
}

const what = (segment: Segment): string => (segment.kind === 'function' ? `the function ${segment.name}()` : 'several names in one step');
