import { describe, expect, it } from 'vitest';
import { addState } from '../asl/commands/addState.ts';
import { removeState } from '../asl/commands/removeState.ts';
import { renameState } from '../asl/commands/renameState.ts';
import type { StateId, StateName } from '../asl/names.ts';
import { machine, pass } from '../asl/testing/edit.ts';
import { noParameters, type Connection } from '../http/connection.ts';
import { createEditorStore, type EditorStore } from './createEditorStore.ts';
import { selectIndex, selectStale } from './selectors/document.ts';
import { answeringBridge, memoryServices } from './testing/memoryServices.ts';
import { soon } from './testing/soon.ts';

const id = (name: string): StateId => name as StateId;
const name = (text: string): StateName => text as StateName;
const open = (text: string, services = memoryServices()): EditorStore => createEditorStore(services, { text, name: 'order', draftId: 'draft' });
const names = (store: EditorStore): readonly string[] => selectIndex(store.getState()).all.map((entry) => entry.name);

describe('the document in the store', () => {
  it('E1: a refused command changes neither text nor history, and says why', () => {
    const store = open(machine({ A: pass('B'), B: pass() }));
    const before = store.getState();
    const refusal = before.actions.apply(renameState(id('A'), name('B')));
    expect(refusal?.kind).toBe('name-taken');
    expect(store.getState().text).toBe(before.text);
    expect(store.getState().history).toBe(before.history);
    expect(store.getState().announcement.text).toBe(refusal?.message);
  });

  it('E2: broken text keeps the last good tree and loses nothing that was typed', () => {
    const store = open(machine({ A: pass() }));
    const { text, actions } = store.getState();
    const brace = text.lastIndexOf('}');
    actions.typeText([{ offset: brace, length: 1, text: '' }], 'typing');
    expect(selectStale(store.getState())).toBe(true);
    expect(names(store)).toEqual(['A']);
    actions.typeText([{ offset: brace, length: 0, text: '}' }], 'typing');
    expect(selectStale(store.getState())).toBe(false);
    expect(store.getState().text).toBe(text);
  });

  it('E3: undo restores text, selection and what was kept for a state, and keeps what was typed since', () => {
    const store = open(machine({ A: pass('B'), B: pass() }));
    const { actions, text } = store.getState();
    actions.setInput(name('A'), '{"a":1}');
    actions.select([id('A')], 'canvas');
    actions.apply(renameState(id('A'), name('First')));
    expect(store.getState().sidecar.inputs).toEqual({ First: '{"a":1}' });
    actions.setInput(name('B'), '{"b":2}');
    actions.undo();
    expect(store.getState().text).toBe(text);
    expect(store.getState().selected).toEqual(['A']);
    expect(store.getState().sidecar.inputs).toEqual({ A: '{"a":1}', B: '{"b":2}' });
    actions.redo();
    expect(names(store)).toEqual(['First', 'B']);
  });

  it('a large text is read soon after a key stroke, and one that breaks it leaves the states where they are', async () => {
    const big = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed', Comment: 'c'.repeat(450_000) }, B: { Type: 'Succeed' } } });
    const store = open(big);
    const { actions } = store.getState();
    actions.typeText([{ offset: big.indexOf('"B"') + 1, length: 1, text: 'C' }], 'typing');
    await soon(() => expect(names(store)).toEqual(['A', 'C']));
    expect(store.getState().treeVersion).toBe(store.getState().version);
    actions.typeText([{ offset: big.length - 1, length: 1, text: '' }], 'typing');
    await soon(() => expect(selectStale(store.getState())).toBe(true));
    expect(names(store)).toEqual(['A', 'C']);
  });

  it('one undo stack: typing between two commands is undone in its turn', () => {
    const store = open(machine({ A: pass() }));
    const { actions } = store.getState();
    const first = store.getState().text;
    actions.apply(addState({ type: 'Pass', after: id('A') }));
    const second = store.getState().text;
    const at = second.indexOf('"Type"');
    actions.typeText([{ offset: at, length: 0, text: '"Comment": "x", ' }], 'typing');
    actions.apply(removeState([id('A')]));
    actions.undo();
    actions.undo();
    expect(store.getState().text).toBe(second);
    actions.undo();
    expect(store.getState().text).toBe(first);
  });

  it('a removed state is no longer selected', () => {
    const store = open(machine({ A: pass('B'), B: pass() }));
    const { actions } = store.getState();
    actions.select([id('B')], 'canvas');
    actions.apply(removeState([id('B')]));
    expect(store.getState().selected).not.toContain('B');
  });

  it('a tab that follows another refuses to edit', () => {
    const store = open(machine({ A: pass() }));
    store.setState({ saving: { kind: 'follower' } });
    expect(store.getState().actions.apply(renameState(id('A'), name('B')))?.kind).toBe('follower');
  });
});

const HTTP_TASK = {
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true,
  Arguments: { Method: 'GET', ApiEndpoint: 'https://api.example.com/v1', InvocationConfig: { ConnectionArn: 'arn:aws:events:us-east-1:000000000000:connection/shop/7d3f0c52-1b8e-4a55-9c0e-5f1a2b3c4d5e' } },
};
const CONNECTION: Connection = {
  arn: HTTP_TASK.Arguments.InvocationConfig.ConnectionArn, name: 'shop', authorization: { type: 'API_KEY', apiKeyName: 'X-Key' }, parameters: noParameters,
  allowedOrigins: ['https://api.example.com'], madeUp: true,
};
const REPLY = {
  response: { httpVersion: '1.1', status: 200, statusText: 'OK', headers: ['Content-Type', 'application/json'], body: new TextEncoder().encode('{"ok":true}'), sizeBytes: 11, truncated: false },
  phases: {},
};

