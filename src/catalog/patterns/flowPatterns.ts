import { context, input, TASK_TOKEN } from './dialect.ts';
import type { StatesPattern } from './Pattern.ts';
import { call, catchAll, catches, END, failed, go, invoke, retry } from './services.ts';

/** Ways of working through many things, waiting and asking. */
export const FLOW_PATTERNS: readonly StatesPattern[] = [
  {
    id: 'scatter-gather', name: 'Scatter and gather', text: 'Ask for each item at once, then put the answers together',
    words: 'map parallel aggregate fan out fan in collect each item',
    machine: (d) => ({
      StartAt: 'Ask for each item',
      States: {
        'Ask for each item': {
          Type: 'Map', ...d.items('items'), MaxConcurrency: 10,
          ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Ask', States: { Ask: invoke(d, 'AskFunction', 'answer', END) } },
          ...d.keep('answers'), ...go('Gather answers'),
        },
        'Gather answers': invoke(d, 'GatherFunction', 'gathered', END),
      },
    }),
  },
  {
    id: 'human-approval', name: 'Human approval', text: 'Send a task token, wait for the decision, go on or stop',
    words: 'callback waitForTaskToken manual confirm review wait token sns email',
    machine: (d) => ({
      StartAt: 'Ask for approval',
      States: {
        'Ask for approval': call(d, 'sns:publish.waitForTaskToken', { TopicArn: '${ApprovalTopicArn}', Message: { request: input(), taskToken: TASK_TOKEN } }, d.keep('decision'), { TimeoutSeconds: 86_400 }, catches(d, ['States.Timeout'], 'Nobody answered'), go('Approved?')),
        'Approved?': { Type: 'Choice', Choices: [d.rule({ path: 'decision.approved', is: 'equal', value: true, next: 'Go on' })], Default: 'Rejected' },
        'Go on': { Type: 'Pass', ...END },
        Rejected: failed('Approval.Rejected', 'The request was not approved.'),
        'Nobody answered': failed('Approval.TimedOut', 'Nobody answered within a day.'),
      },
    }),
  },
  {
    id: 'poll', name: 'Poll until done', text: 'Start a job, look at it every 30 seconds, go on when it is done',
    words: 'wait loop status check job asynchronous transcribe',
    machine: (d) => ({
      StartAt: 'Start job',
      States: {
        'Start job': call(d, 'aws-sdk:transcribe:startTranscriptionJob', { TranscriptionJobName: context('Execution.Name'), IdentifyLanguage: true, Media: { MediaFileUri: '${MediaFileUri}' } }, d.keep('job'), go('Wait for job')),
        'Wait for job': { Type: 'Wait', Seconds: 30, ...go('Get job') },
        'Get job': call(d, 'aws-sdk:transcribe:getTranscriptionJob', { TranscriptionJobName: context('Execution.Name') }, d.keep('job'), retry(['Transcribe.LimitExceededException', 'Transcribe.InternalFailureException'], 5, 5), go('Job done?')),
        'Job done?': {
          Type: 'Choice',
          Choices: [
            d.rule({ path: 'job.TranscriptionJob.TranscriptionJobStatus', is: 'equal', value: 'COMPLETED', next: 'Use result' }),
            d.rule({ path: 'job.TranscriptionJob.TranscriptionJobStatus', is: 'equal', value: 'FAILED', next: 'Job failed' }),
          ],
          Default: 'Wait for job',
        },
        'Use result': { Type: 'Pass', ...END },
        'Job failed': failed('Job.Failed', 'The job ended as FAILED.'),
      },
    }),
  },
  {
    id: 'fan-out-s3', name: 'Fan out over S3 objects', text: 'A distributed Map: one child execution for each batch of objects',
    words: 'distributed map bucket list objects files batch large parallel',
    machine: (d) => ({
      StartAt: 'For each object',
      States: {
        'For each object': {
          Type: 'Map',
          ItemReader: d.reader('arn:aws:states:::s3:listObjectsV2', { Bucket: '${BucketName}', Prefix: '${Prefix}' }),
          ItemBatcher: { MaxItemsPerBatch: 100 },
          MaxConcurrency: 100, ToleratedFailurePercentage: 5,
          ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, StartAt: 'Process objects', States: { 'Process objects': invoke(d, 'ProcessFunction', 'processed', END) } },
          ResultWriter: d.reader('arn:aws:states:::s3:putObject', { Bucket: '${ResultsBucketName}', Prefix: 'results' }),
          ...d.keep('results'), ...END,
        },
      },
    }),
  },
  {
    id: 'worker-queue', name: 'Work queue with callback', text: 'Put work on a queue, wait until a worker says it is done',
    words: 'sqs waitForTaskToken heartbeat worker asynchronous callback',
    machine: (d) => ({
      StartAt: 'Queue work',
      States: {
        'Queue work': call(d, 'sqs:sendMessage.waitForTaskToken', { QueueUrl: '${QueueUrl}', MessageBody: { work: input(), taskToken: TASK_TOKEN } }, d.keep('done'), { TimeoutSeconds: 3600, HeartbeatSeconds: 300 }, catchAll(d, 'Worker failed'), END),
        'Worker failed': failed('Worker.Failed', 'The worker failed, or was not heard of for five minutes.'),
      },
    }),
  },
  {
    id: 'nested', name: 'Nested workflow', text: 'Run another state machine and go on with its output',
    words: 'child execution startExecution sync sub workflow reuse',
    machine: (d) => ({
      StartAt: 'Run workflow',
      States: {
        // The name of the member is AWS's: it links the two executions in the console.
        'Run workflow': call(d, 'states:startExecution.sync:2', { StateMachineArn: '${StateMachineArn}', Input: { input: input(), AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: context('Execution.Id') } }, d.keep('child'), catches(d, ['States.TaskFailed'], 'Workflow failed'), END),
        'Workflow failed': failed('Child.Failed', 'The nested workflow did not succeed.'),
      },
    }),
  },
];
