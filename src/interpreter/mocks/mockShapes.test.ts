import { describe, expect, it } from 'vitest';
import type { Environment } from '../environment.ts';
import { testState } from '../testState.ts';
import type { Shape } from '../../catalog/Shape.ts';

const table: Shape = { is: 'structure', members: { TableName: { is: 'string', min: 3 } }, required: ['TableName'] };
const asked: string[] = [];
const world = (responseShape: NonNullable<Environment['responseShape']>): Environment => ({ dialect: 'studio', responseShape, ports: { now: () => 0, random: () => 0, id: () => 'id', perform: () => ({ kind: 'failure' }) } });
const shapes = world(async (resource) => {
  asked.push(resource);
  return resource.endsWith(':createTable') ? table : undefined;
});
const ask = (result: object, fieldValidationMode: 'STRICT' | 'PRESENT' | 'NONE', environment = shapes, resource = 'arn:aws:states:::aws-sdk:dynamodb:createTable') =>
  testState({ definition: JSON.stringify({ Type: 'Task', Resource: resource, End: true }), input: '{}', roleArn: 'arn:aws:iam::123456789012:role/r', mock: { result: JSON.stringify(result), fieldValidationMode } }, environment);
const refused = (message: string) => ({ kind: 'refused', exception: { name: 'ValidationException', message: `Mock result schema validation error: ${message}` } });

describe('shapes from outside', () => {
  it('validate a mock, later too', async () => {
    expect(await ask({}, 'STRICT')).toEqual(refused("Required field 'TableName' is missing"));
    expect(await ask({}, 'PRESENT')).toMatchObject({ kind: 'answered', extras: {} });
    expect(await ask({ TableName: 'a' }, 'PRESENT')).toEqual(refused("Field 'TableName' is smaller than the minimum length"));
    expect(await ask({ TableName: 1 }, 'NONE')).toMatchObject({ kind: 'answered', response: { status: 'SUCCEEDED' } });
    expect(new Set(asked)).toEqual(new Set(['arn:aws:states:::aws-sdk:dynamodb:createTable']));
  });

  it('a mock that nobody can check is said to be unchecked, and a source that fails is as none', async () => {
    const unchecked = { kind: 'answered', extras: { awsWouldSay: expect.stringContaining('has no description of it yet') } };
    expect(await ask({}, 'STRICT', shapes, 'arn:aws:states:::aws-sdk:dynamodb:deleteTable')).toMatchObject(unchecked);
    expect(await ask({}, 'STRICT', world(() => Promise.reject(new Error('offline'))))).toMatchObject(unchecked);
    expect(await ask({ TableName: 'abc' }, 'STRICT')).toMatchObject({ extras: {} });
  });
});