describe('a test in the store', () => {
  const httpStore = async () => {
    const { bridge, sent } = answeringBridge(REPLY);
    const store = open(machine({ Call: HTTP_TASK }, { QueryLanguage: 'JSONata' }), memoryServices({ bridge }));
    await store.getState().actions.checkBridge();
    store.getState().actions.saveConnection(CONNECTION, { apiKeyValue: 'very-secret-value' });
    return { store, sent };
  };
  const done = (store: EditorStore) => soon(() => expect(store.getState().runs[id('Call')]?.phase).toBe('done'));

  it('asks before it sends, sends once, and keeps the exchange without the secret (E4)', async () => {
    const { store, sent } = await httpStore();
    store.getState().actions.startTest(id('Call'));
    await soon(() => expect(store.getState().consent).not.toBeNull());
    expect(sent).toEqual([]);
    store.getState().actions.answerConsent(store.getState().consent?.id ?? '', 'once');
    await done(store);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).toContain('very-secret-value');
    const run = store.getState().runs[id('Call')];
    expect(run?.outcome).toMatchObject({ kind: 'answered', response: { status: 'SUCCEEDED' } });
    expect(run?.exchange?.response?.status).toBe(200);
    expect(store.getState().sent).toHaveLength(1);
    expect(JSON.stringify(store.getState())).not.toContain('very-secret-value');
  });

  it('looks for a bridge that was started since the page looked last', async () => {
    const { bridge, sent } = answeringBridge(REPLY);
    const store = open(machine({ Call: HTTP_TASK }, { QueryLanguage: 'JSONata' }), memoryServices({ bridge }));
    store.setState({ bridge: { kind: 'absent', reason: 'unreachable', message: 'It was not there.' } });
    store.getState().actions.saveConnection(CONNECTION, { apiKeyValue: 'very-secret-value' });
    store.getState().actions.startTest(id('Call'));
    await soon(() => expect(store.getState().consent).not.toBeNull());
    store.getState().actions.answerConsent(store.getState().consent?.id ?? '', 'once');
    await done(store);
    expect(sent).toHaveLength(1);
  });

  it('sends nothing when the person says no', async () => {
    const { store, sent } = await httpStore();
    store.getState().actions.startTest(id('Call'));
    await soon(() => expect(store.getState().consent).not.toBeNull());
    store.getState().actions.answerConsent(store.getState().consent?.id ?? '', 'cancel');
    await done(store);
    expect(sent).toEqual([]);
    expect(store.getState().sent).toEqual([]);
    expect(store.getState().runs[id('Call')]?.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'consent-denied' } });
  });

  it('two questions stand in a row, and a stopped test takes its own away', async () => {
    const { bridge, sent } = answeringBridge(REPLY);
    const store = open(machine({ Call: { ...HTTP_TASK, Next: 'Again' }, Again: HTTP_TASK }, { QueryLanguage: 'JSONata' }), memoryServices({ bridge }));
    const { actions } = store.getState();
    await actions.checkBridge();
    actions.saveConnection(CONNECTION, { apiKeyValue: 'very-secret-value' });
    actions.startTest(id('Call'));
    await soon(() => expect(store.getState().consent).not.toBeNull());
    const first = store.getState().consent;
    actions.startTest(id('Again'));
    await soon(() => expect(store.getState().runs[id('Again')]?.phase).toBe('running'));
    expect(store.getState().consent).toBe(first);
    actions.stopTest(id('Call'));
    await soon(() => expect(store.getState().consent?.id).not.toBe(first?.id));
    await soon(() => expect(store.getState().consent).not.toBeNull());
    actions.answerConsent(store.getState().consent?.id ?? '', 'once');
    await soon(() => expect(store.getState().runs[id('Again')]?.phase).toBe('done'));
    expect(sent).toHaveLength(1);
    expect(store.getState().consent).toBeNull();
  });

  it('tests a Parallel in a JSONata workflow in its own language', async () => {
    const branch = { StartAt: 'Inner', States: { Inner: { Type: 'Pass', Output: '{% $states.input.a + 1 %}', End: true } } };
    const store = open(machine({ Call: { Type: 'Parallel', Branches: [branch], End: true } }, { QueryLanguage: 'JSONata' }));
    store.getState().actions.setInput(name('Call'), '{"a":1}');
    store.getState().actions.startTest(id('Call'));
    await done(store);
    expect(store.getState().runs[id('Call')]?.outcome).toMatchObject({ kind: 'answered', response: { status: 'SUCCEEDED', output: '[2]' } });
  });

  it('a mock is used without asking, and its result is stale when the mock changes', async () => {
    const { store, sent } = await httpStore();
    const { actions } = store.getState();
    actions.setMock(name('Call'), { enabled: true, mock: { result: '{"StatusCode":201}' } });
    actions.startTest(id('Call'));
    await done(store);
    expect(store.getState().runs[id('Call')]).toMatchObject({ route: 'mock', outcome: { response: { status: 'SUCCEEDED', output: '{"StatusCode":201}' } } });
    expect(sent).toEqual([]);
  });
});
