/** What the page and its test worker say to each other: plain data only, matched by ids. */
import type { Connection } from '../http/connection.ts';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { HttpPreview, HttpPreviewRequest } from '../interpreter/previewHttpTask.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import type { SuiteSetting } from '../suite/runSavedTest.ts';
import type { SavedTest } from '../suite/suiteTypes.ts';
import type { TestResult } from '../suite/TestResult.ts';
import type { FromLive, ToLive } from './liveMessages.ts';
import type { FromRun, ToRun } from './runMessages.ts';

export interface TestOptions {
  readonly region?: string;
  readonly dialect: 'studio' | 'aws';
}

/** An HTTP task to prepare: sends nothing and knows no secret, so nothing in it must be hidden from a worker. */
export interface PreviewOrder {
  readonly request: HttpPreviewRequest;
  readonly connections: readonly Connection[];
  readonly region: string;
  /** Of the context object and `$now()`. */
  readonly nowMs: number;
}

/** A saved test with what it is run in; tasks without a mock are refused, so nothing is asked of the page. */
export interface SavedTestOrder {
  readonly test: SavedTest;
  readonly setting: Pick<SuiteSetting, 'definition' | 'type' | 'region' | 'dialect'>;
}

/** A worker runs one test at a time, so only calls need ids. */
export type ToWorker =
  | { readonly type: 'start'; readonly request: TestStateRequest; readonly options: TestOptions }
  | { readonly type: 'reply'; readonly call: number; readonly reply: TaskReply }
  | { readonly type: 'stop' }
  | { readonly type: 'preview'; readonly order: PreviewOrder }
  | { readonly type: 'saved-test'; readonly order: SavedTestOrder }
  | ToLive
  | ToRun;

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'perform'; readonly call: number; readonly task: TaskCall }
  /** The interpreter waits for that call no longer: its `TimeoutSeconds` are over, or the test was stopped. */
  | { readonly type: 'abort'; readonly call: number }
  | { readonly type: 'outcome'; readonly outcome: TestStateOutcome }
  | { readonly type: 'previewed'; readonly preview: HttpPreview }
  | { readonly type: 'saved-test-result'; readonly result: TestResult }
  | FromLive
  /** The interpreter threw: a mistake of ours. */
  | { readonly type: 'failed'; readonly message: string }
  | FromRun;

/** The part of a web worker that is used; tests run the same server without a thread. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
