import { STATE_NAME_MAX, type StateType } from '../../asl/names.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';
import { checkChoices } from './checkChoices.ts';
import { checkField, type CheckedLanguage } from './checkField.ts';
import { schemaError, type Diagnostic } from './Diagnostic.ts';
import { EXCLUSIVE, FIELDS, REQUIRED, type Field } from './fieldTable.ts';
import { checkTransitions } from './checkTransitions.ts';
import { expressProblem } from './resources.ts';

/** The order in which AWS names them. */
const TYPES: readonly StateType[] = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'];
const MAX_DEPTH = 100;

interface Walk {
  readonly report: (diagnostic: Diagnostic) => void;
  /** Of the whole machine: a nested processor has none of its own. */
  readonly machineLanguage: Json | undefined;
  readonly names: Set<string>;
  readonly express: boolean;
}

/** Everything AWS would refuse a definition for, in AWS's words where they are recorded. Empty: the shape is proved. */
export function validateSchema(machine: Json, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  if (!isJsonObject(machine)) return [schemaError('Definition must be a valid JSON object', '/')];
  const walk: Walk = { report, machineLanguage: member(machine, 'QueryLanguage'), names: new Set(), express: type === 'EXPRESS' };
  checkLanguageName(member(machine, 'QueryLanguage'), '/QueryLanguage', report);
  checkMachine(machine, '', walk, 0);
  if (!found.some((diagnostic) => diagnostic.code === 'SCHEMA_VALIDATION_FAILED')) found.push(...checkTransitions(machine));
  return found;
}

function checkLanguageName(value: Json | undefined, at: string, report: Walk['report']): void {
  if (value !== undefined && value !== 'JSONPath' && value !== 'JSONata') {
    report(schemaError('Value should be one of the following: [JSONPath, JSONata]', at));
  }
}

function checkMachine(machine: JsonObject, at: string, walk: Walk, depth: number): void {
  const missing = ['States', 'StartAt'].filter((name) => !Object.hasOwn(machine, name));
  if (missing.length > 0) return walk.report(schemaError(`These fields are required: [${missing.join(', ')}]`, at === '' ? '/' : at));
  if (depth > MAX_DEPTH) return walk.report({ severity: 'ERROR', code: 'TOO_DEEPLY_NESTED', message: 'The states are too deeply nested.', location: at });
  const states = machine['States'] as Json;
  if (typeof machine['StartAt'] !== 'string') walk.report(schemaError('Expected value of type String', `${at}/StartAt`));
  if (!isJsonObject(states)) return walk.report(schemaError('Expected value of type Object', `${at}/States`));
  if (Object.keys(states).length === 0) return walk.report(schemaError('Value cannot be empty', `${at}/States`));
  for (const [name, state] of Object.entries(states)) {
    checkName(name, walk);
    checkState(state, `${at}/States/${name}`, walk, depth);
  }
}

function checkName(name: string, walk: Walk): void {
  if (walk.names.has(name)) walk.report({ severity: 'ERROR', code: 'DUPLICATE_STATE_NAME', message: `Duplicate State name: ${name}` });
  walk.names.add(name);
  if (name.length > STATE_NAME_MAX) {
    walk.report({ severity: 'ERROR', code: 'INVALID_STATE_NAME', message: `State name is longer than ${STATE_NAME_MAX} characters: ${name}` });
  }
}

function checkState(state: Json, at: string, walk: Walk, depth: number): void {
  const { report } = walk;
  if (!isJsonObject(state)) return report(schemaError('Expected value of type Object', at));
  const type = member(state, 'Type');
  if (type === undefined) return report(schemaError('These fields are required: [Type]', at));
  if (!TYPES.includes(type as StateType)) {
    return report(schemaError(`The field 'Type' should have one of these values: [${TYPES.join(', ')}]`, `${at}/Type`));
  }
  const language = stateLanguage(state, at, walk);
  for (const field of FIELDS) if (Object.hasOwn(state, field.name)) checkLegal(field, state, type as StateType, at, language, walk, depth);
  checkGroups(state, type as StateType, at, report);
  const resource = member(state, 'Resource');
  const refused = walk.express && typeof resource === 'string' ? expressProblem(resource) : null;
  if (refused !== null) report(schemaError(refused, `${at}/Resource`));
}

