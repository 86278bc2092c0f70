import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { QueryLanguage, StateId } from '../../../asl/names.ts';
import { findState, type StateEntry } from '../../../asl/states.ts';
import { machine } from '../../../asl/testing/edit.ts';
import { readerOnDisk } from '../../../catalog/testing/catalogOnDisk.ts';
import { createEditorStore } from '../../../editor/createEditorStore.ts';
import { memoryServices } from '../../../editor/testing/memoryServices.ts';
import { CatalogContext } from '../../../editor/useCatalogAnswer.ts';
import { EditorContext, useEditor } from '../../../editor/useEditor.ts';
import type { Json, JsonObject } from '../../../lib/Json.ts';
import { ErrorsTab } from '../errors/ErrorsTab.tsx';
import { CallSection } from './CallSection.tsx';

// jsdom lays nothing out, so there is nothing to observe.
beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} unobserve(): void {} }); });
afterEach(cleanup);

const onDisk = async () => readerOnDisk;

type Part = ComponentType<{ readonly entry: StateEntry }>;
function Shown({ Part }: { readonly Part: Part }) {
  const entry = useEditor(({ tree }) => findState(tree, 'A' as StateId));
  return entry ? <Part entry={entry} /> : null;
}
/** The first question reads files. */

function show(resource: string, given: Json | undefined, language: QueryLanguage = 'JSONata', Part: Part = CallSection) {
  const field = language === 'JSONata' ? 'Arguments' : 'Parameters';
  const state: JsonObject = { Type: 'Task', Resource: `arn:aws:states:::${resource}`, ...(given === undefined ? {} : { [field]: given }), End: true };
  const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text: machine({ A: state }, { QueryLanguage: language }) });
  render(<CatalogContext value={onDisk}><EditorContext value={store}><Shown Part={Part} /></EditorContext></CatalogContext>);
  return { store, state: (): JsonObject => JSON.parse(store.getState().text).States.A };
}

const fill = (field: HTMLElement, text: string): void => {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
};
const pick = (of: string, search: string): void => {
  fireEvent.click(screen.getByTestId(`call.add.${of}`));
  fireEvent.change(screen.getByRole('combobox', { name: `Parameters of ${of}` }), { target: { value: search } });
  fireEvent.keyDown(screen.getByRole('combobox', { name: `Parameters of ${of}` }), { key: 'Enter' });
};

const press = (button: HTMLElement): void => {
  act(() => button.focus());
  fireEvent.click(button);
};
const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

