/** How the form edits a top-level field. `path`: a JSONPath or `null`; `count`: a number or, in JSONata, an expression. */
export type FieldKind = 'text' | 'path' | 'count' | 'json';

export interface FieldSpec {
  readonly kind: FieldKind;
  /** What the field does, in one line. */
  readonly hint: string;
  readonly placeholder?: string;
}

/** Source: asl-semantics.md sections 1.1 and 2. */
export const FIELD_SPECS: { readonly [field: string]: FieldSpec } = {
  Resource: { kind: 'text', hint: 'The ARN of what the task calls.', placeholder: 'arn:aws:states:::lambda:invoke' },
  Credentials: { kind: 'json', hint: 'The role to call the resource with, for another account.' },
  InputPath: { kind: 'path', hint: 'The part of the input that goes in. null: an empty object.', placeholder: '$' },
  Parameters: { kind: 'json', hint: 'Builds what goes in. A name that ends in .$ takes its value from a path or an intrinsic function.' },
  Arguments: { kind: 'json', hint: 'Builds what goes in, with {% expressions %}.' },
  ItemsPath: { kind: 'path', hint: 'Where the list stands in the input.', placeholder: '$.items' },
  Items: { kind: 'json', hint: 'The list to go through, or an {% expression %} that answers one.' },
  ItemSelector: { kind: 'json', hint: 'Builds the input of each item.' },
  ItemReader: { kind: 'json', hint: 'Reads the list from Amazon S3 (distributed mode).' },
  ItemBatcher: { kind: 'json', hint: 'Puts several items into one child execution (distributed mode).' },
  ResultWriter: { kind: 'json', hint: 'Writes the results to Amazon S3 (distributed mode).' },
  Label: { kind: 'text', hint: 'Names the child executions (distributed mode).' },
  MaxConcurrency: { kind: 'count', hint: 'How many items run at once. 0 or nothing: as many as possible.', placeholder: '0' },
  MaxConcurrencyPath: { kind: 'path', hint: 'Where that number stands in the input.', placeholder: '$.concurrency' },
  ToleratedFailureCount: { kind: 'count', hint: 'So many items may fail (distributed mode).', placeholder: '0' },
  ToleratedFailureCountPath: { kind: 'path', hint: 'Where that number stands in the input.', placeholder: '$.tolerated' },
  ToleratedFailurePercentage: { kind: 'count', hint: 'So many of a hundred items may fail (distributed mode).', placeholder: '0' },
  ToleratedFailurePercentagePath: { kind: 'path', hint: 'Where that number stands in the input.', placeholder: '$.tolerated' },
  Seconds: { kind: 'count', hint: 'How long to wait, in seconds.', placeholder: '5' },
  SecondsPath: { kind: 'path', hint: 'Where the number of seconds stands in the input.', placeholder: '$.seconds' },
  Timestamp: { kind: 'text', hint: 'Until when, such as 2026-01-31T08:00:00Z.', placeholder: '2026-01-31T08:00:00Z' },
  TimestampPath: { kind: 'path', hint: 'Where the time stands in the input.', placeholder: '$.until' },
  Error: { kind: 'text', hint: 'The name of the error, for those who catch it.', placeholder: 'Billing.PaymentRequired' },
  ErrorPath: { kind: 'path', hint: 'Where the name stands in the input, or an intrinsic function.', placeholder: '$.error' },
  Cause: { kind: 'text', hint: 'What a person should know about it.', placeholder: 'The card was declined' },
  CausePath: { kind: 'path', hint: 'Where the cause stands in the input, or an intrinsic function.', placeholder: '$.cause' },
  Result: { kind: 'json', hint: 'A fixed result. Paths inside it are not evaluated.' },
  ResultSelector: { kind: 'json', hint: 'Picks from the result before it is put into the input.' },
  ResultPath: { kind: 'path', hint: 'Where in the input the result is put. null: the result is dropped.', placeholder: '$' },
  OutputPath: { kind: 'path', hint: 'The part that goes on to the next state. null: an empty object.', placeholder: '$' },
  Output: { kind: 'json', hint: 'What goes on to the next state. Nothing here: the result as it is.' },
  Assign: { kind: 'json', hint: 'Variables for the states after this one, such as { "orderId": … }.' },
  TimeoutSeconds: { kind: 'count', hint: 'Fails with States.Timeout after so many seconds.', placeholder: '60' },
  TimeoutSecondsPath: { kind: 'path', hint: 'Where that number stands in the input.', placeholder: '$.timeout' },
  HeartbeatSeconds: { kind: 'count', hint: 'The longest pause between two heartbeats of the task.', placeholder: '30' },
  HeartbeatSecondsPath: { kind: 'path', hint: 'Where that number stands in the input.', placeholder: '$.heartbeat' },
  Retry: { kind: 'json', hint: 'Which errors are tried again, how often and how far apart. The first that matches counts.' },
  Catch: { kind: 'json', hint: 'Where errors lead that are not retried. The first that matches counts.' },
};
