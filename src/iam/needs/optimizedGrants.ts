import type { PolicyStatement } from '../policyTypes.ts';
import type { NeedKind } from './Need.ts';

/** What an action of an optimized integration needs. Templates of resources: see `resourcesOf`. */
export interface GrantTemplate {
  readonly kind: NeedKind;
  readonly actions: string;
  readonly on: readonly string[];
  /** `sync`: only while it waits for the job. */
  readonly when?: 'sync';
  /** Only if this argument is there. */
  readonly given?: string;
  readonly condition?: PolicyStatement['Condition'];
  /** A sentence a person needs to know. */
  readonly note?: string;
}

const call = (actions: string, ...on: readonly string[]): GrantTemplate => ({ kind: 'call', actions, on });
const sync = (actions: string, ...on: readonly string[]): GrantTemplate => ({ kind: 'follow', actions, on, when: 'sync' });
const data = (actions: string, on: readonly string[], note?: string): GrantTemplate => ({ kind: 'data', actions, on, ...(note === undefined ? {} : { note }) });
const rule = (name: string): GrantTemplate => ({ kind: 'events', actions: 'events:PutTargets events:PutRule events:DescribeRule', on: [`arn:{p}:events:{r}:{a}:rule/${name}`], when: 'sync' });
const pass = (member: string, service?: string, options: Partial<GrantTemplate> = {}): GrantTemplate => ({
  kind: 'pass', actions: 'iam:PassRole', on: [`arn:{p}:iam::{a}:role/{${member}}`],
  ...(service === undefined ? {} : { condition: { StringEquals: { 'iam:PassedToService': service } } }), ...options,
});

const PROJECT = 'arn:{p}:codebuild:{r}:{a}:project/{ProjectName}';
/** A build is named by its id, `PROJECT:UUID`. */
const PROJECT_OF_BUILD = 'arn:{p}:codebuild:{r}:{a}:project/{Id|project}';
const CLUSTER = 'arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}';
const VIRTUAL = 'arn:{p}:emr-containers:{r}:{a}:/virtualclusters/{VirtualClusterId}';
const APPLICATION = 'arn:{p}:emr-serverless:{r}:{a}:/applications/{ApplicationId}';
const APPLICATION_RULE = rule('StepFunctionsGetEventsForEMRServerlessApplicationRule');
const SERVERLESS_RULE = rule('StepFunctionsGetEventsForEMRServerlessJobRule');
const WORKGROUP = 'arn:{p}:athena:{r}:{a}:workgroup/{WorkGroup=primary}';
const ANY_WORKGROUP = 'arn:{p}:athena:{r}:{a}:workgroup/*';
const TABLE = 'arn:{p}:dynamodb:{r}:{a}:table/{TableName}';
const CUSTOM_MODEL = ['arn:{p}:bedrock:{r}:{a}:custom-model/*', 'arn:{p}:bedrock:{r}:{a}:model-customization-job/*'];
const EKS_CLUSTER = 'arn:{p}:eks:{r}:{a}:cluster/{Name}';
const EKS_NODEGROUP = 'arn:{p}:eks:{r}:{a}:nodegroup/{ClusterName}/{NodegroupName}/*';
const EKS_PROFILE = 'arn:{p}:eks:{r}:{a}:fargateprofile/{ClusterName}/{FargateProfileName}/*';

const serviceLinked = (service: string, role: string): GrantTemplate => ({
  kind: 'call', actions: 'iam:CreateServiceLinkedRole', on: [`arn:{p}:iam::{a}:role/aws-service-role/${service}/${role}`], condition: { StringLike: { 'iam:AWSServiceName': service } },
});

