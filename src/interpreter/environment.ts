import type { TaskReply } from '../http/taskReply.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';

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
  /** Milliseconds; `HeartbeatSeconds` of the state where it has one. */
  readonly heartbeatMs?: number;
}

// An HTTP task answers these from below, where nothing may import the interpreter.
export type { HttpTrace, NotPerformed, TaskReply } from '../http/taskReply.ts';

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
