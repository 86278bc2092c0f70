import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../asl/json/parseJson.ts';
import { indexStates } from '../../../asl/states.ts';
import { type AwsUse, grantsOf, isAllowed, whatItDoes } from './awsConsent.ts';
import type { AwsChoice } from './keptAwsChoice.ts';

function entryOf(state: object) {
  const [entry] = indexStates(parseJson(JSON.stringify({ StartAt: 'A', States: { A: state } }))).all;
  if (!entry) throw new Error('no state');
  return entry;
}
const task = (resource: string) => entryOf({ Type: 'Task', Resource: resource, End: true });
const CHOICE: AwsChoice = { profile: 'shop', region: 'eu-west-1', roleArn: 'arn:aws:iam::111122223333:role/r', endpoint: '' };

describe('whatItDoes', () => {
  it.each<[string, AwsUse]>([
    ['arn:aws:states:::dynamodb:getItem', 'reads'],
    ['arn:aws:states:::aws-sdk:s3:listBuckets', 'reads'],
    ['arn:aws:states:::aws-sdk:dynamodb:query', 'reads'],
    ['arn:aws-cn:states:::aws-sdk:dynamodb:batchGetItem', 'reads'],
    ['arn:aws:states:::dynamodb:putItem', 'acts'],
    ['arn:aws:states:::lambda:invoke', 'acts'],
    ['arn:aws:states:::http:invoke', 'acts'],
    ['arn:aws:states:::aws-sdk:sqs:receiveMessage', 'acts'],
    ['arn:aws:states:::glue:startJobRun.sync', 'acts'],
    ['arn:aws:lambda:eu-west-1:111122223333:function:getAll', 'acts'],
    ['${Function}', 'acts'],
  ])('%s %s', (resource, use) => expect(whatItDoes(task(resource), { definition: '{}' })).toBe(use));

  it('computes with a mock, and for every state that is no task', () => {
    expect(whatItDoes(task('arn:aws:states:::lambda:invoke'), { definition: '{}', mock: { result: '1' } })).toBe('computes');
    expect(whatItDoes(entryOf({ Type: 'Pass', End: true }), { definition: '{}' })).toBe('computes');
  });
});

describe('what a yes allows', () => {
  it.each<{ what: string; use: AwsUse; alsoReads: boolean; then: { readonly [U in AwsUse]: boolean } }>([
    { what: 'a test that computes', use: 'computes', alsoReads: false, then: { computes: true, reads: false, acts: false } },
    { what: 'a read, this once', use: 'reads', alsoReads: false, then: { computes: true, reads: false, acts: false } },
    { what: 'reads of this workflow', use: 'reads', alsoReads: true, then: { computes: true, reads: true, acts: false } },
    { what: 'an action', use: 'acts', alsoReads: true, then: { computes: true, reads: false, acts: false } },
  ])('$what', ({ use, alsoReads, then }) => {
    const grants = grantsOf('flow', CHOICE, use, alsoReads);
    for (const next of ['computes', 'reads', 'acts'] as const) expect([next, isAllowed(grants, 'flow', CHOICE, next)]).toEqual([next, then[next]]);
  });

  it.each<{ what: string; workflow?: string; change?: Partial<AwsChoice> }>([
    { what: 'another workflow', workflow: 'other' },
    { what: 'another profile', change: { profile: 'prod' } },
    { what: 'another region', change: { region: 'us-east-1' } },
    { what: 'another role', change: { roleArn: '' } },
    { what: 'another endpoint', change: { endpoint: 'http://127.0.0.1:8083' } },
  ])('is asked again for $what', ({ workflow = 'flow', change = {} }) => {
    expect(isAllowed(grantsOf('flow', CHOICE, 'reads', true), workflow, { ...CHOICE, ...change }, 'reads')).toBe(false);
  });
});
