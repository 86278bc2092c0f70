import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StateId, StateName } from '../../asl/names.ts';
import type { CatalogReader } from '../../catalog/createCatalogReader.ts';
import { createEditorStore } from '../../editor/createEditorStore.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { CatalogContext } from '../../editor/useCatalogAnswer.ts';
import { EditorContext, useEditor } from '../../editor/useEditor.ts';
import { useTested } from '../../editor/useTested.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { TestInputs } from './TestInputs.tsx';

const MACHINE = `{
  "StartAt": "Ask",
  "States": {
    "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "\${Queue}", "MessageBody": "x" }, "TimeoutSeconds": 2, "Next": "Call" },
    "Call": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Next": "Each" },
    // stays
    "Each": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject" }, "ItemProcessor": { "StartAt": "In", "States": { "In": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } } }, "Next": "Fit" },
    "Fit": { "Type": "Pass", "End": true }
  }
}`;

// One answer of it is asked for here.
const catalog = { responseShape: async () => ({ is: 'structure', required: ['MessageId'], members: { MessageId: { is: 'string' } } }) } as unknown as CatalogReader;
const loadCatalog = async (): Promise<CatalogReader> => catalog;

function Inputs({ state }: { readonly state: StateId }) {
  const entry = useEditor(selectEntry(state));
  if (!entry) throw new Error(`${state} is not there`);
  return <Shown entry={entry} />;
}
const Shown = ({ entry }: { readonly entry: NonNullable<ReturnType<ReturnType<typeof selectEntry>>> }) => <TestInputs entry={useTested(entry)} written={entry} />;

function opened(state: string) {
  const store = createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: MACHINE, format: 'json' });
  render(<EditorContext value={store}><CatalogContext value={loadCatalog}><TooltipProvider><Inputs state={state as StateId} /></TooltipProvider></CatalogContext></EditorContext>);
  return { store, name: state as StateName, sidecar: () => store.getState().sidecar };
}

const open = (name: RegExp) => fireEvent.click(screen.getByRole('tab', { name }));
const field = (name: string | RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const type = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const press = (name: string | RegExp) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};
const undoFrom = (store: ReturnType<typeof opened>['store']) => act(() => store.getState().toasts.at(-1)?.action?.run());

// jsdom lays nothing out, so there is nothing to observe.
beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} unobserve(): void {} }); });
afterEach(cleanup);

describe('the context of a test', () => {
  it('is checked as it is typed, in AWS\'s words, and says what AWS would not take', () => {
    const { sidecar } = opened('Ask');
    open(/^Context/);
    type(/^Context object/, '{ "Execution": { "Id": 7 } }');
    expect(screen.getByText('Invalid Context object provided: Execution.Id must be a string')).toBeTruthy();
    type(/^Context object/, '{ "Map": { "Item": { "Index": 0 } } }');
    expect(screen.getByText("AWS would answer: Invalid Context object provided: 'Map' field is not supported when mocking a Context object")).toBeTruthy();
    type(/^Context object/, '{ "Execution": {} }');
    expect(screen.queryByText('Beyond AWS')).toBeNull();
    expect(sidecar().contexts).toEqual({ Ask: '{ "Execution": {} }' });
  });

  it('goes only with a mock on AWS', () => {
    opened('Call');
    open(/^Context/);
    type(/^Context object/, '{ "Execution": {} }');
    expect(screen.getByText('AWS takes a context object only together with a mock.')).toBeTruthy();
  });

  it('begins with a sample, and what stood there can be had back', () => {
    const { store, sidecar, name } = opened('Fit');
    open(/^Context/);
    type(/^Context object/, '{ "mine');
    press('Fill in a sample');
    expect(JSON.parse(sidecar().contexts[name] ?? '')).toMatchObject({ State: { Name: 'Fit' }, Execution: { Input: {} } });
    undoFrom(store);
    expect(sidecar().contexts).toEqual({ Fit: '{ "mine' });
  });
});

describe('the conditions of a test', () => {
  it('are those of the state, each with the name of the API', () => {
    opened('Each');
    open(/^Conditions/);
    const group = within(screen.getByTestId('test.conditions'));
    for (const api of ['retrierRetryCount', 'errorCausedByState', 'mapIterationFailureCount', 'mapItemReaderData']) expect(group.getByText(api)).toBeTruthy();
    expect(group.getByText('ItemReader data must be specified when testing a Map state with ItemReader specified.')).toBeTruthy();
    expect(group.getByText(/TestState does not support MapIterationFailureCount when a mock is not specified\./)).toBeTruthy();
  });

  it('take counts only, and are cleared with a way back', () => {
    const { store, sidecar } = opened('Ask');
    open(/^Conditions/);
    type('Retries made before', '2');
    type('Retries made before', '2x');
    expect(screen.getByText('Type a whole number: 0, 1, 2 …')).toBeTruthy();
    expect(sidecar().conditions).toEqual({ Ask: { retrierRetryCount: 2 } });
    press('Clear conditions');
    expect(sidecar().conditions).toEqual({});
    undoFrom(store);
    expect(sidecar().conditions).toEqual({ Ask: { retrierRetryCount: 2 } });
  });

  it('are no matter of a state that calls nothing', () => {
    opened('Fit');
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Input', 'Variables', 'Context', 'Definition']);
  });

  it('reveal secrets for a request only, and never beside the document', () => {
    const { store, name } = opened('Call');
    open(/^Conditions/);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Reveal secrets' }));
    expect(store.getState().revealing).toEqual(['Call']);
    expect(JSON.stringify(store.getState().sidecar)).not.toMatch(/reveal/i);
    store.getState().actions.setMock(name, { enabled: true, mock: { result: '{}' } });
    return waitFor(() => expect(screen.getByText(/TestState does not support RevealSecrets when a mock is specified\./)).toBeTruthy());
  });
});

