import { parseIntrinsic, isIntrinsicText } from '../../expr/intrinsics/parseIntrinsic.ts';
import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { isReferencePath } from '../../expr/jsonpath/referencePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { notAnExpressionMessage } from '../../expr/payloadTemplate.ts';
import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import { parseTimestamp } from '../../lib/timestamp.ts';
import { schemaError, type Diagnostic } from './Diagnostic.ts';
import { RETRIER_NUMBERS, type Kind } from './fieldTable.ts';
import { resourceProblem } from './resources.ts';

type Report = (diagnostic: Diagnostic) => void;
export type CheckedLanguage = 'JSONPath' | 'JSONata';

const JSONPATH_NEEDED = 'Value must be a valid JSONPath.';
const REFERENCE_NEEDED = 'Value is not a Reference Path';

const wrongType = (type: string, at: string): Diagnostic => schemaError(`Expected value of type ${type}`, at);

function path(value: Json, at: string, report: Report): void {
  if (value === null) return;
  if (typeof value !== 'string' || !parseJsonPath(value).ok) report(schemaError(JSONPATH_NEEDED, at));
}

function reference(value: Json, at: string, report: Report): void {
  if (value === null) return;
  const parsed = typeof value === 'string' ? parseJsonPath(value) : undefined;
  if (!parsed?.ok) report(schemaError(JSONPATH_NEEDED, at));
  else if (!isReferencePath(parsed.value)) report(schemaError(REFERENCE_NEEDED, at));
}

/** Every `.$` member, at any depth, is a path or a call; AWS names the field that holds the template as the place. */
function template(value: Json, at: string, report: Report): void {
  if (isJsonArray(value)) for (const item of value) template(item, at, report);
  if (!isJsonObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    if (!name.endsWith('.$')) template(item, at, report);
    else if (typeof item !== 'string' || !isExpression(item)) report(schemaError(notAnExpressionMessage(name), at));
  }
}

const isExpression = (text: string): boolean => (isIntrinsicText(text) ? parseIntrinsic(text).ok : parseJsonPath(text).ok);

export function checkNumber(kind: Extract<Kind, { is: 'integer' | 'float' }>, value: Json, at: string, report: Report, language: CheckedLanguage): void {
  if (language === 'JSONata' && jsonataText(value) !== null) return;
  if (typeof value !== 'number' || (kind.is === 'integer' && !Number.isInteger(value))) {
    report(wrongType(kind.is === 'integer' ? 'Integer' : 'Float', at));
    return;
  }
  if (kind.min !== undefined && value < kind.min) report(schemaError(`Minimum value is ${kind.min}`, at));
  if (kind.max !== undefined && value > kind.max) report(schemaError(`Maximum value is ${kind.max}`, at));
}

function assign(value: Json, at: string, report: Report, language: CheckedLanguage): void {
  if (language === 'JSONata' && jsonataText(value) !== null) return;
  if (!isJsonObject(value)) report(wrongType('Object', at));
  else {
    if (Object.keys(value).some((name) => name === 'states' || name === 'states.$')) {
      report({ severity: 'ERROR', code: 'RESERVED_VARIABLE_NAME', message: "Cannot assign to reserved variable '$states'.", location: at });
    }
    if (language === 'JSONPath') template(value, at, report);
  }
}

function credentials(value: Json, at: string, report: Report, language: CheckedLanguage): void {
  if (language === 'JSONata' && jsonataText(value) !== null) return;
  if (!isJsonObject(value) || !(Object.hasOwn(value, 'RoleArn') || Object.hasOwn(value, 'RoleArn.$'))) {
    report(schemaError("The field 'RoleArn' is required but was missing", at));
  } else if (language === 'JSONPath') template(value, at, report);
}

function resource(value: Json, at: string, report: Report): void {
  if (typeof value !== 'string') return report(wrongType('String', at));
  const problem = resourceProblem(value);
  if (problem) report({ ...schemaError(problem.message, at), evaluable: problem.placeholder });
}

function timestamp(value: Json, at: string, report: Report, language: CheckedLanguage): void {
  if (language === 'JSONata' && jsonataText(value) !== null) return;
  if (typeof value !== 'string') report(wrongType('String', at));
  else if (!parseTimestamp(value)) report(schemaError('String does not match RFC3339 timestamp', at));
}

function handlers(value: Json, at: string, report: Report, each: (entry: { readonly [key: string]: Json }, at: string) => void): void {
  if (!isJsonArray(value)) return report(wrongType('Array', at));
  value.forEach((entry, i) => {
    const here = `${at}[${i}]`;
    if (!isJsonObject(entry)) return report(wrongType('Object', here));
    const names = entry['ErrorEquals'];
    if (names === undefined) report(schemaError('These fields are required: [ErrorEquals]', here));
    else if (!isJsonArray(names) || names.some((name) => typeof name !== 'string')) report(wrongType('Array', `${here}/ErrorEquals`));
    else if (names.length === 0) report(schemaError('Value cannot be empty', `${here}/ErrorEquals`));
    each(entry, here);
  });
}

function retry(value: Json, at: string, report: Report): void {
  handlers(value, at, report, (entry, here) => {
    for (const { name, kind } of RETRIER_NUMBERS) {
      const number = entry[name];
      if (number !== undefined) checkNumber(kind, number, `${here}/${name}`, report, 'JSONPath');
    }
  });
}

function catchers(value: Json, at: string, report: Report, language: CheckedLanguage): void {
  handlers(value, at, report, (entry, here) => {
    if (typeof entry['Next'] !== 'string') report(schemaError('These fields are required: [Next]', here));
    if (entry['ResultPath'] !== undefined) reference(entry['ResultPath'], `${here}/ResultPath`, report);
    if (entry['Assign'] !== undefined) assign(entry['Assign'], `${here}/Assign`, report, language);
  });
}

function reader(value: Json, at: string, report: Report, language: CheckedLanguage): void {
  if (!isJsonObject(value)) return report(wrongType('Object', at));
  const resource = value['Resource'];
  if (typeof resource !== 'string') report(schemaError('These fields are required: [Resource]', at));
  else if (!/:states:::s3:(getObject|listObjectsV2)$/.test(resource)) {
    report({ ...schemaError("The field 'Resource' does not match any of the allowed values", `${at}/Resource`), evaluable: resource.includes('${') });
  }
  if (language === 'JSONPath') template(value, at, report);
}

/** One field of a state, but for those that hold states or rules, which the walk goes into. */
export function checkField(kind: Kind, value: Json, at: string, report: Report, language: CheckedLanguage): void {
  switch (kind.is) {
    case 'text':
      if (typeof value !== 'string') report(wrongType('String', at));
      return;
    case 'boolean':
      if (typeof value !== 'boolean') report(wrongType('Boolean', at));
      return;
    case 'path':
      return path(value, at, report);
    case 'value-path':
      return value === null ? report(schemaError(JSONPATH_NEEDED, at)) : path(value, at, report);
    case 'reference':
      return reference(value, at, report);
    case 'template':
      return language === 'JSONPath' ? template(value, at, report) : undefined;
    case 'integer':
    case 'float':
      return checkNumber(kind, value, at, report, language);
    case 'assign':
      return assign(value, at, report, language);
    case 'credentials':
      return credentials(value, at, report, language);
    case 'resource':
      return resource(value, at, report);
    case 'timestamp':
      return timestamp(value, at, report, language);
    case 'retry':
      return retry(value, at, report);
    case 'catch':
      return catchers(value, at, report, language);
    case 'reader':
      return reader(value, at, report, language);
    default: // any, object, and what the walk itself looks into
  }
}
