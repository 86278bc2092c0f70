/** What a page and the worker that carries out a run say to each other, beside what a test needs. */
import type { Json } from '../lib/Json.ts';
import type { HistoryEvent } from '../interpreter/run/History.ts';
import type { RunOptions, RunOutcome } from '../interpreter/run/runTypes.ts';

/** A run as plain data. Tasks, mocks among them, are asked of the page. */
export interface RunOrder {
  readonly definition: Json;
  readonly input: Json;
  readonly dialect: 'studio' | 'aws';
  readonly region?: string;
  readonly options?: Pick<RunOptions, 'name' | 'roleArn' | 'type' | 'clock'>;
  /** Begins without going: `step` or `go` moves it. */
  readonly held?: boolean;
}

/** How a run ended; its events have been told already. */
export type RunEnd = { readonly [K in RunOutcome['kind']]: Omit<Extract<RunOutcome, { kind: K }>, 'history'> }[RunOutcome['kind']];

export type ToRun =
  | { readonly type: 'run'; readonly order: RunOrder }
  | { readonly type: 'go' }
  | { readonly type: 'hold' }
  | { readonly type: 'step'; readonly states: number }
  | { readonly type: 'stop-run'; readonly error?: string; readonly cause?: string }
  | { readonly type: 'redrive' }
  /** The page has read that batch of events. */
  | { readonly type: 'read' }
  | { readonly type: 'event'; readonly id: number };

export type FromRun =
  /** In the order of the history. Long payloads are cut, and marked `truncated: true`; `event` asks for the whole. */
  | { readonly type: 'events'; readonly events: readonly HistoryEvent[] }
  | { readonly type: 'event'; readonly event: HistoryEvent | null }
  /** The run waits: for the page's word, or for the real clock. Nothing is computed until `running`. */
  | { readonly type: 'waiting'; readonly for: 'word' | 'clock' }
  | { readonly type: 'running' }
  | { readonly type: 'run-ended'; readonly end: RunEnd };
