import { partitionOf } from '../lib/awsPartition.ts';
import { matches, patternWith, type VariableValue } from './wildcard.ts';

/** `arn:partition:service:region:account:resource`; the resource may hold colons. Null: no ARN. */
export function arnParts(text: string): readonly string[] | null {
  const parts = text.split(':');
  return parts[0] === 'arn' && parts.length >= 6 ? [...parts.slice(0, 5), parts.slice(5).join(':')] : null;
}

/** Each of the six parts is matched by itself; missing parts at the end count as `*`. Source: IAM User Guide, "Resource" and "ArnLike". */
export function matchesArn(pattern: string, arn: string, value: VariableValue | null): boolean {
  const all = pattern === '*';
  const parts = arnParts(arn);
  if (all || parts === null) return all;
  const given = partsOfPattern(pattern);
  return parts.every((part, at) => {
    const compiled = patternWith(given[at] ?? '*', true, value);
    return compiled !== null && matches(compiled, part);
  });
}

/** Colons inside `${aws:username}` do not part anything, and the resource may hold some. */
function partsOfPattern(pattern: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < pattern.length && parts.length < 5; at++) {
    if (pattern.startsWith('${', at)) {
      const close = pattern.indexOf('}', at);
      at = close < 0 ? at : close;
    } else if (pattern[at] === ':') {
      parts.push(pattern.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, pattern.slice(from)];
}

export interface ConnectionPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

/** Where a connection lies; null where the text is no connection's ARN. */
export function connectionPlace(arn: string): ConnectionPlace | null {
  const [, partition = '', service, region = '', account = '', resource = ''] = arnParts(arn) ?? [];
  const name = /^connection\/([^/]+)(?:\/|$)/.exec(resource)?.[1];
  return service === 'events' && name !== undefined ? { partition, region, account, name } : null;
}

/** The secrets of one connection: EventBridge adds an id that only AWS knows. Source: http-task.md sections 8 and 9.1. */
export function secretsOf(connectionArn: string): string {
  const place = connectionPlace(connectionArn);
  if (place === null) return 'arn:aws:secretsmanager:*:*:secret:events!connection/*';
  return `arn:${place.partition}:secretsmanager:${place.region}:${place.account}:secret:events!connection/${place.name}/*`;
}

/** The account of the context object that a test makes up. */
export const PLACEHOLDER_ACCOUNT = '123456789012';

/** The ARN that stands for a state machine until it has one. */
export const placeholderMachineArn = (name: string, region: string, account = PLACEHOLDER_ACCOUNT): string =>
  `arn:${partitionOf(region)}:states:${region}:${account}:stateMachine:${machineName(name)}`;

const machineName = (text: string): string => text.trim().replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'MyStateMachine';

export const isMachineArn = (text: string): boolean => /^arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:stateMachine:[\w-]{1,80}$/.test(text);
export const isRoleArn = (text: string): boolean => /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(text);
