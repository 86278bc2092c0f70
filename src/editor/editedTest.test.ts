import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import { createEditorStore } from './createEditorStore.ts';
import { selectIsStale } from './selectors/test.ts';
import { memoryServices } from './testing/memoryServices.ts';
import { soon } from './testing/soon.ts';

const MACHINE = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 'written', End: true }, Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true } } });
const A = 'A' as StateId & StateName;
const CALL = 'Call' as StateId & StateName;
const opened = () => createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: MACHINE, format: 'json' });

describe('a test of an edited definition', () => {
  it('takes what was typed, says so, and is stale once that is discarded', async () => {
    const store = opened();
    const { actions } = store.getState();
    actions.setDefinition(A, { text: '{ "Type": "Pass", "Result": "typed", "End": true }', base: '' });
    actions.startTest(A);
    await soon(() => expect(store.getState().runs[A]?.phase).toBe('done'));
    expect(store.getState().runs[A]).toMatchObject({ edited: true, outcome: { response: { output: '"typed"' } } });
    expect(selectIsStale(A)(store.getState())).toBe(false);
    actions.setDefinition(A, null);
    expect(selectIsStale(A)(store.getState())).toBe(true);
    expect(store.getState().text).toBe(MACHINE);
  });

  it('runs the inside that was typed, and is stale when a mock of that changes', async () => {
    const store = opened();
    const { actions } = store.getState();
    const inner = { StartAt: 'New', States: { New: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } } };
    actions.setDefinition(A, { text: JSON.stringify({ Type: 'Parallel', Branches: [inner], End: true }), base: '' });
    actions.setMock('New' as StateName, { enabled: true, mock: { result: '"mocked"' } });
    actions.startTest(A);
    await soon(() => expect(store.getState().runs[A]?.outcome).toMatchObject({ response: { output: '["mocked"]' } }));
    expect(selectIsStale(A)(store.getState())).toBe(false);
    actions.setMock('New' as StateName, { enabled: true, mock: { result: '2' } });
    expect(selectIsStale(A)(store.getState())).toBe(true);
  });

  it('does not begin while it cannot be read', () => {
    const store = opened();
    store.getState().actions.setDefinition(A, { text: '{', base: '' });
    store.getState().actions.startTest(A);
    expect(store.getState().runs).toEqual({});
    expect(store.getState().toasts.at(-1)).toMatchObject({ tone: 'error', text: expect.stringContaining('line 1') });
  });
});

describe('a test that reveals secrets', () => {
  it('asks for it where something is sent, and not with a mock', () => {
    const store = opened();
    const { actions } = store.getState();
    actions.setRevealSecrets(CALL, true);
    actions.startTest(CALL);
    expect(store.getState().runs[CALL]?.request.revealSecrets).toBe(true);
    actions.setMock(CALL, { enabled: true, mock: { result: '{}' } });
    actions.startTest(CALL);
    expect(store.getState().runs[CALL]?.request.revealSecrets).toBeUndefined();
    actions.setRevealSecrets(CALL, false);
    expect(store.getState().revealing).toEqual([]);
  });
});
