import type { QueryLanguage } from '../../asl/names.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';

/** Plain JSON of a definition whose shape `validateSchema` has proved; only evaluation reads it. */
interface Common {
  readonly QueryLanguage?: QueryLanguage;
  readonly Comment?: string;
}
interface Onward {
  readonly Next?: string;
  readonly End?: boolean;
}
interface Paths {
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
}
interface Results {
  readonly ResultSelector?: JsonObject;
  readonly ResultPath?: string | null;
}
interface Leaves {
  readonly Output?: Json;
  readonly Assign?: JsonObject | string;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}
export interface Catcher extends Leaves {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: string | null;
}
export interface Handlers {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface PassState extends Common, Onward, Paths, Leaves {
  readonly Type: 'Pass';
  readonly Parameters?: Json;
  readonly Result?: Json;
  readonly ResultPath?: string | null;
}
export interface TaskState extends Common, Onward, Paths, Results, Leaves, Handlers {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly Credentials?: JsonObject;
  readonly TimeoutSeconds?: number | string;
  readonly TimeoutSecondsPath?: string;
  readonly HeartbeatSeconds?: number | string;
  readonly HeartbeatSecondsPath?: string;
}
export interface ChoiceRule extends Leaves {
  readonly Next?: string;
  readonly Condition?: boolean | string;
  readonly Variable?: string;
  readonly And?: readonly ChoiceRule[];
  readonly Or?: readonly ChoiceRule[];
  readonly Not?: ChoiceRule;
  readonly [operator: string]: unknown;
}
export interface ChoiceState extends Common, Paths, Leaves {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}
export interface WaitState extends Common, Onward, Paths, Leaves {
  readonly Type: 'Wait';
  readonly Seconds?: number | string;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
}
export interface SucceedState extends Common, Paths, Leaves {
  readonly Type: 'Succeed';
}
export interface FailState extends Common {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly ErrorPath?: string;
  readonly Cause?: string;
  readonly CausePath?: string;
}
export interface ParallelState extends Common, Onward, Paths, Results, Leaves, Handlers {
  readonly Type: 'Parallel';
  readonly Branches: readonly Machine[];
  readonly Parameters?: Json;
  readonly Arguments?: Json;
}
export interface MapState extends Common, Onward, Paths, Results, Leaves, Handlers {
  readonly Type: 'Map';
  readonly ItemProcessor?: Processor;
  readonly Iterator?: Processor;
  readonly Items?: Json;
  readonly ItemsPath?: string | null;
  readonly ItemSelector?: Json;
  readonly Parameters?: Json;
  readonly ItemReader?: { readonly Resource: string; readonly ReaderConfig?: JsonObject; readonly Parameters?: Json; readonly Arguments?: Json };
  readonly ItemBatcher?: JsonObject;
  readonly ResultWriter?: JsonObject;
  readonly MaxConcurrency?: number | string;
  readonly MaxConcurrencyPath?: string;
  readonly ToleratedFailureCount?: number | string;
  readonly ToleratedFailureCountPath?: string;
  readonly ToleratedFailurePercentage?: number | string;
  readonly ToleratedFailurePercentagePath?: string;
  readonly Label?: string;
}

export type State = PassState | TaskState | ChoiceState | WaitState | SucceedState | FailState | ParallelState | MapState;
export type StateByType = { readonly [T in State['Type']]: Extract<State, { readonly Type: T }> };

export interface Machine {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
  readonly QueryLanguage?: QueryLanguage;
  readonly TimeoutSeconds?: number;
}
export interface Processor extends Machine {
  readonly ProcessorConfig?: { readonly Mode?: 'INLINE' | 'DISTRIBUTED'; readonly ExecutionType?: 'STANDARD' | 'EXPRESS' };
}

/** The state's own language, else that of the whole machine, else JSONPath. A Map's language does not reach into its processor. */
export const languageOf = (state: Common, machine: { readonly QueryLanguage?: QueryLanguage }): QueryLanguage =>
  state.QueryLanguage ?? machine.QueryLanguage ?? 'JSONPath';

export const onward = (state: Onward): string | null => state.Next ?? null;
