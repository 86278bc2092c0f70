/** Actions as people look for them when they do not search. `arn:aws:states:::` is left out. */
export const ACTION_GROUPS: readonly { readonly group: string; readonly actions: readonly string[] }[] = [
  { group: 'Most popular', actions: ['lambda:invoke', 'sns:publish', 'sqs:sendMessage', 'dynamodb:getItem', 'dynamodb:putItem', 'dynamodb:updateItem', 'ecs:runTask.sync', 'states:startExecution.sync:2', 'aws-sdk:s3:getObject', 'events:putEvents'] },
  { group: 'Compute', actions: ['lambda:invoke', 'ecs:runTask', 'ecs:runTask.sync', 'batch:submitJob.sync', 'eks:runJob.sync', 'aws-sdk:ec2:startInstances', 'aws-sdk:ec2:stopInstances', 'codebuild:startBuild.sync'] },
  { group: 'Database', actions: ['dynamodb:getItem', 'dynamodb:putItem', 'dynamodb:updateItem', 'dynamodb:deleteItem', 'aws-sdk:dynamodb:query', 'aws-sdk:dynamodb:batchWriteItem', 'aws-sdk:rdsdata:executeStatement', 'aws-sdk:redshiftdata:executeStatement'] },
  { group: 'Storage', actions: ['aws-sdk:s3:getObject', 'aws-sdk:s3:putObject', 'aws-sdk:s3:copyObject', 'aws-sdk:s3:deleteObject', 'aws-sdk:s3:listObjectsV2'] },
  { group: 'Data and analytics', actions: ['glue:startJobRun.sync', 'athena:startQueryExecution.sync', 'athena:getQueryResults', 'elasticmapreduce:addStep.sync', 'emr-serverless:startJobRun.sync', 'databrew:startJobRun.sync', 'aws-sdk:kinesis:putRecord'] },
  { group: 'Messages and events', actions: ['sns:publish', 'sqs:sendMessage', 'sqs:sendMessage.waitForTaskToken', 'events:putEvents', 'aws-sdk:sesv2:sendEmail', 'aws-sdk:scheduler:createSchedule'] },
  { group: 'Machine learning', actions: ['bedrock:invokeModel', 'aws-sdk:bedrockruntime:converse', 'sagemaker:createTrainingJob.sync', 'sagemaker:createTransformJob.sync', 'aws-sdk:textract:analyzeDocument', 'aws-sdk:rekognition:detectLabels', 'aws-sdk:transcribe:startTranscriptionJob', 'aws-sdk:translate:translateText', 'aws-sdk:comprehend:detectSentiment'] },
  { group: 'Security and settings', actions: ['aws-sdk:secretsmanager:getSecretValue', 'aws-sdk:ssm:getParameter', 'aws-sdk:kms:encrypt', 'aws-sdk:kms:decrypt', 'aws-sdk:sts:assumeRole'] },
  { group: 'Workflows and APIs', actions: ['states:startExecution', 'states:startExecution.sync:2', 'states:startExecution.waitForTaskToken', 'apigateway:invoke'] },
];
