import { matchesArn } from './arn.ts';
import { listOf, type ConditionBlock, type ConditionValue } from './policyTypes.ts';
import { matches, patternWith, type VariableValue } from './wildcard.ts';

/** What a request says of itself: keys in lower case, with one value or several. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

interface Operator {
  /** Whether one value of the request agrees with one value of the policy. */
  readonly agrees: (policy: string, request: string, value: VariableValue | null) => boolean;
  /** `StringNotEquals` and the like: none of the policy's values may agree, and a key the request lacks is fine. */
  readonly negated: boolean;
}

const text = (wildcards: boolean, fold: boolean): Operator['agrees'] => (policy, request, value) => {
  const spelled = (given: string): string => (fold ? given.toLowerCase() : given);
  const pattern = patternWith(spelled(policy), wildcards, value);
  return pattern !== null && matches(pattern, spelled(request));
};
const bool: Operator['agrees'] = (policy, request) => policy.toLowerCase() === request.toLowerCase();
const arn: Operator['agrees'] = (policy, request, value) => matchesArn(policy, request, value);
const numbers = (holds: (request: number, policy: number) => boolean): Operator['agrees'] => (policy, request) =>
  policy.trim() !== '' && request.trim() !== '' && holds(Number(request), Number(policy));
/** ISO 8601 or seconds since 1970. */
const instant = (given: string): number => (/^\d+(\.\d+)?$/.test(given) ? Number(given) * 1000 : Date.parse(given));
const dates = (holds: (request: number, policy: number) => boolean): Operator['agrees'] => (policy, request) => holds(instant(request), instant(policy));
/** Never comes to a comparison here: no request of ours says its address or holds bytes. */
const same: Operator['agrees'] = (policy, request) => policy === request;

const plain = (agrees: Operator['agrees']): Operator => ({ agrees, negated: false });
const not = (agrees: Operator['agrees']): Operator => ({ agrees, negated: true });

/** By their name in lower case. Source: IAM User Guide, "Condition operators". */
const OPERATORS: ReadonlyMap<string, Operator> = new Map(Object.entries({
  stringequals: plain(text(false, false)), stringnotequals: not(text(false, false)),
  stringequalsignorecase: plain(text(false, true)), stringnotequalsignorecase: not(text(false, true)),
  stringlike: plain(text(true, false)), stringnotlike: not(text(true, false)),
  bool: plain(bool),
  arnequals: plain(arn), arnlike: plain(arn), arnnotequals: not(arn), arnnotlike: not(arn),
  numericequals: plain(numbers((a, b) => a === b)), numericnotequals: not(numbers((a, b) => a === b)),
  numericlessthan: plain(numbers((a, b) => a < b)), numericlessthanequals: plain(numbers((a, b) => a <= b)),
  numericgreaterthan: plain(numbers((a, b) => a > b)), numericgreaterthanequals: plain(numbers((a, b) => a >= b)),
  dateequals: plain(dates((a, b) => a === b)), datenotequals: not(dates((a, b) => a === b)),
  datelessthan: plain(dates((a, b) => a < b)), datelessthanequals: plain(dates((a, b) => a <= b)),
  dategreaterthan: plain(dates((a, b) => a > b)), dategreaterthanequals: plain(dates((a, b) => a >= b)),
  ipaddress: plain(same), notipaddress: not(same), binaryequals: plain(same),
}));

interface ReadOperator {
  readonly over: 'ForAnyValue' | 'ForAllValues' | null;
  /** Null: `Null` itself. */
  readonly operator: Operator | null;
  readonly ifExists: boolean;
}

/** `ForAnyValue:StringLikeIfExists`; null where there is no such operator. */
export function readOperator(name: string): ReadOperator | null {
  const [, over = '', rest = ''] = /^(?:(ForAnyValue|ForAllValues):)?(.*)$/i.exec(name) ?? [];
  const ifExists = /IfExists$/i.test(rest);
  const base = rest.replace(/IfExists$/i, '').toLowerCase();
  if (base === 'null') return ifExists || over !== '' ? null : { over: null, operator: null, ifExists };
  const operator = OPERATORS.get(base);
  if (operator === undefined) return null;
  return { over: over === '' ? null : over.toLowerCase() === 'foranyvalue' ? 'ForAnyValue' : 'ForAllValues', operator, ifExists };
}

/** All operators and keys must hold; of several values of one key, one. */
export function holds(block: ConditionBlock | undefined, context: RequestContext, value: VariableValue | null): boolean {
  return Object.entries(block ?? {}).every(([name, keys]) => {
    const read = readOperator(name);
    return read !== null && Object.entries(keys).every(([key, wanted]) => holdsFor(read, listOf<ConditionValue>(wanted).map(String), context.get(key.toLowerCase()), value));
  });
}

function holdsFor({ over, operator, ifExists }: ReadOperator, wanted: readonly string[], given: readonly string[] | undefined, value: VariableValue | null): boolean {
  const present = given !== undefined && given.length > 0;
  if (operator === null) return wanted.some((one) => one.toLowerCase() === String(!present));
  if (!present) return over === 'ForAnyValue' ? ifExists : over === 'ForAllValues' || ifExists || operator.negated;
  const agrees = (one: string): boolean => wanted.some((policy) => operator.agrees(policy, one, value)) !== operator.negated;
  return over === 'ForAnyValue' ? given.some(agrees) : given.every(agrees);
}
