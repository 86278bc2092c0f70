import { describe, expect, it } from 'vitest';
import type { StateName } from '../../asl/names.ts';
import { machine } from '../../asl/testing/edit.ts';
import { createEditorStore } from '../createEditorStore.ts';
import { memoryServices } from '../testing/memoryServices.ts';
import { openSaved } from './openSaved.ts';

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true };
const A = 'A' as StateName;
const B = 'B' as StateName;

function store() {
  const made = createEditorStore(memoryServices(), { text: machine({ A: { ...task, End: undefined as unknown as true, Next: 'B' }, B: task }), name: 'order', draftId: 'draft' });
  const { actions } = made.getState();
  actions.setTests(JSON.stringify({ version: 1, mocks: { B: { result: 2 } }, tests: [{ name: 'plain', state: 'A', input: { n: 1 }, expect: {} }, { name: 'mocked', state: 'A', mock: { result: { ok: true } }, expect: {} }] }));
  actions.setInput(A, '{"mine": true}');
  actions.setMock(A, { enabled: true, mock: { result: '"mine"' } });
  actions.setMock(B, { enabled: true, mock: { result: '"also mine"' } });
  actions.setDefinition(A, { text: '{"Type":"Pass","End":true}', base: '' });
  return made;
}

describe('openSaved', () => {
  it('shows the test and nothing that stood in the panel, and gives that back', () => {
    const { getState } = store();
    const before = getState().sidecar;
    expect(openSaved(getState(), 'plain')).toBeNull();
    const { sidecar, toasts } = getState();
    expect(sidecar.inputs[A]).toBe('{"n":1}');
    expect(sidecar.mocks[A]).toMatchObject({ enabled: false, mock: { result: '"mine"' } });
    expect(sidecar.definitions).toEqual({});
    expect(sidecar.mocks[B], 'a state that is not tested keeps its mock').toEqual(before.mocks[B]);
    toasts.at(-1)?.action?.run();
    expect(getState().sidecar).toEqual({ ...before, conditions: {}, contexts: { A: '' }, variables: { A: '' } });
  });

  it('takes the mock of the test', () => {
    const { getState } = store();
    openSaved(getState(), 'mocked');
    expect(getState().sidecar.mocks[A]).toMatchObject({ enabled: true, mock: { result: '{\n  "ok": true\n}' } });
  });
});
