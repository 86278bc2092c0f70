import { arnParts, connectionPlace, matchesArn, placeholderMachineArn, secretsOf } from './arn.ts';
import type { RequestContext } from './conditions.ts';
import { evaluate, type Decision, type StatementPlace } from './evaluate.ts';
import { listOf, type PolicyDocument, type PolicyStatement } from './policyTypes.ts';
import { assumeStatement, credentialsStatement, exactly, invokeStatement, secretsStatement } from './statements.ts';

/** One call of an HTTP task, as IAM sees it. */
export interface HttpTaskCall {
  readonly method: string;
  /** `ApiEndpoint` as evaluated, without `QueryParameters` (unconfirmed whether AWS looks at the merged URL). */
  readonly endpoint: string;
  readonly connectionArn: string;
  readonly region: string;
  /** Absent: not known yet; any machine that the policies name in this region, or in the connection's, may be it. */
  readonly stateMachineArn?: string;
  /** Absent: only AWS knows its last part; any secret of that connection may be it. */
  readonly secretArn?: string;
  readonly roleArn?: string;
  /** The role of the task's own `Credentials`, which is taken on for the call. */
  readonly taskRoleArn?: string;
  readonly nowMs?: number;
}

export type HttpTaskAuthorization =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly error: 'States.Http.AccessDenied' | 'Events.ConnectionResource.AccessDenied' | 'States.TaskFailed';
      /** AWS's text, word for word. */
      readonly cause: string;
      /** Ours: what the role lacks, or which statement forbids it. */
      readonly hint: string;
      /** With it the call passes this check. Null: a statement with Deny forbids it, and nothing can be added. */
      readonly missing: PolicyStatement | null;
    };

type Refusal = Exclude<HttpTaskAuthorization, { allowed: true }>;

interface Check {
  readonly action: string;
  /** Any of these may be the resource. */
  readonly resources: readonly string[];
  readonly keys?: { readonly [key: string]: string };
  /** As a person should read what it is about. */
  readonly about: string;
  readonly refusal: Pick<Refusal, 'error' | 'cause'>;
  readonly missing: PolicyStatement;
}

/**
 * Refuses where AWS refuses a role. The order of the checks is unconfirmed: the endpoint first, then the connection, then its secret.
 * Texts are recorded (http-task.md section 7). Of a task with a role of its own only the taking on is decided: its policies are not these.
 */
export function authorizeHttpTask(policies: readonly PolicyDocument[], call: HttpTaskCall): HttpTaskAuthorization {
  const { roleArn, taskRoleArn } = call;
  const other = taskRoleArn !== undefined && taskRoleArn !== roleArn ? taskRoleArn : null;
  for (const check of other === null ? [invoke(policies, call), retrieve(call), ...readSecret(policies, call)] : [assume(other, roleArn)]) {
    const refused = refusalOf(policies, call, check);
    if (refused) return refused;
  }
  return { allowed: true };
}

function invoke(policies: readonly PolicyDocument[], call: HttpTaskCall): Check {
  const machine = call.stateMachineArn ?? placeholderMachineArn('', call.region);
  // A connection is called from its own region, and a test need not say which that is.
  const regions = [call.region, connectionPlace(call.connectionArn)?.region];
  const isMachine = (arn: string): boolean => regions.some((region) => region !== undefined && matchesArn(`arn:*:states:${region}:*:stateMachine:*`, arn, null));
  return {
    action: 'states:InvokeHTTPEndpoint',
    resources: call.stateMachineArn === undefined ? [machine, ...named(policies).filter(isMachine)] : [machine],
    about: `for ${call.method} ${call.endpoint}`,
    keys: { 'states:httpmethod': call.method, 'states:httpendpoint': call.endpoint },
    refusal: {
      error: 'States.Http.AccessDenied',
      cause: `AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint ${call.endpoint}. Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint`,
    },
    missing: invokeStatement(machine, [call.method], [exactly(call.endpoint)]),
  };
}

