import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import { machine } from '../asl/testing/edit.ts';
import { type Connection, noParameters } from '../http/connection.ts';
import { httpTaskPolicy } from '../iam/httpTaskPolicy.ts';
import { createEditorStore, type EditorStore } from './createEditorStore.ts';
import { selectIsStale } from './selectors/test.ts';
import { answeringBridge, memoryServices } from './testing/memoryServices.ts';
import { soon } from './testing/soon.ts';
import { changeWorkflow, roleLabel, selectWorkflowSettings, withStatement } from './workflowSettings.ts';

const CALL = 'Call' as StateId;
const ARN = 'arn:aws:events:eu-west-1:123456789012:connection/shop/0a1b2c3d-0000-4000-8000-000000000000';
const connection: Connection = { arn: ARN, name: 'shop', authorization: { type: 'API_KEY', apiKeyName: 'X-Key' }, parameters: noParameters, allowedOrigins: ['https://api.example.com'], madeUp: false };
const task = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Arguments: { ApiEndpoint: "{% 'https://api.example.com/' & $states.input.id %}", Method: 'GET', InvocationConfig: { ConnectionArn: ARN } }, End: true };
const reply = { response: { httpVersion: '1.1', status: 200, statusText: 'OK', headers: [], body: new Uint8Array(), sizeBytes: 0, truncated: false }, phases: {} };
const MACHINE = 'arn:aws:states:eu-west-1:123456789012:stateMachine:Shop';

async function storeWith(policies: (text: string) => string) {
  const { bridge, sent } = answeringBridge(reply);
  const store = createEditorStore(memoryServices({ bridge }), { text: machine({ Call: task }, { QueryLanguage: 'JSONata' }), name: 'Shop', draftId: 'draft' });
  const { actions, goodTree } = store.getState();
  await actions.checkBridge();
  actions.saveConnection(connection);
  actions.setInput('Call' as StateName, '{"id":"a"}');
  const whole = JSON.stringify(httpTaskPolicy(goodTree, { region: 'eu-west-1', stateMachineArn: MACHINE }).document);
  actions.changeSettings((settings) => ({ ...settings, region: 'eu-west-1' }));
  actions.changeSettings(changeWorkflow('draft', (workflow) => ({ ...workflow, role: { name: 'flow', policies: policies(whole), on: true } })));
  return { store, sent };
}
const tested = async (store: EditorStore) => {
  store.getState().actions.startTest(CALL);
  await soon(() => expect(store.getState().runs[CALL]?.phase).toBe('done')); // what sends is loaded with the first test
  return store.getState().runs[CALL];
};

describe('a test under a role', () => {
  it('is refused before a secret is missed or a question asked; the statements it offers are enough, one after the other', async () => {
    const { store, sent } = await storeWith(() => '[]');
    const errors: (string | undefined)[] = [];
    for (let round = 0; round < 3; round++) {
      const run = await tested(store);
      errors.push(run?.outcome?.kind === 'answered' ? run.outcome.response.error : undefined);
      const { missing } = run?.refusal ?? {};
      if (!missing) throw new Error('Nothing was offered.');
      store.getState().actions.changeSettings(changeWorkflow('draft', (workflow) => (workflow.role ? { ...workflow, role: withStatement(workflow.role, missing) } : workflow)));
      expect(selectIsStale(CALL)(store.getState())).toBe(true);
    }
    expect(errors).toEqual(['States.Http.AccessDenied', 'Events.ConnectionResource.AccessDenied', 'Events.ConnectionResource.AccessDenied']);
    expect((await tested(store))?.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'no-secret' } });
    expect(store.getState().consent).toBeNull();
    expect(sent).toEqual([]);
  });

  it('passes with the policy of the workflow, unless another machine is meant; off means everything is allowed', async () => {
    const { store } = await storeWith((whole) => whole);
    const noSecret = { kind: 'not-performed', reason: { kind: 'no-secret' } };
    expect((await tested(store))?.outcome).toMatchObject(noSecret);
    const change = (part: object) => store.getState().actions.changeSettings(changeWorkflow('draft', (workflow) => ({ ...workflow, ...part })));
    change({ stateMachineArn: `${MACHINE}2` });
    expect((await tested(store))?.outcome).toMatchObject({ kind: 'answered', response: { error: 'States.Http.AccessDenied' } });
    change({ role: { name: 'flow', policies: '[]', on: false } });
    expect((await tested(store))?.outcome).toMatchObject(noSecret);
    expect(store.getState().runs[CALL]?.refusal).toBeUndefined();
  });

  it('knows a connection by the ARN it has in AWS, and says where to fill it in', async () => {
    const local = ARN.replace('123456789012', '000000000000');
    const { store } = await storeWith((whole) => whole);
    const { actions, text } = store.getState();
    actions.saveConnection({ ...connection, arn: local, madeUp: true });
    actions.typeText([{ offset: text.indexOf(ARN), length: ARN.length, text: local }], 'typing');
    const run = await tested(store);
    expect(run?.outcome).toMatchObject({ response: { error: 'Events.ConnectionResource.AccessDenied' } });
    expect(run?.refusal?.hint).toContain('fill that in under IAM, Connections');
    actions.changeSettings(changeWorkflow('draft', (workflow) => ({ ...workflow, arns: { [local]: ARN } })));
    expect(selectIsStale(CALL)(store.getState())).toBe(true);
    expect((await tested(store))?.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'no-secret' } });
  });

  it('is kept by the person, for this workflow only', async () => {
    const services = memoryServices();
    const store = createEditorStore(services, { text: '{}', name: 'x', draftId: 'one' });
    store.getState().actions.changeSettings(changeWorkflow('one', () => ({ role: { name: 'arn:aws:iam::123456789012:role/path/flow', policies: '[]', on: true } })));
    expect(selectWorkflowSettings({ ...store.getState(), draftId: 'two' })).toEqual({});
    const { role } = selectWorkflowSettings(store.getState());
    expect(role && roleLabel(role)).toBe('flow');
    await soon(async () => expect((await services.person.load()).person.settings).toEqual(store.getState().settings));
  });
});
