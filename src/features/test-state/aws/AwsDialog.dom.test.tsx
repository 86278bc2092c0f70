import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEditorStore } from '../../../editor/createEditorStore.ts';
import { selectIndex } from '../../../editor/selectors/document.ts';
import { memoryServices } from '../../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../../editor/useEditor.ts';
import { type PageServices, ServicesContext } from '../../../editor/useServices.ts';
import type { AwsIdentity } from '../../../protocol/aws.ts';
import type { AwsClient, AwsTested } from '../../../services/awsClient.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { AwsDialog } from './AwsDialog.tsx';
import { awsRequestFor, placeOf } from './awsTest.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const MACHINE = JSON.stringify({ StartAt: 'Call', States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true } } });

function opened(tested: AwsTested, identity: AwsIdentity = { kind: 'own', accountId: '444455556666' }) {
  const calls: Parameters<AwsClient['testState']>[] = [];
  const client: AwsClient = {
    profiles: async () => ({ ok: true, value: { profiles: [{ name: 'shop', by: 'sso', region: 'us-west-2' }], roles: [ROLE], environment: { credentials: false } } }),
    identity: async () => ({ ok: true, value: identity }),
    testState: async (...call) => (calls.push(call), tested),
  };
  const store = createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: MACHINE, format: 'json' });
  const entry = selectIndex(store.getState()).all[0];
  if (!entry) throw new Error('The machine has no state.');
  // Nothing else of the page is asked here.
  const page = { aws: async () => client } as unknown as PageServices;
  render(<EditorContext value={store}><ServicesContext value={page}><TooltipProvider><AwsDialog entry={entry} onClose={() => undefined} /></TooltipProvider></ServicesContext></EditorContext>);
  return { calls, store, entry };
}
const answered: AwsTested = { outcome: { kind: 'answered', response: { status: 'SUCCEEDED', output: '{"from":"AWS"}' }, extras: {} }, requestId: 'the-request', tookMs: 12 };
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const type = (label: string, value: string) => fireEvent.change(screen.getByRole('combobox', { name: label, hidden: true }), { target: { value } });

describe('AwsDialog', () => {
  it('asks with account, role, region and action before anything is called, and calls once', async () => {
    const { calls, store } = opened(answered);
    type('Role', ROLE);
    press('aws.continue');
    const facts = await screen.findByTestId('aws.facts');
    for (const fact of ['444455556666', ROLE, 'us-east-1', 'arn:aws:states:::lambda:invoke']) expect(facts.textContent).toContain(fact);
    expect(calls).toEqual([]);
    press('aws.run');
    await waitFor(() => expect(screen.getByTestId('aws.answer').textContent).toContain('the-request'));
    expect(calls).toHaveLength(1);
    expect(store.getState().sent).toEqual([expect.objectContaining({ workflow: 'flow', state: 'Call', purpose: 'aws', status: 200, url: 'https://sync-states.us-east-1.amazonaws.com' })]);
    // The sample that stands in for the call here is no mock of the person's.
    expect(calls[0]?.slice(0, 2)).toMatchObject([{ region: 'us-east-1' }, { roleArn: ROLE }]);
    expect(calls[0]?.[1].mock).toBeUndefined();
  });

  it('says why there are no credentials, and calls nothing', async () => {
    const { calls } = opened(answered, { kind: 'failed', failure: { kind: 'credentials', message: 'Run "aws sso login" in a terminal.' } });
    press('aws.continue');
    expect((await screen.findByRole('alert')).textContent).toContain('aws sso login');
    expect(calls).toEqual([]);
  });

  it("shows AWS's refusal in AWS's words", async () => {
    opened({ outcome: { kind: 'refused', exception: { name: 'ValidationException', message: 'RoleArn must be specified when testing a Task state' } } });
    press('aws.continue');
    await screen.findByTestId('aws.facts');
    press('aws.run');
    expect((await screen.findByRole('alert')).textContent).toContain('RoleArn must be specified when testing a Task state');
  });
});

describe('the request for AWS', () => {
  it('takes a mock that the person chose', () => {
    const { store, entry } = opened(answered);
    store.getState().actions.setMock(entry.name, { enabled: true, mock: { result: '1' } });
    expect(awsRequestFor(store.getState(), entry, '')).toMatchObject({ ok: true, value: { mock: { result: '1' } } });
  });
  it('goes to the endpoint that was typed, as an inside address too', () => {
    expect(placeOf({ profile: '', region: ' us-east-1 ', roleArn: '', endpoint: ' http://127.0.0.1:8083 ' })).toEqual({ region: 'us-east-1', endpoint: 'http://127.0.0.1:8083', insideGrant: '127.0.0.1:8083' });
    expect(placeOf({ profile: 'shop', region: 'us-east-1', roleArn: '', endpoint: '' })).toEqual({ region: 'us-east-1', profile: 'shop' });
  });
});