/** Athena reads and writes with the permissions of its caller. The template leaves data open, since a query is known only by its text. */
const ATHENA_DATA: readonly GrantTemplate[] = [
  data('s3:GetBucketLocation s3:GetObject s3:ListBucket s3:ListBucketMultipartUploads s3:ListMultipartUploadParts s3:AbortMultipartUpload s3:CreateBucket s3:PutObject', ['arn:{p}:s3:::*'],
    'AWS proposes every bucket, since the query decides what is read. Narrow it to the buckets of the data and of the results.'),
  data('glue:CreateDatabase glue:GetDatabase glue:GetDatabases glue:UpdateDatabase glue:DeleteDatabase glue:CreateTable glue:UpdateTable glue:GetTable glue:GetTables glue:DeleteTable glue:BatchDeleteTable glue:BatchCreatePartition glue:CreatePartition glue:UpdatePartition glue:GetPartition glue:GetPartitions glue:BatchGetPartition glue:DeletePartition glue:BatchDeletePartition',
    ['catalog', 'database/*', 'table/*', 'userDefinedFunction/*'].map((kind) => `arn:{p}:glue:{r}:{a}:${kind}`), 'AWS proposes all of the Glue catalog. A query that only reads needs the Get actions only.'),
  data('lakeformation:GetDataAccess', ['*']),
];

const sageMaker = (action: string, kind: string, name: string, ruleName: string): readonly GrantTemplate[] => {
  const on = `arn:{p}:sagemaker:{r}:{a}:${kind}/{${name}}*`;
  return [call(`sagemaker:Create${action}`, on), sync(`sagemaker:Describe${action} sagemaker:Stop${action}`, on), call('sagemaker:ListTags', '*'), ...(ruleName === '' ? [] : [rule(ruleName)])];
};
const SAGEMAKER_ROLE = 'sagemaker.amazonaws.com';

/**
 * By `service:action`. Source: developer guide, "IAM policies for integrated services", one page each (sfn-optimized-integrations.json
 * holds them). Where it writes `*`, so do we. unconfirmed: entries marked so.
 */
