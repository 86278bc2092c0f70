import type { HostMapping } from '../http/hostMapping.ts';
import type { InspectionLevel, Mock } from '../interpreter/testStateApi.ts';
import { objectOf, type Json } from '../lib/Json.ts';
import { type Conditions, type DefinitionDraft, emptySidecar, type MockHttp, type MockReply, type Sidecar, type StateMock } from './sidecar.ts';

/**
 * Reads a sidecar that was stored or came with a document: a stranger may have written it. What is not understood is left out;
 * what is understood is copied member by member, so nothing else rides along.
 */
export function sidecarFrom(read: unknown): Sidecar {
  if (!isRecord(read) || read['version'] !== 1) return emptySidecar;
  return {
    version: 1,
    inputs: table(read['inputs'], textFrom),
    variables: table(read['variables'], textFrom),
    contexts: table(read['contexts'], textFrom),
    mocks: table(read['mocks'], stateMockFrom),
    // Earlier drafts kept the attempt with the mock.
    conditions: { ...table(read['mocks'], attemptFrom), ...table(read['conditions'], conditionsFrom) },
    definitions: table(read['definitions'], draftFrom),
    inspectionLevels: table(read['inspectionLevels'], levelFrom),
    substitutions: table(read['substitutions'], textFrom),
    hostMappings: Array.isArray(read['hostMappings']) ? read['hostMappings'].flatMap(mappingFrom) : [],
    folded: table(read['folded'], (value) => (value === true ? true : null)),
    ...(typeof read['tests'] === 'string' ? { tests: read['tests'] } : {}),
  };
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own members only, under any name, `__proto__` included. */
function table<T>(read: unknown, from: (value: unknown) => T | null): { readonly [state: string]: T } {
  if (!isRecord(read)) return {};
  const entries = Object.entries(read).flatMap(([state, value]) => {
    const understood = from(value);
    return understood === null ? [] : [[state, understood as Json] as const];
  });
  return objectOf(entries) as { readonly [state: string]: T }; // Every value passed through `from`.
}

const textFrom = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const LEVELS: readonly InspectionLevel[] = ['INFO', 'DEBUG', 'TRACE'];
const levelFrom = (value: unknown): InspectionLevel | null => LEVELS.find((level) => level === value) ?? null;

function stateMockFrom(value: unknown): StateMock | null {
  if (!isRecord(value) || !isRecord(value['mock'])) return null;
  const then = Array.isArray(value['then']) ? value['then'].filter(isRecord).map(replyFrom) : [];
  return { enabled: value['enabled'] === true, mock: replyFrom(value['mock']), ...(then.length > 0 ? { then } : {}) };
}

function attemptFrom(mock: unknown): Conditions | null {
  if (!isRecord(mock) || !Array.isArray(mock['then'])) return null;
  const { attempt, then } = mock;
  return isCount(attempt) && attempt > 0 && attempt <= then.length ? { retrierRetryCount: attempt } : null;
}

function conditionsFrom(value: unknown): Conditions | null {
  if (!isRecord(value)) return null;
  const { retrierRetryCount, errorCausedByState, mapIterationFailureCount, mapItemReaderData } = value;
  return {
    ...(isCount(retrierRetryCount) ? { retrierRetryCount } : {}),
    ...(typeof errorCausedByState === 'string' ? { errorCausedByState } : {}),
    ...(isCount(mapIterationFailureCount) ? { mapIterationFailureCount } : {}),
    ...(typeof mapItemReaderData === 'string' ? { mapItemReaderData } : {}),
  };
}

const draftFrom = (value: unknown): DefinitionDraft | null =>
  (isRecord(value) && typeof value['text'] === 'string' && typeof value['base'] === 'string' ? { text: value['text'], base: value['base'] } : null);

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

function replyFrom(read: { readonly [key: string]: unknown }): MockReply {
  const http = isRecord(read['http']) ? httpFrom(read['http']) : null;
  const { latencyMs } = read;
  return { ...mockFrom(read), ...(http === null ? {} : { http }), ...(isCount(latencyMs) ? { latencyMs } : {}) };
}

function httpFrom({ status, headers, body }: { readonly [key: string]: unknown }): MockHttp | null {
  if (!isCount(status)) return null;
  const read = Array.isArray(headers) ? headers.filter(isRecord).flatMap(({ name, value }) => (typeof name === 'string' && typeof value === 'string' ? [{ name, value }] : [])) : [];
  return { status, ...(read.length > 0 ? { headers: read } : {}), ...(typeof body === 'string' ? { body } : {}) };
}

const MODES = ['STRICT', 'PRESENT', 'NONE'] as const;

function mockFrom(read: { readonly [key: string]: unknown }): Mock {
  const { result, errorOutput, fieldValidationMode } = read;
  const mode = MODES.find((known) => known === fieldValidationMode);
  return {
    ...(typeof result === 'string' ? { result } : {}),
    ...(isRecord(errorOutput) ? { errorOutput: errorOutputFrom(errorOutput) } : {}),
    ...(mode === undefined ? {} : { fieldValidationMode: mode }),
  };
}

const errorOutputFrom = ({ error, cause }: { readonly [key: string]: unknown }): NonNullable<Mock['errorOutput']> => ({
  ...(typeof error === 'string' ? { error } : {}),
  ...(typeof cause === 'string' ? { cause } : {}),
});

function mappingFrom(value: unknown): readonly HostMapping[] {
  if (!isRecord(value) || typeof value['from'] !== 'string' || typeof value['to'] !== 'string') return [];
  return [{ from: value['from'], to: value['to'] }];
}
