import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import { createEditorStore } from './createEditorStore.ts';
import { selectInput, selectRun, selectVariables } from './selectors/test.ts';
import { memoryServices } from './testing/memoryServices.ts';
import { soon } from './testing/soon.ts';
import { continueInto, walkTo } from './walk.ts';

const MACHINE = {
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Parameters: { n: 1 }, Assign: { v: 7 }, Next: 'B' },
    B: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'Call' }], Default: 'A' },
    Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { ApiEndpoint: 'https://example.com', Method: 'GET', Authentication: { ConnectionArn: 'arn:aws:events:eu-west-1:111122223333:connection/c/1' } }, Next: 'Both' },
    Both: { Type: 'Parallel', Branches: [{ StartAt: 'I', States: { I: { Type: 'Pass', Parameters: { i: 1 }, Next: 'J' }, J: { Type: 'Succeed' } } }], End: true },
  },
};
const opened = () => createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: JSON.stringify(MACHINE), format: 'json' });
type Store = ReturnType<typeof opened>;
const idOf = (store: Store, name: string): StateId => [...walkedIds(store)].find((id) => id.endsWith(name)) ?? (name as StateId);
const walkedIds = (store: Store): readonly StateId[] => Object.keys(store.getState().runs) as StateId[];
const done = (store: Store, id: StateId) => soon(() => {
  const run = selectRun(id)(store.getState());
  if (run?.phase !== 'done') throw new Error(`${id} is not done`);
  return run;
});
const A = 'A' as StateId;

describe('continueInto', () => {
  it('hands output and variables on, runs what sends nothing, and stops before what does', async () => {
    const store = opened();
    store.getState().actions.startTest(A);
    continueInto(store.getState(), await done(store, A));
    const atB = await done(store, 'B' as StateId);
    expect(JSON.parse(atB.request.input ?? '')).toEqual({ n: 1 });
    expect(JSON.parse(atB.request.variables ?? '')).toEqual({ v: 7 });
    continueInto(store.getState(), atB);
    expect(store.getState().selected).toEqual(['Call']);
    expect(JSON.parse(selectInput('Call' as StateName)(store.getState()))).toEqual({ n: 1 });
    expect(JSON.parse(selectVariables('Call' as StateName)(store.getState()))).toEqual({ v: 7 });
    expect(selectRun('Call' as StateId)(store.getState())).toBeUndefined();
    expect(walkTo(store.getState(), 'Call' as StateId)).toEqual(['A', 'B', 'Call']);
  });

  it('runs an HTTP task that has a mock, walks inside a Parallel, and an input typed before can be had back', async () => {
    const store = opened();
    const { actions } = store.getState();
    actions.setMock('Call' as StateName, { enabled: true, mock: { result: '{"StatusCode":200,"ResponseBody":{}}', fieldValidationMode: 'NONE' } });
    actions.setInput('J' as StateName, '{"mine":1}');
    actions.setInput('B' as StateName, '{"n":1}');
    actions.startTest('B' as StateId);
    continueInto(store.getState(), await done(store, 'B' as StateId));
    expect((await done(store, 'Call' as StateId)).route).toBe('mock');
    actions.startTest(idOf(store, 'I'));
    continueInto(store.getState(), await done(store, idOf(store, 'I')));
    expect(JSON.parse((await done(store, idOf(store, 'J'))).request.input ?? '')).toEqual({ i: 1 });
    store.getState().toasts.at(-1)?.action?.run();
    expect(selectInput('J' as StateName)(store.getState())).toBe('{"mine":1}');
  });

  it('a state that was run with other data since is no step of the walk', async () => {
    const store = opened();
    store.getState().actions.startTest(A);
    continueInto(store.getState(), await done(store, A));
    await done(store, 'B' as StateId);
    store.getState().actions.setInput('B' as StateName, '{"n":2}');
    store.getState().actions.startTest('B' as StateId);
    await done(store, 'B' as StateId);
    expect(walkTo(store.getState(), 'B' as StateId)).toEqual(['B']);
  });
});
