import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { AWS_PATHS, type AwsEvent, type AwsIdentity, type AwsPlace, type AwsProfiles } from '../protocol/aws.ts';
import { isAwsEvent, isAwsIdentity, isAwsProfiles } from '../protocol/awsGuards.ts';
import { PROTOCOL_VERSION, TOKEN_HEADER } from '../protocol/bridge.ts';
import { lineSplitter, parseLine } from '../protocol/ndjson.ts';

/** What came of a test on AWS, in the shape of every other test, and what only a call has. */
export interface AwsTested {
  readonly outcome: TestStateOutcome;
  /** What AWS's support asks for. */
  readonly requestId?: string;
  readonly tookMs?: number;
  /** The endpoint is an internal address that wants the person's permission. */
  readonly needsInsideGrant?: true;
}

/** Calls of AWS over the bridge. Credentials never come this way. */
export interface AwsClient {
  profiles(): Promise<Result<AwsProfiles, string>>;
  identity(place: AwsPlace): Promise<Result<AwsIdentity, string>>;
  /** One call; `watch` hears that it waits, or waits again. Settles when stopped, too. */
  testState(place: AwsPlace, request: TestStateRequest, signal: AbortSignal, watch?: (event: AwsEvent) => void): Promise<AwsTested>;
}

export interface AwsClientDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Origin of the page that the bridge serves. */
  readonly origin: string;
  readonly token: () => string | null;
}

const NO_BRIDGE = 'Tests on AWS go through the bridge, and it does not answer. Start it with npm start in the folder of ASL Studio.';
const NO_TOKEN = 'Tests on AWS go through the bridge, and this page was opened without its key. Open the URL that npm start prints.';
const BROKEN_OFF = 'The bridge stopped before AWS had answered, so it is not known whether the test ran. Start it again with npm start; look at what the task calls before you test once more.';

export function createAwsClient({ fetch, origin, token }: AwsClientDeps): AwsClient {
  const call = async (path: string, body: object | null, signal?: AbortSignal): Promise<Result<Response, string>> => {
    const key = token();
    if (key === null) return err(NO_TOKEN);
    const sent = body === null ? { method: 'GET' } : { method: 'POST', body: JSON.stringify({ protocol: PROTOCOL_VERSION, ...body }) };
    try {
      const response = await fetch(origin + path, {
        ...sent, cache: 'no-store', credentials: 'omit', redirect: 'error', headers: { 'content-type': 'application/json', [TOKEN_HEADER]: key }, ...(signal === undefined ? {} : { signal }),
      });
      return response.status === 200 ? ok(response) : err(await refusalOf(response));
    } catch {
      return err(NO_BRIDGE);
    }
  };
  const asked = async <T>(path: string, body: object | null, is: (value: unknown) => value is T): Promise<Result<T, string>> => {
    const response = await call(path, body);
    if (!response.ok) return response;
    const value: unknown = await response.value.json().catch(() => null);
    return is(value) ? ok(value) : err('The bridge answered something that this page does not understand. Reload the page.');
  };
  return {
    profiles: () => asked(AWS_PATHS.profiles, null, isAwsProfiles),
    identity: (place) => asked(AWS_PATHS.identity, { place }, isAwsIdentity),
    async testState(place, request, signal, watch = () => {}) {
      if (signal.aborted) return stopped('Stopped before AWS was called.');
      const response = await call(AWS_PATHS.testState, { place, request }, signal);
      if (!response.ok) return signal.aborted ? stopped('Stopped. AWS may have run the test all the same.') : notPerformed('no-route', response.error);
      try {
        return (await lastEvent(response.value.body, watch)) ?? notPerformed('stopped', BROKEN_OFF);
      } catch {
        return signal.aborted ? stopped('Stopped. AWS may have run the test all the same.') : notPerformed('stopped', BROKEN_OFF);
      }
    },
  };
}

async function refusalOf(response: Response): Promise<string> {
  if (response.status === 401) return 'The bridge refused the key of this page. Open the URL that npm start prints, which carries the right one.';
  if (response.status === 404) return 'The bridge is older than this page. Stop npm start with Ctrl-C and start it again.';
  const body: unknown = await response.json().catch(() => null);
  const said = typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string' ? body.error : `It answered ${response.status}.`;
  return `The bridge did not take the test: ${said}`;
}

/** Null: the stream ended without a last word. */
async function lastEvent(body: ReadableStream<Uint8Array> | null, watch: (event: AwsEvent) => void): Promise<AwsTested | null> {
  const lines = lineSplitter();
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) return null;
      for (const line of lines.push(decoder.decode(piece.value, { stream: true }))) {
        const event = parseLine(line);
        if (!isAwsEvent(event)) return null;
        watch(event);
        const tested = testedFrom(event);
        if (tested !== null) return tested;
      }
    }
  } finally {
    reader?.cancel().catch(() => undefined);
  }
}

function testedFrom(event: AwsEvent): AwsTested | null {
  switch (event.type) {
    case 'queued':
    case 'throttled':
    case 'calling':
      return null;
    case 'answer':
      return { outcome: { kind: 'answered', response: event.response, extras: {} }, ...facts(event) };
    case 'refused':
      return { ...refused(event), ...facts(event) };
    case 'failed': {
      const { kind, message } = event.failure;
      return { ...notPerformed(kind === 'needs-inside-grant' || kind === 'refused-address' ? kind : 'no-route', message), ...(kind === 'needs-inside-grant' ? { needsInsideGrant: true } : {}) };
    }
  }
}

const facts = ({ requestId, tookMs }: Extract<AwsEvent, { type: 'answer' | 'refused' }>): Pick<AwsTested, 'requestId' | 'tookMs'> => ({ tookMs, ...(requestId === undefined ? {} : { requestId }) });

const API_EXCEPTIONS = ['InvalidArn', 'InvalidDefinition', 'InvalidExecutionInput', 'ValidationException', 'AccessDeniedException'] as const;

/** What the API says of a request is a refusal as everywhere; what the service says of itself (throttled, ended, no such key) is no word about the state. */
function refused({ name, message }: Extract<AwsEvent, { type: 'refused' }>): AwsTested {
  const known = API_EXCEPTIONS.find((one) => one === name);
  return known === undefined ? notPerformed('no-route', `AWS did not run the test. ${name}: ${message}`) : { outcome: { kind: 'refused', exception: { name: known, message } } };
}

const notPerformed = (kind: 'no-route' | 'stopped' | 'needs-inside-grant' | 'refused-address', message: string): AwsTested => ({ outcome: { kind: 'not-performed', reason: { kind, message }, partial: undefined } });
const stopped = (message: string): AwsTested => notPerformed('stopped', message);
