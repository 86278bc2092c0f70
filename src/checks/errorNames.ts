/** Error names that Step Functions itself may give. Source: asl-semantics.md section 7, and the Amazon States Language specification. */
export const STATES_ERRORS: readonly string[] = [
  'States.ALL', 'States.DataLimitExceeded', 'States.ExceedToleratedFailureThreshold', 'States.HeartbeatTimeout', 'States.Http.Socket', 'States.Http.AccessDenied',
  'States.ItemReaderFailed', 'States.Permissions', 'States.QueryEvaluationError', 'States.ResultWriterFailed', 'States.Runtime', 'States.TaskFailed', 'States.Timeout',
  'States.ReferencePathConflict', 'States.ParameterPathFailure', 'States.IntrinsicFailure', 'States.NoChoiceMatched', 'States.ResultPathMatchFailure', 'States.BranchFailed',
];
