import { describe, expect, it } from 'vitest';
import type { StateId } from '../asl/names.ts';
import { parse } from '../asl/parse.ts';
import { findState } from '../asl/states.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { sidecarFrom } from './sidecarFrom.ts';
import { testedState } from './testedState.ts';
import { testRequestFor } from './testRequest.ts';

const text = JSON.stringify({
  StartAt: 'Ask',
  States: {
    Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
    Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true },
    Fit: { Type: 'Pass', End: true },
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } }, End: true },
    Read: { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject' }, ItemProcessor: { StartAt: 'In2', States: { In2: { Type: 'Pass', End: true } } }, End: true },
  },
});

const requestOf = (state: string, sidecar: unknown = null) => {
  const entry = findState(parse(text, 'json'), state as StateId);
  if (!entry) throw new Error(`${state} is not in the text`);
  return testRequestFor(parse(text, 'json'), entry, sidecarFrom(sidecar));
};

describe('testRequestFor', () => {
  it('takes the sample that the panel shows where a task cannot be called from here', () => {
    expect(requestOf('Ask')).toMatchObject({ ok: true, value: { mock: { result: expect.stringContaining('"StatusCode": 200') } } });
  });

  it('takes the answer that a person wrote instead', () => {
    const mocks = { Ask: { enabled: true, mock: { result: '{ "StatusCode": 201 }' } } };
    expect(requestOf('Ask', { version: 1, mocks })).toMatchObject({ ok: true, value: { mock: { result: '{ "StatusCode": 201 }' } } });
  });

  it('fills in what stands for a placeholder in tests', () => {
    const document = '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Pause}, "Comment": "${Stage} ${Other}", "End": true}}}';
    const tree = parse(document, 'json');
    const entry = findState(tree, 'A' as StateId)!;
    const request = testRequestFor(tree, entry, sidecarFrom({ version: 1, substitutions: { Pause: '3', Stage: 'test' } }));
    expect(request.ok && (JSON.parse(request.value.definition) as unknown)).toEqual({ Type: 'Wait', Seconds: 3, Comment: 'test ${Other}', End: true });
  });

  it('sends a state of a YAML document as JSON', async () => {
    await loadYaml();
    const tree = parse('StartAt: A\nStates:\n  A: # first\n    Type: Pass\n    Result: 1.50\n    End: true\n', 'yaml');
    const request = testRequestFor(tree, findState(tree, 'A' as StateId)!, sidecarFrom(null));
    expect(request.ok && request.value.definition).toBe('{\n  "Type": "Pass",\n  "Result": 1.50,\n  "End": true\n}');
  });

  it('mocks no HTTP task that nobody mocked', () => {
    expect(requestOf('Call')).toMatchObject({ ok: true, value: expect.not.objectContaining({ mock: expect.anything() }) });
  });

  it.each([
    { what: 'the attempt of a task', state: 'Ask', more: {}, conditions: { retrierRetryCount: 2 }, sent: { retrierRetryCount: 2 } },
    { what: 'nothing for a state that cannot be retried', state: 'Fit', more: {}, conditions: { retrierRetryCount: 2 }, sent: undefined },
    { what: 'failed iterations of a mocked Map', state: 'Each', more: { mocks: { Each: { enabled: true, mock: { result: '[]' } } } }, conditions: { mapIterationFailureCount: 3 }, sent: { mapIterationFailureCount: 3 } },
    { what: 'none of a Map whose inside is run', state: 'Each', more: {}, conditions: { mapIterationFailureCount: 3, errorCausedByState: 'In' }, sent: undefined },
    { what: 'the state that failed, with a mocked error only', state: 'Each', more: { mocks: { Each: { enabled: true, mock: { errorOutput: { error: 'E' } } } } }, conditions: { errorCausedByState: 'In' }, sent: { errorCausedByState: 'In' } },
    { what: 'reader data of a Map that reads its items', state: 'Read', more: {}, conditions: { mapItemReaderData: '[1]' }, sent: { mapItemReaderData: '[1]' } },
    { what: 'no reader data where nothing reads', state: 'Each', more: {}, conditions: { mapItemReaderData: '[1]' }, sent: undefined },
  ])('sends $what', ({ state, more, conditions, sent }) => {
    const request = requestOf(state, { version: 1, conditions: { [state]: conditions }, ...more });
    expect(request.ok && request.value.stateConfiguration).toEqual(sent);
  });

  it('sends the context object that was typed', () => {
    expect(requestOf('Fit', { version: 1, contexts: { Fit: ' {"Execution": {}} ' } })).toMatchObject({ ok: true, value: { context: '{"Execution": {}}' } });
    expect(requestOf('Fit', { version: 1, contexts: { Fit: '  ' } })).toMatchObject({ ok: true, value: expect.not.objectContaining({ context: expect.anything() }) });
  });
});

describe('testedState', () => {
  const testedAs = (state: string, definition: string) => {
    const tree = parse(text, 'json');
    const sidecar = sidecarFrom({ version: 1, definitions: { [state]: { text: definition, base: '' } }, substitutions: { N: '7' } });
    const tested = testedState(tree, findState(tree, state as StateId)!, sidecar);
    return tested.ok ? { ...tested.value, request: testRequestFor(tested.value.document, tested.value.entry, sidecar) } : tested.error;
  };

  it('takes the edited definition, and what it now is', () => {
    const tested = testedAs('Ask', '{ "Type": "Pass", /* why */ "QueryLanguage": "JSONata", "Output": ${N}, "End": true }');
    if (typeof tested === 'string') throw new Error(tested);
    expect([tested.entry.id, tested.entry.type, tested.entry.language, tested.edited]).toEqual(['Ask', 'Pass', 'JSONata', true]);
    expect(tested.request.ok && (JSON.parse(tested.request.value.definition) as unknown)).toEqual({ Type: 'Pass', QueryLanguage: 'JSONata', Output: 7, End: true });
    // The state called a service and had a sample in its place; now it calls nothing.
    expect(tested.request).toMatchObject({ value: expect.not.objectContaining({ mock: expect.anything() }) });
  });

  it('knows the states inside an edited container', () => {
    const tested = testedAs('Each', '{ "Type": "Map", "ItemProcessor": { "StartAt": "New", "States": { "New": { "Type": "Pass", "End": true } } }, "End": true }');
    expect(typeof tested !== 'string' && tested.entry.inner[0]?.children.map(({ name }) => name)).toEqual(['New']);
  });

  it.each([['{ "Type": ', 'line 1'], ['{\n  "Type" "Pass"\n}', 'line 2'], ['[]', 'no state']])('says what is wrong with %j', (definition, says) => {
    expect(testedAs('Ask', definition)).toContain(says);
  });
});
