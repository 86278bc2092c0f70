import { describe, expect, it } from 'vitest';
import type { StateId } from '../asl/names.ts';
import { parse } from '../asl/parse.ts';
import { findState } from '../asl/states.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { sidecarFrom } from './sidecarFrom.ts';
import { testRequestFor } from './testRequest.ts';

const text = JSON.stringify({
  StartAt: 'Ask',
  States: {
    Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
    Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true },
  },
});

const requestOf = (state: string, sidecar: unknown = null) => {
  const entry = findState(parse(text, 'json'), state as StateId);
  if (!entry) throw new Error(`${state} is not in the text`);
  return testRequestFor({ format: 'json', text }, entry, sidecarFrom(sidecar));
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
});
