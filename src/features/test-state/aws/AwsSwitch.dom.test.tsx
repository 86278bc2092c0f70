import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEditorStore } from '../../../editor/createEditorStore.ts';
import { selectIndex } from '../../../editor/selectors/document.ts';
import { memoryServices } from '../../../editor/testing/memoryServices.ts';
import { selectIsStale, selectRun } from '../../../editor/selectors/test.ts';
import type { StateId } from '../../../asl/names.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { EditorContext, useEditor } from '../../../editor/useEditor.ts';
import { type PageServices, ServicesContext } from '../../../editor/useServices.ts';
import type { AwsEvent, AwsIdentity } from '../../../protocol/aws.ts';
import type { AwsClient, AwsTested } from '../../../services/awsClient.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { ResultPane } from '../ResultPane.tsx';
import { TestControls } from '../TestControls.tsx';
import { awsRequestFor, placeOf } from './awsTest.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const INVOKE = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true };
const READ = { ...INVOKE, Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName: 't', Key: {} } };
const PASS = { Type: 'Pass', End: true };

/** The panel without the fields on its left, which measure themselves. */
function Panel({ entry }: { readonly entry: StateEntry }) {
  const run = useEditor(selectRun(entry.id));
  const stale = useEditor(selectIsStale(entry.id));
  return <><TestControls entry={entry} /><ResultPane entry={entry} run={run} stale={stale} onStart={() => undefined} /></>;
}

interface Aws {
  readonly calls: Parameters<AwsClient['testState']>[];
  /** Says what happens meanwhile to the call that is under way. */
  readonly tell: (event: AwsEvent) => void;
  readonly answer: (tested: AwsTested) => void;
}

function opened(state: object, identity: AwsIdentity = { kind: 'own', accountId: '444455556666' }) {
  const ends: ((tested: AwsTested) => void)[] = [];
  const aws: Aws = { calls: [], tell: (event) => act(() => aws.calls.at(-1)?.[3]?.(event)), answer: (tested) => ends.shift()?.(tested) };
  const client: AwsClient = {
    profiles: async () => ({ ok: true, value: { profiles: [{ name: 'shop', by: 'sso', region: 'us-west-2' }], roles: [ROLE], environment: { credentials: false } } }),
    identity: async () => ({ ok: true, value: identity }),
    testState: (...call) => {
      aws.calls.push(call);
      return new Promise((resolve) => ends.push(resolve));
    },
  };
  const text = JSON.stringify({ StartAt: 'Call', States: { Call: state } });
  const store = createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text, format: 'json' });
  store.setState({ bridge: { kind: 'connected', version: '1' } });
  const entry = selectIndex(store.getState()).all[0];
  if (!entry) throw new Error('The machine has no state.');
  store.getState().actions.select([entry.id], 'canvas');
  // Nothing else of the page is asked here.
  const page = { aws: async () => client } as unknown as PageServices;
  const view = render(<EditorContext value={store}><ServicesContext value={page}><TooltipProvider><Panel entry={entry} /></TooltipProvider></ServicesContext></EditorContext>);
  return { aws, store, entry, view };
}
const answered = (output: string): AwsTested => ({ outcome: { kind: 'answered', response: { status: 'SUCCEEDED', output }, extras: {} }, requestId: 'the-request', tookMs: 12 });
const press = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const onAws = () => fireEvent.click(screen.getByRole('radio', { name: 'AWS' }));
const type = async (label: string, value: string) => fireEvent.change(await screen.findByRole('combobox', { name: label, hidden: true }), { target: { value } });
/** The first test of a workflow: where, the question, the yes. */
async function allowed(): Promise<void> {
  await press('aws.continue');
  await press('aws.run');
}
const called = (aws: Aws, times: number) => waitFor(() => expect(aws.calls).toHaveLength(times));
const output = () => waitFor(() => expect(screen.getByTestId('test.output').textContent).toContain('AWS'));

