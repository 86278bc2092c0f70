import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import { createEditorStore } from './createEditorStore.ts';
import { soon } from './testing/soon.ts';
import { memoryServices } from './testing/memoryServices.ts';
import type { StateMock } from './sidecar.ts';

const CALL = 'arn:aws:states:::lambda:invoke';
const MACHINE = JSON.stringify({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map', ToleratedFailureCount: 1, End: true,
      ItemProcessor: {
        StartAt: 'Load',
        States: {
          Load: { Type: 'Task', Resource: CALL, Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }], Next: 'Save' },
          Save: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true },
        },
      },
    },
  },
});

const result = (value: unknown): StateMock['mock'] => ({ result: JSON.stringify(value) });

async function tested(mocks: { readonly [state: string]: StateMock }, input = '[1,2]') {
  const store = createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: MACHINE, format: 'json' });
  const { actions } = store.getState();
  actions.setInput('Each' as StateName, input);
  for (const [state, mock] of Object.entries(mocks)) actions.setMock(state as StateName, mock);
  actions.startTest('Each' as StateId);
  await soon(() => expect(store.getState().runs['Each' as StateId]?.phase).toBe('done'));
  return store.getState().runs['Each' as StateId];
}

describe('a Map whose inside is run', () => {
  it('answers each call with the next answer of the mock of its own state', async () => {
    const run = await tested({ Load: { enabled: true, mock: result({ a: 1 }) }, Save: { enabled: true, mock: result('first'), then: [result('later')] } });
    expect(run?.outcome).toMatchObject({ extras: { visits: [{ state: 'Load', times: 2 }, { state: 'Save', times: 2 }] } });
    expect(run).toMatchObject({ route: 'local', outcome: { kind: 'answered', response: { status: 'SUCCEEDED', output: '["first","later"]' }, extras: { awsWouldSay: expect.stringContaining('does not support Map or Parallel') } } });
  });

  it('retries inside, in virtual time', async () => {
    const run = await tested({ Load: { enabled: true, mock: { errorOutput: { error: 'Busy' } }, then: [result(2)] }, Save: { enabled: true, mock: result('saved') } }, '[1]');
    expect(run?.outcome).toMatchObject({ kind: 'answered', response: { status: 'SUCCEEDED', output: '["saved"]' } });
  });

  it('sends nothing: the task that has no mock is named, and where to give it one', async () => {
    const run = await tested({ Load: { enabled: true, mock: result(1) }, Save: { enabled: false, mock: result('kept, not used') } });
    expect(run?.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'needs-mock', message: expect.stringMatching(/^Save, inside Each, calls arn:aws:states:::http:invoke.*select Save/) } });
  });

  it('leaves the error of an iteration that it tolerates, as a run does', async () => {
    const run = await tested({ Load: { enabled: true, mock: result(1) }, Save: { enabled: true, mock: result('ok'), then: [{ errorOutput: { error: 'Boom', cause: 'why' } }] } });
    expect(run?.outcome).toMatchObject({ kind: 'answered', response: { status: 'SUCCEEDED', output: '["ok",{"Error":"Boom","Cause":"why"}]' } });
  });
});
