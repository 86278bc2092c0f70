import { isHttpResource } from '../../asl/httpResource.ts';
import { memberOf, objectIn, valueOf } from '../../asl/pointer.ts';
import { indexStates, type StateEntry } from '../../asl/states.ts';
import type { Tree } from '../../asl/tree.ts';
import type { IamFile } from '../../catalog/CatalogFiles.ts';
import { readResource, type Resource } from '../../catalog/resource.ts';
import { callOf } from '../httpCalls.ts';
import { httpParts } from '../httpTaskPolicy.ts';
import { known, knownValue, type Known } from '../known.ts';
import type { PolicyStatement } from '../policyTypes.ts';
import { oneOrList } from '../statements.ts';
import { mapGrants } from './mapNeeds.ts';
import type { Grant, Need, Place, StateNeeds } from './Need.ts';
import { optimizedGrants, optimizedTitle } from './optimizedNeeds.ts';
import { lambdaGrant, type Grants } from './ownGrants.ts';
import { resourcesOf } from './resources.ts';
import { sdkGrants } from './sdkNeeds.ts';
import { taskArgs } from './taskArgs.ts';

/** What IAM knows of the services that a definition calls through the SDK; a service that is missing could not be read, or IAM has none. */
export type IamFacts = ReadonlyMap<string, IamFile>;

/** Services whose facts `machineNeeds` asks for. */
export function servicesIn(tree: Tree): readonly string[] {
  const services = indexStates(tree).all.flatMap((entry) => {
    const read = resourceOf(entry);
    return read?.kind === 'sdk' ? [read.service] : [];
  });
  return [...new Set(services)];
}

/** Everything the states of a machine need, in document order. */
export function machineNeeds(tree: Tree, place: Place, facts: IamFacts): StateNeeds {
  const each = indexStates(tree).all.map((entry) => stateNeeds(entry, place, facts));
  return { needs: each.flatMap(({ needs }) => needs), remarks: each.flatMap(({ remarks }) => remarks) };
}

function stateNeeds(entry: StateEntry, place: Place, facts: IamFacts): StateNeeds {
  if (entry.type === 'Map') return answered(entry, 'Distributed Map', mapGrants(entry, place));
  if (entry.type !== 'Task') return { needs: [], remarks: [] };
  const read = resourceOf(entry);
  const written = resourceText(entry);
  if (read === null || written === null) return unknown(entry, 'It names no Resource, so nothing is known of what it needs.');
  if (isHttpResource(written)) return underRole(entry, place, httpNeeds(entry, place));
  return underRole(entry, place, taskNeeds(entry, read, written, place, facts));
}

/** The parts of a partition may be filled in on deployment; what the task calls is known all the same. */
function resourceText(entry: StateEntry): string | null {
  const value = knownValue(valueOf(entry.node, 'Resource'), false);
  const text = value.kind === 'literal' ? value.text : value.kind === 'computed' ? value.written : null;
  return text === null || text === '' ? null : text.replace(/^arn:\$\{[^}]+\}:/, 'arn:aws:').replace(/^arn:aws:states:\$\{[^}]+\}:\$\{[^}]+\}:/, 'arn:aws:states:::');
}

function resourceOf(entry: StateEntry): Resource | null {
  const text = entry.type === 'Task' ? resourceText(entry) : null;
  return text === null ? null : readResource(text);
}

function taskNeeds(entry: StateEntry, read: Resource, written: string, place: Place, facts: IamFacts): StateNeeds {
  const args = taskArgs(entry.node, entry.language === 'JSONata');
  if (read.kind === 'activity') return told(entry, 'An activity needs nothing of this role. Its worker needs states:GetActivityTask and states:SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat.');
  if (read.kind === 'lambda') return answered(entry, 'AWS Lambda', { grants: [lambdaGrant(knownValue(valueOf(entry.node, 'Resource'), false), { kind: 'absent' }, place)] });
  if (read.kind !== 'optimized' && read.kind !== 'sdk') return unknown(entry, otherText(written));
  const title = read.kind === 'optimized' ? optimizedTitle(read.service) : (facts.get(read.service)?.title ?? read.service);
  if (read.kind === 'optimized') {
    const found = optimizedGrants(read.service, read.action, read.pattern, args, place);
    return found ? withToken(entry, read.pattern, answered(entry, title, found)) : unknown(entry, `What ${read.service}:${read.action} needs is not documented, so no statement stands here for it.`);
  }
  const iam = facts.get(read.service);
  const found = iam ? sdkGrants(iam, read.action, args, place) : null;
  return found ? withToken(entry, read.pattern, answered(entry, title, found)) : unknown(entry, sdkText(read.service, read.action, iam));
}

