/** Stored data is believed only after a look at every part of it: a grant or an allowed origin decides what may leave. */
import type { StateName } from '../asl/names.ts';
import type { Authorization, Connection, ConnectionParameter, HttpParameters } from '../http/connection.ts';
import type { Grant } from '../http/grants.ts';
import type { SentEntry } from './consent.ts';
import type { Settings, TestRole, WorkflowSettings } from './settings.ts';

type Members = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isAbsentOr = (is: (value: unknown) => boolean, value: unknown): boolean => value === undefined || is(value);

const listOf = <T>(is: (value: unknown) => value is T) => (data: unknown): readonly T[] | null => (Array.isArray(data) && data.every(is) ? data : null);

const isParameter = (value: unknown): value is ConnectionParameter => isObject(value) && isText(value['key']) && typeof value['isSecret'] === 'boolean' && isAbsentOr(isText, value['value']);
const isParameters = (value: unknown): value is HttpParameters =>
  isObject(value) && (['header', 'query', 'body'] as const).every((kind) => listOf(isParameter)(value[kind]) !== null);

function isAuthorization(value: unknown): value is Authorization {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'BASIC':
      return isText(value['username']);
    case 'API_KEY':
      return isText(value['apiKeyName']);
    case 'OAUTH_CLIENT_CREDENTIALS':
      return isText(value['clientId']) && isText(value['endpoint']) && ['GET', 'POST', 'PUT'].some((method) => method === value['method']) && isParameters(value['parameters']);
    default:
      return false;
  }
}

const isConnection = (value: unknown): value is Connection =>
  isObject(value) && isText(value['arn']) && isText(value['name']) && isAuthorization(value['authorization']) && isParameters(value['parameters']) &&
  isTexts(value['allowedOrigins']) && typeof value['madeUp'] === 'boolean' && isAbsentOr((sample) => sample === true, value['sample']);

const isToken = (value: unknown): boolean => value === 'token';
const KEY_PARTS = ['workflow', 'origin', 'sentTo', 'connection', 'method'] as const;
const isGrant = (value: unknown): value is Grant => {
  if (!isObject(value) || (value['kind'] !== 'always' && value['kind'] !== 'once') || !isAbsentOr(isText, value['insideAddress'])) return false;
  const key = value['key'];
  return isObject(key) && KEY_PARTS.every((part) => isText(key[part])) && isAbsentOr(isToken, key['purpose']);
};

const SENT_TEXTS = ['id', 'workflow', 'state', 'method', 'url', 'sentTo', 'connection'] as const;
const isSent = (value: unknown): value is SentEntry & { readonly state: StateName } =>
  isObject(value) && SENT_TEXTS.every((part) => isText(value[part])) && typeof value['at'] === 'number' && typeof value['bytes'] === 'number' &&
  (value['status'] === null || typeof value['status'] === 'number') && isAbsentOr(isText, value['failure']) && isAbsentOr((purpose) => isToken(purpose) || purpose === 'aws', value['purpose']);

export const readConnections = listOf(isConnection);
export const readGrants = listOf(isGrant);
export const readSent = listOf(isSent);

const isRole = (value: unknown): value is TestRole => isObject(value) && isText(value['name']) && isText(value['policies']) && typeof value['on'] === 'boolean';
const isArns = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isWorkflow = (value: unknown): value is WorkflowSettings =>
  isObject(value) && isAbsentOr(isRole, value['role']) && isAbsentOr(isText, value['stateMachineArn']) && isAbsentOr(isArns, value['arns']) &&
  isAbsentOr(isFlag, value['logging']) && isAbsentOr(isFlag, value['tracing']);
const isSettings = (value: unknown): value is Settings => isObject(value) && isText(value['region']) && isObject(value['workflows']) && Object.values(value['workflows']).every(isWorkflow);

export const readSettings = (data: unknown): Settings | null => (isSettings(data) ? data : null);
