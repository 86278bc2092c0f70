import { isJsonArray, isJsonObject, type Json, type JsonObject, member } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

/** A member of a request in AWS's model. Payloads are sensitive there: their values are never repeated in a message. */
type Rule =
  | { readonly is: 'text'; readonly required?: true; readonly min?: number; readonly max?: number; readonly sensitive?: true }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'boolean' }
  | { readonly is: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly is: 'structure'; readonly members: Members };

interface Members {
  readonly [name: string]: Rule;
}

const payload: Rule = { is: 'text', max: 262_144, sensitive: true };
const stateName: Rule = { is: 'text', min: 1, max: 80, sensitive: true };
const definition: Rule = { is: 'text', required: true, min: 1, max: 1_048_576, sensitive: true };

/** Source: the API model of 2016-11-23 (test-state.md section 1). */
export const TEST_STATE: Members = {
  definition,
  roleArn: { is: 'text', min: 1, max: 256 },
  input: payload,
  inspectionLevel: { is: 'choice', of: ['INFO', 'DEBUG', 'TRACE'] },
  revealSecrets: { is: 'boolean' },
  variables: payload,
  stateName,
  mock: {
    is: 'structure',
    members: {
      result: payload,
      errorOutput: { is: 'structure', members: { error: { is: 'text', max: 256, sensitive: true }, cause: { is: 'text', max: 32_768, sensitive: true } } },
      fieldValidationMode: { is: 'choice', of: ['STRICT', 'PRESENT', 'NONE'] },
    },
  },
  context: payload,
  stateConfiguration: {
    is: 'structure',
    members: { retrierRetryCount: { is: 'integer', min: 0 }, errorCausedByState: stateName, mapIterationFailureCount: { is: 'integer', min: 0 }, mapItemReaderData: payload },
  },
};

export const VALIDATE: Members = {
  definition,
  type: { is: 'choice', of: ['STANDARD', 'EXPRESS'] },
  severity: { is: 'choice', of: ['ERROR', 'WARNING'] },
  maxResults: { is: 'integer', min: 0, max: 100 },
};

/**
 * The members that the model knows, `null` left out; others are ignored, as AWS does. `violations`: AWS's sentences, in the order of the model.
 * `not-readable`: a member of another type, which AWS cannot even read.
 */
export function readMembers(given: Json, members: Members): Result<JsonObject, { readonly kind: 'not-readable' } | { readonly kind: 'violations'; readonly violations: readonly string[] }> {
  const violations: string[] = [];
  const read = structure(given, members, '', violations);
  if (read === null) return err({ kind: 'not-readable' });
  return violations.length > 0 ? err({ kind: 'violations', violations }) : ok(read);
}

function structure(given: Json, members: Members, prefix: string, violations: string[]): JsonObject | null {
  if (!isJsonObject(given)) return null;
  const read: { [name: string]: Json } = Object.create(null) as { [name: string]: Json };
  for (const [name, rule] of Object.entries(members)) {
    const value = member(given, name) ?? null;
    const place = `${prefix}${name}`;
    if (value === null) {
      // unconfirmed: how a sensitive member that is missing is named.
      if (rule.is === 'text' && rule.required) violations.push(`Value ${rule.sensitive ? '' : 'null '}at '${place}' failed to satisfy constraint: Member must not be null`);
      continue;
    }
    const kept = rule.is === 'structure' ? structure(value, rule.members, `${place}.`, violations) : scalar(value, rule, place, violations);
    if (kept === null) return null;
    read[name] = kept;
  }
  return read;
}

function scalar(value: Json, rule: Exclude<Rule, { is: 'structure' }>, place: string, violations: string[]): Json | null {
  if (isJsonObject(value) || isJsonArray(value)) return null;
  switch (rule.is) {
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) return null;
      violations.push(...range(value, rule.min, rule.max).map((what) => violation(place, String(value), `Member must have value ${what}`)));
      return value;
    case 'choice':
      if (typeof value !== 'string') return null;
      // unconfirmed: the order of the names.
      if (!rule.of.includes(value)) violations.push(violation(place, value, `Member must satisfy enum value set: [${rule.of.join(', ')}]`));
      return value;
    case 'text':
      if (typeof value !== 'string') return null;
      violations.push(...range(value.length, rule.min, rule.max).map((what) => violation(place, rule.sensitive ? null : value, `Member must have length ${what}`)));
      return value;
  }
}

function range(size: number, min = -Infinity, max = Infinity): readonly string[] {
  if (size < min) return [`greater than or equal to ${min}`];
  return size > max ? [`less than or equal to ${max}`] : [];
}

const violation = (place: string, value: string | null, constraint: string): string => `Value ${value === null ? '' : `'${value}' `}at '${place}' failed to satisfy constraint: ${constraint}`;
