import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { indexStates } from '../asl/states.ts';
import { readerOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import type { Json } from '../lib/Json.ts';
import { createActionChecks } from './actionChecks.ts';
import { withActionProblems } from './withActionProblems.ts';
import { sdkResource } from './rules/actions/taskResource.ts';

const checks = createActionChecks(readerOnDisk);
const check = async (resource: string, fields: { readonly [name: string]: Json } = {}) => {
  const state = { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${resource}`, End: true, ...fields };
  const problems = await checks.check(parse(JSON.stringify({ StartAt: 'A', States: { A: state } }), 'json'));
  return problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
};

describe('names', () => {
  it.each([
    ['s3:getObject', null],
    ['s3:getObject.waitForTaskToken', null],
    ['s3:getObjekt', 'warning unknown-action: Amazon S3 has no action called getObjekt. Did you mean getObject?'],
    ['s3:ListBuckets', 'error unknown-action: Step Functions spells this action listBuckets, with a small first letter.'],
    ['s3:frobnicate', 'warning unknown-action: Amazon S3 has no action called frobnicate. Check its name'],
    ['DynamoDB:getItem', 'error unknown-service: Step Functions spells this service dynamodb: small letters and digits only.'],
    ['secretmanager:getSecretValue', 'warning unknown-service: No AWS SDK integration is called secretmanager. Did you mean secretsmanager?'],
    ['lambda:invokeAsync', 'error unsupported-action: Step Functions does not support invokeAsync of'],
    ['ecs:runTask.sync', 'error sdk-pattern: An AWS SDK integration cannot wait for a job: remove .sync,'],
    ['batch:cancelJobs', 'warning new-action: cancelJobs of'],
    ['mwaaserverless:whatever', null],
    ['wickr:listUsers', null],
  ])('%s', async (resource, wanted) => {
    const said = await check(resource);
    if (wanted === null) expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringContaining(wanted)]);
  });
});

describe('parameters', () => {
  const get = (Parameters: Json) => check('s3:getObject', { Parameters });
  it('are spelled as Step Functions spells them', async () => {
    expect(await get({ bucket: 'b', 'key.$': '$.k' })).toEqual(['error member-casing: Step Functions spells this parameter of s3:getObject Bucket.', 'error member-casing: Step Functions spells this parameter of s3:getObject Key.']);
    expect(await check('rds:describeDBInstances', { Parameters: { DBInstanceIdentifier: 'x' } })).toEqual(['error member-casing: Step Functions spells this parameter of rds:describeDBInstances DbInstanceIdentifier.']);
  });
  it('that no action has are a warning', async () => {
    expect(await get({ Bucket: 'b', Key: 'k', Vesion: 'x' })).toEqual([expect.stringContaining('warning unknown-member: s3:getObject has no parameter called Vesion.')]);
  });
  it('that must be there are missed, at any depth, unless they may come from elsewhere', async () => {
    expect(await get({ Bucket: 'b' })).toEqual(['error missing-member: s3:getObject needs Key. Add it.']);
    expect(await check('s3:deleteObjects', { Parameters: { Bucket: 'b', Delete: { Objects: [{ Key: 'k' }, { VersionId: 'v' }] } } })).toEqual(['error missing-member: s3:deleteObjects needs Key in Delete.Objects. Add it.']);
    expect(await get({ 'Bucket.$': '$.b', 'Key.$': '$.k' })).toEqual([]);
    expect(await check('s3:getObject')).toEqual([]);
    expect(await check('s3:getObject', { QueryLanguage: 'JSONata', Arguments: '{% $states.input %}' })).toEqual([]);
    expect(await check('s3:getObject', { QueryLanguage: 'JSONata', Arguments: { Bucket: 'b' } })).toEqual(['error missing-member: s3:getObject needs Key. Add it.']);
    expect(await get({ Bucket: 'b', '${Rest}': '' })).toEqual([]);
  });
  it('with keys of their own are left alone', async () => {
    expect(await check('dynamodb:getItem', { Parameters: { TableName: 't', Key: { id: { S: '1' }, 'other.$': '$.x' } } })).toEqual([]);
    expect(await check('dynamodb:putItem', { Parameters: { TableName: 't', Item: { list: { L: [{ M: { deep: { Ss: ['a'] } } }] } } } })).toEqual([]);
    expect(await check('dynamodb:putItem', { Parameters: { TableName: 't', Item: { set: { SS: ['a'] } } } })).toEqual([expect.stringContaining('Step Functions spells this parameter of dynamodb:putItem Ss.')]);
  });
});

it('says nothing where the catalog cannot be had, and answers at once when it is there', async () => {
  const tree = parse(JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:nope', End: true } } }), 'json');
  expect(await createActionChecks({ catalog: async () => undefined, shapes: async () => undefined }).check(tree)).toEqual([]);
  await checks.check(tree);
  expect(checks.check(tree)).toEqual([expect.objectContaining({ code: 'unknown-action', pointer: '/States/A/Resource', state: 'A' })]);
});

it('does not say again what another rule has said of the same place', async () => {
  const tree = parse(JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:ListBuckets', End: true } } }), 'json');
  const [mine] = await checks.check(tree);
  if (!mine) throw new Error('nothing was found');
  const theirs = { ...mine, code: 'sdk-action-case' };
  expect(withActionProblems([theirs], [mine])).toEqual([theirs]);
  expect(withActionProblems([{ ...theirs, severity: 'info', code: 'other' }], [mine])).toHaveLength(2);
});

const CORPUS = '../shared/corpus';
const here = existsSync(CORPUS);

describe.skipIf(!here)(here ? 'real definitions' : 'real definitions (skipped: ../shared/corpus is not here)', () => {
  it('call nothing unknown and miss nothing', async () => {
    let calls = 0;
    const wrong: string[] = [];
    for (const file of readdirSync(CORPUS).filter((name) => name.endsWith('.asl.json'))) {
      const tree = parse(readFileSync(`${CORPUS}/${file}`, 'utf8'), 'json');
      calls += indexStates(tree).all.filter((state) => sdkResource(state) !== null).length;
      for (const { severity, pointer, message } of await checks.check(tree)) wrong.push(`${file} ${severity} ${pointer}: ${message}`);
    }
    console.log(`${calls} calls of AWS SDK integrations`);
    expect(wrong).toEqual([]);
  });
});
