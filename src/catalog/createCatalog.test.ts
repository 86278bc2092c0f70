import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { catalogOnDisk, indexOnDisk } from './testing/catalogOnDisk.ts';

const catalog = catalogOnDisk();
const found = (text: string) => catalog.searchActions(text, 1).map(({ resource }) => resource.replace('arn:aws:states:::', ''))[0];

describe('the committed catalog', () => {
  it('has every documented service, and says what it knows of each', () => {
    const count = (knowledge: string) => catalog.services.filter((service) => service.knowledge === knowledge).length;
    expect({ all: catalog.services.length, shapes: count('shapes'), names: count('names'), nothing: count('nothing') }).toEqual({ all: 420, shapes: 397, names: 14, nothing: 9 });
    expect(catalog.services.reduce((sum, { actions }) => sum + actions.size, 0)).toBeGreaterThan(18_000);
  });

  it('has an index below 100 kB', () => {
    expect(gzipSync(JSON.stringify(indexOnDisk()), { level: 9 }).length).toBeLessThan(100_000);
  });

  // Spellings that surprise, from the documented table.
  it.each([
    ['wafv2', 'Wafv2'], ['fsx', 'FSx'], ['iotsitewise', 'IoTSiteWise'], ['iot', 'Iot'], ['codeartifact', 'Codeartifact'], ['directory', 'Directory'], ['cloudwatchlogs', 'CloudWatchLogs'],
    ['elasticloadbalancingv2', 'ElasticLoadBalancingV2'], ['dynamodb', 'DynamoDb'], ['sfn', 'Sfn'], ['databasemigration', 'DatabaseMigration'], ['sagemakera2iruntime', 'SageMakerA2IRuntime'],
  ])('%s fails as %s.…', (service, errorPrefix) => {
    expect(catalog.service(service)?.errorPrefix).toBe(errorPrefix);
  });

  const table = '../shared/data/sfn-service-prefixes.json';
  it.skipIf(!existsSync(table))(`spells prefixes, titles and errors as AWS's table${existsSync(table) ? '' : ' (skipped: ../shared/data is not here)'}`, () => {
    const rows = (JSON.parse(readFileSync(table, 'utf8')) as { services: readonly { prefix: string; name: string; exceptionPrefix: string }[] }).services;
    expect(catalog.services.map(({ service, title, errorPrefix }) => [service, title, errorPrefix])).toEqual(rows.map(({ prefix, name, exceptionPrefix }) => [prefix, name, exceptionPrefix]));
  });
});

describe('findAction', () => {
  it.each([
    ['arn:aws:states:::aws-sdk:rds:describeDBInstances', { kind: 'known', of: 'sdk', errorPrefix: 'Rds', knowledge: 'shapes' }],
    ['arn:aws-cn:states:::aws-sdk:s3:getObject.waitForTaskToken', { kind: 'known', pattern: 'waitForTaskToken', patterns: ['request-response', 'waitForTaskToken'] }],
    ['arn:aws:states:::states:startExecution.sync:2', { kind: 'known', of: 'optimized', pattern: 'sync:2', errorPrefix: 'StepFunctions' }],
    ['arn:aws:states:::http:invoke', { kind: 'known', of: 'optimized', patterns: ['request-response'] }],
    ['arn:aws:lambda:us-east-1:123456789012:function:f', { kind: 'lambda' }],
    ['arn:aws:states:us-east-1:123456789012:activity:a', { kind: 'activity' }],
    ['not an arn', { kind: 'other' }],
    ['arn:aws:states:::aws-sdk:s3:ListBuckets', { kind: 'unknown-action', near: 'listBuckets' }],
    ['arn:aws:states:::aws-sdk:s3:getObjekt', { kind: 'unknown-action', near: 'getObject' }],
    ['arn:aws:states:::dynamodb:query', { kind: 'unknown-action', title: 'Amazon DynamoDB' }],
    ['arn:aws:states:::aws-sdk:cloudwatchlog:putLogEvents', { kind: 'unknown-service', near: 'cloudwatchlogs' }],
    ['arn:aws:states:::aws-sdk:lambda:invokeAsync', { kind: 'unsupported', action: 'invokeAsync' }],
    ['arn:aws:states:::aws-sdk:mwaaserverless:anything', { kind: 'free-text' }],
    ['arn:aws:states:::aws-sdk:constructor:x', { kind: 'unknown-service' }],
    ['arn:aws:states:::aws-sdk:wickr:listUsers', { kind: 'known', knowledge: 'names' }],
  ])('%s', (resource, wanted) => {
    expect(catalog.findAction(resource)).toMatchObject(wanted);
  });

  it('knows every optimized integration of the documentation, with its patterns', () => {
    const file = '../shared/data/sfn-optimized-integrations.json';
    if (!existsSync(file)) return;
    const { integrations } = JSON.parse(readFileSync(file, 'utf8')) as { integrations: readonly { resourceService: string; errorPrefix: string; apis: readonly { action: string; patterns: readonly string[] }[] }[] };
    const suffix: { readonly [pattern: string]: string } = { RUN_JOB: 'sync', WAIT_FOR_TASK_TOKEN: 'waitForTaskToken', REQUEST_RESPONSE: 'request-response' };
    for (const { resourceService, errorPrefix, apis } of integrations) {
      for (const { action, patterns } of apis) {
        const answer = catalog.findAction(`arn:aws:states:::${resourceService}:${action}`);
        expect(answer).toMatchObject({ kind: 'known', of: 'optimized', errorPrefix });
        expect(answer.kind === 'known' && answer.patterns).toEqual(expect.arrayContaining(patterns.map((pattern) => suffix[pattern])));
      }
    }
  });
});

describe('searchActions', () => {
  it.each([
    ['lambda', 'lambda:invoke'],
    ['call function', 'lambda:invoke'],
    ['put item', 'dynamodb:putItem'],
    ['s3 get object', 'aws-sdk:s3:getObject'],
    ['upload object', 'aws-sdk:s3:putObject'],
    ['queue send', 'sqs:sendMessage'],
    ['publish', 'sns:publish'],
    ['run task', 'ecs:runTask'],
    ['nested workflow', 'states:startExecution'],
    ['describeDBInstances', 'aws-sdk:rds:describeDBInstances'],
    ['arn:aws:states:::aws-sdk:ec2:describeInstances', 'aws-sdk:ec2:describeInstances'],
    ['send email', 'aws-sdk:sesv2:sendEmail'],
    ['remove bucket', 'aws-sdk:s3:deleteBucket'],
    ['secret get value', 'aws-sdk:secretsmanager:getSecretValue'],
    ['ssm parameter', 'aws-sdk:ssm:getParameter'],
    ['terminate vm', 'aws-sdk:ec2:terminateInstances'],
    ['webhook', 'http:invoke'],
  ])('%s', (text, best) => {
    expect(found(text)).toBe(best);
  });

  it('answers nothing where a word is found nowhere, and no more than asked', () => {
    expect(catalog.searchActions('dynamodb xyzzy')).toEqual([]);
    expect(catalog.searchActions('  ')).toEqual([]);
    expect(catalog.searchActions('get', 7)).toHaveLength(7);
  });
});
