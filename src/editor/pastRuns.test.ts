import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import { createEditorStore } from './createEditorStore.ts';
import { MOST_PAST_RUNS, selectPastRuns } from './pastRuns.ts';
import { selectIsStale, selectRun } from './selectors/test.ts';
import { memoryServices } from './testing/memoryServices.ts';
import { soon } from './testing/soon.ts';

const A = 'A' as StateId;
const CALL = 'Call' as StateId;
const MACHINE = JSON.stringify({
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Next: 'Call' },
    Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { ApiEndpoint: 'https://example.com', Method: 'GET', Authentication: { ConnectionArn: 'arn:aws:events:eu-west-1:111122223333:connection/c/1' } }, End: true },
  },
});
const opened = () => createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: MACHINE, format: 'json' });
type Store = ReturnType<typeof opened>;
const settled = (store: Store, state = A, before?: string) => soon(() => {
  const run = selectRun(state)(store.getState());
  if (run?.phase !== 'done' || run.id === before) throw new Error('not done');
  return run;
});
async function tested(store: Store, input: string) {
  const before = selectRun(A)(store.getState())?.id;
  store.getState().actions.setInput('A' as StateName, input);
  store.getState().actions.startTest(A);
  return settled(store, A, before);
}
const past = (store: Store) => selectPastRuns(A)(store.getState());

describe('the runs of a state', () => {
  it('are remembered, the newest first, and never more than so many', async () => {
    const store = opened();
    for (let n = 0; n < MOST_PAST_RUNS + 3; n += 1) await tested(store, `${n}`);
    expect(past(store).map(({ request }) => request.input)).toEqual(Array.from({ length: MOST_PAST_RUNS }, (_, at) => `${MOST_PAST_RUNS + 2 - at}`));
    expect(past(store)[0]).toBe(selectRun(A)(store.getState()));
  });

  it('go with the state, and with the document', async () => {
    const store = opened();
    await tested(store, '1');
    store.getState().actions.typeText([{ offset: MACHINE.indexOf('"A":{') + 1, length: 1, text: 'B' }], 'typing');
    expect(store.getState().pastRuns).toEqual({});
    const other = opened();
    await tested(other, '1');
    other.getState().actions.openBlank();
    expect(other.getState().pastRuns).toEqual({});
  });

  it('run again with that very request; the answer is as stale as the old one', async () => {
    const store = opened();
    const old = await tested(store, '{"n":1}');
    const newer = await tested(store, '{"n":2}');
    store.getState().actions.runAgain(old);
    const again = await settled(store, A, newer.id);
    expect(again.request).toEqual(old.request);
    expect(again.outcome).toEqual(old.outcome);
    expect(selectIsStale(A)(store.getState())).toBe(true);
    store.getState().actions.setInput('A' as StateName, '{"n":1}');
    expect(selectIsStale(A)(store.getState())).toBe(false);
    expect(past(store)).toHaveLength(3);
  });

  it('of an HTTP task go through the same refusals: nothing is sent without a connection', async () => {
    const store = opened();
    store.getState().actions.startTest(CALL);
    const old = await settled(store, CALL);
    store.getState().actions.runAgain(old);
    const again = await settled(store, CALL, old.id);
    expect(again.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'no-connection' } });
    expect(store.getState().sent).toEqual([]);
  });
});
