import { readResource, type Pattern } from './resource.ts';

export interface OptimizedAction {
  /** Beside request-response. */
  readonly patterns: readonly Pattern[];
  /** `service.action` of the SDK whose request it takes; absent: it has its own. */
  readonly sdk?: string;
  /** `service.action` of the SDK that `.sync` asks for the job, and what of the answer is the task's result. */
  readonly poll?: { readonly action: string; readonly at?: string };
  /** All parameters, where they are documented: a name that is not among them is a slip. */
  readonly parameters?: readonly string[];
  /** Parameters people use, where newer ones of the SDK may be taken too. */
  readonly usual?: readonly string[];
  readonly required?: readonly string[];
}

export interface OptimizedService {
  readonly title: string;
  readonly errorPrefix: string;
  /** Errors worth a retry, likeliest first, with their prefix. */
  readonly passing?: readonly string[];
  /** Others that no model has, or that are worth naming first. */
  readonly errors?: readonly string[];
  readonly actions: { readonly [action: string]: OptimizedAction };
}

const TOKEN: readonly Pattern[] = ['waitForTaskToken'];
const SYNC: readonly Pattern[] = ['sync'];
const plain = (sdk?: string): OptimizedAction => ({ patterns: [], ...(sdk === undefined ? {} : { sdk }) });
const job = (sdk: string | undefined, action: string, at?: string): OptimizedAction => ({
  patterns: SYNC, ...(sdk === undefined ? {} : { sdk }), poll: { action, ...(at === undefined ? {} : { at }) },
});
const own = (patterns: readonly Pattern[], required: string, parameters = ''): OptimizedAction => ({
  patterns, required: required.split(' '), parameters: `${required} ${parameters}`.trim().split(' '),
});
const takes = (action: OptimizedAction, required: string, parameters: string): OptimizedAction => ({ ...action, required: required.split(' '), parameters: `${required} ${parameters}`.trim().split(' ') });

const usual = (action: OptimizedAction, required: string, others: string): OptimizedAction => ({ ...action, required: required.split(' '), usual: `${required} ${others}`.trim().split(' ') });

const WRITE = 'ConditionalOperator ConditionExpression Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure';
const CLUSTER = 'ClusterName CertificateAuthority Endpoint';
const eks = (action: string, poll: string): OptimizedAction => job(`eks.${action}`, `eks.${poll}`);
const training = (name: string): OptimizedAction => job(`sagemaker.create${name}`, `sagemaker.describe${name}`);
// What `.sync` answers for an application is not documented, so nothing is said about it.
const application = (action: string): OptimizedAction => ({ patterns: SYNC, sdk: `emrserverless.${action}` });

