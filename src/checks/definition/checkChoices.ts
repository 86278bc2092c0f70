import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import { schemaError, type Diagnostic } from './Diagnostic.ts';
import type { CheckedLanguage } from './checkField.ts';

type Report = (diagnostic: Diagnostic) => void;

const SELECTORS = ['And', 'Or', 'Not', 'Variable', 'Condition'] as const;
/** The comparison operators by their first word; `StringMatches` alone has no Path form. */
const OPERATOR = /^(?:Boolean|Numeric|String|Timestamp)(?:Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)(?:Path)?$|^StringMatches$|^Is(?:Boolean|Null|Numeric|Present|String|Timestamp)$/;

export function checkChoices(value: Json, at: string, report: Report, language: CheckedLanguage): void {
  if (!isJsonArray(value)) return report(schemaError('Expected value of type Array', at));
  if (value.length === 0) return report(schemaError('Value cannot be empty', at));
  value.forEach((rule, i) => checkRule(rule, `${at}[${i}]`, true, report, language));
}

function checkRule(rule: Json, at: string, top: boolean, report: Report, language: CheckedLanguage): void {
  if (!isJsonObject(rule)) return report(schemaError('Expected value of type Object', at));
  if (top && typeof rule['Next'] !== 'string') report({ ...schemaError('These fields are required: [Next]', at), evaluable: true });
  if (!top && rule['Next'] !== undefined) report(schemaError("Field 'Next' is not supported", at));
  const selectors = SELECTORS.filter((name) => Object.hasOwn(rule, name));
  if (selectors.length !== 1) {
    return report(schemaError(`The object must have only one of the following fields, [${SELECTORS.join(', ')}]`, at));
  }
  checkSelector(selectors[0] as (typeof SELECTORS)[number], rule, at, report, language);
}

function checkSelector(name: (typeof SELECTORS)[number], rule: JsonObject, at: string, report: Report, language: CheckedLanguage): void {
  const inner = rule[name] as Json;
  if ((name === 'Condition') !== (language === 'JSONata')) {
    const other = language === 'JSONata' ? 'JSONPath' : 'JSONata';
    return report(
      schemaError(`The QueryLanguage is set to '${language}', but field '${name}' is only supported for the '${other}' QueryLanguage`, at),
    );
  }
  if (name === 'Condition') {
    if (typeof inner !== 'boolean' && typeof inner !== 'string') report(schemaError('Expected value of type String', `${at}/Condition`));
  } else if (name === 'Not') checkRule(inner, `${at}/Not`, false, report, language);
  else if (name === 'Variable') checkComparison(rule, at, report);
  else if (!isJsonArray(inner)) report(schemaError('Expected value of type Array', `${at}/${name}`));
  else if (inner.length === 0) report(schemaError('Value cannot be empty', `${at}/${name}`));
  else inner.forEach((part, i) => checkRule(part, `${at}/${name}[${i}]`, false, report, language));
}

function checkComparison(rule: JsonObject, at: string, report: Report): void {
  checkReference(rule['Variable'] as Json, `${at}/Variable`, report);
  const operators = Object.keys(rule).filter((name) => OPERATOR.test(name));
  if (operators.length === 0) report(schemaError('A choice rule with Variable needs one comparison operator', at));
  if (operators.length > 1) report(schemaError(`There should only be one of the following fields: [${operators.join(', ')}]`, at));
  const [operator] = operators;
  if (operator?.endsWith('Path')) checkReference(rule[operator] as Json, `${at}/${operator}`, report);
}

function checkReference(value: Json, at: string, report: Report): void {
  if (typeof value !== 'string' || !value.startsWith('$')) {
    report(schemaError("Value is not a Reference Path: Reference path didn't start with '$'", at));
  } else if (!parseJsonPath(value).ok) report(schemaError('Value is not a Reference Path', at));
}
