import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { createEditorStore } from './createEditorStore.ts';
import { memoryServices } from './testing/memoryServices.ts';
import { soon } from './testing/soon.ts';
import { besideOf } from './besideOf.ts';
import type { TestRun, TestWay } from './EditorState.ts';

const A = 'A' as StateId;
const answered = (output: string): TestStateOutcome => ({ kind: 'answered', response: { status: 'SUCCEEDED', output }, extras: {} });
const open = () => createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', format: 'json', text: JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }) });

/** AWS as far as the store sees it; `answer` ends the test. */
function awsWay() {
  const seen: { stopped: boolean; tell: (part: Partial<TestRun>) => void; answer: (outcome: TestStateOutcome) => void } = { stopped: false, tell: () => {}, answer: () => {} };
  const way: TestWay = {
    route: 'aws',
    request: (here) => ({ ...here, roleArn: 'arn:aws:iam::111122223333:role/r' }),
    start: (_run, _entry, tell) => {
      seen.tell = tell;
      return { outcome: new Promise((resolve) => (seen.answer = resolve)), stop: () => (seen.stopped = true) };
    },
  };
  return { seen, way };
}
const settled = (store: ReturnType<typeof open>, phase: TestRun['phase']) => soon(() => expect(store.getState().runs[A]?.phase).toBe(phase));

describe('a test another way', () => {
  it('is a run like any other: its request, what it waits for, its answer', async () => {
    const store = open();
    const { seen, way } = awsWay();
    store.getState().actions.startTestBy(A, way);
    expect(store.getState().runs[A]).toMatchObject({ phase: 'running', route: 'aws', request: { roleArn: 'arn:aws:iam::111122223333:role/r' } });
    seen.tell({ waiting: 'Two tests stand before this one' });
    expect(store.getState().runs[A]?.waiting).toBe('Two tests stand before this one');
    seen.answer(answered('{}'));
    await settled(store, 'done');
    expect(store.getState().runs[A]).toMatchObject({ outcome: answered('{}') });
  });

  it('is stopped, and what comes later counts no more', async () => {
    const store = open();
    const { seen, way } = awsWay();
    store.getState().actions.startTestBy(A, way);
    store.getState().actions.stopTest(A);
    expect(seen.stopped).toBe(true);
    seen.answer(answered('{}'));
    await Promise.resolve();
    expect(store.getState().runs[A]).toMatchObject({ phase: 'stopped' });
    expect(store.getState().runs[A]?.outcome).toBeUndefined();
  });

  it('waits for the person where the switch stands on AWS: nothing runs', () => {
    const store = open();
    const { actions } = store.getState();
    actions.setTestsOn('aws');
    actions.startTest(A);
    expect([store.getState().awsAsked, store.getState().runs[A]]).toEqual([A, undefined]);
    actions.endAwsAsked();
    expect(store.getState().awsAsked).toBeNull();
  });

  it('stands beside the answer from here, both ways, until the test changes', async () => {
    const store = open();
    const { actions } = store.getState();
    actions.startTest(A);
    await settled(store, 'done');
    const here = store.getState().runs[A]?.outcome;
    const { seen, way } = awsWay();
    actions.startTestBy(A, way);
    seen.answer(answered('{"from":"AWS"}'));
    await settled(store, 'done');
    expect(store.getState().runs[A]?.beside).toEqual({ route: 'local', outcome: here });
    actions.startTest(A);
    await settled(store, 'done');
    expect(store.getState().runs[A]?.beside).toEqual({ route: 'aws', outcome: answered('{"from":"AWS"}') });
    actions.setInput('A' as StateName, '{"other":1}');
    actions.startTest(A);
    expect(store.getState().runs[A]?.beside).toBeUndefined();
  });
});

describe('besideOf', () => {
  const run = (route: TestRun['route'], outcome?: TestStateOutcome): TestRun => ({ id: '1', state: A, phase: 'done', startedAt: 0, request: { definition: '{}' }, route, fingerprint: 'f', ...(outcome === undefined ? {} : { outcome }) });
  const refused: TestStateOutcome = { kind: 'refused', exception: { name: 'ValidationException', message: 'no' } };
  const notPerformed: TestStateOutcome = { kind: 'not-performed', reason: { kind: 'stopped', message: 'x' }, partial: undefined };
  it.each<{ what: string; before: TestRun | undefined; route: TestRun['route']; beside: unknown }>([
    { what: 'nothing came before', before: undefined, route: 'aws', beside: undefined },
    { what: 'the same side', before: run('mock', answered('1')), route: 'bridge', beside: undefined },
    { what: 'a refusal of the other side', before: run('aws', refused), route: 'local', beside: { route: 'aws', outcome: refused } },
    { what: 'no answer of the other side', before: run('aws', notPerformed), route: 'local', beside: undefined },
    { what: 'a test that runs', before: run('aws'), route: 'local', beside: undefined },
  ])('$what', ({ before, route, beside }) => expect(besideOf(before, { fingerprint: 'f', route }).beside).toEqual(beside));
});
