import { OPTIMIZED, optimizedAction } from '../../catalog/optimized.ts';
import { optimizedResource, readResource } from '../../catalog/resource.ts';
import type { KnownParameter, KnownResource } from '../Suggestion.ts';

/** What people reach for, likeliest first; the other actions follow. */
const TITLES: { readonly [action: string]: string } = {
  'lambda:invoke': 'Invoke a Lambda function',
  'http:invoke': 'Call an HTTPS endpoint',
  'dynamodb:getItem': 'Get an item from DynamoDB',
  'dynamodb:putItem': 'Put an item into DynamoDB',
  'dynamodb:updateItem': 'Change an item in DynamoDB',
  'dynamodb:deleteItem': 'Delete an item from DynamoDB',
  'sqs:sendMessage': 'Send a message to Amazon SQS',
  'sns:publish': 'Publish to Amazon SNS',
  'events:putEvents': 'Put events on EventBridge',
  'states:startExecution': 'Start a Step Functions execution',
  'apigateway:invoke': 'Call an API Gateway endpoint',
  'ecs:runTask': 'Run an Amazon ECS task',
  'batch:submitJob': 'Submit an AWS Batch job',
  'glue:startJobRun': 'Start an AWS Glue job',
  'databrew:startJobRun': 'Start a DataBrew job',
  'athena:startQueryExecution': 'Start an Athena query',
  'athena:stopQueryExecution': 'Stop an Athena query',
  'athena:getQueryExecution': 'Look at an Athena query',
  'athena:getQueryResults': 'Get the results of an Athena query',
  'codebuild:startBuild': 'Start a CodeBuild build',
  'codebuild:startBuildBatch': 'Start a CodeBuild batch',
  'bedrock:invokeModel': 'Call a model on Amazon Bedrock',
  'sagemaker:createTrainingJob': 'Train a model on SageMaker',
  'sagemaker:createTransformJob': 'Run a SageMaker transform job',
  'sagemaker:createProcessingJob': 'Run a SageMaker processing job',
  'elasticmapreduce:createCluster': 'Create an EMR cluster',
  'elasticmapreduce:addStep': 'Add a step to an EMR cluster',
  'elasticmapreduce:terminateCluster': 'End an EMR cluster',
  'mediaconvert:createJob': 'Convert media',
};

const PATTERN: { readonly [pattern: string]: string } = { sync: 'and wait until it is done', 'sync:2': 'and wait until it is done (its output as JSON)', waitForTaskToken: 'and wait for the task token' };

const OTHERS = Object.entries(OPTIMIZED).flatMap(([service, { actions }]) => Object.keys(actions).map((action) => `${service}:${action}`)).filter((id) => !Object.hasOwn(TITLES, id));

export const OPTIMIZED_RESOURCES: readonly KnownResource[] = [...Object.keys(TITLES), ...OTHERS].flatMap((id) => {
  const [service = '', action = ''] = id.split(':');
  const title = TITLES[id] ?? `${OPTIMIZED[service]?.title ?? service}: ${action}`;
  const arn = optimizedResource(service, action);
  return [{ arn, title }, ...(optimizedAction(service, action)?.patterns ?? []).map((pattern) => ({ arn: `${arn}.${pattern}`, title: `${title} ${PATTERN[pattern]}` }))];
});

/** The resources an ItemReader and a ResultWriter take. */
export const READER_RESOURCES: readonly KnownResource[] = [
  { arn: 'arn:aws:states:::s3:getObject', title: 'Read one file from Amazon S3' },
  { arn: 'arn:aws:states:::s3:listObjectsV2', title: 'List the files of an Amazon S3 bucket' },
];
export const WRITER_RESOURCES: readonly KnownResource[] = [{ arn: 'arn:aws:states:::s3:putObject', title: 'Write to Amazon S3' }];

export const titleOfResource = (resource: string): string | undefined => OPTIMIZED_RESOURCES.find(({ arn }) => arn === resource.replace(/^arn:aws[\w-]*:states:[^:]*:[^:]*:/, 'arn:aws:states:::'))?.title;

/** What an optimized action takes, required members first; undefined where that is not known. */
export function parametersOf(resource: string): readonly KnownParameter[] | undefined {
  const read = readResource(resource);
  const action = read.kind === 'optimized' ? optimizedAction(read.service, read.action) : undefined;
  return (action?.parameters ?? action?.usual)?.map((name) => (action?.required?.includes(name) ? { name, required: true } : { name }));
}
