import type { IamFile } from '../../catalog/CatalogFiles.ts';
import type { Known } from '../known.ts';
import type { Grant, Place } from './Need.ts';
import type { Grants } from './ownGrants.ts';
import { resourcesOf } from './resources.ts';
import type { TaskArgs } from './taskArgs.ts';

/** Arguments that give a part of an ARN under another name; the first that is there counts. By the variable of the ARN. */
const ALIASES: { readonly [variable: string]: readonly string[] } = {
  BucketName: ['Bucket'], ObjectName: ['Key|file'], QueueName: ['QueueUrl|queue', 'QueueName'], SecretId: ['SecretId|secret', 'Name|secret'],
  ParameterNameWithoutLeadingSlash: ['Name|noSlash', 'Names[]|noSlash', 'Path|noSlash'], FunctionName: ['FunctionName|lambda'], KeyId: ['KeyId', 'Key'],
  EventBusName: ['EventBusName', 'Entries[].EventBusName'], TopicName: ['TopicArn', 'TargetArn', 'Name'], StateMachineName: ['StateMachineArn', 'Name'],
};
/** A kind of resource that a call must name only one of, whatever IAM's list says. */
const ONE_OF = new Set(['sfn']);

/** What a call of the AWS SDK needs, as IAM lists it; null: IAM has no action that is known for it. */
export function sdkGrants(iam: IamFile, action: string, args: TaskArgs, place: Place): Grants | null {
  if (iam.prefix === null) return { grants: [], told: ['IAM does not decide on calls of this service: they carry a token of their own.'] };
  const rows = rowsOf(iam, action);
  if (rows === null) return null;
  const grants = rows.map(({ name, kinds }) => grantOf(iam, `${iam.prefix ?? ''}:${name}`, kinds, args, place));
  return { grants: [...source(iam, action, grants, args, place), ...passed(iam, action, args, place)] };
}

interface Row {
  readonly name: string;
  readonly kinds: readonly string[];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

function rowsOf({ actions = {}, named = {} }: IamFile, action: string): readonly Row[] | null {
  const others = Object.hasOwn(named, action) ? named[action] : undefined;
  if (others) return others.map((row) => ({ name: words(row)[0] ?? '', kinds: words(row).slice(1) }));
  const kinds = Object.hasOwn(actions, action) ? actions[action] : undefined;
  return kinds === undefined ? null : [{ name: upperFirst(action), kinds: words(kinds) }];
}

interface Filled {
  readonly resources: readonly string[];
  readonly notes: readonly string[];
  /** How many of its variables arguments name: all, the first at least, or none. */
  readonly named: 'whole' | 'partly' | 'not';
  readonly must: boolean;
}

/** Nothing to do about it, unlike the other notes. */
export const NO_NARROWER = 'IAM has no narrower resource for this action than *.';

/** On the resources that the arguments name; where they name none, on all of the kinds that the action knows. */
function grantOf(iam: IamFile, action: string, kinds: readonly string[], args: TaskArgs, place: Place): Grant {
  const filled = kinds.flatMap((word): Filled[] => {
    const arn = iam.resources?.[word.replace('*', '')];
    return arn === undefined ? [] : [{ ...fill(arn, args, place), must: word.endsWith('*') && !ONE_OF.has(iam.service) }];
  });
  if (filled.length === 0) return { kind: 'call', actions: [action], resources: ['*'], notes: [NO_NARROWER] };
  const best = (['whole', 'partly'] as const).find((named) => filled.some((one) => one.named === named));
  const kept = best === undefined ? filled : filled.filter(({ named, must }) => named === best || must);
  const notes = kept.flatMap((one) => (one.named !== 'not' ? one.notes : [`no argument names ${one.resources.join(', ')} whole: narrow the * where you can.`]));
  return { kind: 'call', actions: [action], resources: [...new Set(kept.flatMap(({ resources }) => resources))], notes: [...new Set(notes)] };
}

const VARIABLE = /\$\{(\w+)\}/g;
const OF_PLACE: { readonly [variable: string]: string } = { Partition: '{p}', Region: '{r}', Account: '{a}' };

/** `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}` with the arguments of a call. */
function fill(arn: string, args: TaskArgs, place: Place): Omit<Filled, 'must'> {
  const whole = wholeArn(arn, args, place);
  if (whole) return whole;
  const members: (string | null)[] = [];
  const template = arn.replace(VARIABLE, (_, variable: string) => {
    const ofPlace = Object.hasOwn(OF_PLACE, variable) ? OF_PLACE[variable] : undefined;
    if (ofPlace !== undefined) return ofPlace;
    const member = memberFor(variable, args);
    members.push(member);
    return member === null ? '*' : `{${member}}`;
  });
  const named = members.every((member) => member !== null) ? 'whole' : (members[0] ?? null) !== null ? 'partly' : 'not';
  const { resources, notes } = resourcesOf(template, args, place);
  return { resources, notes, named };
}

function memberFor(variable: string, args: TaskArgs): string | null {
  const candidates = Object.hasOwn(ALIASES, variable) ? (ALIASES[variable] ?? []) : [variable, `${variable}s[]`];
  return candidates.find((candidate) => {
    const value = args.first(candidate.split('|')[0] ?? '');
    // A key of KMS may be named by an alias, and its ARN is another one then.
    return value.kind !== 'absent' && !(variable === 'KeyId' && value.kind === 'literal' && value.text.startsWith('alias/'));
  }) ?? null;
}

/** An argument that is an ARN of this kind, as it is written. */
function wholeArn(arn: string, args: TaskArgs, place: Place): Omit<Filled, 'must'> | null {
  const like = new RegExp(`^${arn.split(VARIABLE).map((part, at) => (at % 2 === 0 ? part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&') : ANY)).join('')}$`);
  const found = args.members().filter(([, value]) => like.test(textOf(value)));
  if (found.length === 0) return null;
  const read = found.map(([, value]) => resourcesOf('{Arn}', { at: () => [value], first: () => value, members: () => [] }, place));
  return { resources: [...new Set(read.flatMap(({ resources }) => resources))], notes: read.flatMap(({ notes }) => notes), named: 'whole' };
}

/** One part of an ARN: no slash, but colons, as a version may follow. */
const ANY = '[^/]*';
const textOf = (value: Known): string => (value.kind === 'literal' ? value.text : value.kind === 'computed' && value.written.startsWith('arn:') ? value.written : '');

/** A copy reads elsewhere than it writes. */
function source(iam: IamFile, action: string, grants: readonly Grant[], args: TaskArgs, place: Place): readonly Grant[] {
  if (iam.service !== 's3' || !/^(copyObject|uploadPartCopy)$/.test(action)) return grants;
  const from = resourcesOf('arn:{p}:s3:::{CopySource|file}', args, place);
  return grants.map((grant) => (grant.actions[0] === 's3:GetObject' ? { ...grant, ...from, kind: 'data' } : grant));
}

/** Roles that the arguments hand over: IAM wants `iam:PassRole` on each. */
function passed(iam: IamFile, action: string, args: TaskArgs, place: Place): readonly Grant[] {
  if (!words(iam.passes ?? '').includes(action)) return [];
  return args.members().filter(([name, value]) => /role/i.test(name) && (value.kind === 'computed' || /^arn:[^:]+:iam::\d*:role\//.test(textOf(value)))).map(([, value]): Grant => {
    const { resources, notes } = resourcesOf('arn:{p}:iam::{a}:role/{Role}', { at: () => [value], first: () => value, members: () => [] }, place);
    return { kind: 'pass', actions: ['iam:PassRole'], resources, notes };
  });
}
