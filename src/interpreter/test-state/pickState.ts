import type { QueryLanguage } from '../../asl/names.ts';
import { checkHttpHeaders } from '../../checks/definition/checkHttpHeaders.ts';
import { invalidDefinitionMessage, type Diagnostic } from '../../checks/definition/Diagnostic.ts';
import { validateSchema } from '../../checks/definition/validateSchema.ts';
import { parseJsonText } from '../../lib/jacksonError.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { languageOf, type State } from '../states/definition.ts';
import type { TestStateException, TestStateRequest } from '../testStateApi.ts';

export interface Picked {
  readonly state: State;
  readonly language: QueryLanguage;
  /** What the states inside a Map or Parallel inherit. */
  readonly machineLanguage?: QueryLanguage;
  /** AWS would refuse the definition for what does not matter to this state. */
  readonly awsWouldSay?: string;
}

/** A bare state is checked as the only one of a machine, under this name. */
const ALONE = 'StateName';

const invalid = (message: string): Result<never, TestStateException> => err({ name: 'InvalidDefinition', message });

/** The state under test, out of a bare state or a whole machine, once its shape is proved. */
export function pickState(request: TestStateRequest, dialect: 'aws' | 'studio'): Result<Picked, TestStateException> {
  const definition = readDefinition(request.definition);
  if (!definition.ok) return definition;
  const machine: Json = request.stateName === undefined ? { StartAt: ALONE, States: { [ALONE]: definition.value } } : definition.value;
  const found = validateSchema(machine).filter((diagnostic) => diagnostic.severity === 'ERROR' && !(request.stateName === undefined && isElsewhere(diagnostic)));
  if (dialect === 'aws' && found.length > 0) return invalid(invalidDefinitionMessage(found));
  if (!isJsonObject(machine)) return invalid(invalidDefinitionMessage(found));
  const state = findRawState(machine, request.stateName ?? ALONE);
  if (state === undefined) return err({ name: 'ValidationException', message: 'State not found in definition' });
  const blocking = found.length > 0 ? blockingProblems(machine, request.stateName ?? ALONE, state) : [];
  if (blocking.length > 0) return invalid(invalidDefinitionMessage(blocking));
  // validateSchema has proved the shape of this state
  const proved = state as unknown as State;
  const language = languageOf(proved, machine);
  const machineLanguage = member(machine, 'QueryLanguage') === 'JSONata' ? { machineLanguage: 'JSONata' as const } : {};
  const unsaved = [...found, ...checkHttpHeaders(machine)];
  return ok({ state: proved, language, ...machineLanguage, ...(unsaved.length > 0 ? { awsWouldSay: invalidDefinitionMessage(unsaved) } : {}) });
}

function readDefinition(text: string): Result<Json, TestStateException> {
  if (text === '') return invalid("Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object'");
  const parsed = parseJsonText(text);
  if (parsed.ok) return parsed;
  const { message, line, column } = parsed.error;
  const source = text.length > 500 ? `"${text.slice(0, 500)}"[truncated ${text.length - 500} chars]` : `"${text}"`;
  return invalid(`Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${message}\n at [Source: (String)${source}; line: ${line}, column: ${column}]'`);
}

/** A state alone may name any Next: nobody says what stands around it. */
const isElsewhere = ({ code, location }: Diagnostic): boolean =>
  code === 'MISSING_END_STATE' || (code === 'MISSING_TRANSITION_TARGET' && !/\/(Branches|ItemProcessor|Iterator)/.test(location ?? ''));

/** In the studio a test is refused only for what is wrong with the tested state itself. */
function blockingProblems(machine: JsonObject, name: string, state: Json): readonly Diagnostic[] {
  const language = member(machine, 'QueryLanguage');
  const alone = { StartAt: name, States: { [name]: state }, ...(language === undefined ? {} : { QueryLanguage: language }) };
  return validateSchema(alone).filter(({ severity, evaluable }) => severity === 'ERROR' && evaluable !== true);
}

/** By name, wherever it stands; tolerant of a machine whose shape is not proved. */
export function findRawState(machine: JsonObject, name: string): Json | undefined {
  const states = member(machine, 'States');
  if (!isJsonObject(states)) return undefined;
  if (Object.hasOwn(states, name)) return states[name];
  for (const state of Object.values(states)) {
    if (!isJsonObject(state)) continue;
    const branches = member(state, 'Branches') ?? [];
    const inner = [member(state, 'ItemProcessor'), member(state, 'Iterator'), ...(isJsonArray(branches) ? branches : [])];
    for (const scope of inner) {
      const found = isJsonObject(scope) ? findRawState(scope, name) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
