import { evaluatePath } from '../../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import type { PathScope } from '../../expr/PathScope.ts';
import type { Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { runtimeError, type StatesError } from '../failure.ts';
import type { ChoiceRule } from '../states/definition.ts';
import { comparisons, isComparison, isTypeTest, OPERATOR_NAMES, typeTests } from './operators.ts';

type Verdict = Result<boolean, StatesError>;
type Test = (scope: PathScope) => Verdict;

const compiled = new WeakMap<ChoiceRule, Test>();
const YES: Verdict = ok(true);
const NO: Verdict = ok(false);
const verdict = (matches: boolean): Verdict => (matches ? YES : NO);

/** A JSONPath rule, made ready once. `And` and `Or` stop as soon as they are decided, so a later missing path does no harm. */
export function matchesRule(rule: ChoiceRule, scope: PathScope): Verdict {
  let test = compiled.get(rule);
  if (test === undefined) {
    test = compile(rule);
    compiled.set(rule, test);
  }
  return test(scope);
}

function compile(rule: ChoiceRule): Test {
  if (rule.And) return all(rule.And.map(compile), false);
  if (rule.Or) return all(rule.Or.map(compile), true);
  if (rule.Not) {
    const inner = compile(rule.Not);
    return (scope) => {
      const found = inner(scope);
      return found.ok ? verdict(!found.value) : found;
    };
  }
  return comparison(rule);
}

/** Ends with the first rule that gives `decisive`. */
const all = (tests: readonly Test[], decisive: boolean): Test => (scope) => {
  for (const test of tests) {
    const found = test(scope);
    if (!found.ok || found.value === decisive) return found;
  }
  return verdict(!decisive);
};

function comparison(rule: ChoiceRule): Test {
  const operator = OPERATOR_NAMES.find((name) => Object.hasOwn(rule, name));
  if (operator === undefined || rule.Variable === undefined) return () => err(runtimeError('A choice rule needs Variable and one comparison.'));
  const against = rule[operator] as Json;
  const value = lookUp(rule.Variable);
  if (operator === 'IsPresent') return (scope) => verdict(value(scope).ok === against);
  const matches = test(operator, against);
  return (scope) => {
    const found = value(scope);
    return found.ok ? matches(found.value, scope) : found;
  };
}

function test(operator: string, against: Json): (value: Json, scope: PathScope) => Verdict {
  if (isTypeTest(operator)) {
    const is = typeTests[operator];
    return (value) => verdict(is(value) === against);
  }
  if (isComparison(operator)) {
    const compare = comparisons[operator];
    return (value) => verdict(compare(value, against));
  }
  const literal = operator.slice(0, -'Path'.length);
  const compare = isComparison(literal) ? comparisons[literal] : () => false;
  const other = lookUp(against as string);
  return (value, scope) => {
    const found = other(scope);
    return found.ok ? verdict(compare(value, found.value)) : found;
  };
}

function lookUp(text: string): (scope: PathScope) => Result<Json, StatesError> {
  const path = parseJsonPath(text);
  const nothing = err(runtimeError(`Invalid path '${text}': The choice state's condition path references an invalid value.`));
  if (!path.ok) return () => nothing;
  return (scope) => {
    const found = evaluatePath(path.value, scope);
    return found.ok ? found : nothing;
  };
}