describe('the switch to AWS', () => {
  it('asks with account, role, region and action before anything is called; the answer is a result like any other', async () => {
    const { aws, store } = opened(INVOKE);
    onAws();
    await press('test.start');
    await type('Role', ROLE);
    await press('aws.continue');
    const facts = await screen.findByTestId('aws.facts');
    for (const fact of ['444455556666', ROLE, 'us-east-1', 'arn:aws:states:::lambda:invoke']) expect(facts.textContent).toContain(fact);
    expect(aws.calls).toEqual([]);
    await press('aws.run');
    await called(aws, 1);
    // The sample that stands in for the call here is no mock of the person's.
    expect(aws.calls[0]?.slice(0, 2)).toMatchObject([{ region: 'us-east-1' }, { roleArn: ROLE }]);
    expect(aws.calls[0]?.[1].mock).toBeUndefined();
    aws.answer(answered('{"from":"AWS"}'));
    await output();
    expect(screen.getByTestId('test.strip').textContent).toContain('AWS, us-east-1');
    expect(store.getState().runs).toMatchObject({ Call: { route: 'aws', aws: { requestId: 'the-request' } } });
    expect(store.getState().sent).toEqual([expect.objectContaining({ workflow: 'flow', state: 'Call', purpose: 'aws', status: 200, url: 'https://sync-states.us-east-1.amazonaws.com' })]);
  });

  it('says that it waits, and for what', async () => {
    const { aws } = opened(PASS);
    onAws();
    await press('test.start');
    await allowed();
    await called(aws, 1);
    aws.tell({ type: 'queued', ahead: 2 });
    expect(screen.getByTestId('test.running').textContent).toContain('2 tests stand before this one');
    aws.tell({ type: 'throttled', attempt: 1, waitMs: 1400 });
    expect(screen.getByTestId('test.running').textContent).toContain('AWS takes no more tests for now. Asking again in 2 s, for the second time');
    aws.answer(answered('"AWS"'));
    await output();
  });

  it('asks about what calls nothing once, and about an action that does something each time', async () => {
    const { aws, store, entry } = opened(INVOKE);
    store.getState().actions.setMock(entry.name, { enabled: true, mock: { result: '1' } });
    onAws();
    await press('test.start');
    await allowed();
    await called(aws, 1);
    aws.answer(answered('"AWS"'));
    await output();
    await press('test.start');
    await called(aws, 2);
    aws.answer(answered('"AWS again"'));
    await waitFor(() => expect(screen.getByTestId('test.output').textContent).toContain('again'));
    act(() => store.getState().actions.setMock(entry.name, { enabled: false, mock: { result: '1' } }));
    await press('test.start');
    expect((await screen.findByTestId('aws.facts')).textContent).toContain('arn:aws:states:::lambda:invoke');
    expect(aws.calls).toHaveLength(2);
  });

  it('asks about a read until it is told not to', async () => {
    const { aws } = opened(READ);
    onAws();
    await press('test.start');
    await press('aws.continue');
    fireEvent.click(await screen.findByRole('checkbox', { name: /Do not ask again for what only reads/ }));
    await press('aws.run');
    await called(aws, 1);
    aws.answer(answered('"AWS"'));
    await output();
    await press('test.start');
    await called(aws, 2);
  });

  it("shows AWS's refusal in AWS's words, and why there was no answer", async () => {
    const { aws } = opened(PASS);
    onAws();
    await press('test.start');
    await allowed();
    await called(aws, 1);
    aws.answer({ outcome: { kind: 'refused', exception: { name: 'ValidationException', message: 'RoleArn must be specified when testing a Task state' } } });
    expect((await screen.findByTestId('test.refused')).textContent).toContain('RoleArn must be specified when testing a Task state');
    await press('test.start');
    await called(aws, 2);
    aws.answer({ outcome: { kind: 'not-performed', reason: { kind: 'no-route', message: 'The name does not resolve.' }, partial: undefined } });
    expect((await screen.findByTestId('test.reason')).textContent).toBe('The name does not resolve.');
  });

  it('says why there are no credentials, and calls nothing', async () => {
    const { aws } = opened(PASS, { kind: 'failed', failure: { kind: 'credentials', message: 'Run "aws sso login" in a terminal.' } });
    onAws();
    await press('test.start');
    await press('aws.continue');
    expect((await screen.findByRole('alert')).textContent).toContain('aws sso login');
    expect(aws.calls).toEqual([]);
  });

  it('stops, and says that AWS may have run it', async () => {
    const { aws } = opened(PASS);
    onAws();
    await press('test.start');
    await allowed();
    await called(aws, 1);
    await press('test.stop');
    expect(aws.calls[0]?.[2].aborted).toBe(true);
    await waitFor(() => expect(document.body.textContent).toContain('AWS may have run it all the same.'));
  });

  it('forgets a test that nobody was asked about before the person went elsewhere', async () => {
    const { aws, store, view } = opened(PASS);
    act(() => store.setState({ testsOn: 'aws', awsAsked: 'Other' as StateId }));
    await waitFor(() => expect(store.getState().awsAsked).toBeNull());
    onAws();
    act(() => store.getState().actions.startTest('Call' as StateId));
    view.unmount();
    await waitFor(() => expect(store.getState().awsAsked).toBeNull());
    expect(aws.calls).toEqual([]);
  });

  it('compares: the same test here, and where the answers differ', async () => {
    const { aws } = opened(PASS);
    onAws();
    await press('test.start');
    await allowed();
    await called(aws, 1);
    aws.answer(answered('{"from":"AWS"}'));
    await output();
    await press('test.more');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Compare with here' }));
    const table = await screen.findByTestId('aws.differences');
    expect(table.textContent).toContain('output');
    expect(aws.calls).toHaveLength(1);
  });

  it('keeps where tests go without a test', async () => {
    const { aws } = opened(PASS);
    onAws();
    await press('test.aws.settings');
    await type('Role', ROLE);
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByTestId('aws')).toBeNull());
    expect(localStorage.getItem('asl-studio.aws')).toContain(ROLE);
    expect(aws.calls).toEqual([]);
    // The next test asks at once.
    await press('test.start');
    expect((await screen.findByTestId('aws.facts')).textContent).toContain(ROLE);
  });
});

describe('the request for AWS', () => {
  it('takes a mock that the person chose', () => {
    const { store, entry } = opened(INVOKE);
    store.getState().actions.setMock(entry.name, { enabled: true, mock: { result: '1' } });
    expect(awsRequestFor(store.getState(), entry, '')).toMatchObject({ ok: true, value: { mock: { result: '1' } } });
  });
  it('goes to the endpoint that was typed, as an inside address too', () => {
    expect(placeOf({ profile: '', region: ' us-east-1 ', roleArn: '', endpoint: ' http://127.0.0.1:8083 ' })).toEqual({ region: 'us-east-1', endpoint: 'http://127.0.0.1:8083', insideGrant: '127.0.0.1:8083' });
    expect(placeOf({ profile: 'shop', region: 'us-east-1', roleArn: '', endpoint: '' })).toEqual({ region: 'us-east-1', profile: 'shop' });
  });
});
