/** What the other side of the wire says is checked before it is believed; both sides use these. */
import type { Phases, SendFailure, TlsFacts } from '../http/exchange.ts';
import type { Hello, SendEvent, SendRequest } from './bridge.ts';

type Members = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
/** Names and values by turns. */
const isFlatHeaders = (value: unknown): value is readonly string[] => isTexts(value) && value.length % 2 === 0;
const isAbsentOr = (is: (value: unknown) => boolean, value: unknown): boolean => value === undefined || is(value);

export const isHello = (value: unknown): value is Hello =>
  isObject(value) && value['product'] === 'asl-studio' && isCount(value['protocol']) && isText(value['version']) && isAbsentOr(isText, value['sandboxOrigin']);

export const isSendRequest = (value: unknown): value is SendRequest =>
  isObject(value) && isCount(value['protocol']) && isText(value['method']) && isText(value['url']) && isFlatHeaders(value['headers']) &&
  (value['bodyBase64'] === null || isText(value['bodyBase64'])) && isCount(value['timeoutMs']) &&
  isAbsentOr(isTexts, value['secretOrigins']) && isAbsentOr(isText, value['insideGrant']);

const PHASES: readonly (keyof Phases)[] = ['dns', 'connect', 'tls', 'sent', 'firstByte', 'end'];
const isPhases = (value: unknown): value is Phases => isObject(value) && PHASES.every((phase) => isAbsentOr(isCount, value[phase]));

const TLS_FACTS: readonly (keyof TlsFacts)[] = ['protocol', 'cipher', 'subject', 'issuer', 'validTo'];
const isTlsFacts = (value: unknown): value is TlsFacts =>
  isObject(value) && TLS_FACTS.every((fact) => isText(value[fact])) && isAbsentOr(isText, value['validFrom']);

/** A record, so that a kind added to the union and forgotten here does not compile. */
const FAILURE_KINDS: Record<SendFailure['kind'], true> = {
  'refused-address': true, 'needs-inside-grant': true, 'secret-not-allowed': true, 'consent-denied': true, 'bad-request': true, dns: true, connect: true,
  tls: true, timeout: true, reset: true, 'too-large': true, cors: true, 'no-bridge': true, stopped: true,
};

export const isSendFailure = (value: unknown): value is SendFailure =>
  isObject(value) && isText(value['kind']) && Object.hasOwn(FAILURE_KINDS, value['kind']) && isText(value['message']) && isAbsentOr(isText, value['address']);

const EVENTS: { readonly [T in SendEvent['type']]: (value: Members) => boolean } = {
  sent: (value) => isText(value['remoteAddress']) && isFlatHeaders(value['headers']),
  head: (value) =>
    isText(value['httpVersion']) && Number.isInteger(value['status']) && isText(value['statusText']) && isFlatHeaders(value['headers']) && isAbsentOr(isTlsFacts, value['tls']),
  data: (value) => isText(value['base64']),
  end: (value) => isPhases(value['phases']) && isCount(value['sizeBytes']) && typeof value['truncated'] === 'boolean',
  error: (value) => isSendFailure(value['failure']) && isPhases(value['phases']),
};

const isEventType = (type: unknown): type is SendEvent['type'] => isText(type) && Object.hasOwn(EVENTS, type);

export const isSendEvent = (value: unknown): value is SendEvent => isObject(value) && isEventType(value['type']) && EVENTS[value['type']](value);
