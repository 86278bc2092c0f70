/** The TestState API of AWS Step Functions, as on the wire: JSON text in string fields. Source: test-state.md sections 1, 3, 4. */
export type InspectionLevel = 'INFO' | 'DEBUG' | 'TRACE';

export interface TestStateRequest {
  readonly definition: string;
  readonly roleArn?: string;
  readonly input?: string;
  readonly inspectionLevel?: InspectionLevel;
  readonly revealSecrets?: boolean;
  readonly variables?: string;
  readonly stateName?: string;
  readonly mock?: Mock;
  readonly context?: string;
  readonly stateConfiguration?: StateConfiguration;
}

export interface Mock {
  readonly result?: string;
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  readonly fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE';
}

export interface StateConfiguration {
  readonly retrierRetryCount?: number;
  readonly errorCausedByState?: string;
  readonly mapIterationFailureCount?: number;
  readonly mapItemReaderData?: string;
}

export type TestStatus = 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';

export interface TestStateResponse {
  readonly status: TestStatus;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData?: InspectionData;
}

export interface InspectionData {
  readonly input?: string;
  readonly afterArguments?: string;
  readonly afterInputPath?: string;
  readonly afterParameters?: string;
  readonly result?: string;
  readonly afterResultSelector?: string;
  readonly afterResultPath?: string;
  readonly afterItemsPath?: string;
  readonly afterItemSelector?: string;
  readonly afterItemBatcher?: string;
  readonly afterItemsPointer?: string;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
  readonly maxConcurrency?: number;
  readonly variables?: string;
  readonly errorDetails?: { readonly catchIndex?: number; readonly retryIndex?: number; readonly retryBackoffIntervalSeconds?: number };
  readonly request?: { readonly protocol?: string; readonly method?: string; readonly url?: string; readonly headers?: string; readonly body?: string };
  readonly response?: { readonly protocol?: string; readonly statusCode?: string; readonly statusMessage?: string; readonly headers?: string; readonly body?: string };
}

/** The API's own refusals: the request, not the state, is wrong. `message` is AWS's text word for word. */
export interface TestStateException {
  readonly name: 'InvalidArn' | 'InvalidDefinition' | 'InvalidExecutionInput' | 'ValidationException' | 'AccessDeniedException';
  readonly message: string;
}
