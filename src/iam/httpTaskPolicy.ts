import type { StateName } from '../asl/names.ts';
import type { Tree } from '../asl/tree.ts';
import { partitionOf } from '../lib/awsPartition.ts';
import { arnParts, connectionPlace, PLACEHOLDER_ACCOUNT, secretsOf } from './arn.ts';
import { httpCalls, type HttpCall } from './httpCalls.ts';
import type { PolicyDocument, PolicyStatement } from './policyTypes.ts';
import { credentialsStatement, invokeStatement, policyOf, secretsStatement } from './statements.ts';

export interface PolicyOptions {
  readonly region: string;
  readonly stateMachineArn: string;
  /** From an ARN in the definition to the real one: filled in everywhere. */
  readonly arns?: { readonly [local: string]: string };
}

/** One statement of the policy, and whose it is. */
export interface PolicyPart {
  readonly statement: PolicyStatement;
  /** `Call POST https://api.stripe.com/v1/charges` */
  readonly title: string;
  /** The states that fail without it. */
  readonly states: readonly StateName[];
  /** Why it allows more than a person might expect. */
  readonly notes: readonly string[];
}

export interface HttpTaskPolicy {
  readonly document: PolicyDocument;
  /** In the order of the statements. */
  readonly parts: readonly PolicyPart[];
  readonly notes: readonly string[];
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const;

/** What the HTTP tasks of a definition need of a role, and nothing else. Source: http-task.md section 8. */
export function httpTaskPolicy(tree: Tree, options: PolicyOptions): HttpTaskPolicy {
  const calls = httpCalls(tree);
  const parts = httpParts(calls, options);
  const others = calls.filter(({ ownRole }) => ownRole).map(({ state }) => state);
  const notes = others.length === 0 ? [] : [`${listed(others)} ${others.length === 1 ? 'names' : 'name'} a role in Credentials: what stands here for ${others.length === 1 ? 'it' : 'them'} belongs to that role, and this role must be allowed to take it on (sts:AssumeRole).`];
  return { document: policyOf(parts.map(({ statement }) => statement)), parts, notes };
}

/** The statements for some calls, each with its states. */
export const httpParts = (calls: readonly HttpCall[], options: PolicyOptions): readonly PolicyPart[] =>
  (calls.length === 0 ? [] : [...invokeParts(calls, options), ...connectionParts(calls, options)]);

/** A statement for each set of methods: two lists of conditions in one would allow every method on every endpoint. */
function invokeParts(calls: readonly HttpCall[], { stateMachineArn }: PolicyOptions): readonly PolicyPart[] {
  const byMethod = grouped(calls, ({ method }) => (method.kind === 'literal' ? method.text : METHODS.join(' ')));
  return [...byMethod].map(([key, sharing]) => {
    const methods = key.split(' ');
    const endpoints = unique(sharing.map(({ endpointPattern }) => endpointPattern));
    const statement = { Sid: `CallWith${methods.length > 1 ? 'AnyMethod' : key.replace(/[^A-Za-z0-9]/g, '')}`, ...invokeStatement(stateMachineArn, methods, endpoints) };
    const what = endpoints.length === 1 ? (endpoints[0] ?? '') : `${endpoints.length} endpoints`;
    return { statement, title: `Call ${methods.length > 1 ? 'with any method' : key} ${what}`, states: statesOf(sharing), notes: [...methodNotes(sharing), ...endpointNotes(sharing)] };
  });
}

function methodNotes(calls: readonly HttpCall[]): readonly string[] {
  const states = statesOf(calls.filter(({ method }) => method.kind !== 'literal'));
  return states.length === 0 ? [] : [`The method of ${listed(states)} is known only when the workflow runs, so all of them stand here. Take out those that cannot come.`];
}

function endpointNotes(calls: readonly HttpCall[]): readonly string[] {
  return calls.filter(({ endpoint }) => endpoint.kind !== 'literal').map(({ state, endpoint, endpointPattern }) => {
    const computed = endpoint.kind === 'computed' && endpoint.written !== '' ? ` (${shortened(endpoint.written)})` : '';
    const wide = /^https?:\/\/[^/]*\*/.test(endpointPattern);
    return `The endpoint of ${state}${computed} is known only when the workflow runs: ${endpointPattern} is proposed.${wide ? ' That leaves the host open: write the host that it may call, such as https://api.example.com/*.' : ' Narrow it where you can.'}`;
  });
}

function connectionParts(calls: readonly HttpCall[], { region, stateMachineArn, arns = {} }: PolicyOptions): readonly PolicyPart[] {
  const account = arnParts(stateMachineArn)?.[4] ?? PLACEHOLDER_ACCOUNT;
  const anyConnection = `arn:${partitionOf(region)}:events:${region}:${account}:connection/*`;
  const arnOf = ({ connection }: HttpCall): string => (connection.kind === 'literal' ? real(connection.text, arns) : anyConnection);
  const connections = unique(calls.map(arnOf));
  const states = statesOf(calls);
  const open = statesOf(calls.filter(({ connection }) => connection.kind !== 'literal'));
  const notes = open.length === 0 ? [] : [`The connection of ${listed(open)} is known only when the workflow runs, so every connection of the account stands here. Write the ARNs that it may be.`];
  const secretOf = (arn: string): string => (connectionPlace(arn)?.name === '*' ? `arn:${partitionOf(region)}:secretsmanager:${region}:${account}:secret:events!connection/*` : secretsOf(arn));
  const names = connections.map((arn) => connectionPlace(arn)?.name ?? arn);
  const which = names.length === 1 && names[0] !== '*' ? `the connection ${names[0]}` : names.includes('*') ? 'any connection' : `the connections ${names.join(', ')}`;
  return [
    { statement: { Sid: 'UseConnections', ...credentialsStatement(connections) }, title: `Use ${which}`, states, notes },
    { statement: { Sid: 'ReadConnectionSecrets', ...secretsStatement(unique(connections.map(secretOf))) }, title: `Read the secret of ${which}`, states, notes: [] },
  ];
}

const real = (arn: string, arns: { readonly [local: string]: string }): string => (Object.hasOwn(arns, arn) ? arns[arn] : undefined) || arn;

const statesOf = (calls: readonly HttpCall[]): readonly StateName[] => [...new Set(calls.map(({ state }) => state))];
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

export const listed = (names: readonly string[]): string => (names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