/** The optimized integrations. Source: integrations.md sections 2 and 3; the polling calls of `.sync` follow the IAM templates. */
export const OPTIMIZED: { readonly [service: string]: OptimizedService } = {
  lambda: { title: 'AWS Lambda', errorPrefix: 'Lambda', passing: ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException', 'Lambda.ClientExecutionTimeoutException'], errors: ['Lambda.Unknown', 'Sandbox.Timedout', 'Lambda.ResourceNotFoundException'], actions: { invoke: takes({ patterns: TOKEN, sdk: 'lambda.invoke' }, 'FunctionName', 'Payload InvocationType Qualifier ClientContext LogType') } },
  dynamodb: {
    title: 'Amazon DynamoDB',
    errorPrefix: 'DynamoDB', passing: ['DynamoDB.ProvisionedThroughputExceededException'], errors: ['DynamoDB.ConditionalCheckFailedException', 'DynamoDB.ResourceNotFoundException', 'DynamoDB.AmazonDynamoDBException', 'DynamoDB.SdkClientException'],
    actions: {
      getItem: takes(plain('dynamodb.getItem'), 'Key TableName', 'AttributesToGet ConsistentRead ExpressionAttributeNames ProjectionExpression ReturnConsumedCapacity'),
      putItem: takes(plain('dynamodb.putItem'), 'Item TableName', WRITE),
      updateItem: takes(plain('dynamodb.updateItem'), 'Key TableName', `AttributeUpdates UpdateExpression ${WRITE}`),
      deleteItem: takes(plain('dynamodb.deleteItem'), 'Key TableName', WRITE),
    },
  },
  sns: { title: 'Amazon SNS', errorPrefix: 'SNS', errors: ['SNS.NotFoundException', 'SNS.InvalidParameterException', 'SNS.AmazonSNSException'], actions: { publish: takes({ patterns: TOKEN, sdk: 'sns.publish' }, 'Message', 'TopicArn TargetArn PhoneNumber Subject MessageStructure MessageAttributes MessageGroupId MessageDeduplicationId') } },
  sqs: { title: 'Amazon SQS', errorPrefix: 'SQS', errors: ['SQS.AmazonSQSException', 'SQS.SdkClientException'], actions: { sendMessage: takes({ patterns: TOKEN, sdk: 'sqs.sendMessage' }, 'QueueUrl MessageBody', 'DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId MessageSystemAttributes') } },
  events: { title: 'Amazon EventBridge', errorPrefix: 'EventBridge', errors: ['EventBridge.FailedEntry'], actions: { putEvents: takes({ patterns: TOKEN, sdk: 'eventbridge.putEvents' }, 'Entries', 'EndpointId') } },
  states: {
    title: 'AWS Step Functions',
    errorPrefix: 'StepFunctions', errors: ['StepFunctions.StateMachineDoesNotExistException', 'StepFunctions.ExecutionLimitExceededException', 'StepFunctions.ExecutionAlreadyExistsException'],
    actions: { startExecution: takes({ patterns: ['sync', 'sync:2', 'waitForTaskToken'], sdk: 'sfn.startExecution', poll: { action: 'sfn.describeExecution' } }, 'StateMachineArn', 'Input Name TraceHeader') },
  },
  apigateway: { title: 'Amazon API Gateway', errorPrefix: 'ApiGateway', passing: ['ApiGateway.429', 'ApiGateway.500', 'ApiGateway.502', 'ApiGateway.503', 'ApiGateway.504'], errors: ['ApiGateway.403', 'ApiGateway.404'], actions: { invoke: own(TOKEN, 'ApiEndpoint Method', 'Headers Stage Path QueryParameters RequestBody AllowNullValues AuthType') } },
  http: { title: 'HTTPS endpoint', errorPrefix: 'States.Http', 
    // Source: http-task.md section 7; the statuses that APIs answer most.
    passing: [...['429', '500', '502', '503', '504'].map((status) => `States.Http.StatusCode.${status}`), 'States.Http.Socket'],
    errors: [...['400', '401', '403', '404', '409', '422'].map((status) => `States.Http.StatusCode.${status}`), 'States.Http.AccessDenied', 'Events.ConnectionResource.InvalidConnectionState', 'Events.ConnectionResource.AccessDenied'],
    actions: { invoke: own([], 'ApiEndpoint Method', 'Authentication InvocationConfig Headers QueryParameters RequestBody Transform') } },
  batch: { title: 'AWS Batch', errorPrefix: 'Batch', errors: ['Batch.AWSBatchException'], actions: { submitJob: usual(job('batch.submitJob', 'batch.describeJobs', 'Jobs'), 'JobName JobQueue JobDefinition', 'ArrayProperties ContainerOverrides DependsOn Parameters RetryStrategy Timeout Tags') } },
  ecs: { title: 'Amazon ECS', errorPrefix: 'ECS', errors: ['AmazonECS.Unknown', 'ECS.AmazonECSException'], actions: { runTask: usual({ ...job('ecs.runTask', 'ecs.describeTasks', 'Tasks'), patterns: ['sync', 'waitForTaskToken'] }, 'TaskDefinition', 'Cluster LaunchType NetworkConfiguration Overrides Group PlacementConstraints PlacementStrategy PlatformVersion PropagateTags EnableExecuteCommand') } },
  eks: {
    title: 'Amazon EKS',
    errorPrefix: 'EKS',
    actions: {
      call: own([], `${CLUSTER} Method Path`, 'QueryParameters RequestBody'),
      // AWS's table of patterns gives EKS a callback; its own page denies it (unconfirmed).
      runJob: own(['sync', 'waitForTaskToken'], `${CLUSTER} Job`, 'Namespace LogOptions'),
      createCluster: eks('createCluster', 'describeCluster'),
      deleteCluster: eks('deleteCluster', 'describeCluster'),
      createNodegroup: eks('createNodegroup', 'describeNodegroup'),
      deleteNodegroup: eks('deleteNodegroup', 'describeNodegroup'),
      createFargateProfile: eks('createFargateProfile', 'describeFargateProfile'),
      deleteFargateProfile: eks('deleteFargateProfile', 'describeFargateProfile'),
    },
  },
  elasticmapreduce: {
    title: 'Amazon EMR',
    errorPrefix: 'ElasticMapReduce',
    actions: {
      createCluster: { patterns: SYNC, sdk: 'emr.runJobFlow' },
      terminateCluster: own(SYNC, 'ClusterId'),
      addStep: own(SYNC, 'ClusterId Step', 'ExecutionRoleArn'),
      cancelStep: own([], 'ClusterId StepId'),
      setClusterTerminationProtection: own([], 'ClusterId TerminationProtected'),
      modifyInstanceFleetByName: own([], 'ClusterId InstanceFleetName InstanceFleet'),
      modifyInstanceGroupByName: own([], 'ClusterId InstanceGroupName InstanceGroup'),
    },
  },
  'emr-containers': {
    title: 'Amazon EMR on EKS',
    errorPrefix: 'EMRContainers',
    actions: {
      createVirtualCluster: plain('emrcontainers.createVirtualCluster'),
      deleteVirtualCluster: job('emrcontainers.deleteVirtualCluster', 'emrcontainers.describeVirtualCluster', 'VirtualCluster'),
      startJobRun: job('emrcontainers.startJobRun', 'emrcontainers.describeJobRun', 'JobRun'),
    },
  },
  'emr-serverless': {
    title: 'Amazon EMR Serverless',
    errorPrefix: 'EMRServerless',
    actions: {
      createApplication: application('createApplication'),
      startApplication: application('startApplication'),
      stopApplication: application('stopApplication'),
      deleteApplication: application('deleteApplication'),
      startJobRun: job('emrserverless.startJobRun', 'emrserverless.getJobRun', 'JobRun'),
      cancelJobRun: job('emrserverless.cancelJobRun', 'emrserverless.getJobRun', 'JobRun'),
    },
  },
  glue: { title: 'AWS Glue', errorPrefix: 'Glue', actions: { startJobRun: usual(job('glue.startJobRun', 'glue.getJobRun', 'JobRun'), 'JobName', 'JobRunId Arguments AllocatedCapacity MaxCapacity Timeout SecurityConfiguration NotificationProperty WorkerType NumberOfWorkers ExecutionClass JobRunQueuingEnabled') } },
  databrew: { title: 'AWS Glue DataBrew', errorPrefix: 'DataBrew', actions: { startJobRun: job('databrew.startJobRun', 'databrew.describeJobRun') } },
  sagemaker: {
    title: 'Amazon SageMaker AI',
    errorPrefix: 'SageMaker', errors: ['SageMaker.AmazonSageMakerException'],
    actions: {
      createTrainingJob: training('TrainingJob'),
      createTransformJob: training('TransformJob'),
      createHyperParameterTuningJob: training('HyperParameterTuningJob'),
      createLabelingJob: training('LabelingJob'),
      createProcessingJob: training('ProcessingJob'),
      createEndpoint: plain('sagemaker.createEndpoint'),
      createEndpointConfig: plain('sagemaker.createEndpointConfig'),
      createModel: plain('sagemaker.createModel'),
      updateEndpoint: plain('sagemaker.updateEndpoint'),
    },
  },
  athena: {
    title: 'Amazon Athena',
    errorPrefix: 'Athena',
    actions: {
      startQueryExecution: job('athena.startQueryExecution', 'athena.getQueryExecution'),
      stopQueryExecution: plain('athena.stopQueryExecution'),
      getQueryExecution: plain('athena.getQueryExecution'),
      getQueryResults: plain('athena.getQueryResults'),
    },
  },
  codebuild: {
    title: 'AWS CodeBuild',
    errorPrefix: 'CodeBuild',
    actions: {
      startBuild: job('codebuild.startBuild', 'codebuild.batchGetBuilds'),
      startBuildBatch: job('codebuild.startBuildBatch', 'codebuild.batchGetBuildBatches'),
      retryBuildBatch: job('codebuild.retryBuildBatch', 'codebuild.batchGetBuildBatches'),
      stopBuild: plain('codebuild.stopBuild'),
      stopBuildBatch: plain('codebuild.stopBuildBatch'),
      batchDeleteBuilds: plain('codebuild.batchDeleteBuilds'),
      deleteBuildBatch: plain('codebuild.deleteBuildBatch'),
      batchGetReports: plain('codebuild.batchGetReports'),
    },
  },
  mediaconvert: { title: 'AWS Elemental MediaConvert', errorPrefix: 'MediaConvert', actions: { createJob: usual(job('mediaconvert.createJob', 'mediaconvert.getJob'), 'Role Settings', '') } },
  bedrock: {
    title: 'Amazon Bedrock',
    errorPrefix: 'Bedrock',
    actions: {
      invokeModel: takes({ patterns: TOKEN, sdk: 'bedrockruntime.invokeModel' }, 'ModelId', 'Body Input Output ContentType Accept'),
      createModelCustomizationJob: job('bedrock.createModelCustomizationJob', 'bedrock.getModelCustomizationJob'),
    },
  },
  bedrockagentcore: {
    title: 'Amazon Bedrock AgentCore',
    errorPrefix: 'BedrockAgentCore', errors: ['BedrockAgentCore.ThrottlingException'],
    actions: { invokeHarness: own([], 'HarnessArn', 'RuntimeSessionId Messages SystemPrompt Model Tools MaxIterations TimeoutSeconds') },
  },
};

/** The optimized action of these names, as a `Resource` spells them; undefined: there is none. */
export function optimizedAction(service: string, action: string): OptimizedAction | undefined {
  const actions = Object.hasOwn(OPTIMIZED, service) ? OPTIMIZED[service]?.actions : undefined;
  return actions && Object.hasOwn(actions, action) ? actions[action] : undefined;
}

/** Errors of a service's integration that are not in its model: those worth a retry, then others. */
export function ownErrors(resource: string): { readonly passing: readonly string[]; readonly errors: readonly string[] } {
  const read = readResource(resource);
  const name = read.kind === 'lambda' ? 'lambda' : read.kind === 'optimized' ? read.service : '';
  const { passing = [], errors = [] } = (Object.hasOwn(OPTIMIZED, name) ? OPTIMIZED[name] : undefined) ?? {};
  return { passing, errors };
}
