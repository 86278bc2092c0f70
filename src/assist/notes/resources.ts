import type { KnownParameter, KnownResource } from '../Suggestion.ts';

interface Action {
  readonly id: string;
  readonly title: string;
  readonly patterns?: readonly ('sync' | 'sync:2' | 'waitForTaskToken')[];
  /** A star behind a name: required. */
  readonly takes?: string;
}

/** The optimized integrations people reach for, likeliest first. Source: integrations.md section 2. */
const ACTIONS: readonly Action[] = [
  { id: 'lambda:invoke', title: 'Invoke a Lambda function', patterns: ['waitForTaskToken'], takes: 'FunctionName* Payload InvocationType Qualifier ClientContext LogType' },
  { id: 'http:invoke', title: 'Call an HTTPS endpoint', takes: 'ApiEndpoint* Method* InvocationConfig* Headers QueryParameters RequestBody Transform' },
  { id: 'dynamodb:getItem', title: 'Get an item from DynamoDB', takes: 'TableName* Key* AttributesToGet ConsistentRead ExpressionAttributeNames ProjectionExpression ReturnConsumedCapacity' },
  { id: 'dynamodb:putItem', title: 'Put an item into DynamoDB', takes: 'TableName* Item* ConditionExpression ConditionalOperator Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues' },
  { id: 'dynamodb:updateItem', title: 'Change an item in DynamoDB', takes: 'TableName* Key* UpdateExpression AttributeUpdates ConditionExpression ConditionalOperator Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues' },
  { id: 'dynamodb:deleteItem', title: 'Delete an item from DynamoDB', takes: 'TableName* Key* ConditionExpression ConditionalOperator Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues' },
  { id: 'sqs:sendMessage', title: 'Send a message to Amazon SQS', patterns: ['waitForTaskToken'], takes: 'QueueUrl* MessageBody* DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId' },
  { id: 'sns:publish', title: 'Publish to Amazon SNS', patterns: ['waitForTaskToken'], takes: 'Message* TopicArn TargetArn PhoneNumber Subject MessageStructure MessageAttributes MessageGroupId MessageDeduplicationId' },
  { id: 'events:putEvents', title: 'Put events on EventBridge', patterns: ['waitForTaskToken'], takes: 'Entries*' },
  { id: 'states:startExecution', title: 'Start a Step Functions execution', patterns: ['sync:2', 'sync', 'waitForTaskToken'], takes: 'StateMachineArn* Input Name' },
  { id: 'apigateway:invoke', title: 'Call an API Gateway endpoint', patterns: ['waitForTaskToken'], takes: 'ApiEndpoint* Method* Path Stage Headers QueryParameters RequestBody AuthType AllowNullValues' },
  { id: 'ecs:runTask', title: 'Run an Amazon ECS task', patterns: ['sync', 'waitForTaskToken'], takes: 'TaskDefinition* Cluster LaunchType NetworkConfiguration Overrides Group PlacementConstraints PlacementStrategy PlatformVersion PropagateTags EnableExecuteCommand' },
  { id: 'batch:submitJob', title: 'Submit an AWS Batch job', patterns: ['sync'], takes: 'JobName* JobQueue* JobDefinition* ArrayProperties ContainerOverrides DependsOn Parameters RetryStrategy Timeout Tags' },
  { id: 'glue:startJobRun', title: 'Start an AWS Glue job', patterns: ['sync'], takes: 'JobName* JobRunId Arguments AllocatedCapacity MaxCapacity Timeout SecurityConfiguration NotificationProperty WorkerType NumberOfWorkers ExecutionClass JobRunQueuingEnabled' },
  { id: 'databrew:startJobRun', title: 'Start a DataBrew job', patterns: ['sync'] },
  { id: 'athena:startQueryExecution', title: 'Start an Athena query', patterns: ['sync'] },
  { id: 'athena:stopQueryExecution', title: 'Stop an Athena query' },
  { id: 'athena:getQueryExecution', title: 'Look at an Athena query' },
  { id: 'athena:getQueryResults', title: 'Get the results of an Athena query' },
  { id: 'codebuild:startBuild', title: 'Start a CodeBuild build', patterns: ['sync'] },
  { id: 'codebuild:startBuildBatch', title: 'Start a CodeBuild batch', patterns: ['sync'] },
  { id: 'bedrock:invokeModel', title: 'Call a model on Amazon Bedrock', takes: 'ModelId* Body Input Output ContentType Accept' },
  { id: 'sagemaker:createTrainingJob', title: 'Train a model on SageMaker', patterns: ['sync'] },
  { id: 'sagemaker:createTransformJob', title: 'Run a SageMaker transform job', patterns: ['sync'] },
  { id: 'sagemaker:createProcessingJob', title: 'Run a SageMaker processing job', patterns: ['sync'] },
  { id: 'elasticmapreduce:createCluster', title: 'Create an EMR cluster', patterns: ['sync'] },
  { id: 'elasticmapreduce:addStep', title: 'Add a step to an EMR cluster', patterns: ['sync'] },
  { id: 'elasticmapreduce:terminateCluster', title: 'End an EMR cluster', patterns: ['sync'] },
  { id: 'mediaconvert:createJob', title: 'Convert media', patterns: ['sync'], takes: 'Role* Settings*' },
];

const PATTERN: { readonly [pattern: string]: string } = { sync: 'and wait until it is done', 'sync:2': 'and wait until it is done (its output as JSON)', waitForTaskToken: 'and wait for the task token' };

export const OPTIMIZED_RESOURCES: readonly KnownResource[] = ACTIONS.flatMap(({ id, title, patterns = [] }) => [
  { arn: `arn:aws:states:::${id}`, title },
  ...patterns.map((pattern) => ({ arn: `arn:aws:states:::${id}.${pattern}`, title: `${title} ${PATTERN[pattern]}` })),
]);

/** The resources an ItemReader and a ResultWriter take. */
export const READER_RESOURCES: readonly KnownResource[] = [
  { arn: 'arn:aws:states:::s3:getObject', title: 'Read one file from Amazon S3' },
  { arn: 'arn:aws:states:::s3:listObjectsV2', title: 'List the files of an Amazon S3 bucket' },
];
export const WRITER_RESOURCES: readonly KnownResource[] = [{ arn: 'arn:aws:states:::s3:putObject', title: 'Write to Amazon S3' }];

const integrationOf = (resource: string): string | undefined => /:states:[^:]*:[^:]*:([\w-]+:[A-Za-z]+)(?:\.|$)/.exec(resource)?.[1];

export const titleOfResource = (resource: string): string | undefined => OPTIMIZED_RESOURCES.find(({ arn }) => arn === resource.replace(/^arn:aws[\w-]*:states:[^:]*:[^:]*:/, 'arn:aws:states:::'))?.title;

/** What an optimized action takes, required members first; undefined where that is not known. */
export function parametersOf(resource: string): readonly KnownParameter[] | undefined {
  const action = ACTIONS.find(({ id }) => id === integrationOf(resource));
  return action?.takes?.split(' ').map((name) => (name.endsWith('*') ? { name: name.slice(0, -1), required: true } : { name }));
}
