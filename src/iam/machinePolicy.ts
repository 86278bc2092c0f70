import { indexStates } from '../asl/states.ts';
import type { StateName } from '../asl/names.ts';
import type { Tree } from '../asl/tree.ts';
import { partitionOf } from '../lib/awsPartition.ts';
import { arnParts, PLACEHOLDER_ACCOUNT } from './arn.ts';
import { callOf } from './httpCalls.ts';
import { httpParts, type PolicyOptions, type PolicyPart } from './httpTaskPolicy.ts';
import { machineNeeds, type IamFacts } from './needs/machineNeeds.ts';
import type { Need, Place, Remark } from './needs/Need.ts';
import { listOf, type PolicyDocument, type PolicyStatement } from './policyTypes.ts';
import { oneOrList, policyOf } from './statements.ts';

export interface MachinePolicyOptions extends PolicyOptions {
  /** The machine's ARN was made up. */
  readonly placeholder?: boolean;
  readonly logging?: boolean;
  readonly tracing?: boolean;
}

export interface MachinePolicy {
  readonly document: PolicyDocument;
  /** In the order of the statements; no states: the whole machine needs it. */
  readonly parts: readonly PolicyPart[];
  /** What belongs to roles that states name in Credentials. */
  readonly others: readonly OtherRole[];
  readonly remarks: readonly Remark[];
  /** What each state needs by itself, for `mayRun`. */
  readonly needs: readonly Need[];
  /** Of the policy as a whole. */
  readonly notes: readonly string[];
}

export interface OtherRole {
  /** `''`: known only when the workflow runs. */
  readonly role: string;
  readonly states: readonly StateName[];
  readonly document: PolicyDocument;
}

/** A role holds no longer policies in all, inline; managed ones are shorter still. Source: IAM quotas. */
const LONGEST_INLINE = 10_240;

/** The least that the execution role of a machine must allow, as far as its definition says, and what it does not say. */
export function machinePolicy(tree: Tree, options: MachinePolicyOptions, facts: IamFacts): MachinePolicy {
  const place = placeOf(options);
  const { needs, remarks } = machineNeeds(tree, place, facts);
  const mine = needs.filter(({ under }) => under === undefined);
  const calls = httpCallsOf(tree, mine);
  const parts = numbered([...httpParts(calls, options), ...merged(mine.filter(({ kind }) => kind !== 'http')), ...wholeMachine(options)]);
  const document = policyOf(parts.map(({ statement }) => statement));
  const length = JSON.stringify(document).length;
  const notes = length > LONGEST_INLINE ? [`This policy has ${length.toLocaleString('en')} characters; the inline policies of a role hold 10,240. Split it into several managed policies of at most 6,144.`] : [];
  return { document, parts, others: otherRoles(needs), remarks, needs, notes };
}

function placeOf({ region, stateMachineArn, placeholder = false, arns = {} }: MachinePolicyOptions): Place {
  const [, , , , account = PLACEHOLDER_ACCOUNT] = arnParts(stateMachineArn) ?? [];
  return { partition: partitionOf(region), region, account, machineArn: stateMachineArn, placeholder, arns };
}

function httpCallsOf(tree: Tree, mine: readonly Need[]) {
  const states = new Set(mine.filter(({ kind }) => kind === 'http').map(({ state }) => state));
  return states.size === 0 ? [] : indexStates(tree).all.filter(({ name, type }) => type === 'Task' && states.has(name)).map(callOf);
}

/**
 * Statements with the same resources become one, then those with the same actions: neither allows an action on a resource that no state
 * needs. Kinds and services stay apart, so that each statement says what it is for.
 */
function merged(needs: readonly Need[]): readonly PolicyPart[] {
  const key = (need: Need, by: 'Action' | 'Resource'): string => JSON.stringify([need.service, need.kind, listOf(need.statement[by]).toSorted(), need.statement.Condition ?? null]);
  const groups = [...groupedBy(needs, (need) => key(need, 'Resource')).values()].map((group) => joined(group));
  return [...groupedBy(groups, ({ need }) => key(need, 'Action')).values()].map((sharing) => partOf(joined(sharing.map(({ need }) => need), sharing.flatMap(({ of }) => of))));
}

