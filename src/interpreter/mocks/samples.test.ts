import { describe, expect, it } from 'vitest';
import { readShapes } from '../../catalog/readShapes.ts';
import { catalogOnDisk, readerOnDisk, serviceOnDisk } from '../../catalog/testing/catalogOnDisk.ts';
import { sampleResponse } from '../../catalog/sampleResponse.ts';
import { shapeProblem } from './shapeProblem.ts';

// Every tenth: all of them take as long as many other tests together.
const services = catalogOnDisk().services.filter(({ knowledge }) => knowledge === 'shapes').filter((_, index) => index % 10 === 0);

describe('samples of responses', () => {
  it('pass AWS\'s strictest check, whatever the action', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { service, actions } of services) {
      const shapes = readShapes(serviceOnDisk(service));
      for (const action of actions) {
        const shape = shapes.response(action);
        if (!shape || !shapes.request(action)) wrong.push(`${service}:${action} has no shape`);
        const problem = shape && shapeProblem(shape, sampleResponse(shape), true);
        if (problem) wrong.push(`${service}:${action} ${problem}`);
        checked++;
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(1_000);
  });

  it.each([
    ['sqs:sendMessage', { MessageId: expect.any(String), Md5OfMessageBody: expect.any(String) }],
    ['aws-sdk:dynamodb:getItem', { Item: { key: { S: expect.any(String) } } }],
    ['aws-sdk:s3:listBuckets', { Buckets: [{ Name: expect.any(String), CreationDate: '2026-01-01T00:00:00Z' }] }],
    ['states:startExecution.sync:2', { ExecutionArn: expect.any(String), Status: 'SUCCEEDED' }],
    ['glue:startJobRun.sync', { Id: expect.any(String) }],
    ['batch:submitJob.sync', { JobName: expect.any(String) }],
  ])('%s', async (resource, wanted) => {
    expect(await readerOnDisk.sampleFor(`arn:aws:states:::${resource}`)).toMatchObject(wanted);
  });

  it('are not made where the result comes from elsewhere', async () => {
    for (const resource of ['aws-sdk:sqs:sendMessage.waitForTaskToken', 'http:invoke', 'aws-sdk:nothing:here', 'aws-sdk:s3:nothing', 'aws-sdk:../x:y']) {
      expect(await readerOnDisk.sampleFor(`arn:aws:states:::${resource}`)).toBeUndefined();
    }
  });
});

describe('errors of an action', () => {
  it.each([
    ['aws-sdk:s3:getObject', ['S3.NoSuchKeyException', 'S3.S3Exception', 'S3.SdkClientException']],
    ['aws-sdk:rds:describeDBInstances', ['Rds.DbInstanceNotFoundException', 'Rds.RdsException']],
    ['aws-sdk:dynamodb:putItem', ['DynamoDb.ConditionalCheckFailedException', 'DynamoDb.DynamoDbException']],
    ['dynamodb:putItem', ['DynamoDB.ConditionalCheckFailedException', 'DynamoDB.AmazonDynamoDBException']],
    ['lambda:invoke', ['Lambda.TooManyRequestsException', 'Lambda.SdkClientException']],
    ['aws-sdk:secretsmanager:getSecretValue', ['SecretsManager.ResourceNotFoundException', 'SecretsManager.SecretsManagerException']],
  ])('%s', async (resource, wanted) => {
    expect(await readerOnDisk.errorsOf(`arn:aws:states:::${resource}`)).toEqual(expect.arrayContaining(wanted));
  });
});
