import type { StateName } from '../asl/names.ts';
import { arnParts, matchesArn } from './arn.ts';
import type { Need } from './needs/Need.ts';
import { listOf, type PolicyDocument, type PolicyStatement } from './policyTypes.ts';
import { credentialsStatement, exactly, secretsStatement } from './statements.ts';
import { matches, wildcardPattern } from './wildcard.ts';

export interface Denial {
  /** `lambda:InvokeFunction`; null: the text does not say. */
  readonly action: string | null;
  readonly resource: string | null;
  /** What happened, and what is to be done: one sentence each. */
  readonly says: readonly string[];
  /** What the execution role lacks; null: a statement in its policies would not help, or what it must say is not known. */
  readonly missing: PolicyStatement | null;
  /** States of the workflow that need this, as far as the definition says. */
  readonly states: readonly StateName[];
}

export interface DenialOptions {
  readonly needs: readonly Need[];
  readonly stateMachineArn: string;
  /** Statements for the logs, should those be missing. */
  readonly logging: PolicyDocument;
}

/** What a text that AWS answered with says of permissions; null: nothing of the kind is in it. Texts come alone, as a cause, or inside JSON. */
export function explainDenial(pasted: string, options: DenialOptions): Denial | null {
  const text = pasted.replaceAll(String.raw`\"`, '"').replaceAll(/\s+/g, ' ');
  for (const read of [httpEndpoint, connection, secret, roleInTask, roleOfMachine, logs, managedRule, byAction, encoded, bare]) {
    const denial = read(text, options);
    if (denial) return denial;
  }
  return null;
}

type Reader = (text: string, options: DenialOptions) => Denial | null;

const NAME = String.raw`[a-zA-Z0-9-]+:[A-Za-z0-9*]+`;
const allow = (action: string | readonly string[], resource: string): PolicyStatement => ({ Effect: 'Allow', Action: action, Resource: resource });

/** States whose needs name an action, narrowed to those that may mean the resource when any does. */
function statesFor(needs: readonly Need[], action: string, resource: string | null): readonly StateName[] {
  const naming = needs.filter(({ statement }) => listOf(statement.Action).some((one) => matches(wildcardPattern(one.toLowerCase()), action.toLowerCase())));
  const exact = resource === null ? [] : naming.filter(({ statement }) => listOf(statement.Resource).some((pattern) => pattern === '*' || matchesArn(pattern, resource, null)));
  return [...new Set((exact.length > 0 ? exact : naming).map(({ state }) => state))];
}

