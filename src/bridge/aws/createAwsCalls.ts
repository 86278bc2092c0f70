import { setTimeout as sleep } from 'node:timers/promises';
import type { TestStateCommandInput } from '@aws-sdk/client-sfn';
import { unreachable } from '../../lib/unreachable.ts';
import type { TestStateRequest, TestStateResponse } from '../../interpreter/testStateApi.ts';
import type { AwsEvent, AwsIdentity, AwsPlace, AwsProfiles } from '../../protocol/aws.ts';
import { awsFailureFrom, isServiceRefusal, wasThrottled } from './awsFailure.ts';
import { type CallQueuePorts, createCallQueue } from './callQueue.ts';
import { readAwsFiles } from './readAwsFiles.ts';
import { createSfnClients, type SfnClientsOptions, type SfnSession } from './sfnClients.ts';

export interface AwsCalls {
  profiles(): Promise<AwsProfiles>;
  /** Whose account a call would be made in. Asks the credentials of this machine, not AWS's service. */
  identity(place: AwsPlace): Promise<AwsIdentity>;
  /** One TestState call; the last event is `answer`, `refused` or `failed`. Never rejects; says nothing more once the signal aborts. */
  testState(place: AwsPlace, request: TestStateRequest, emit: (event: AwsEvent) => void, signal: AbortSignal): Promise<void>;
}

export interface AwsCallsOptions extends SfnClientsOptions {
  /** For tests. */
  readonly ports?: CallQueuePorts;
}

const PORTS: CallQueuePorts = { sleep: (ms, signal) => sleep(ms, undefined, { signal }), random: () => Math.random() };

export function createAwsCalls(options: AwsCallsOptions): AwsCalls {
  const queue = createCallQueue(options.ports ?? PORTS);
  const clients = createSfnClients(options);
  return {
    profiles: () => readAwsFiles(),
    async identity(place) {
      const opened = await clients.open(place);
      if (!opened.ok) return { kind: 'failed', failure: opened.error };
      const { session } = opened;
      if (session.credentials === 'made-up') return { kind: 'made-up' };
      return { kind: 'own', ...(session.accountId === undefined ? {} : { accountId: session.accountId }) };
    },
    async testState(place, request, tell, signal) {
      const opened = await clients.open(place);
      const secrets = opened.ok ? opened.session.secrets : [];
      const emit = (event: AwsEvent): void => void (signal.aborted || tell(withoutSecrets(event, secrets)));
      if (!opened.ok) return emit({ type: 'failed', failure: opened.error });
      const { session } = opened;
      emit({ type: 'calling', host: session.host, credentials: session.credentials });
      const began = performance.now();
      const events = { queued: (ahead: number) => emit({ type: 'queued', ahead }), throttled: (attempt: number, waitMs: number) => emit({ type: 'throttled', attempt, waitMs }) };
      try {
        emit(await queue.run(session.lane, () => call(session, request, signal), wasThrottled, events, signal));
      } catch (error) {
        emit(lastWord(error, place, performance.now() - began));
      }
    },
  };
}

async function call({ client, TestStateCommand }: SfnSession, request: TestStateRequest, signal: AbortSignal): Promise<AwsEvent> {
  const began = performance.now();
  // The wire shape is the interface: the same members under the same names.
  const { $metadata, ...response } = await client.send(new TestStateCommand(request as TestStateCommandInput), { abortSignal: signal });
  return { type: 'answer', response: response as TestStateResponse, ...idOf($metadata.requestId), tookMs: Math.round(performance.now() - began) };
}

const idOf = (requestId: string | undefined): { readonly requestId?: string } => (requestId === undefined ? {} : { requestId });

function lastWord(error: unknown, place: AwsPlace, tookMs: number): AwsEvent {
  if (!isServiceRefusal(error)) return { type: 'failed', failure: awsFailureFrom(error, place, true) };
  const { name, message, $metadata } = error;
  return { type: 'refused', name, message, status: $metadata.httpStatusCode ?? 0, ...idOf($metadata.requestId), tookMs: Math.round(tookMs) };
}

/** Whatever a service, or somebody in its place, repeats: no credential goes on to the page, however it is spelled in JSON. */
function withoutSecrets(event: AwsEvent, secrets: readonly string[]): AwsEvent {
  const masked = (text: string): string => secrets.reduce((done, secret) => done.replaceAll(secret, '[hidden]'), text);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return masked(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [masked(name), walk(one)]));
    return value;
  };
  if (secrets.length === 0) return event;
  switch (event.type) {
    case 'queued':
    case 'throttled':
    case 'calling':
      return event;
    case 'answer':
    case 'refused':
    case 'failed':
      return walk(event) as AwsEvent; // the same shape, texts masked
    default:
      return unreachable(event);
  }
}
