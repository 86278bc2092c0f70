import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { iamOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import type { JsonObject } from '../lib/Json.ts';
import { machinePolicy, type MachinePolicyOptions } from './machinePolicy.ts';
import { servicesIn } from './needs/machineNeeds.ts';
import { listOf, type PolicyStatement } from './policyTypes.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const base: MachinePolicyOptions = { region: 'us-east-1', stateMachineArn: MACHINE };

function policyOf(states: { readonly [name: string]: JsonObject }, changes: Partial<MachinePolicyOptions> = {}, top: JsonObject = {}) {
  const tree = parse(JSON.stringify({ ...top, StartAt: 'A', States: states }), 'json');
  const facts = new Map(servicesIn(tree).flatMap((service) => {
    const file = iamOnDisk(service);
    return file ? [[service, file] as const] : [];
  }));
  return machinePolicy(tree, { ...base, ...changes }, facts);
}
const task = (resource: string, Parameters: JsonObject = {}, more: JsonObject = {}): JsonObject => ({ Type: 'Task', Resource: resource.startsWith('arn:') ? resource : `arn:aws:states:::${resource}`, Parameters, End: true, ...more });

/** `ACTION on ARN`, one line for each pair, so that how they are grouped does not matter. */
const lines = (statements: readonly PolicyStatement[]): readonly string[] =>
  statements.flatMap(({ Action, Resource }) => listOf(Action).flatMap((action) => listOf(Resource).map((resource) => `${action} on ${resource}`))).toSorted();
const allowed = (resource: string, parameters: JsonObject = {}): readonly string[] => lines(policyOf({ A: task(resource, parameters) }).document.Statement);
const rule = (name: string): readonly string[] => ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'].map((action) => `${action} on arn:aws:events:us-east-1:123456789012:rule/${name}`);
const HERE = 'us-east-1:123456789012';
const ROLE = 'arn:aws:iam::123456789012:role/Job';

describe('I9: each integration has what AWS documents for it', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['lambda:invoke', { FunctionName: 'ship' }, [`lambda:InvokeFunction on arn:aws:lambda:${HERE}:function:ship`]],
    ['lambda:invoke', { FunctionName: `arn:aws:lambda:${HERE}:function:ship`, Qualifier: 'live' }, [`lambda:InvokeFunction on arn:aws:lambda:${HERE}:function:ship:live`]],
    ['lambda:invoke.waitForTaskToken', { FunctionName: '111122223333:function:ship' }, ['lambda:InvokeFunction on arn:aws:lambda:us-east-1:111122223333:function:ship']],
    [`arn:aws:lambda:${HERE}:function:direct`, {}, [`lambda:InvokeFunction on arn:aws:lambda:${HERE}:function:direct`]],
    ['dynamodb:getItem', { TableName: 'orders' }, [`dynamodb:GetItem on arn:aws:dynamodb:${HERE}:table/orders`]],
    ['dynamodb:putItem', { 'TableName.$': '$.t' }, [`dynamodb:PutItem on arn:aws:dynamodb:${HERE}:table/*`]],
    ['sns:publish', { TopicArn: `arn:aws:sns:${HERE}:news` }, [`sns:Publish on arn:aws:sns:${HERE}:news`]],
    ['sns:publish', { PhoneNumber: '+100', Message: 'x' }, ['sns:Publish on *']],
    ['sqs:sendMessage', { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' }, ['sqs:SendMessage on arn:aws:sqs:eu-west-1:111122223333:jobs']],
    ['sqs:sendMessage.waitForTaskToken', { 'QueueUrl.$': '$.q' }, [`sqs:SendMessage on arn:aws:sqs:${HERE}:*`]],
    ['events:putEvents', { Entries: [{ EventBusName: 'mine' }, { Source: 'x' }] }, [`events:PutEvents on arn:aws:events:${HERE}:event-bus/default`, `events:PutEvents on arn:aws:events:${HERE}:event-bus/mine`]],
    ['states:startExecution', { StateMachineArn: `arn:aws:states:${HERE}:stateMachine:child` }, [`states:StartExecution on arn:aws:states:${HERE}:stateMachine:child`]],
    ...['sync', 'sync:2'].map((suffix): readonly [string, JsonObject, readonly string[]] => [`states:startExecution.${suffix}`, { StateMachineArn: `arn:aws:states:${HERE}:stateMachine:child` }, [
      ...rule('StepFunctionsGetEventsForStepFunctionsExecutionRule'), `states:DescribeExecution on arn:aws:states:${HERE}:execution:child:*`,
      `states:StartExecution on arn:aws:states:${HERE}:stateMachine:child`, `states:StopExecution on arn:aws:states:${HERE}:execution:child:*`,
    ]]),
    ['apigateway:invoke', { ApiEndpoint: 'abc.execute-api.us-east-1.amazonaws.com', Method: 'GET', Stage: 'prod', Path: '/pets/1', AuthType: 'IAM_ROLE' }, [`execute-api:Invoke on arn:aws:execute-api:${HERE}:abc/prod/GET/pets/1`]],
    ['apigateway:invoke', { ApiEndpoint: 'abc.execute-api.us-east-1.amazonaws.com', Method: 'GET' }, []],
    ['batch:submitJob', {}, ['batch:SubmitJob on *']],
    ['batch:submitJob.sync', {}, ['batch:DescribeJobs on *', 'batch:SubmitJob on *', 'batch:TerminateJob on *', ...rule('StepFunctionsGetEventsForBatchJobsRule')]],
    ['ecs:runTask.sync', { TaskDefinition: `arn:aws:ecs:${HERE}:task-definition/job:3` }, ['ecs:DescribeTasks on *', `ecs:RunTask on arn:aws:ecs:${HERE}:task-definition/job:3`, 'ecs:StopTask on *', ...rule('StepFunctionsGetEventsForECSTaskRule')]],
    ['ecs:runTask', { TaskDefinition: 'job', Overrides: { TaskRoleArn: ROLE } }, [`ecs:RunTask on arn:aws:ecs:${HERE}:task-definition/job:*`, `iam:PassRole on ${ROLE}`]],
    ['glue:startJobRun.sync', { JobName: 'etl' }, ['glue:BatchStopJobRun on *', 'glue:GetJobRun on *', 'glue:GetJobRuns on *', 'glue:StartJobRun on *']],
    ['databrew:startJobRun.sync', { Name: 'x' }, ['ListJobRuns', 'StartJobRun', 'StopJobRun'].map((name) => `databrew:${name} on arn:aws:databrew:${HERE}:job/*`)],
    ['codebuild:startBuild.sync', { ProjectName: 'p' }, [...['BatchGetBuilds', 'StartBuild', 'StopBuild'].map((name) => `codebuild:${name} on arn:aws:codebuild:${HERE}:project/p`), ...rule('StepFunctionsGetEventForCodeBuildStartBuildRule')]],
    ['codebuild:stopBuild', { Id: 'p:0a1b' }, [`codebuild:StopBuild on arn:aws:codebuild:${HERE}:project/p`]],
    ['codebuild:batchGetReports', { ReportArns: [`arn:aws:codebuild:${HERE}:report/group:1`] }, [`codebuild:BatchGetReports on arn:aws:codebuild:${HERE}:report-group/group`]],
    ['elasticmapreduce:addStep.sync', { ClusterId: 'j-1', Step: {} }, [...['AddJobFlowSteps', 'CancelSteps', 'DescribeStep'].map((name) => `elasticmapreduce:${name} on arn:aws:elasticmapreduce:${HERE}:cluster/j-1`), ...rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule')]],
    ['elasticmapreduce:createCluster', { ServiceRole: 'emr' }, ['elasticmapreduce:RunJobFlow on *', 'iam:PassRole on arn:aws:iam::123456789012:role/emr']],
    ['emr-serverless:startJobRun.sync', { ApplicationId: 'app', ExecutionRoleArn: ROLE }, [
      `emr-serverless:CancelJobRun on arn:aws:emr-serverless:${HERE}:/applications/app/jobruns/*`, `emr-serverless:GetJobRun on arn:aws:emr-serverless:${HERE}:/applications/app/jobruns/*`,
      `emr-serverless:StartJobRun on arn:aws:emr-serverless:${HERE}:/applications/app`, ...rule('StepFunctionsGetEventsForEMRServerlessJobRule'), `iam:PassRole on ${ROLE}`,
    ]],
    ['sagemaker:createTrainingJob.sync', { TrainingJobName: 'tune', RoleArn: ROLE }, [
      ...rule('StepFunctionsGetEventsForSageMakerTrainingJobsRule'), `iam:PassRole on ${ROLE}`, ...['CreateTrainingJob', 'DescribeTrainingJob'].map((name) => `sagemaker:${name} on arn:aws:sagemaker:${HERE}:training-job/tune*`),
      'sagemaker:ListTags on *', `sagemaker:StopTrainingJob on arn:aws:sagemaker:${HERE}:training-job/tune*`,
    ]],
    ['bedrock:invokeModel', { ModelId: 'anthropic.claude-v2' }, ['bedrock:InvokeModel on arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2']],
    ['bedrock:invokeModel', { 'ModelId.$': '$.m' }, ['bedrock:InvokeModel on arn:aws:bedrock:us-east-1:123456789012:provisioned-model/*', 'bedrock:InvokeModel on arn:aws:bedrock:us-east-1::foundation-model/*']],
    ['bedrock:invokeModel', { ModelId: 'us.meta.llama', Input: { S3Uri: 's3://in/a.json' } }, [`bedrock:InvokeModel on arn:aws:bedrock:${HERE}:inference-profile/us.meta.llama`, 'bedrock:InvokeModel on arn:aws:bedrock:*::foundation-model/meta.llama', 's3:GetObject on arn:aws:s3:::in/a.json']],
    ['mediaconvert:createJob', { Role: ROLE }, [`iam:PassRole on ${ROLE}`, ...['jobTemplates', 'presets', 'queues'].map((kind) => `mediaconvert:CreateJob on arn:aws:mediaconvert:${HERE}:${kind}/*`)]],
    ['eks:call', { ClusterName: 'c' }, []],
    [`arn:aws:states:${HERE}:activity:pack`, {}, []],
  ])('%s %j', (resource, parameters, expected) => {
    expect(allowed(resource, parameters)).toEqual([...expected].toSorted());
  });

  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['aws-sdk:sqs:receiveMessage', { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs' }, [`sqs:ReceiveMessage on arn:aws:sqs:${HERE}:jobs`]],
    ['aws-sdk:sqs:sendMessageBatch', { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs' }, [`sqs:SendMessage on arn:aws:sqs:${HERE}:jobs`]],
    ['aws-sdk:s3:getObject', { Bucket: 'b', Key: 'dir/k.json' }, ['s3:GetObject on arn:aws:s3:::b/dir/k.json']],
    ['aws-sdk:s3:listObjectsV2', { Bucket: 'b' }, ['s3:ListBucket on arn:aws:s3:::b']],
    ['aws-sdk:s3:headObject', { Bucket: 'b', 'Key.$': '$.k' }, ['s3:GetObject on arn:aws:s3:::b/*']],
    ['aws-sdk:s3:copyObject', { Bucket: 'to', Key: 'k', CopySource: 'from/k' }, ['s3:GetObject on arn:aws:s3:::from/k', 's3:PutObject on arn:aws:s3:::to/k']],
    ['aws-sdk:lambda:invoke', { FunctionName: 'ship' }, [`lambda:InvokeFunction on arn:aws:lambda:${HERE}:function:ship`]],
    ['aws-sdk:dynamodb:query', { TableName: 'orders' }, [`dynamodb:Query on arn:aws:dynamodb:${HERE}:table/orders`]],
    ['aws-sdk:secretsmanager:getSecretValue', { SecretId: 'api' }, [`secretsmanager:GetSecretValue on arn:aws:secretsmanager:${HERE}:secret:api-??????`]],
    ['aws-sdk:ssm:getParameter', { Name: '/app/key' }, [`ssm:GetParameter on arn:aws:ssm:${HERE}:parameter/app/key`]],
    ['aws-sdk:sfn:describeExecution', { ExecutionArn: `arn:aws:states:${HERE}:execution:child:1` }, [`states:DescribeExecution on arn:aws:states:${HERE}:execution:child:1`]],
    ['aws-sdk:sfn:listExecutions', { 'StateMachineArn.$': '$$.StateMachine.Id' }, [`states:ListExecutions on ${MACHINE}`]],
    ['aws-sdk:ec2:describeInstances', {}, ['ec2:DescribeInstances on *']],
    ['aws-sdk:eventbridge:putEvents', { Entries: [{ EventBusName: 'mine' }] }, [`events:PutEvents on arn:aws:events:${HERE}:event-bus/mine`]],
    ['aws-sdk:cloudwatchlogs:createLogStream', { LogGroupName: 'g', LogStreamName: 's' }, [`logs:CreateLogStream on arn:aws:logs:${HERE}:log-group:g:log-stream:s`]],
  ])('%s %j', (resource, parameters, expected) => {
    expect(allowed(resource, parameters)).toEqual([...expected].toSorted());
  });

  it('binds a role that is passed to the service that may take it', () => {
    const { document } = policyOf({ A: task('emr-containers:startJobRun.sync', { VirtualClusterId: 'v', ExecutionRoleArn: ROLE }), B: task('sagemaker:createTrainingJob', { RoleArn: ROLE }) });
    expect(document.Statement.find(({ Action }) => Action === 'emr-containers:StartJobRun')?.Condition).toEqual({ StringEquals: { 'emr-containers:ExecutionRoleArn': ROLE } });
    expect(document.Statement.find(({ Action }) => Action === 'iam:PassRole')?.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } });
  });
});

describe('I10: what cannot be known is said', () => {
  const remark = (state: JsonObject) => policyOf({ A: state }).remarks[0];
  it.each([
    ['an action that IAM has under no name that is known', task('aws-sdk:glue:getSystemLogsForJobRun'), 'IAM has no action of the name glue:GetSystemLogsForJobRun'],
    ['API Gateway, whose actions in IAM are methods and paths', task('aws-sdk:apigateway:getRestApis'), 'by method and path'],
    ['a service that the catalog does not have', task('aws-sdk:nosuch:thing'), 'not known here'],
    ['a Resource that is filled in on deployment', task('arn:x', {}, { Resource: '${Fn.Arn}' }), 'filled in when the workflow is deployed (${Fn.Arn})'],
    ['an optimized action that does not exist', task('sqs:nothing'), 'is not documented'],
  ])('%s', (_, state, text) => {
    expect(remark(state)).toMatchObject({ state: 'A', tone: 'unknown' });
    expect(remark(state)?.text).toContain(text);
    expect(policyOf({ A: state }).parts).toEqual([]);
  });

  it('notes each resource that is computed, with the fixed parts kept', () => {
    const { parts } = policyOf({ A: { Type: 'Task', QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::aws-sdk:s3:putObject', Arguments: { Bucket: 'b', Key: '{% "out/" & $states.input.id & ".json" %}' }, End: true } });
    expect(parts[0]?.statement.Resource).toBe('arn:aws:s3:::b/out/*.json');
    expect(parts[0]?.notes[0]).toContain('A: Key is known only when the workflow runs');
  });

  it('reads the account and region of CloudFormation as those of the machine', () => {
    expect(allowed('lambda:invoke', { FunctionName: 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}' })).toEqual([`lambda:InvokeFunction on arn:aws:lambda:${HERE}:function:*`]);
    expect(allowed('arn:${AWS::Partition}:states:::dynamodb:getItem', { TableName: 't' })).toEqual([`dynamodb:GetItem on arn:aws:dynamodb:${HERE}:table/t`]);
  });

  it('takes arguments that are missing for the whole input', () => {
    const { parts } = policyOf({ A: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', End: true } });
    expect(parts[0]).toMatchObject({ statement: { Resource: `arn:aws:dynamodb:${HERE}:table/*` }, notes: [expect.stringContaining('TableName')] });
  });
});

describe('a distributed Map', () => {
  const map = (fields: JsonObject): JsonObject => ({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'I', States: { I: task('sns:publish', { TopicArn: `arn:aws:sns:${HERE}:n` }) } }, End: true, ...fields });
  const children = ['states:DescribeExecution', 'states:StopExecution'].map((action) => `${action} on arn:aws:states:${HERE}:execution:Orders:*`);
  const own = [...children, `states:StartExecution on ${MACHINE}`, `sns:Publish on arn:aws:sns:${HERE}:n`];
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['starts executions of its own machine', {}, []],
    ['reads one object', { ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'in', Key: 'a.csv' } } }, ['s3:GetObject on arn:aws:s3:::in/a.csv']],
    ['lists a bucket', { ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'in', Prefix: 'x/' } } }, ['s3:ListBucket on arn:aws:s3:::in']],
    ['loads what it lists', { ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', ReaderConfig: { Transformation: 'LOAD_AND_FLATTEN' }, Parameters: { Bucket: 'in', Prefix: 'x/' } } }, ['s3:ListBucket on arn:aws:s3:::in', 's3:GetObject on arn:aws:s3:::in/x/*']],
    ['writes results', { ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'r' } } }, ['AbortMultipartUpload', 'GetObject', 'ListMultipartUploadParts', 'PutObject'].map((name) => `s3:${name} on arn:aws:s3:::out/r/*`)],
  ])('%s', (_, fields, more) => {
    expect(lines(policyOf({ A: map(fields) }).document.Statement)).toEqual([...own, ...more].toSorted());
  });
  it('needs nothing more than its items when it is inline', () => {
    expect(policyOf({ A: map({ ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } } }) }).parts).toEqual([]);
  });
});

describe('the policy of a machine', () => {
  it('merges statements only where nothing more becomes allowed, each with its states', () => {
    const table = (action: string, TableName: string) => task(`dynamodb:${action}`, { TableName });
    const { parts } = policyOf({ A: table('getItem', 'one'), B: table('putItem', 'one'), C: table('getItem', 'two'), D: table('getItem', 'two') });
    expect(parts.map(({ statement, states }) => [statement.Action, statement.Resource, states])).toEqual([
      [['dynamodb:GetItem', 'dynamodb:PutItem'], `arn:aws:dynamodb:${HERE}:table/one`, ['A', 'B']],
      ['dynamodb:GetItem', `arn:aws:dynamodb:${HERE}:table/two`, ['C', 'D']],
    ]);
    expect(new Set(parts.map(({ statement }) => statement.Sid)).size).toBe(2);
  });

  it('has the logs and the traces when they are on', () => {
    const sids = (changes: Partial<MachinePolicyOptions>) => policyOf({ A: { Type: 'Succeed' } }, changes).parts.map(({ statement }) => statement.Sid);
    expect(sids({})).toEqual([]);
    expect(sids({ logging: true, tracing: true })).toEqual(['LogsCreateLogDelivery', 'XrayPutTraceSegments']);
  });

  it('leaves what a role in Credentials needs to that role', () => {
    const { document, others } = policyOf({ A: task('sqs:sendMessage', { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/999900001111/q' }, { Credentials: { RoleArn: 'arn:aws:iam::999900001111:role/Far' } }) });
    expect(lines(document.Statement)).toEqual(['sts:AssumeRole on arn:aws:iam::999900001111:role/Far']);
    expect(others).toMatchObject([{ role: 'arn:aws:iam::999900001111:role/Far', states: ['A'] }]);
    expect(lines(others[0]?.document.Statement ?? [])).toEqual(['sqs:SendMessage on arn:aws:sqs:us-east-1:999900001111:q']);
  });

  it('has the partition of the region', () => {
    expect(lines(policyOf({ A: task('dynamodb:getItem', { TableName: 't' }) }, { region: 'cn-north-1' }).document.Statement)).toEqual(['dynamodb:GetItem on arn:aws-cn:dynamodb:cn-north-1:123456789012:table/t']);
  });

  it('says when it is longer than a role takes', () => {
    const states = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`S${at}`, task('lambda:invoke', { FunctionName: `a-function-with-a-rather-long-name-${at}-`.repeat(2) })]));
    expect(policyOf(states).notes[0]).toContain('10,240');
  });
});
