import { ownErrors } from '../../catalog/optimized.ts';

/** Source: asl-semantics.md section 7 and integrations.md section 6. */
export const ERROR_NOTES: { readonly [name: string]: string } = {
  'States.ALL': 'Every error but States.Runtime. Stands alone, in the last entry.',
  'States.TaskFailed': 'Every error of a task but a timeout.',
  'States.Timeout': 'The state took longer than TimeoutSeconds, or missed a heartbeat.',
  'States.HeartbeatTimeout': 'The task sent no heartbeat for HeartbeatSeconds.',
  'States.Permissions': 'The role may not do what the task does.',
  'States.DataLimitExceeded': 'An input, output or result is longer than 256 KiB.',
  'States.QueryEvaluationError': 'A JSONata expression failed, or answered nothing.',
  'States.ExceedToleratedFailureThreshold': 'More items failed than the Map state tolerates.',
  'States.ItemReaderFailed': 'The Map state could not read its items.',
  'States.ResultWriterFailed': 'The Map state could not write its results.',
  'States.Http.Socket': 'The connection failed or the answer took longer than 60 seconds.',
  'States.Http.StatusCode.429': 'The service answered "too many requests".',
  'States.Http.StatusCode.500': 'The service answered "internal error".',
  'States.Http.StatusCode.502': 'The service answered "bad gateway".',
  'States.Http.StatusCode.503': 'The service answered "unavailable".',
  'States.Http.StatusCode.504': 'The service answered "gateway timeout".',
  'States.Http.StatusCode.400': 'The service answered "bad request".',
  'States.Http.StatusCode.401': 'The service answered "unauthorized".',
  'States.Http.StatusCode.403': 'The service answered "forbidden".',
  'States.Http.StatusCode.404': 'The service answered "not found".',
  'States.Http.StatusCode.409': 'The service answered "conflict".',
  'States.Http.AccessDenied': 'The role may not use the connection, or not call this endpoint.',
  'Lambda.ServiceException': 'Lambda had a transient fault: worth a retry.',
  'Lambda.AWSLambdaException': 'Lambda had a transient fault: worth a retry.',
  'Lambda.SdkClientException': 'The call to Lambda did not get through: worth a retry.',
  'Lambda.TooManyRequestsException': 'Lambda was asked too often: worth a retry.',
  'Lambda.ClientExecutionTimeoutException': 'The call to Lambda timed out: worth a retry.',
  'Lambda.ResourceNotFoundException': 'There is no such function.',
  'Lambda.Unknown': 'The function ended in a way Lambda cannot name.',
  'DynamoDB.ResourceNotFoundException': 'There is no such table.',
  'DynamoDB.ConditionalCheckFailedException': 'The condition was not met.',
  'DynamoDB.ProvisionedThroughputExceededException': 'The table was asked too often: worth a retry.',
  'DynamoDB.AmazonDynamoDBException': 'DynamoDB refused the call.',
  'SQS.AmazonSQSException': 'Amazon SQS refused the call.',
  'SQS.SdkClientException': 'The call to Amazon SQS did not get through.',
  'SNS.NotFoundException': 'There is no such topic.',
  'SNS.InvalidParameterException': 'Amazon SNS refused a parameter.',
  'StepFunctions.StateMachineDoesNotExistException': 'There is no such state machine.',
  'StepFunctions.ExecutionAlreadyExistsException': 'An execution of that name is there already.',
  'EventBridge.FailedEntry': 'EventBridge did not take one of the events.',
  'ApiGateway.403': 'The API answered "forbidden".',
  'AmazonECS.Unknown': 'Amazon ECS could not run the task.',
  'Sandbox.Timedout': 'The function ran into its own timeout.',
  'StepFunctions.ExecutionLimitExceededException': 'Too many executions are open: worth a retry.',
  'Events.ConnectionResource.InvalidConnectionState': 'The connection is not authorized yet, or no more.',
  'Events.ConnectionResource.AccessDenied': 'The role may not use the connection.',
};

export interface Raising {
  readonly type: string | undefined;
  readonly resource: string | undefined;
  readonly jsonata: boolean;
  readonly distributed: boolean;
}

/** The errors a state can raise that a handler can meet, likeliest first; `States.ALL` last. `known`: what the catalog knows of its action. */
export function errorsOf(state: Raising, handler: 'retry' | 'catch', known: readonly string[] = []): readonly string[] {
  const resource = state.resource ?? '';
  const { passing, errors } = ownErrors(resource);
  const rest = [...errors, ...known].filter((name) => !passing.includes(name));
  const first = handler === 'retry' ? [...passing, ...rest] : [...rest, ...passing];
  const task = state.type === 'Task' ? ['States.TaskFailed', 'States.Timeout', 'States.HeartbeatTimeout', 'States.Permissions'] : ['States.TaskFailed', 'States.Timeout'];
  const map = state.distributed ? ['States.ExceedToleratedFailureThreshold', 'States.ItemReaderFailed', 'States.ResultWriterFailed'] : [];
  return [...new Set([...first, ...task, ...map, ...(state.jsonata ? ['States.QueryEvaluationError'] : []), 'States.DataLimitExceeded', 'States.ALL'])];
}