/** "User: ARN is not authorized to perform: ACTION on resource: ARN because …" (IAM User Guide, "Troubleshoot access denied error messages"). */
const byAction: Reader = (text, { needs }) => {
  const action = new RegExp(`(?:not authorized to perform|not authorized to perform the|perform the following actions?)[: ]+(?:action )?(${NAME})`, 'i').exec(text)?.[1];
  if (action === undefined) return null;
  const principal = /(?:User|Principal)?:? ?(arn:aws[\w-]*:(?:sts|iam)::\d{12}:[^\s"']+) is not authorized/i.exec(text)?.[1] ?? null;
  const resource = /on (?:the )?resources?:? \(?["']?(arn:[^\s"',)]+)/i.exec(text)?.[1]?.replace(/[.;]$/, '') ?? null;
  const why = reasonOf(text, action);
  const isRole = principal === null || /:(?:assumed-role|role)\//.test(principal);
  const says = [`AWS refused ${action}${resource === null ? '' : ` on ${resource}`}${principal === null ? '' : ` to ${nameOf(principal)}`}.`, why.says];
  if (!isRole) says.push('This is not a role that Step Functions took on: whoever made the call needs the permission, not the execution role.');
  const onWhat = resource ?? onlyResource(needs, action);
  if (why.helps && onWhat === '*' && resource === null) says.push('The text names no resource: narrow the * to what the state calls.');
  return { action, resource, says, missing: why.helps && isRole ? allow(action, resource === null ? onWhat : exactly(resource)) : null, states: statesFor(needs, action, resource) };
};

/** A text without a resource: what the definition says of this action, where that is one thing. */
function onlyResource(needs: readonly Need[], action: string): string {
  const found = new Set(needs.filter(({ statement }) => listOf(statement.Action).includes(action)).flatMap(({ statement }) => listOf(statement.Resource)));
  return found.size === 1 ? ([...found][0] ?? '*') : '*';
}

function nameOf(arn: string): string {
  const [, , , , , resource = ''] = arnParts(arn) ?? [];
  const [kind, name = resource] = resource.split('/');
  return kind === 'assumed-role' ? `the role ${name}` : resource;
}

const POLICIES: readonly (readonly [RegExp, string])[] = [
  [/service control polic/i, 'a service control policy of the organization'], [/resource control polic/i, 'a resource control policy of the organization'],
  [/permissions? boundar/i, 'the permissions boundary of the role'], [/session polic/i, 'the session policy'], [/VPC endpoint polic/i, 'the policy of a VPC endpoint'],
  [/resource-based polic|resource polic/i, 'the policy of the resource itself'], [/identity-based polic/i, 'an identity-based policy: one of the role'],
];

/** Only a missing identity policy is mended by a statement in the role; a Deny never is. */
function reasonOf(text: string, action: string): { readonly says: string; readonly helps: boolean } {
  const denies = /explicit deny in an? ([\w\s-]+polic\w+|permissions boundary)/i.exec(text)?.[1] ?? (/explicitly denie[sd]|explicit deny/i.test(text) ? '' : null);
  if (denies !== null) return { says: `A Deny forbids it, in ${sourceOf(denies)}. No statement with Allow lifts that: change or remove the Deny.`, helps: false };
  const lacks = /because no ([\w\s-]+?) allows?/i.exec(text)?.[1] ?? '';
  if (/identity-based/i.test(lacks) || lacks === '') return { says: `The role has no statement that allows ${action} there. Add the missing statement.`, helps: true };
  return { says: `What lacks the permission is ${sourceOf(lacks)}: a statement in the role alone does not help.`, helps: false };
}

const sourceOf = (text: string): string => POLICIES.find(([like]) => like.test(text))?.[1] ?? 'some policy that the text does not name';

const httpEndpoint: Reader = (text, { needs, stateMachineArn }) => {
  const endpoint = /not authorized to perform states:InvokeHTTPEndpoint on API Endpoint (\S+?)\.? Ensure/i.exec(text)?.[1];
  if (endpoint === undefined) return null;
  const action = 'states:InvokeHTTPEndpoint';
  const missing: PolicyStatement = { ...allow(action, stateMachineArn), Condition: { StringLike: { 'states:HTTPEndpoint': exactly(endpoint) } } };
  const states = new Set(needs.filter(({ kind, statement }) => kind === 'http' && listOf(statement.Condition?.['StringLike']?.['states:HTTPEndpoint']).some((one) => matches(wildcardPattern(String(one)), endpoint))).map(({ state }) => state));
  return { action, resource: endpoint, says: [`The role has no statement that allows this state machine to call ${endpoint}.`, 'The text does not say the method: add states:HTTPMethod to the condition.'], missing, states: states.size > 0 ? [...states] : statesFor(needs, action, null) };
};

/** The statements that the definition asks for, where its connections are known. */
function asked(needs: readonly Need[], action: string, otherwise: PolicyStatement): Pick<Denial, 'missing' | 'states'> {
  const found = needs.filter(({ statement }) => listOf(statement.Action).includes(action));
  const resources = [...new Set(found.flatMap(({ statement }) => listOf(statement.Resource)))];
  return { missing: resources.length === 0 ? otherwise : { ...otherwise, Resource: resources.length === 1 ? (resources[0] ?? '*') : resources }, states: statesFor(needs, action, null) };
}

const connection: Reader = (text, { needs }) => {
  if (!/RetrieveConnectionCredentials on the connection/i.test(text)) return null;
  const action = 'events:RetrieveConnectionCredentials';
  return { action, resource: null, says: ['The role may not use the connection that an HTTP task names.'], ...asked(needs, action, credentialsStatement(['arn:aws:events:*:*:connection/*'])) };
};

const secret: Reader = (text, { needs }) => {
  if (!/DescribeSecret and\/or GetSecretValue/i.test(text)) return null;
  const action = 'secretsmanager:GetSecretValue';
  return { action, resource: null, says: ['The role may not read the secret that EventBridge keeps for the connection.'], ...asked(needs, action, secretsStatement(['arn:aws:secretsmanager:*:*:secret:events!connection/*'])) };
};

const roleInTask: Reader = (text, { needs }) => {
  const role = /not authorized to assume the task state['’]s role,? (arn:[^\s"']+?)\.?(?:["'\s]|$)/i.exec(text)?.[1];
  if (role === undefined) return null;
  return { action: 'sts:AssumeRole', resource: role, says: [`The execution role must be allowed to take on ${role}, which a state names in Credentials.`, 'The trust policy of that role must name the execution role as well.'], missing: allow('sts:AssumeRole', role), states: statesFor(needs, 'sts:AssumeRole', role) };
};

const roleOfMachine: Reader = (text) =>
  /authorized to assume the provided role|is not authorized to assume.*role/i.test(text)
    ? { action: 'sts:AssumeRole', resource: null, says: ['Step Functions may not take the role on: its trust policy does not name states.amazonaws.com.', 'No statement in the policies of the role helps. Take the one under Trust policy.'], missing: null, states: [] }
    : null;

const logs: Reader = (text, { logging }) =>
  /not authorized to access the Log Destination|(?:logs|logging).*destination.*(?:denied|not authorized)/i.test(text)
    ? { action: 'logs:CreateLogDelivery', resource: null, says: ['The role may not set up the delivery of logs to CloudWatch Logs.', 'These actions know no narrower resource than *.'], missing: logging.Statement[0] ?? null, states: [] }
    : null;

const managedRule: Reader = (text, { needs }) => {
  if (!/not authorized to create managed-rule/i.test(text)) return null;
  const action = 'events:PutRule';
  const rule = { ...allow(['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], 'arn:aws:events:*:*:rule/StepFunctionsGetEvents*') };
  return { action, resource: null, says: ['A state that waits for its job (.sync) needs a managed rule of EventBridge, and the role may not make it.'], ...asked(needs, action, rule) };
};

const encoded: Reader = (text) =>
  /Encoded authorization failure message/i.test(text)
    ? { action: null, resource: null, says: ['AWS put the reason into the encoded message.', 'Decode it with aws sts decode-authorization-message --encoded-message …, and paste what that prints.'], missing: null, states: [] }
    : null;

/** `Access Denied (Service: S3, Status Code: 403, …)`, as S3 says it: no action, no resource. */
const bare: Reader = (text, { needs }) => {
  if (!/access ?denied|not authorized|UnauthorizedOperation|AuthorizationError|forbidden/i.test(text)) return null;
  const service = /Service: (?:Amazon ?|AWS ?)?([\w ]+?)[;,]/.exec(text)?.[1]?.toLowerCase() ?? null;
  const own = service === null ? [] : needs.filter(({ statement }) => listOf(statement.Action).some((action) => action.split(':')[0] === service));
  const says = ['The text says neither which action was refused nor on what.'];
  if (own.length > 0) says.push(`Below are the states that call ${service ?? ''}; check the role with "Check a role". Of S3, an object that is not there is refused too when s3:ListBucket is missing.`);
  else says.push('Check the role state by state with "Check a role".');
  return { action: null, resource: null, says, missing: null, states: [...new Set(own.map(({ state }) => state))] };
};
