import { createContext } from 'react';
import { readResource } from '../../../catalog/resource.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { nodeIn, textIn } from '../values.ts';

/** The errors a catalog knows of an integration, by its `Resource`. Provided by whoever has loaded one. */
export type ErrorCatalog = (resource: string) => readonly string[];
export const ErrorCatalogContext = createContext<ErrorCatalog>(() => []);

/** Source: http-task.md section 7; the statuses that APIs answer most. */
const HTTP = [
  'States.Http.StatusCode.429', 'States.Http.StatusCode.500', 'States.Http.StatusCode.502', 'States.Http.StatusCode.503', 'States.Http.StatusCode.504', 'States.Http.Socket',
  'States.Http.StatusCode.400', 'States.Http.StatusCode.401', 'States.Http.StatusCode.403', 'States.Http.StatusCode.404', 'States.Http.StatusCode.409', 'States.Http.StatusCode.422', 'States.Http.AccessDenied',
  'Events.ConnectionResource.InvalidConnectionState', 'Events.ConnectionResource.AccessDenied',
];
/** Source: asl-semantics.md section 7. */
const LAMBDA = ['Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException', 'Lambda.Unknown', 'Sandbox.Timedout'];
/** Source: integrations.md section 6. */
const SERVICES: { readonly [service: string]: readonly string[] } = {
  http: HTTP,
  lambda: [...LAMBDA, 'Lambda.ResourceNotFoundException'],
  dynamodb: ['DynamoDB.ProvisionedThroughputExceededException', 'DynamoDB.ConditionalCheckFailedException', 'DynamoDB.ResourceNotFoundException', 'DynamoDB.AmazonDynamoDBException', 'DynamoDB.SdkClientException'],
  sqs: ['SQS.AmazonSQSException', 'SQS.SdkClientException'],
  sns: ['SNS.NotFoundException', 'SNS.InvalidParameterException'],
  states: ['StepFunctions.StateMachineDoesNotExistException', 'StepFunctions.ExecutionLimitExceededException', 'StepFunctions.ExecutionAlreadyExistsException'],
  events: ['EventBridge.FailedEntry'],
  apigateway: ['ApiGateway.429', 'ApiGateway.500', 'ApiGateway.502', 'ApiGateway.503', 'ApiGateway.504', 'ApiGateway.403', 'ApiGateway.404'],
  ecs: ['AmazonECS.Unknown'],
};

/** The errors this state can raise, those worth naming first. States inside a Map or Parallel raise theirs through it. */
export function possibleErrors(entry: StateEntry, catalog: ErrorCatalog = () => []): readonly string[] {
  const general = entry.language === 'JSONata' ? ['States.QueryEvaluationError', 'States.DataLimitExceeded'] : ['States.DataLimitExceeded'];
  return [...new Set([...raisedBy(entry, catalog), ...general, 'States.ALL'])];
}

function raisedBy(entry: StateEntry, catalog: ErrorCatalog): readonly string[] {
  switch (entry.type) {
    case 'Task':
      return ofTask(entry, catalog);
    case 'Fail': {
      const error = textIn(entry, ['Error']);
      return error === undefined || error.startsWith('{%') ? [] : [error];
    }
    case 'Map':
      return [...inside(entry, catalog), ...ofMap(entry)];
    case 'Parallel':
      return inside(entry, catalog);
    default:
      return [];
  }
}

const inside = (entry: StateEntry, catalog: ErrorCatalog): readonly string[] => entry.inner.flatMap((scope) => scope.children.flatMap((state) => raisedBy(state, catalog)));

function ofTask(entry: StateEntry, catalog: ErrorCatalog): readonly string[] {
  const resource = textIn(entry, ['Resource']) ?? '';
  const has = (field: string): boolean => nodeIn(entry, [field]) !== null || nodeIn(entry, [`${field}Path`]) !== null;
  const times = [...(has('TimeoutSeconds') ? ['States.Timeout'] : []), ...(has('HeartbeatSeconds') ? ['States.HeartbeatTimeout'] : [])];
  return [...ofResource(resource, catalog), ...times, 'States.TaskFailed', ...(has('TimeoutSeconds') ? [] : ['States.Timeout']), 'States.Permissions'];
}

function ofResource(resource: string, catalog: ErrorCatalog): readonly string[] {
  const read = readResource(resource);
  if (read.kind === 'lambda') return [...LAMBDA, ...catalog(resource)];
  if (read.kind === 'optimized') return [...(Object.hasOwn(SERVICES, read.service) ? (SERVICES[read.service] ?? []) : []), ...catalog(resource)];
  return catalog(resource);
}

function ofMap(entry: StateEntry): readonly string[] {
  const tolerant = ['ToleratedFailureCount', 'ToleratedFailurePercentage'].some((field) => nodeIn(entry, [field]) !== null || nodeIn(entry, [`${field}Path`]) !== null);
  return [
    ...(tolerant || nodeIn(entry, ['ItemReader']) ? ['States.ExceedToleratedFailureThreshold'] : []),
    ...(nodeIn(entry, ['ItemReader']) ? ['States.ItemReaderFailed'] : []),
    ...(nodeIn(entry, ['ResultWriter']) ? ['States.ResultWriterFailed'] : []),
  ];
}
