import { objectIn } from '../asl/pointer.ts';
import type { ObjectNode, ValueNode } from '../asl/tree.ts';
import { briefly, expressionIn, itemsAt, shorten, textAt } from './read.ts';

/** Longest condition on a chip; the tooltip has all of it. */
export const CHIP_LETTERS = 30;
/** Rules may nest; deeper than this they are said as `…`, so that a hostile document cannot exhaust the stack. */
const DEEPEST = 12;

const COMPARISONS: readonly (readonly [suffix: string, sign: string])[] = [
  ['LessThanEquals', '≤'],
  ['GreaterThanEquals', '≥'],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['Equals', '='],
  ['Matches', 'like'],
];

const KINDS: Readonly<Record<string, string>> = {
  IsPresent: 'present',
  IsNull: 'null',
  IsString: 'text',
  IsNumeric: 'a number',
  IsBoolean: 'true or false',
  IsTimestamp: 'a time',
};

/** For a chip: the whole condition where it fits, else with the last step of each path only (`JobRunState = "SUCCEEDED"`), cut at the end. */
export function conditionChip(rule: ObjectNode): string {
  const whole = conditionText(rule);
  return Array.from(whole).length <= CHIP_LETTERS ? whole : shorten(conditionText(rule, lastStep), CHIP_LETTERS);
}

/** A rule of a Choice as a person would say it: `balance > 0`, `status = "paid" and not total ≤ 5`. */
export function conditionText(rule: ObjectNode, path: (path: string) => string = plainPath, depth = 0): string {
  if (depth > DEEPEST) return '…';
  const jsonata = textAt(rule, 'Condition');
  if (jsonata !== undefined) return plainExpression(jsonata);
  const not = objectIn(rule, 'Not');
  if (not) return `not ${within(not, path, depth)}`;
  for (const [name, word] of [['And', ' and '], ['Or', ' or ']] as const) {
    const parts = itemsAt(rule, name).filter((part) => part.kind === 'object');
    if (parts.length > 0) return parts.map((part) => within(part, path, depth)).join(word);
  }
  return comparison(rule, path);
}

/** A condition inside another gets brackets when it is made of several. */
function within(rule: ObjectNode, path: (path: string) => string, depth: number): string {
  const text = conditionText(rule, path, depth + 1);
  const several = rule.members.some((member) => member.key.value === 'And' || member.key.value === 'Or');
  return several ? `(${text})` : text;
}

function comparison(rule: ObjectNode, path: (path: string) => string): string {
  const subject = path(textAt(rule, 'Variable') ?? '?');
  for (const { key, value } of rule.members) {
    const kind = Object.hasOwn(KINDS, key.value) ? KINDS[key.value] : undefined;
    if (kind) return `${subject} is ${value.kind === 'literal' && value.value === false ? 'not ' : ''}${kind}`;
    const operator = key.value.endsWith('Path') ? key.value.slice(0, -4) : key.value;
    const sign = COMPARISONS.find(([suffix]) => operator.endsWith(suffix))?.[1];
    if (sign) return said(subject, sign, value, path);
  }
  return 'No condition yet';
}

function said(subject: string, sign: string, value: ValueNode, path: (path: string) => string): string {
  if (value.kind === 'literal' && typeof value.value === 'boolean' && sign === '=') return `${subject} is ${String(value.value)}`;
  return `${subject} ${sign} ${value.kind === 'string' && value.value.startsWith('$') ? path(value.value) : briefly(value)}`;
}

/** `$.order.total` reads as `order.total`. */
export const plainPath = (path: string): string => (path === '$' ? 'input' : path.replace(/^\$\./, ''));

const lastStep = (path: string): string => /\.([^.[\]]+(?:\[[^\]]*\])*)$/.exec(path)?.[1] ?? plainPath(path);

/** JSONata without its `{% %}`, and without the long name of the input. */
export function plainExpression(text: string): string {
  const expression = expressionIn(text);
  return expression === undefined ? text : expression.replaceAll(/\$states\.input\.(?=[\w`])/g, '');
}