/** Recorded of other tasks; that HTTP tasks fail alike is unconfirmed. */
const assume = (taskRoleArn: string, roleArn = 'of the state machine'): Check => ({
  action: 'sts:AssumeRole',
  resources: [taskRoleArn],
  about: `on ${taskRoleArn}`,
  refusal: { error: 'States.TaskFailed', cause: `The role ${roleArn} is not authorized to assume the task state's role, ${taskRoleArn}.` },
  missing: assumeStatement(taskRoleArn),
});

const CONNECTION_DENIED = 'Events.ConnectionResource.AccessDenied';

const retrieve = ({ connectionArn }: HttpTaskCall): Check => ({
  action: 'events:RetrieveConnectionCredentials',
  resources: [connectionArn],
  about: `on ${connectionArn}`,
  refusal: { error: CONNECTION_DENIED, cause: 'No permissions to call RetrieveConnectionCredentials on the connection resource.' },
  missing: credentialsStatement([connectionArn]),
});

function readSecret(policies: readonly PolicyDocument[], call: HttpTaskCall): readonly Check[] {
  const secrets = secretsOf(call.connectionArn);
  const madeUp = secrets.replaceAll('*', '00000000-0000-4000-8000-000000000000-AbCdEf');
  const resources = call.secretArn === undefined ? [madeUp, ...named(policies).filter((arn) => matchesArn(secrets, arn, null))] : [call.secretArn];
  const refusal = { error: CONNECTION_DENIED, cause: 'No permissions to call DescribeSecret and/or GetSecretValue on the secret associated with the connection resource.' } as const;
  return ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'].map((action) => ({ action, resources, about: `on ${secrets}`, refusal, missing: secretsStatement([secrets]) }));
}

/** One ARN for each resource that some policy allows something on: what a thing with an unknown name could be called. */
const named = (policies: readonly PolicyDocument[]): readonly string[] =>
  policies.flatMap(({ Statement }) => Statement.flatMap(({ Effect, Resource }) => (Effect === 'Allow' ? listOf(Resource).map((text) => text.replace(/[*?]/g, 'x')) : [])));

function refusalOf(policies: readonly PolicyDocument[], call: HttpTaskCall, check: Check): Refusal | null {
  let last: Decision = { kind: 'not-allowed' };
  for (const resource of check.resources) {
    const decision = evaluate(policies, { action: check.action, resource, context: contextOf(call, check, resource) });
    if (decision.kind === 'allowed') return null;
    if (decision.kind === 'denied') last = decision;
  }
  return { allowed: false, ...check.refusal, ...explained(policies, check, last) };
}

function explained(policies: readonly PolicyDocument[], check: Check, decision: Decision): Pick<Refusal, 'hint' | 'missing'> {
  if (decision.kind !== 'denied') return { missing: check.missing, hint: `The role has no statement that allows ${check.action} ${check.about}. Add the missing statement.` };
  return { missing: null, hint: `${placeText(policies, decision.by)} of the role denies ${check.action} ${check.about}. No other statement can lift that: change or remove it.` };
}

const placeText = (policies: readonly PolicyDocument[], { policy, statement, sid }: StatementPlace): string =>
  `${sid ? `The statement ${sid}` : `Statement ${statement + 1}`}${policies.length > 1 ? ` in policy ${policy + 1}` : ''}`;

/** The keys that such a request of Step Functions is known to have. Any other key counts as absent. */
function contextOf(call: HttpTaskCall, { keys = {} }: Check, resource: string): RequestContext {
  const account = connectionPlace(call.connectionArn)?.account;
  const { roleArn, nowMs } = call;
  const known: { readonly [key: string]: string | undefined } = {
    ...keys,
    'aws:requestedregion': call.region,
    'aws:securetransport': 'true',
    'aws:principaltype': 'AssumedRole',
    'aws:principalarn': roleArn,
    'aws:principalaccount': roleArn === undefined ? account : arnParts(roleArn)?.[4],
    'aws:resourceaccount': arnParts(resource)?.[4],
    'aws:currenttime': nowMs === undefined ? undefined : new Date(nowMs).toISOString(),
    'aws:epochtime': nowMs === undefined ? undefined : String(Math.floor(nowMs / 1000)),
  };
  return new Map(Object.entries(known).flatMap(([key, value]) => (value === undefined ? [] : [[key, [value]] as const])));
}
