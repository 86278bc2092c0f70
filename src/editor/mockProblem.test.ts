import { describe, expect, it } from 'vitest';
import { parseJson } from '../asl/json/parseJson.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import { machine } from '../asl/testing/edit.ts';
import type { Shape } from '../catalog/Shape.ts';
import { checkedResource, mockProblem } from './mockProblem.ts';
import { sampleMock } from './sampleMock.ts';

const BRANCH = { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } };
const states = {
  Task: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true },
  Http: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true },
  Wait: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true },
  Both: { Type: 'Parallel', Branches: [BRANCH, { StartAt: 'In2', States: { In2: { Type: 'Pass', End: true } } }], End: true },
  Each: { Type: 'Map', ItemProcessor: { StartAt: 'In3', States: { In3: { Type: 'Pass', End: true } } }, End: true },
  Write: { Type: 'Map', ItemProcessor: { StartAt: 'In4', States: { In4: { Type: 'Pass', End: true } } }, ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' }, End: true },
};
const all = indexStates(parseJson(machine(states))).all;
const entryOf = (name: string): StateEntry => {
  const found = all.find((entry) => entry.name === name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};
const SHAPE: Shape = { is: 'structure', required: ['MessageId'], members: { MessageId: { is: 'string' } } };

describe('mockProblem', () => {
  it.each([
    { what: 'a task that gives null', state: 'Task', mock: { result: 'null' }, says: 'Mocked result must be a valid JSON object.' },
    { what: 'a required field', state: 'Task', mock: { result: '{}' }, says: "Mock result schema validation error: Required field 'MessageId' is missing" },
    { what: 'no required field at PRESENT', state: 'Task', mock: { result: '{}', fieldValidationMode: 'PRESENT' as const }, says: null },
    { what: 'the kind of a field at PRESENT', state: 'Task', mock: { result: '{"MessageId":1}', fieldValidationMode: 'PRESENT' as const }, says: "Mock result schema validation error: Field 'MessageId' must be a string" },
    { what: 'nothing at NONE', state: 'Task', mock: { result: '{"MessageId":1}', fieldValidationMode: 'NONE' as const }, says: null },
    { what: 'a branch too few', state: 'Both', mock: { result: '[1]' }, says: 'Mocked result must contain the same number of items as number of Parallel branches.' },
    { what: 'a Map that gives no list', state: 'Each', mock: { result: '{}' }, says: 'Mocked result must be an array.' },
    { what: 'a Map that writes its results', state: 'Write', mock: { result: '[]' }, says: 'Mocked result must be a JSON object.' },
    { what: 'an error without a name', state: 'Task', mock: { errorOutput: { cause: 'x' } }, says: 'An error was not specified in the mocked error output.' },
    { what: 'nothing of text that is still typed', state: 'Task', mock: { result: '{ "Mess' }, says: null },
  ])('sees $what', ({ state, mock, says }) => {
    expect(mockProblem(entryOf(state), mock, SHAPE)).toBe(says);
  });

  it.each(['Both', 'Each', 'Write'])('has nothing against the sample of %s', (state) => {
    expect(mockProblem(entryOf(state), sampleMock(entryOf(state)), null)).toBeNull();
  });

  it('looks at the response only where AWS does', () => {
    expect(['Task', 'Http', 'Wait', 'Each'].map((state) => checkedResource(entryOf(state)))).toEqual(['arn:aws:states:::sqs:sendMessage', null, null, null]);
  });
});