describe('the form of a call', () => {
  it('shows required parameters first, writes what is typed, and explains', async () => {
    const { state } = show('aws-sdk:dynamodb:putItem', undefined);
    fill(await screen.findByRole('textbox', { name: 'TableName' }), 'Orders');
    expect(state()['Arguments']).toEqual({ TableName: 'Orders' });
    expect(await screen.findByText(/^Required\. .*table to contain the item/)).toBeTruthy();
  });

  it('adds an optional parameter by search, an enum as a choice, and takes it away', async () => {
    const { state } = show('aws-sdk:dynamodb:putItem', { TableName: 't', Item: {} });
    await screen.findByRole('textbox', { name: 'TableName' });
    pick('putItem', 'returnvalues');
    const choice = await screen.findByTestId('call.ReturnValues');
    expect(document.activeElement).toBe(choice);
    fireEvent.click(screen.getByTestId('call.ReturnValues.toggle'));
    expect(state()['Arguments']).toMatchObject({ ReturnValues: '{% $states.input %}' });
  });

  it('edits a list of structures to any depth', async () => {
    const { state } = show('events:putEvents', { Entries: [{ Detail: 'x' }] });
    const first = within(await screen.findByTestId('call.Entries.0'));
    pick('Entry 1', 'source');
    fill(first.getByRole('textbox', { name: 'Source' }), 'shop');
    fireEvent.click(screen.getByRole('button', { name: 'Add to Entries' }));
    expect(state()['Arguments']).toEqual({ Entries: [{ Detail: 'x', Source: 'shop' }, {}] });
    fireEvent.click(screen.getByRole('button', { name: 'Remove Entry 1' }));
    expect(state()['Arguments']).toEqual({ Entries: [{}] });
  });

  it('adds names to a map', async () => {
    const { state } = show('dynamodb:putItem', { TableName: 't', Item: { id: { S: '1' } } });
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'S' })).value).toBe('1');
    const name = screen.getByRole('textbox', { name: 'New name in Item' });
    fireEvent.change(name, { target: { value: 'total' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(state()['Arguments']).toEqual({ TableName: 't', Item: { id: { S: '1' }, total: {} } });
  });

  it('keeps the focus near what is removed, and goes to what is added once more', async () => {
    show('dynamodb:putItem', { TableName: 't', Item: { a: { S: '1' }, b: { S: '2' } }, Odd: 1 });
    press(await screen.findByRole('button', { name: 'Remove a' }));
    expect(focused()).toBe('Remove b');
    press(screen.getByRole('button', { name: 'Remove b' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New name in Item' }));
    const name = screen.getByRole('textbox', { name: 'New name in Item' });
    for (const again of [false, true]) {
      fireEvent.change(name, { target: { value: 'total' } });
      fireEvent.keyDown(name, { key: 'Enter' });
      expect({ again, focused: document.activeElement?.closest('[data-member]')?.getAttribute('data-member') }).toEqual({ again, focused: 'total' });
      press(screen.getByRole('button', { name: 'Remove total' }));
    }
    press(screen.getByRole('button', { name: 'Remove Odd' }));
    expect(document.activeElement).toBe(screen.getByTestId('call.add.putItem'));
    // A parameter that must be there stays, without the button.
    press(screen.getByRole('button', { name: 'Remove Item' }));
    expect(document.activeElement?.textContent).toMatch(/^Item/);
  });

  it('keeps the focus on the toggle while the field behind it changes', async () => {
    const { state } = show('aws-sdk:dynamodb:putItem', { TableName: 't', Item: {}, ReturnValues: 'NONE' });
    for (const member of ['ReturnValues', 'Item']) {
      for (const computed of [true, false]) {
        press(await screen.findByTestId(`call.${member}.toggle`));
        expect(typeof (state()['Arguments'] as JsonObject)[member]).toBe(computed || member === 'ReturnValues' ? 'string' : 'object');
        await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(`call.${member}.toggle`)));
      }
    }
  });

  it('computes a parameter in JSONPath under its name with .$ and keeps what it does not know', async () => {
    const { state } = show('sqs:sendMessage', { 'QueueUrl.$': '$.q', Odd: 1 }, 'JSONPath');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'QueueUrl' })).value).toBe('$.q');
    expect((screen.getByTestId<HTMLTextAreaElement>('call.unknown.Odd')).value).toBe('1');
    fill(screen.getByRole('textbox', { name: 'MessageBody' }), 'hello');
    fireEvent.click(screen.getByTestId('call.MessageBody.toggle'));
    expect(state()['Parameters']).toEqual({ 'QueueUrl.$': '$.q', Odd: 1, 'MessageBody.$': '$.messageBody' });
  });

  it('leaves one expression for all of them to its own field, and shows JSON beside the form', async () => {
    show('aws-sdk:s3:getObject', '{% $states.input %}');
    await screen.findByText('Amazon S3: getObject');
    expect(screen.queryByTestId('call.view')).toBeNull();
    cleanup();
    show('aws-sdk:s3:getObject', { Bucket: 'b' });
    fireEvent.click(within(await screen.findByRole('radiogroup', { name: 'Arguments as' })).getByText('JSON'));
    expect(screen.getByTestId<HTMLTextAreaElement>('inspector.field.Arguments').value).toContain('"Bucket": "b"');
  });
});

describe('the action', () => {
  it('is chosen by search, and keeps its pattern where the other has it', async () => {
    const { state } = show('sqs:sendMessage.waitForTaskToken', {});
    fireEvent.click(screen.getByRole('button', { name: 'Choose an action' }));
    const search = await screen.findByRole('combobox', { name: 'Actions of AWS services' });
    fireEvent.change(search, { target: { value: 'sns publish' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(state()['Resource']).toMatch(/sns:publish\.waitForTaskToken$/);
    expect(await screen.findByRole('textbox', { name: 'Message' })).toBeTruthy();
  });

  it.each([
    ['aws-sdk:wickr:listUsers', /only the names of its actions are known here/],
    ['aws-sdk:mwaaserverless:whatever', /nothing is known here of its actions/],
    ['aws-sdk:s3:getObjekt', /Did you mean getObject\?/],
    ['aws-sdk:lambda:invokeAsync', /does not support invokeAsync/],
  ])('that cannot have a form says so: %s', async (resource, says) => {
    show(resource, {});
    expect((await screen.findByTestId('call.note')).textContent).toMatch(says);
    expect(screen.getByTestId('inspector.field.Arguments').tagName).toBe('TEXTAREA');
  });

  it('gives a sample of its result, which becomes the mock', async () => {
    const { store } = show('aws-sdk:sfn:describeExecution', {});
    fireEvent.click(await screen.findByRole('button', { name: /^Result/ }));
    fireEvent.click(screen.getByTestId('call.useAsMock'));
    expect(JSON.parse(Object.values(store.getState().sidecar.mocks)[0]?.mock.result ?? '')).toMatchObject({ Status: 'SUCCEEDED' });
    expect(screen.getByRole('list', { name: 'Members of the result of A' }).textContent).toContain('ExecutionArn');
  });

  it('has its own errors in Retry', async () => {
    show('aws-sdk:s3:getObject', {}, 'JSONata', ErrorsTab);
    fireEvent.click(screen.getByTestId('inspector.retry.add'));
    await waitFor(() => expect([...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value'))).toContain('S3.NoSuchKeyException'));
  });
});