interface Group {
  readonly need: Need;
  readonly of: readonly Need[];
}

function joined(needs: readonly Need[], of: readonly Need[] = needs): Group {
  // A group has at least one.
  const [first] = needs as readonly [Need, ...Need[]];
  const all = (by: 'Action' | 'Resource') => oneOrList([...new Set(needs.flatMap(({ statement }) => listOf(statement[by])))]);
  return { need: { ...first, statement: { ...first.statement, Action: all('Action'), Resource: all('Resource') } }, of };
}

function partOf({ need, of }: Group): PolicyPart {
  return { statement: need.statement, title: titleOf(need), states: [...new Set(of.map(({ state }) => state))], notes: [...new Set(of.flatMap(({ state, notes }) => notes.map((note) => noteOf(state, note))))] };
}

/** Notes that begin small go on behind a state's name. */
const noteOf = (state: StateName, note: string): string => (/^[a-z]|^[A-Z][\w.[\]]* (?:is|names)\b/.test(note) ? `${state}: ${note}` : note);

const TITLES: { readonly [K in Exclude<Need['kind'], 'call' | 'http'>]: string } = {
  follow: 'follow and stop the job', events: 'be told when the job ends', pass: 'pass a role on', data: 'read and write data', children: 'run the items as child executions', assume: 'take on the role in Credentials',
};

function titleOf({ service, kind, statement }: Need): string {
  const names = listOf(statement.Action).map((action) => action.split(':')[1] ?? action);
  const few = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  return kind === 'call' || kind === 'http' ? `${service}: ${few}` : `${service}: ${TITLES[kind]}`;
}

/** Source: developer guide, "Logging using CloudWatch Logs" and "Tracing with X-Ray". Neither knows narrower resources. */
function wholeMachine({ logging, tracing }: MachinePolicyOptions): readonly PolicyPart[] {
  const part = (title: string, Action: readonly string[]): PolicyPart => ({ title, states: [], notes: [], statement: { Effect: 'Allow', Action, Resource: '*' } });
  return [
    ...(logging ? [part('CloudWatch Logs: write the log of executions', ['CreateLogDelivery', 'GetLogDelivery', 'UpdateLogDelivery', 'DeleteLogDelivery', 'ListLogDeliveries', 'PutResourcePolicy', 'DescribeResourcePolicies', 'DescribeLogGroups'].map((name) => `logs:${name}`))] : []),
    ...(tracing ? [part('X-Ray: send traces', ['PutTraceSegments', 'PutTelemetryRecords', 'GetSamplingRules', 'GetSamplingTargets'].map((name) => `xray:${name}`))] : []),
  ];
}

/** A Sid for each, of letters and digits, no two alike. */
function numbered(parts: readonly PolicyPart[]): readonly PolicyPart[] {
  const taken = new Map<string, number>();
  return parts.map((part) => {
    const [service = '', name = ''] = (listOf(part.statement.Action)[0] ?? '').split(':');
    const sid = part.statement.Sid ?? `${service.charAt(0).toUpperCase()}${service.slice(1)}${name}`.replace(/[^A-Za-z0-9]/g, '');
    const count = (taken.get(sid) ?? 0) + 1;
    taken.set(sid, count);
    const { Sid: _, ...rest } = part.statement;
    return { ...part, statement: { Sid: count === 1 ? sid : `${sid}${count}`, ...rest } };
  });
}

function otherRoles(needs: readonly Need[]): readonly OtherRole[] {
  const roles = groupedBy(needs.filter(({ under }) => under !== undefined), ({ under }) => under ?? '');
  return [...roles].map(([role, of]) => {
    const parts = numbered(merged(of));
    return { role, states: [...new Set(of.map(({ state }) => state))], document: policyOf(parts.map(({ statement }): PolicyStatement => statement)) };
  });
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
