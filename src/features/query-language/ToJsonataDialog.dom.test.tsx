import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StateId, StateName } from '../../asl/names.ts';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { setLiveEvaluator } from '../../editor/useLive.ts';
import { createLiveEvaluator } from '../../services/liveEvaluator.ts';
import { manualTimer } from '../../services/testing/manualTimer.ts';
import { memoryWorker } from '../../services/testing/memoryWorker.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { ToJsonataDialog } from './ToJsonataDialog.tsx';

beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void { /* No sizes. */ } disconnect(): void { /* No sizes. */ } unobserve(): void { /* No sizes. */ } }); });
afterAll(() => { vi.unstubAllGlobals(); });
afterEach(() => { cleanup(); setLiveEvaluator(null); });

const TEXT = JSON.stringify({
  StartAt: 'Read', States: {
    Read: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName: 'orders', 'Key.$': '$.key' }, ResultPath: '$.row', Next: 'Say' },
    Say: { Type: 'Pass', Parameters: { "text.$": "States.Format('Order {}', $.order)" }, Next: 'Deep' },
    Deep: { Type: 'Pass', Parameters: { 'all.$': '$..*' }, End: true },
  },
}, null, 2);

function open(states: readonly StateId[] | null, prepare?: (store: EditorStore) => void): EditorStore {
  setLiveEvaluator(createLiveEvaluator({ createWorker: () => memoryWorker(() => new Promise<never>(() => undefined)), timer: manualTimer() }));
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  prepare?.(store);
  store.getState().actions.showDialog({ kind: 'to-jsonata', states });
  render(<EditorContext value={store}><TooltipProvider><ToJsonataDialog states={states} /></TooltipProvider></EditorContext>);
  return store;
}
const view = () => within(screen.getByTestId('to-jsonata.view'));

describe('the dialog that converts to JSONata', () => {
  it('shows what each state becomes, tests both versions, and says why one stays', async () => {
    open(null);
    expect(screen.getByTestId('to-jsonata.summary').textContent).toContain('2 of 3 states can be converted.');
    expect(view().getByTestId('to-jsonata.diff').textContent).toContain("Added:   \"Output\": \"{% $merge([$states.input, { 'row': $states.result }]) %}\"");
    expect(await view().findByText('Same result')).toBeTruthy();
    fireEvent.click(screen.getByTestId('to-jsonata.state.Deep'));
    expect(view().getByTestId('to-jsonata.problem').textContent).toContain('$..* looks for more than a name at every depth.');
    expect(view().queryByTestId('to-jsonata.diff')).toBeNull();
  });

  it('goes through the states by arrow keys', () => {
    open(null);
    fireEvent.keyDown(screen.getByTestId('to-jsonata.state.Read'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(screen.getByTestId('to-jsonata.state.Say'));
    expect(view().getByTestId('to-jsonata.remarks').textContent).toContain('as Java does');
  });

  it('converts in one step that undo takes back', () => {
    const store = open(null);
    fireEvent.click(screen.getByTestId('to-jsonata.start'));
    expect(store.getState()).toMatchObject({ dialog: null, history: { past: [{ label: 'Convert 2 states to JSONata' }] } });
    expect(store.getState().text).toContain('"Key": "{% $states.input.key %}"');
    expect(store.getState().text).toContain('"all.$": "$..*"');
    store.getState().actions.undo();
    expect(store.getState().text).toBe(TEXT);
  });

  it('finds a difference with the input that the person typed', async () => {
    open(['Say' as StateId], (store) => store.getState().actions.setInput('Say' as StateName, '{"order":{"id":1}}'));
    expect(await view().findByText('Differs')).toBeTruthy();
    expect(screen.getByTestId('to-jsonata.view').textContent).toContain('With your test input they differ in output. Before: {"text":"Order {id=1}"} After: {"text":"Order {\\"id\\":1}"}');
    expect(screen.getByTestId('to-jsonata.summary').textContent).toContain('1 state gave another result in a test');
  });
});
