import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { readOperator } from './conditions.ts';
import type { PolicyDocument } from './policyTypes.ts';

type Read = Result<PolicyDocument, string>;

/** A role holds no longer policy: 10,240 characters inline, 6,144 managed, white space not counted. */
const LONGEST = 10_240;

/** A policy of a role, or a sentence why IAM would not take it: where, and what to write there. */
export function readPolicy(value: Json): Read {
  if (!isJsonObject(value)) return err('A policy is a JSON object with Version and Statement.');
  const length = JSON.stringify(value).length;
  if (length > LONGEST) return err(`This policy has ${length.toLocaleString('en')} characters; a role takes no more than 10,240. Split it.`);
  const unknown = Object.keys(value).find((name) => !['Version', 'Id', 'Statement'].includes(name));
  if (unknown !== undefined) return err(`${JSON.stringify(unknown)} does not belong into a policy: it has Version, Id and Statement only.`);
  const version = member(value, 'Version') ?? '2008-10-17';
  if (version !== '2012-10-17' && version !== '2008-10-17') return err('Version must be "2012-10-17".');
  const given = member(value, 'Statement');
  const statements = isJsonObject(given) ? [given] : given;
  if (!isJsonArray(statements) || statements.length === 0) return err('Statement must be a list of at least one statement.');
  const sids = new Set<string>();
  for (const [at, statement] of statements.entries()) {
    const problem = statementProblem(statement, sids);
    if (problem !== null) return err(`Statement ${at + 1}: ${problem}`);
  }
  // Every member was looked at above.
  return ok({ ...value, Version: version, Statement: statements } as unknown as PolicyDocument);
}

const MEMBERS: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

function statementProblem(statement: Json, sids: Set<string>): string | null {
  if (!isJsonObject(statement)) return 'a statement is an object with Effect, Action and Resource.';
  for (const name of Object.keys(statement)) {
    if (name === 'Principal' || name === 'NotPrincipal') return `${name} belongs into a trust policy or the policy of a resource, not into the policy of a role. Remove it.`;
    if (!MEMBERS.has(name)) return `${JSON.stringify(name)} is no member of a statement.`;
  }
  const effect = member(statement, 'Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return 'Effect must be "Allow" or "Deny".';
  return sidProblem(statement, sids) ?? oneOf(statement, 'Action', actionProblem) ?? oneOf(statement, 'Resource', resourceProblem) ?? conditionProblem(member(statement, 'Condition'));
}

function sidProblem(statement: JsonObject, sids: Set<string>): string | null {
  const sid = member(statement, 'Sid');
  if (sid === undefined || sid === '') return null;
  if (typeof sid !== 'string' || !/^[A-Za-z0-9]+$/.test(sid)) return 'Sid takes letters and digits only.';
  if (sids.has(sid)) return `the Sid ${sid} stands twice. Give each statement its own.`;
  sids.add(sid);
  return null;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: one of them, as text or a list of texts. */
function oneOf(statement: JsonObject, name: 'Action' | 'Resource', problemOf: (text: string) => string | null): string | null {
  const names = [name, `Not${name}`].filter((key) => member(statement, key) !== undefined);
  const [key] = names;
  if (key === undefined) return `it has no ${name}.`;
  if (names.length > 1) return `it has both ${name} and Not${name}. Keep one of them.`;
  const value = member(statement, key);
  const list = isJsonArray(value) ? value : [value];
  if (list.length === 0) return `${key} is an empty list.`;
  for (const one of list) {
    if (typeof one !== 'string') return `${key} must be a text or a list of texts.`;
    const problem = problemOf(one);
    if (problem !== null) return problem;
  }
  return null;
}

const actionProblem = (text: string): string | null =>
  text === '*' || /^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(text) ? null : `${JSON.stringify(text)} is no action. Write service:Action, such as states:InvokeHTTPEndpoint, or "*".`;

const resourceProblem = (text: string): string | null =>
  text === '*' || /^arn:[^:]/.test(text) ? null : `${JSON.stringify(text)} is no resource. Write an ARN that begins with arn:, or "*".`;

function conditionProblem(condition: Json | undefined): string | null {
  if (condition === undefined) return null;
  if (!isJsonObject(condition)) return 'Condition must be an object of operators.';
  for (const [name, keys] of Object.entries(condition)) {
    if (readOperator(name) === null) return `${JSON.stringify(name)} is no condition operator, such as StringEquals or ArnLike.`;
    if (!isJsonObject(keys)) return `${name} must be an object of condition keys and values.`;
    for (const [key, values] of Object.entries(keys)) {
      const list = isJsonArray(values) ? values : [values];
      if (list.some((one) => one === null || typeof one === 'object')) return `the values of ${key} under ${name} must be texts, numbers or booleans.`;
    }
  }
  return null;
}

/**
 * The policies in what a person pasted: one document, a list of them, or an answer of the AWS command line that holds one
 * (`get-role-policy`, `get-policy-version`).
 */
export function policiesFrom(value: Json): Result<readonly PolicyDocument[], string> {
  const found = isJsonArray(value) ? value : [value];
  if (found.length === 0) return ok([]);
  const policies: PolicyDocument[] = [];
  for (const [at, one] of found.entries()) {
    const read = readPolicy(unwrapped(one));
    if (!read.ok) return err(found.length === 1 ? read.error : `Policy ${at + 1}: ${read.error}`);
    policies.push(read.value);
  }
  return ok(policies);
}

function unwrapped(value: Json): Json {
  if (!isJsonObject(value)) return value;
  const version = member(value, 'PolicyVersion');
  return member(value, 'PolicyDocument') ?? (isJsonObject(version) ? member(version, 'Document') : undefined) ?? value;
}
