import { evaluatePath } from '../../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import type { PathScope } from '../../expr/PathScope.ts';
import type { Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { runtimeError, type StatesError } from '../failure.ts';
import type { ChoiceRule } from '../states/definition.ts';
import { comparisons, isComparison, isTypeTest, OPERATOR_NAMES, typeTests } from './operators.ts';

type Verdict = Result<boolean, StatesError>;

/** A JSONPath rule: `And` and `Or` stop as soon as they are decided, so a later missing path does no harm. */
export function matchesRule(rule: ChoiceRule, scope: PathScope): Verdict {
  if (rule.And) return all(rule.And, scope, false);
  if (rule.Or) return all(rule.Or, scope, true);
  if (rule.Not) {
    const inner = matchesRule(rule.Not, scope);
    return inner.ok ? ok(!inner.value) : inner;
  }
  return compare(rule, scope);
}

/** Ends with the first rule that gives `decisive`. */
function all(rules: readonly ChoiceRule[], scope: PathScope, decisive: boolean): Verdict {
  for (const rule of rules) {
    const verdict = matchesRule(rule, scope);
    if (!verdict.ok || verdict.value === decisive) return verdict;
  }
  return ok(!decisive);
}

const operators = new WeakMap<ChoiceRule, string>();

function operatorOf(rule: ChoiceRule): string | undefined {
  let name = operators.get(rule);
  if (name === undefined) {
    name = OPERATOR_NAMES.find((operator) => Object.hasOwn(rule, operator));
    if (name !== undefined) operators.set(rule, name);
  }
  return name;
}

function compare(rule: ChoiceRule, scope: PathScope): Verdict {
  const operator = operatorOf(rule);
  if (operator === undefined || rule.Variable === undefined) return err(runtimeError('A choice rule needs Variable and one comparison.'));
  const against = rule[operator] as Json;
  const value = lookUp(rule.Variable, scope);
  if (operator === 'IsPresent') return ok(value.ok === against);
  if (!value.ok) return value;
  if (isTypeTest(operator)) return ok(typeTests[operator](value.value) === against);
  if (isComparison(operator)) return ok(comparisons[operator](value.value, against));
  const literal = operator.slice(0, -'Path'.length);
  const other = lookUp(against as string, scope);
  if (!other.ok) return other;
  return ok(isComparison(literal) && comparisons[literal](value.value, other.value));
}

function lookUp(text: string, scope: PathScope): Result<Json, StatesError> {
  const path = parseJsonPath(text);
  const found = path.ok ? evaluatePath(path.value, scope) : path;
  if (found.ok) return found;
  return err(runtimeError(`Invalid path '${text}': The choice state's condition path references an invalid value.`));
}