describe('the mock of a test', () => {
  it('is checked against the response of the service while it is typed', async () => {
    const { sidecar, name } = opened('Ask');
    open(/^Mock/);
    type('Result of the task', '{ "MessageId": 7 }');
    await waitFor(() => expect(screen.getByText("Mock result schema validation error: Field 'MessageId' must be a string")).toBeTruthy());
    type('Result of the task', '{}');
    await waitFor(() => expect(screen.getByText("Mock result schema validation error: Required field 'MessageId' is missing")).toBeTruthy());
    expect(sidecar().mocks[name]?.mock).toEqual({ result: '{}' });
  });

  it('turned into another kind can be had back, where somebody wrote it', () => {
    const { store, sidecar, name } = opened('Ask');
    open(/^Mock/);
    fireEvent.click(screen.getByRole('radio', { name: 'Error' }));
    expect(sidecar().mocks[name]?.mock).toEqual({ errorOutput: { error: 'States.TaskFailed', cause: '' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Result' }));
    expect(store.getState().toasts).toEqual([]);
    type('Result of the task', '{ "MessageId": "mine" }');
    fireEvent.click(screen.getByRole('radio', { name: 'Error' }));
    undoFrom(store);
    expect(sidecar().mocks[name]?.mock).toEqual({ result: '{ "MessageId": "mine" }' });
  });

  it('says when its answer comes too late', () => {
    opened('Ask');
    open(/^Mock/);
    type('Answers after, in ms', '2001');
    fireEvent.blur(field('Answers after, in ms'));
    expect(screen.getByText('Past TimeoutSeconds: States.Timeout')).toBeTruthy();
  });

  it('keeps the keyboard where it is when an attempt or the mock goes', () => {
    const { store, sidecar, name } = opened('Ask');
    open(/^Mock/);
    press('Another for retries');
    expect(document.activeElement?.textContent).toBe('Add');
    press('Add');
    expect(sidecar().conditions[name]).toEqual({ retrierRetryCount: 2 });
    press('Remove attempt 3');
    expect(document.activeElement?.textContent).toContain('Attempt 2 and later');
    press('Remove attempt 2');
    expect(document.activeElement?.textContent).toBe('Another for retries');
    press('Delete this mock');
    expect(document.activeElement?.textContent).toBe('Result');
    undoFrom(store);
    expect(sidecar().mocks[name]?.then).toBeUndefined();
    expect(sidecar().mocks[name]).toBeDefined();
  });

  it('of a Map that is run inside lists what each task answers, and what AWS would', () => {
    const { store, sidecar } = opened('Each');
    const list = within(screen.getByRole('list', { name: 'Tasks inside Each' }));
    expect(list.getByText('no mock yet')).toBeTruthy();
    expect(screen.getByText(/TestState API does not support Map or Parallel states/)).toBeTruthy();
    press('Fill in samples for those without');
    expect(list.getByText(/ExecutedVersion/)).toBeTruthy();
    undoFrom(store);
    expect(sidecar().mocks).toEqual({});
    press('Give a mock to In');
    expect(store.getState().selected).toEqual(['In']);
    expect(sidecar().mocks).toEqual({ In: { enabled: true, mock: { result: expect.stringContaining('StatusCode') } } });
  });
});

describe('the definition of a test', () => {
  it('is edited without the document, applied as one undo step that keeps what is around it, or discarded', () => {
    const { store, sidecar, name } = opened('Fit');
    open(/^Definition/);
    const edited = '{ "Type": "Pass", "Result": 1, "End": true }';
    type('Definition of Fit', edited);
    expect(store.getState().text).toBe(MACHINE);
    expect(sidecar().definitions[name]?.text).toBe(edited);
    press('Discard');
    expect(sidecar().definitions).toEqual({});
    undoFrom(store);
    expect(sidecar().definitions[name]?.text).toBe(edited);
    press('Apply');
    expect(store.getState().text).toBe(MACHINE.replace('{ "Type": "Pass", "End": true }', edited));
    expect(sidecar().definitions).toEqual({});
    store.getState().actions.undo();
    expect(store.getState().text).toBe(MACHINE);
  });

  it('says where it cannot be read, and is not applied', () => {
    const { store } = opened('Fit');
    open(/^Definition/);
    type('Definition of Fit', '{\n  "Type" }');
    expect(screen.getByRole('button', { name: /^Line 2:/ })).toBeTruthy();
    press('Apply');
    type('Definition of Fit', '[]');
    expect(screen.getByText(/^A state is an object with a "Type"/)).toBeTruthy();
    press('Apply');
    expect(store.getState().text).toBe(MACHINE);
  });

  it('shows what the edited state takes: a mock where it now calls something', () => {
    opened('Fit');
    open(/^Definition/);
    type('Definition of Fit', '{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true }');
    expect(screen.getByRole('tab', { name: /^Mock/ })).toBeTruthy();
  });

  it('gives placeholders their values', () => {
    const { sidecar } = opened('Ask');
    open(/^Definition/);
    type('${Queue}', 'https://sqs/q');
    expect(sidecar().substitutions).toEqual({ Queue: 'https://sqs/q' });
    type('${Queue}', '');
    expect(sidecar().substitutions).toEqual({});
  });
});
