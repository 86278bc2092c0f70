import { checkHttpHeaders } from '../checks/definition/checkHttpHeaders.ts';
import { invalidDefinitionMessage, type Diagnostic } from '../checks/definition/Diagnostic.ts';
import { validateSchema } from '../checks/definition/validateSchema.ts';
import { parseJsonText } from '../lib/jacksonError.ts';

export interface ValidateOptions {
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** WARNING (the default) tells both, ERROR errors only. */
  readonly severity?: 'ERROR' | 'WARNING';
  /** 100 by default, as in the API; 0 stands for that too. */
  readonly maxResults?: number;
}

/** As ValidateStateMachineDefinition answers. */
export interface ValidateAnswer {
  readonly result: 'OK' | 'FAIL';
  readonly diagnostics: readonly Pick<Diagnostic, 'severity' | 'code' | 'message' | 'location'>[];
  readonly truncated: boolean;
}

const MAX_RESULTS = 100;
const MAX_BYTES = 1_048_576;

/** Everything AWS would say about the text of a definition. */
export function diagnoseText(text: string, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): readonly Diagnostic[] {
  if (text === '') return [{ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: 'Definition must be a valid JSON object' }];
  const parsed = parseJsonText(text);
  if (parsed.ok) return [...validateSchema(parsed.value, type), ...checkHttpHeaders(parsed.value)];
  const location = `[Source: (String)"${text}"; line: ${parsed.error.line}, column: ${parsed.error.column}]`;
  return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message: `${parsed.error.message}\n at ${location}`, location }];
}

/** ValidateStateMachineDefinition: errors make it FAIL, warnings do not. */
export function validateDefinition(text: string, { type = 'STANDARD', severity = 'WARNING', maxResults = MAX_RESULTS }: ValidateOptions = {}): ValidateAnswer {
  const all = diagnoseText(text, type);
  const shown = all.filter((diagnostic) => severity === 'WARNING' || diagnostic.severity === 'ERROR');
  const kept = shown.slice(0, maxResults || MAX_RESULTS);
  return {
    result: all.some((diagnostic) => diagnostic.severity === 'ERROR') ? 'FAIL' : 'OK',
    diagnostics: kept.map(({ severity: how, code, message, location }) => ({ severity: how, code, message, ...(location === undefined ? {} : { location }) })),
    truncated: kept.length < shown.length,
  };
}

/** The exception with which CreateStateMachine or UpdateStateMachine refuses the definition; null where it takes it. */
export function refusalOfDefinition(text: string, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): { readonly name: 'InvalidDefinition' | 'ValidationException'; readonly message: string } | null {
  if (text.length > MAX_BYTES) {
    return { name: 'ValidationException', message: `1 validation error detected: Value at 'definition' failed to satisfy constraint: Member must have length less than or equal to ${MAX_BYTES}` };
  }
  const errors = diagnoseText(text, type).filter(({ severity }) => severity === 'ERROR');
  return errors.length === 0 ? null : { name: 'InvalidDefinition', message: invalidDefinitionMessage(errors) };
}
