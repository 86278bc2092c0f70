import type { Shape } from '../catalog/Shape.ts';
import type { NotPerformed, TaskReply } from '../http/taskReply.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';

/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

/** A task the interpreter wants performed, as data. `arguments` are evaluated `Parameters`/`Arguments`, nothing merged yet. */
export interface TaskCall {
  readonly stateName: string;
  readonly resource: string;
  readonly arguments: Json;
  /** The field that `arguments` came from. */
  readonly field?: 'Parameters' | 'Arguments';
  readonly credentials?: JsonObject;
  /** Milliseconds; `TimeoutSeconds` of the state where it has one. */
  readonly timeoutMs?: number;
  /** Milliseconds; `HeartbeatSeconds` of the state where it has one. */
  readonly heartbeatMs?: number;
}

// An HTTP task answers these from below, where nothing may import the interpreter.
export type { HttpTrace, NotPerformed, TaskReply } from '../http/taskReply.ts';

/** What a Map's ItemReader wants read, or its ResultWriter written. */
export interface DataCall {
  readonly stateName: string;
  /** `arn:aws:states:::s3:getObject`, `…:listObjectsV2`, `…:putObject`. */
  readonly resource: string;
  /** Evaluated `Parameters`/`Arguments`: Bucket, Key or Prefix. */
  readonly arguments: JsonObject;
  /** What to write. */
  readonly body?: string;
}

export type DataReply =
  /** getObject, unpacked by the port. */
  | { readonly kind: 'text'; readonly text: string }
  /** getObject as it lies in the bucket; gzip is unpacked here. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** listObjectsV2, all pages: `{Etag, Key, LastModified, Size, StorageClass}` each. */
  | { readonly kind: 'objects'; readonly objects: readonly Json[] }
  /** The items themselves, for whoever stands in for the data. */
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'done' }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed };

/** What the interpreter needs of the world: it decides, ports perform. */
export interface Ports {
  now(): EpochMs;
  /** Uniform in [0, 1). */
  random(): number;
  /** A fresh version-4 UUID. */
  id(): string;
  perform(call: TaskCall, signal: AbortSignal): MaybePromise<TaskReply>;
  /** Absent: a Map that reads items or writes results stops the run, and says so. */
  data?(call: DataCall, signal: AbortSignal): MaybePromise<DataReply>;
  /** Resolves after so many real milliseconds; 0: as soon as the host has heard what others say. Absent: a run gives no way until it waits for a reply. */
  pause?(ms: number): Promise<void>;
  /** A task token; absent: an `id`. */
  token?(): string;
}

/** AWS's defaults stand in `limits.ts`; only benchmarks lift them. */
export interface Limits {
  readonly payloadBytes: number;
  readonly assignBytes: number;
  readonly variablesBytes: number;
  readonly jsonataTimeoutMs: number;
  readonly jsonataDepth: number;
  readonly historyEvents: number;
}

/** A way that a state took: entered; a Choice by one of its rules or by `Default`; a failure that a retrier or catcher took on. */
export type WayTaken =
  | { readonly kind: 'entered'; readonly state: string }
  | { readonly kind: 'rule'; readonly state: string; readonly index: number | 'default' }
  | { readonly kind: 'retry' | 'catch'; readonly state: string; readonly index: number };

export interface Environment {
  readonly ports: Ports;
  readonly limits?: Partial<Limits>;
  /** `aws`: AWS's refusals included, word for word. `studio`: no role needed, context on any state. */
  readonly dialect: 'aws' | 'studio';
  readonly region?: string;
  readonly accountId?: string;
  /**
   * What AWS would check a mocked result of this task against (`catalog/createCatalogReader.ts`), by its `Resource`. Undefined: not known, and
   * the studio says that it did not check.
   */
  readonly responseShape?: (resource: string) => MaybePromise<Shape | undefined>;
  /** Told of each way taken, inside Map and Parallel too: the events of a run do not say which rule it was. */
  readonly watch?: (way: WayTaken) => void;
  /** Cooperative stop. */
  readonly signal?: AbortSignal;
}
