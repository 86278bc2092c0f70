import type { Json, JsonObject } from '../../lib/Json.ts';
import type { EpochMs, NotPerformed, TaskCall, TaskReply } from '../environment.ts';
import type { HistoryEvent } from './History.ts';

/** `submitted`: what the service said at once, for `.sync` and `.waitForTaskToken`. `never`: no answer comes; a timeout must end it. */
export type RunReply = (TaskReply & { readonly submitted?: Json }) | { readonly kind: 'never'; readonly submitted?: Json };

export interface RunOptions {
  readonly name?: string;
  readonly executionArn?: string;
  readonly stateMachineArn?: string;
  readonly roleArn?: string;
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** Answers instead of the port; undefined: the port is asked. */
  readonly answer?: (call: TaskCall) => RunReply | undefined;
  /** Variables that exist at the start: those of the state around an inner machine. */
  readonly variables?: JsonObject;
  /** The context object around an inner machine; `State` is each state's own. */
  readonly context?: JsonObject;
  /** Off, no events are kept: faster, and the outcome is the same. */
  readonly history?: boolean;
  /** AWS has changed how it chains some events; a recording is compared as of its day. Default: today's way. */
  readonly asOf?: EpochMs;
  /** `real`: waits, retries and timeouts take their time (needs `ports.pause`). Default: virtual. */
  readonly clock?: 'virtual' | 'real';
  /** AWS's limit is 25,000 events. */
  readonly maxEvents?: number;
}

export interface RedriveStatus {
  readonly redriveCount: number;
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE';
  readonly redriveStatusReason?: string;
}

export type RunOutcome =
  | {
      readonly kind: 'ended';
      readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
      /** JSON text. */
      readonly output?: string;
      readonly error?: string;
      readonly cause?: string;
      readonly history: readonly HistoryEvent[];
    }
  /** A task was not carried out for a reason of ours; the run stops there. */
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed; readonly history: readonly HistoryEvent[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unsupported'; readonly message: string };
