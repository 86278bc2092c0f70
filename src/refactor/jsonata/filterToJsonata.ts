import type { Filter, JsonPath, Operand, Step } from '../../expr/jsonpath/JsonPath.ts';
import { err, ok } from '../../lib/Result.ts';
import { BY_HAND, type Converted } from './Converted.ts';
import { jsonataLiteral } from './jsonataLiteral.ts';
import { withName } from './withName.ts';

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** What stands in `[?( )]`, as the predicate of a step: names are those of the item under test. */
export function filterToJsonata(filter: Filter, path: JsonPath, data: string): Converted {
  const refuse = (what: string): Converted => err({ reason: `The filter of ${path.text} ${what}.`, nextStep: BY_HAND });
  switch (filter.kind) {
    case 'and':
    case 'or':
      return joined(filter.kind, filter.parts.map((part) => filterToJsonata(part, path, data)));
    case 'not': {
      // Nothing negated is nothing in JSONata, so only what always says true or false can be negated.
      const certain = filter.part.kind === 'exists' || (filter.part.kind === 'compare' && !ORDERS.has(filter.part.op));
      const part = filterToJsonata(filter.part, path, data);
      if (!part.ok) return part;
      return certain ? ok({ text: `$not(${part.value.text})`, gives: 'boolean', remarks: part.value.remarks }) : refuse('negates a comparison');
    }
    case 'exists': {
      if (filter.operand.kind !== 'path') return refuse('tests a value that is no path');
      const operand = operandText(filter.operand, data);
      return operand === null ? refuse('tests more than names and indexes') : ok({ text: `$exists(${operand})`, gives: 'boolean', remarks: [] });
    }
    case 'compare':
      return comparison(filter, path, data);
  }
}

function joined(word: 'and' | 'or', parts: readonly Converted[]): Converted {
  const texts: string[] = [];
  const remarks: string[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    // `and` binds before `or` in both languages, but nobody should have to know.
    texts.push(part.value.text.includes(' or ') || (word === 'or' && part.value.text.includes(' and ')) ? `(${part.value.text})` : part.value.text);
    remarks.push(...part.value.remarks);
  }
  return ok({ text: texts.join(` ${word} `), loose: true, gives: 'boolean', remarks });
}

function comparison({ op, left, right }: Extract<Filter, { kind: 'compare' }>, path: JsonPath, data: string): Converted {
  const refuse = (): Converted => err({ reason: `The filter of ${path.text} uses ${op} in a way that JSONata has no counterpart for.`, nextStep: BY_HAND });
  const [a, b] = [operandText(left, data), operandText(right, data)];
  const certain = (text: string, remarks: readonly string[] = []): Converted => ok({ text, loose: true, gives: 'boolean', remarks });
  if (op === '=~') return right.kind === 'regex' && a !== null ? matching(a, right.regex) ?? refuse() : refuse();
  if (a === null || b === null) return refuse();
  const spelled = left.kind === 'literal' && right.kind === 'literal' ? [] : [`The filter of ${path.text} also takes a text that spells a number for that number; JSONata does not.`];
  if (op === '==') return certain(`${a} = ${b}`, numeric(left, right) ? spelled : []);
  if (op === '!=') return ok({ text: `$not(${a} = ${b})`, gives: 'boolean', remarks: numeric(left, right) ? spelled : [] });
  if (ORDERS.has(op)) return certain(`${a} ${op} ${b}`, [`The filter of ${path.text} leaves out what is of another type than it is compared with; JSONata fails there.`]);
  if (op === 'in') return certain(`${a} in ${b}`);
  if (op === 'nin') return ok({ text: `$not(${a} in ${b})`, gives: 'boolean', remarks: [] });
  return refuse();
}

const numeric = (...operands: readonly Operand[]): boolean => operands.some((operand) => operand.kind === 'literal' && typeof operand.value === 'number');

/** JSONata knows the flags `i` and `m` only. */
function matching(text: string, { source, flags }: RegExp): Converted | null {
  if (/[^imu]/.test(flags)) return null;
  return ok({ text: `$type(${text}) = 'string' and $contains(${text}, /${source}/${flags.replace('u', '')})`, loose: true, gives: 'boolean', remarks: [] });
}

/** Null where it is more than names and indexes. */
function operandText(operand: Operand, data: string): string | null {
  if (operand.kind === 'literal') return jsonataLiteral(operand.value);
  if (operand.kind === 'regex') return null;
  if (operand.of === 'document') return stepsText(operand.steps, data);
  const [first, ...rest] = operand.steps;
  if (first === undefined) return '$';
  // A bare name is the item's own.
  const own = first.segment.kind === 'name' && !first.descend ? withName('$', first.segment.name) : null;
  return own?.startsWith('$.') ? stepsText(rest, own.slice(2)) : stepsText(operand.steps, '$');
}

function stepsText(steps: readonly Step[], from: string): string | null {
  let text: string | null = from;
  for (const { descend, segment } of steps) {
    if (descend || text === null) return null;
    if (segment.kind === 'name') text = withName(text, segment.name);
    else if (segment.kind === 'index') text = `(${text})[${segment.index}]`;
    else return null;
  }
  return text;
}
