/** What the optimized integrations take. The catalogue of services knows far more: it plugs in where it is there (`ActionLookup`). */
export interface OptimizedAction {
  /** Patterns beside request-response. */
  readonly patterns: readonly string[];
  /** All parameters where they are known; a name that is not among them is a slip. */
  readonly parameters?: readonly string[];
  readonly required?: readonly string[];
}

const token = ['waitForTaskToken'];
const sync = ['sync'];
const WRITES = ['ConditionalOperator', 'ConditionExpression', 'Expected', 'ExpressionAttributeNames', 'ExpressionAttributeValues', 'ReturnConsumedCapacity', 'ReturnItemCollectionMetrics', 'ReturnValues', 'ReturnValuesOnConditionCheckFailure'];
const only = (patterns: readonly string[], ...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { patterns }]));

/** Source: integrations.md section 2. */
export const ACTIONS: { readonly [service: string]: { readonly [action: string]: OptimizedAction } } = {
  lambda: { invoke: { patterns: token, parameters: ['FunctionName', 'Payload', 'InvocationType', 'Qualifier', 'ClientContext', 'LogType'], required: ['FunctionName'] } },
  dynamodb: {
    getItem: { patterns: [], parameters: ['Key', 'TableName', 'AttributesToGet', 'ConsistentRead', 'ExpressionAttributeNames', 'ProjectionExpression', 'ReturnConsumedCapacity'], required: ['Key', 'TableName'] },
    putItem: { patterns: [], parameters: ['Item', 'TableName', ...WRITES], required: ['Item', 'TableName'] },
    updateItem: { patterns: [], parameters: ['Key', 'TableName', 'AttributeUpdates', 'UpdateExpression', ...WRITES], required: ['Key', 'TableName'] },
    deleteItem: { patterns: [], parameters: ['Key', 'TableName', ...WRITES], required: ['Key', 'TableName'] },
  },
  sns: { publish: { patterns: token, parameters: ['TopicArn', 'TargetArn', 'PhoneNumber', 'Message', 'Subject', 'MessageStructure', 'MessageAttributes', 'MessageGroupId', 'MessageDeduplicationId'], required: ['Message'] } },
  sqs: { sendMessage: { patterns: token, parameters: ['QueueUrl', 'MessageBody', 'DelaySeconds', 'MessageAttributes', 'MessageDeduplicationId', 'MessageGroupId', 'MessageSystemAttributes'], required: ['QueueUrl', 'MessageBody'] } },
  events: { putEvents: { patterns: token, parameters: ['Entries', 'EndpointId'], required: ['Entries'] } },
  states: { startExecution: { patterns: ['sync', 'sync:2', 'waitForTaskToken'], parameters: ['StateMachineArn', 'Input', 'Name', 'TraceHeader'], required: ['StateMachineArn'] } },
  apigateway: only(token, 'invoke'),
  http: only([], 'invoke'),
  batch: only(sync, 'submitJob'),
  ecs: only(['sync', 'waitForTaskToken'], 'runTask'),
  eks: { ...only([], 'call'), ...only(['sync', 'waitForTaskToken'], 'runJob', 'createCluster', 'deleteCluster', 'createNodegroup', 'deleteNodegroup', 'createFargateProfile', 'deleteFargateProfile') },
  elasticmapreduce: { ...only(sync, 'createCluster', 'terminateCluster', 'addStep'), ...only([], 'cancelStep', 'setClusterTerminationProtection', 'modifyInstanceFleetByName', 'modifyInstanceGroupByName') },
  'emr-containers': { ...only([], 'createVirtualCluster'), ...only(sync, 'deleteVirtualCluster', 'startJobRun') },
  'emr-serverless': only(sync, 'createApplication', 'startApplication', 'stopApplication', 'deleteApplication', 'startJobRun', 'cancelJobRun'),
  glue: only(sync, 'startJobRun'),
  databrew: only(sync, 'startJobRun'),
  sagemaker: { ...only(sync, 'createTrainingJob', 'createTransformJob', 'createHyperParameterTuningJob', 'createLabelingJob', 'createProcessingJob'), ...only([], 'createEndpoint', 'createEndpointConfig', 'createModel', 'updateEndpoint') },
  athena: { ...only(sync, 'startQueryExecution'), ...only([], 'stopQueryExecution', 'getQueryExecution', 'getQueryResults') },
  codebuild: { ...only(sync, 'startBuild', 'startBuildBatch', 'retryBuildBatch'), ...only([], 'stopBuild', 'stopBuildBatch', 'batchDeleteBuilds', 'deleteBuildBatch', 'batchGetReports') },
  mediaconvert: only(sync, 'createJob'),
  bedrock: { ...only(token, 'invokeModel'), ...only(sync, 'createModelCustomizationJob') },
  bedrockagentcore: only([], 'invokeHarness'),
};