export const OPTIMIZED_GRANTS: { readonly [action: string]: readonly GrantTemplate[] } = {
  'athena:startQueryExecution': [call('athena:StartQueryExecution athena:GetDataCatalog', WORKGROUP, 'arn:{p}:athena:{r}:{a}:datacatalog/*'), sync('athena:StopQueryExecution athena:GetQueryExecution', WORKGROUP, 'arn:{p}:athena:{r}:{a}:datacatalog/*'), ...ATHENA_DATA],
  'athena:stopQueryExecution': [call('athena:StopQueryExecution', ANY_WORKGROUP)],
  'athena:getQueryExecution': [call('athena:GetQueryExecution', ANY_WORKGROUP)],
  'athena:getQueryResults': [call('athena:GetQueryResults', ANY_WORKGROUP), data('s3:GetObject', ['arn:{p}:s3:::*'], 'The results lie where the query wrote them: narrow it to that bucket.')],
  'batch:submitJob': [call('batch:SubmitJob', '*'), sync('batch:DescribeJobs batch:TerminateJob', '*'), rule('StepFunctionsGetEventsForBatchJobsRule')],
  'bedrock:createModelCustomizationJob': [
    call('bedrock:CreateModelCustomizationJob', 'arn:{p}:bedrock:{r}::foundation-model/{BaseModelIdentifier}', ...CUSTOM_MODEL),
    sync('bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob', 'arn:{p}:bedrock:{r}:{a}:model-customization-job/*'), pass('RoleArn'),
  ],
  'bedrockagentcore:invokeHarness': [call('bedrock-agentcore:InvokeHarness bedrock-agentcore:InvokeAgentRuntime', 'arn:{p}:bedrock-agentcore:{r}:{a}:harness/{HarnessArn}')],
  'codebuild:startBuild': [call('codebuild:StartBuild', PROJECT), sync('codebuild:StopBuild codebuild:BatchGetBuilds', PROJECT), rule('StepFunctionsGetEventForCodeBuildStartBuildRule')],
  'codebuild:stopBuild': [call('codebuild:StopBuild', PROJECT_OF_BUILD)],
  'codebuild:batchDeleteBuilds': [call('codebuild:BatchDeleteBuilds', 'arn:{p}:codebuild:{r}:{a}:project/{Ids[]|project}')],
  'codebuild:batchGetReports': [call('codebuild:BatchGetReports', 'arn:{p}:codebuild:{r}:{a}:report-group/{ReportArns[]|reportGroup}')],
  'codebuild:startBuildBatch': [call('codebuild:StartBuildBatch', PROJECT), sync('codebuild:StopBuildBatch codebuild:BatchGetBuildBatches', PROJECT), rule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule')],
  'codebuild:stopBuildBatch': [call('codebuild:StopBuildBatch', PROJECT_OF_BUILD)],
  // The template has no managed rule here, unlike that of startBuildBatch.
  'codebuild:retryBuildBatch': [call('codebuild:RetryBuildBatch', PROJECT_OF_BUILD), sync('codebuild:StopBuildBatch codebuild:BatchGetBuildBatches', PROJECT_OF_BUILD)],
  'codebuild:deleteBuildBatch': [call('codebuild:DeleteBuildBatch', PROJECT_OF_BUILD)],
  'databrew:startJobRun': [call('databrew:StartJobRun', 'arn:{p}:databrew:{r}:{a}:job/*'), sync('databrew:ListJobRuns databrew:StopJobRun', 'arn:{p}:databrew:{r}:{a}:job/*')],
  'dynamodb:getItem': [call('dynamodb:GetItem', TABLE)],
  'dynamodb:putItem': [call('dynamodb:PutItem', TABLE)],
  'dynamodb:updateItem': [call('dynamodb:UpdateItem', TABLE)],
  'dynamodb:deleteItem': [call('dynamodb:DeleteItem', TABLE)],
  'ecs:runTask': [
    { ...call('ecs:RunTask', 'arn:{p}:ecs:{r}:{a}:task-definition/{TaskDefinition|family}'), note: 'If the task definition names a task role or an execution role, iam:PassRole on those roles is needed too; the definition of the workflow does not say.' },
    sync('ecs:StopTask ecs:DescribeTasks', '*'), rule('StepFunctionsGetEventsForECSTaskRule'),
    pass('Overrides.TaskRoleArn', 'ecs-tasks.amazonaws.com', { given: 'Overrides.TaskRoleArn' }), pass('Overrides.ExecutionRoleArn', 'ecs-tasks.amazonaws.com', { given: 'Overrides.ExecutionRoleArn' }),
  ],
  'eks:createCluster': [call('eks:CreateCluster', '*'), sync('eks:DescribeCluster eks:DeleteCluster', EKS_CLUSTER), pass('RoleArn', 'eks.amazonaws.com')],
  'eks:deleteCluster': [call('eks:DeleteCluster', EKS_CLUSTER), sync('eks:DescribeCluster', EKS_CLUSTER)],
  'eks:createNodegroup': [
    call('ec2:DescribeSubnets eks:CreateNodegroup', '*'), sync('eks:DescribeNodegroup eks:DeleteNodegroup', EKS_NODEGROUP),
    call('iam:GetRole iam:ListAttachedRolePolicies', 'arn:{p}:iam::{a}:role/*'), pass('NodeRole', 'eks.amazonaws.com'),
  ],
  'eks:deleteNodegroup': [call('eks:DeleteNodegroup', EKS_NODEGROUP), sync('eks:DescribeNodegroup', EKS_NODEGROUP)],
  // unconfirmed: no template; as those of clusters and node groups.
  'eks:createFargateProfile': [call('eks:CreateFargateProfile', 'arn:{p}:eks:{r}:{a}:cluster/{ClusterName}'), sync('eks:DescribeFargateProfile eks:DeleteFargateProfile', EKS_PROFILE), pass('PodExecutionRoleArn', 'eks.amazonaws.com')],
  'eks:deleteFargateProfile': [call('eks:DeleteFargateProfile', EKS_PROFILE), sync('eks:DescribeFargateProfile', EKS_PROFILE)],
  'elasticmapreduce:createCluster': [
    call('elasticmapreduce:RunJobFlow', '*'), sync('elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows', '*'),
    pass('ServiceRole'), pass('JobFlowRole', undefined, { given: 'JobFlowRole' }), pass('AutoScalingRole', undefined, { given: 'AutoScalingRole' }), rule('StepFunctionsGetEventForEMRRunJobFlowRule'),
  ],
  'elasticmapreduce:terminateCluster': [call('elasticmapreduce:TerminateJobFlows', CLUSTER), sync('elasticmapreduce:DescribeCluster', CLUSTER), rule('StepFunctionsGetEventForEMRTerminateJobFlowsRule')],
  'elasticmapreduce:addStep': [
    call('elasticmapreduce:AddJobFlowSteps', CLUSTER), sync('elasticmapreduce:DescribeStep elasticmapreduce:CancelSteps', CLUSTER), rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
    pass('ExecutionRoleArn', undefined, { given: 'ExecutionRoleArn' }),
  ],
  'elasticmapreduce:cancelStep': [call('elasticmapreduce:CancelSteps', CLUSTER)],
  'elasticmapreduce:setClusterTerminationProtection': [call('elasticmapreduce:SetTerminationProtection', CLUSTER)],
  'elasticmapreduce:modifyInstanceFleetByName': [call('elasticmapreduce:ModifyInstanceFleet elasticmapreduce:ListInstanceFleets', CLUSTER)],
  'elasticmapreduce:modifyInstanceGroupByName': [call('elasticmapreduce:ModifyInstanceGroups elasticmapreduce:ListInstanceGroups', CLUSTER)],
  'emr-containers:createVirtualCluster': [call('emr-containers:CreateVirtualCluster', '*'), serviceLinked('emr-containers.amazonaws.com', 'AWSServiceRoleForAmazonEMRContainers')],
  'emr-containers:deleteVirtualCluster': [call('emr-containers:DeleteVirtualCluster', 'arn:{p}:emr-containers:{r}:{a}:/virtualclusters/{Id}'), sync('emr-containers:DescribeVirtualCluster', 'arn:{p}:emr-containers:{r}:{a}:/virtualclusters/{Id}')],
  'emr-containers:startJobRun': [
    { ...call('emr-containers:StartJobRun', VIRTUAL), condition: { StringEquals: { 'emr-containers:ExecutionRoleArn': '{ExecutionRoleArn}' } } },
    sync('emr-containers:DescribeJobRun emr-containers:CancelJobRun', `${VIRTUAL}/jobruns/*`),
  ],
  'emr-serverless:createApplication': [
    call('emr-serverless:CreateApplication', 'arn:{p}:emr-serverless:{r}:{a}:/*'), sync('emr-serverless:GetApplication emr-serverless:DeleteApplication', 'arn:{p}:emr-serverless:{r}:{a}:/applications/*'),
    APPLICATION_RULE, serviceLinked('ops.emr-serverless.amazonaws.com', 'AWSServiceRoleForAmazonEMRServerless*'),
  ],
  'emr-serverless:startApplication': [call('emr-serverless:StartApplication', APPLICATION), sync('emr-serverless:GetApplication emr-serverless:StopApplication', APPLICATION), APPLICATION_RULE],
  'emr-serverless:stopApplication': [call('emr-serverless:StopApplication', APPLICATION), sync('emr-serverless:GetApplication', APPLICATION), APPLICATION_RULE],
  'emr-serverless:deleteApplication': [call('emr-serverless:DeleteApplication', APPLICATION), sync('emr-serverless:GetApplication', APPLICATION), APPLICATION_RULE],
  'emr-serverless:startJobRun': [call('emr-serverless:StartJobRun', APPLICATION), pass('ExecutionRoleArn', 'emr-serverless.amazonaws.com'), sync('emr-serverless:GetJobRun emr-serverless:CancelJobRun', `${APPLICATION}/jobruns/*`), SERVERLESS_RULE],
  'emr-serverless:cancelJobRun': [call('emr-serverless:CancelJobRun', `${APPLICATION}/jobruns/{JobRunId}`), sync('emr-serverless:GetJobRun', `${APPLICATION}/jobruns/{JobRunId}`), SERVERLESS_RULE],
  'events:putEvents': [call('events:PutEvents', 'arn:{p}:events:{r}:{a}:event-bus/{Entries[].EventBusName=default}')],
  'glue:startJobRun': [call('glue:StartJobRun', '*'), sync('glue:GetJobRun glue:GetJobRuns glue:BatchStopJobRun', '*')],
  'mediaconvert:createJob': [
    call('mediaconvert:CreateJob', ...['queues', 'jobTemplates', 'presets'].map((kind) => `arn:{p}:mediaconvert:{r}:{a}:${kind}/*`)),
    { ...sync('mediaconvert:GetJob mediaconvert:CancelJob', 'arn:{p}:mediaconvert:{r}:{a}:jobs/*'), condition: { StringEquals: { 'aws:ResourceTag/ManagedByService': 'AWSStepFunctions' } } },
    pass('Role', 'mediaconvert.amazonaws.com'), rule('StepFunctionsGetEventsForMediaConvertJobRule'),
  ],
  'sagemaker:createTrainingJob': [...sageMaker('TrainingJob', 'training-job', 'TrainingJobName', 'StepFunctionsGetEventsForSageMakerTrainingJobsRule'), pass('RoleArn', SAGEMAKER_ROLE)],
  // AWS's template has iam:PassRole too; but the call takes no role: its model has one already.
  'sagemaker:createTransformJob': [...sageMaker('TransformJob', 'transform-job', 'TransformJobName', 'StepFunctionsGetEventsForSageMakerTransformJobsRule')],
  // unconfirmed from here: no templates. The names of the rules are those that AWS's samples and CDK use; of labeling jobs none is known.
  'sagemaker:createHyperParameterTuningJob': [...sageMaker('HyperParameterTuningJob', 'hyper-parameter-tuning-job', 'HyperParameterTuningJobName', 'StepFunctionsGetEventsForSageMakerTuningJobsRule'), pass('TrainingJobDefinition.RoleArn', SAGEMAKER_ROLE)],
  'sagemaker:createProcessingJob': [...sageMaker('ProcessingJob', 'processing-job', 'ProcessingJobName', 'StepFunctionsGetEventsForSageMakerProcessingJobsRule'), pass('RoleArn', SAGEMAKER_ROLE)],
  'sagemaker:createLabelingJob': [...sageMaker('LabelingJob', 'labeling-job', 'LabelingJobName', ''), pass('RoleArn', SAGEMAKER_ROLE)],
  'sagemaker:createModel': [call('sagemaker:CreateModel', 'arn:{p}:sagemaker:{r}:{a}:model/{ModelName}'), pass('ExecutionRoleArn', SAGEMAKER_ROLE)],
  'sagemaker:createEndpointConfig': [call('sagemaker:CreateEndpointConfig', 'arn:{p}:sagemaker:{r}:{a}:endpoint-config/{EndpointConfigName}')],
  'sagemaker:createEndpoint': [call('sagemaker:CreateEndpoint', 'arn:{p}:sagemaker:{r}:{a}:endpoint/{EndpointName}', 'arn:{p}:sagemaker:{r}:{a}:endpoint-config/{EndpointConfigName}')],
  'sagemaker:updateEndpoint': [call('sagemaker:UpdateEndpoint', 'arn:{p}:sagemaker:{r}:{a}:endpoint/{EndpointName}', 'arn:{p}:sagemaker:{r}:{a}:endpoint-config/{EndpointConfigName}')],
  'sqs:sendMessage': [call('sqs:SendMessage', 'arn:{p}:sqs:{r}:{a}:{QueueUrl|queue}')],
  'states:startExecution': [
    call('states:StartExecution', 'arn:{p}:states:{r}:{a}:stateMachine:{StateMachineArn}'),
    sync('states:DescribeExecution states:StopExecution', 'arn:{p}:states:{r}:{a}:execution:{StateMachineArn|execution}'), rule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
  ],
};
