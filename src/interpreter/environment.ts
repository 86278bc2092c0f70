import type { Exchange } from '../http/exchange.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import type { InspectionData } from './testStateApi.ts';

/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

/** A task the interpreter wants performed, as data. `arguments` are evaluated `Parameters`/`Arguments`, nothing merged yet. */
export interface TaskCall {
  readonly stateName: string;
  readonly resource: string;
  readonly arguments: Json;
  readonly credentials?: JsonObject;
  /** Milliseconds; `TimeoutSeconds` of the state where it has one. */
  readonly timeoutMs?: number;
}

export type TaskReply =
  | { readonly kind: 'result'; readonly value: Json; readonly http?: HttpTrace }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string; readonly http?: HttpTrace }
  /** Our own answer, never AWS's: a person denied consent, no connection, no route. The test has no result then. */
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed };

/** `inspectionData.request` and `.response` as TRACE shows them (with and without the connection's part), and what truly went out. */
export interface HttpTrace {
  readonly request: InspectionData['request'];
  readonly requestRevealed: InspectionData['request'];
  readonly response?: InspectionData['response'];
  readonly exchange?: Exchange;
}

export interface NotPerformed {
  readonly kind: 'no-connection' | 'no-secret' | 'secret-not-allowed' | 'consent-denied' | 'needs-inside-grant' | 'refused-address' | 'no-route' | 'needs-mock' | 'stopped' | 'unsupported';
  /** A sentence with the place and the next step. */
  readonly message: string;
}

/** What the interpreter needs of the world: it decides, ports perform. */
export interface Ports {
  now(): EpochMs;
  /** Uniform in [0, 1). */
  random(): number;
  /** A fresh version-4 UUID. */
  id(): string;
  perform(call: TaskCall, signal: AbortSignal): MaybePromise<TaskReply>;
}

/** AWS's defaults stand in `limits.ts`; only benchmarks lift them. */
export interface Limits {
  readonly payloadBytes: number;
  readonly assignBytes: number;
  readonly variablesBytes: number;
  readonly jsonataTimeoutMs: number;
  readonly jsonataDepth: number;
}

export interface Environment {
  readonly ports: Ports;
  readonly limits?: Partial<Limits>;
  /** `aws`: AWS's refusals included, word for word. `studio`: no role needed, context on any state. */
  readonly dialect: 'aws' | 'studio';
  readonly region?: string;
  readonly accountId?: string;
  /** Cooperative stop. */
  readonly signal?: AbortSignal;
}