function stateLanguage(state: JsonObject, at: string, walk: Walk): CheckedLanguage {
  const own = member(state, 'QueryLanguage');
  checkLanguageName(own, `${at}/QueryLanguage`, walk.report);
  if (own === 'JSONPath' && walk.machineLanguage === 'JSONata') {
    walk.report(schemaError("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at));
  }
  return (own ?? walk.machineLanguage) === 'JSONata' ? 'JSONata' : 'JSONPath';
}

function checkLegal(field: Field, state: JsonObject, type: StateType, at: string, language: CheckedLanguage, walk: Walk, depth: number): void {
  const allowed = field.on[type];
  if (allowed === undefined) return walk.report(schemaError(`Field '${field.name}' is not supported`, at));
  const only = allowed === 'P' ? 'JSONPath' : allowed === 'A' ? 'JSONata' : language;
  if (only !== language) {
    return walk.report(
      schemaError(`The QueryLanguage is set to '${language}', but field '${field.name}' is only supported for the '${only}' QueryLanguage`, at),
    );
  }
  const value = state[field.name] as Json;
  const here = `${at}/${field.name}`;
  if (field.kind.is === 'branches') checkBranches(value, here, walk, depth);
  else if (field.kind.is === 'machine') checkProcessor(value, here, walk, depth);
  else if (field.kind.is === 'choices') checkChoices(value, here, walk.report, language);
  else checkField(field.kind, value, here, walk.report, language);
}

function checkBranches(value: Json, at: string, walk: Walk, depth: number): void {
  if (!isJsonArray(value)) return walk.report(schemaError('Expected value of type Array', at));
  if (value.length === 0) return walk.report(schemaError('Value cannot be empty', at));
  value.forEach((branch, i) => {
    if (isJsonObject(branch)) checkMachine(branch, `${at}[${i}]`, walk, depth + 1);
    else walk.report(schemaError('Expected value of type Object', `${at}[${i}]`));
  });
}

function checkProcessor(value: Json, at: string, walk: Walk, depth: number): void {
  if (!isJsonObject(value)) return walk.report(schemaError('Expected value of type Object', at));
  if (Object.hasOwn(value, 'QueryLanguage')) walk.report(schemaError("Field 'QueryLanguage' is not supported", at));
  const config = member(value, 'ProcessorConfig');
  if (isJsonObject(config)) {
    const type = member(config, 'ExecutionType');
    if (config['Mode'] === 'DISTRIBUTED' && type === undefined) {
      walk.report(schemaError('These fields are required: [ExecutionType]', `${at}/ProcessorConfig`));
    }
    if (type !== undefined && type !== 'STANDARD' && type !== 'EXPRESS') {
      walk.report(schemaError('Value should be one of the following: [STANDARD, EXPRESS]', `${at}/ProcessorConfig/ExecutionType`));
    }
  }
  checkMachine(value, at, walk, depth + 1);
}

function checkGroups(state: JsonObject, type: StateType, at: string, report: Walk['report']): void {
  const missing = (REQUIRED[type] ?? []).filter((name) => !Object.hasOwn(state, name));
  if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, at));
  for (const { fields, neededOn } of EXCLUSIVE) {
    const present = fields.filter((name) => Object.hasOwn(state, name));
    if (present.length > 1) report(schemaError(`There should only be one of the following fields: [${fields.join(', ')}]`, at));
    if (present.length === 0 && neededOn === type) report(schemaError(`This object should have only one of the following fields: [${fields.join(', ')}]`, at));
  }
  if (type === 'Choice' || type === 'Succeed' || type === 'Fail') return;
  const [next, end] = [Object.hasOwn(state, 'Next'), state['End'] === true];
  if (next && end) report({ ...schemaError('There should only be one of the following fields: [Next, End]', at), evaluable: true });
  if (!next && !end) report({ ...schemaError('This object should have only one of the following fields: [Next, End]', at), evaluable: true });
}