const otherText = (written: string): string =>
  /^\$\{[^}]+\}$/.test(written)
    ? `Its Resource is filled in when the workflow is deployed (${written}), so no statement stands here for it. If it is a Lambda function: lambda:InvokeFunction on its ARN.`
    : `Its Resource is no integration that is known (${written}), so no statement stands here for it.`;

/** API Gateway's control plane is the one large service whose actions in IAM are no operations. */
function sdkText(service: string, action: string, iam: IamFile | undefined): string {
  if (/^apigateway(v2)?$/.test(service)) return `IAM allows ${service}:${action} by method and path (apigateway:GET, POST, PUT, PATCH or DELETE on arn:aws:apigateway:REGION::/…). Look both up in its API reference: no statement stands here for it.`;
  return iam?.prefix
    ? `IAM has no action of the name ${iam.prefix}:${action.charAt(0).toUpperCase()}${action.slice(1)}, so no statement stands here for it. Look it up in the Service Authorization Reference.`
    : `What IAM calls the actions of ${iam?.title ?? service} is not known here, so no statement stands here for ${action}. Look it up in the Service Authorization Reference.`;
}

function answered(entry: StateEntry, service: string, { grants, told: texts = [] }: Grants): StateNeeds {
  return { needs: grants.map((grant) => needOf(entry, service, grant)), remarks: texts.map((text) => ({ state: entry.name, tone: 'info', text })) };
}

const needOf = (entry: StateEntry, service: string, { kind, actions, resources, condition, notes = [], believed }: Grant): Need => ({
  state: entry.name, kind, service, notes, statement: statementOf(actions, resources, condition), ...(believed ? { believed } : {}),
});

const statementOf = (actions: readonly string[], resources: readonly string[], condition: PolicyStatement['Condition']): PolicyStatement => ({
  Effect: 'Allow', Action: oneOrList(actions), Resource: oneOrList(resources), ...(condition ? { Condition: condition } : {}),
});

const unknown = (entry: StateEntry, text: string): StateNeeds => ({ needs: [], remarks: [{ state: entry.name, tone: 'unknown', text }] });
const told = (entry: StateEntry, text: string): StateNeeds => ({ needs: [], remarks: [{ state: entry.name, tone: 'info', text }] });

function withToken(entry: StateEntry, pattern: string, { needs, remarks }: StateNeeds): StateNeeds {
  if (pattern !== 'waitForTaskToken') return { needs, remarks };
  const text = 'Whoever answers its task token needs states:SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat on this state machine; this role does not.';
  return { needs, remarks: [...remarks, { state: entry.name, tone: 'info', text }] };
}

/** With Credentials the call is made under another role, and the machine's must only be able to take that on. */
function underRole(entry: StateEntry, place: Place, found: StateNeeds): StateNeeds {
  if (memberOf(entry.node, 'Credentials') === undefined && memberOf(entry.node, 'Credentials.$') === undefined) return found;
  const holder = objectIn(entry.node, 'Credentials');
  const role: Known = holder ? known(holder, 'RoleArn', entry.language === 'JSONata') : { kind: 'computed', written: '' };
  const { resources, notes } = resourcesOf('arn:{p}:iam::{a}:role/{RoleArn}', { at: () => [role], first: () => role, members: () => [] }, place);
  const under = role.kind === 'literal' ? role.text : '';
  return {
    needs: [needOf(entry, 'Another role', { kind: 'assume', actions: ['sts:AssumeRole'], resources, notes }), ...found.needs.map((need): Need => ({ ...need, under }))],
    remarks: [...found.remarks, { state: entry.name, tone: 'info', text: `It is called under ${under === '' ? 'another role' : under}: that role must trust this one, and needs what stands under it.` }],
  };
}

/** One call's own statements: in the policy they are merged with those of other calls. */
function httpNeeds(entry: StateEntry, place: Place): StateNeeds {
  const needs = httpParts([callOf(entry)], { region: place.region, stateMachineArn: place.machineArn, arns: place.arns }).map(({ statement: numbered, notes }): Need => {
    const { Sid: _, ...statement } = numbered;
    const believed = place.placeholder || String(statement.Action).startsWith('secretsmanager:');
    return { state: entry.name, kind: 'http', service: 'HTTPS endpoint', statement, notes, ...(believed ? { believed: true as const } : {}) };
  });
  return { needs, remarks: [] };
}
