/** What the other side of the wire says about AWS is checked before it is believed; both sides use these. */
import type { AwsEvent, AwsFailure, AwsIdentity, AwsIdentityRequest, AwsPlace, AwsProfiles, AwsTestRequest } from './aws.ts';

type Members = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isAbsentOr = (is: (value: unknown) => boolean, value: unknown): boolean => value === undefined || is(value);
const isOneOf = (known: readonly string[]) => (value: unknown): boolean => isText(value) && known.includes(value);

/** A profile is a name in a file: no line end, no bracket. A region becomes part of a host name. */
const isProfileName = (value: unknown): boolean => isText(value) && /^[^\r\n[\]]{1,128}$/.test(value);
const isRegion = (value: unknown): boolean => isText(value) && /^[a-z][a-z0-9-]{1,40}$/.test(value);

const isAwsPlace = (value: unknown): value is AwsPlace =>
  isObject(value) && isAbsentOr(isProfileName, value['profile']) && isRegion(value['region']) && isAbsentOr(isText, value['endpoint']) && isAbsentOr(isText, value['insideGrant']);

export const isAwsIdentityRequest = (value: unknown): value is AwsIdentityRequest => isObject(value) && isCount(value['protocol']) && isAwsPlace(value['place']);

const TEXTS = ['definition', 'roleArn', 'input', 'inspectionLevel', 'variables', 'stateName', 'context'];
/** AWS says itself what it does not take; this is only that the members have their types. */
const isRequest = (value: unknown): boolean =>
  isObject(value) && isText(value['definition']) && TEXTS.every((name) => isAbsentOr(isText, value[name])) && isAbsentOr((one) => typeof one === 'boolean', value['revealSecrets']) &&
  isAbsentOr(isObject, value['mock']) && isAbsentOr(isObject, value['stateConfiguration']);

export const isAwsTestRequest = (value: unknown): value is AwsTestRequest => isAwsIdentityRequest(value) && isRequest((value as unknown as Members)['request']); // guards narrow a copy of what it is

const isProfile = (value: unknown): boolean => isObject(value) && isText(value['name']) && isAbsentOr(isText, value['region']) && isOneOf(['keys', 'sso', 'role', 'process', 'other'])(value['by']);

export const isAwsProfiles = (value: unknown): value is AwsProfiles =>
  isObject(value) && Array.isArray(value['profiles']) && value['profiles'].every(isProfile) && Array.isArray(value['roles']) && value['roles'].every(isText) &&
  isObject(value['environment']) && typeof value['environment']['credentials'] === 'boolean' && isAbsentOr(isText, value['environment']['profile']) && isAbsentOr(isText, value['environment']['region']);

/** A record, so that a kind added to the union and forgotten here does not compile. */
const FAILURES: Record<AwsFailure['kind'], true> = { credentials: true, 'not-signed': true, 'bad-request': true, 'refused-address': true, 'needs-inside-grant': true, unreachable: true, timeout: true };
const isFailure = (value: unknown): value is AwsFailure => isObject(value) && isOneOf(Object.keys(FAILURES))(value['kind']) && isText(value['message']) && isAbsentOr(isText, value['address']);

export const isAwsIdentity = (value: unknown): value is AwsIdentity =>
  isObject(value) && (value['kind'] === 'made-up' || (value['kind'] === 'own' && isAbsentOr(isText, value['accountId'])) || (value['kind'] === 'failed' && isFailure(value['failure'])));

const isResponse = (value: unknown): boolean =>
  isObject(value) && isOneOf(['SUCCEEDED', 'FAILED', 'RETRIABLE', 'CAUGHT_ERROR'])(value['status']) && ['output', 'error', 'cause', 'nextState'].every((name) => isAbsentOr(isText, value[name])) && isAbsentOr(isObject, value['inspectionData']);

const EVENTS: { readonly [T in AwsEvent['type']]: (value: Members) => boolean } = {
  queued: (value) => isCount(value['ahead']),
  throttled: (value) => isCount(value['attempt']) && isCount(value['waitMs']),
  calling: (value) => isText(value['host']) && isOneOf(['own', 'made-up'])(value['credentials']),
  answer: (value) => isResponse(value['response']) && isAbsentOr(isText, value['requestId']) && isCount(value['tookMs']),
  refused: (value) => isText(value['name']) && isText(value['message']) && isCount(value['status']) && isAbsentOr(isText, value['requestId']) && isCount(value['tookMs']),
  failed: (value) => isFailure(value['failure']),
};
const isEventType = (type: unknown): type is AwsEvent['type'] => isText(type) && Object.hasOwn(EVENTS, type);

export const isAwsEvent = (value: unknown): value is AwsEvent => isObject(value) && isEventType(value['type']) && EVENTS[value['type']](value);
