import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StateId } from '../../asl/names.ts';
import { renameState } from '../../asl/commands/renameState.ts';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { ServicesContext, type PageServices } from '../../editor/useServices.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { readSuite } from '../../suite/readSuite.ts';
import { SavedTestsPanel } from './SavedTestsPanel.tsx';
import { SaveTestDialog } from './SaveTestDialog.tsx';

// jsdom has no layout, and code fields follow their size.
beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});
afterEach(cleanup);

const TEXT = JSON.stringify({ StartAt: 'Add', States: { Add: { Type: 'Pass', Result: { n: 1 }, Next: 'Call' }, Call: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } } }, null, 2);
const TESTS = `{
  "version": 1, // by hand
  "tests": [
    { "name": "adds", "state": "Add", "expect": { "output": { "n": 1 } } },
    { "name": "adds two", "state": "Add", "expect": { "output": { "n": 2 } } },
    { "name": "all of it", "expect": { "status": "SUCCEEDED" } }
  ]
}`;

function open(tests?: string, panel = <SavedTestsPanel />): EditorStore {
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  if (tests !== undefined) store.getState().actions.setTests(tests);
  // The panel asks for files only when something is downloaded.
  render(<EditorContext value={store}><ServicesContext value={{} as PageServices}><TooltipProvider>{panel}</TooltipProvider></ServicesContext></EditorContext>);
  return store;
}
const ended = async (store: EditorStore): Promise<void> => {
  await act(() => new Promise<void>((resolve) => {
    const look = (): void => { if (store.getState().savedProgress === null && store.getState().savedResults.size > 0) resolve(); };
    store.subscribe(look);
    look();
  }));
};
const row = (name: string): HTMLElement => {
  const found = screen.getAllByTestId('saved.row').find((one) => within(one).queryByText(name));
  if (!found) throw new Error(`No row of ${name}`);
  return found;
};

describe('SavedTestsPanel', () => {
  it('runs all, says what did not hold in the words of the command, and marks the states', async () => {
    const store = open(TESTS);
    expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual(expect.arrayContaining(['Add', 'Whole runs']));
    fireEvent.click(screen.getByTestId('saved.run-all'));
    await ended(store);
    expect(screen.getAllByTestId('saved.status').map((one) => one.textContent)).toEqual(['Passed', 'Failed', 'Failed']);
    expect(within(row('adds two')).getByTestId('saved.failure').textContent).toContain('    - expected 2\n    + was      1');
    expect(within(row('all of it')).getByTestId('saved.failure').textContent).toContain('Give it a mock: "mocks": {"Call"');
    expect([...store.getState().savedMarks]).toEqual([['Add', 1]]);
    expect(screen.queryByTestId('saved.stale')).toBeNull();
    act(() => { store.getState().actions.apply(renameState('Call' as StateId, 'Send')); });
    expect(screen.getByTestId('saved.stale')).toBeTruthy();
  });

  it('opens a failing one in the test panel, with its input', async () => {
    const store = open(TESTS.replace('"state": "Add", "expect": { "output": { "n": 2 }', '"state": "Add", "input": {"a": 1.50}, "expect": { "output": { "n": 2 }'));
    fireEvent.click(screen.getByTestId('saved.run-all'));
    await ended(store);
    fireEvent.click(within(row('adds two')).getByTestId('saved.open'));
    expect([store.getState().dock, store.getState().selected, store.getState().sidecar.inputs['Add' as never]]).toEqual(['test', ['Add'], '{"a": 1.50}']);
  });

  it('edits what must hold, keeps the rest as written, and refuses what is no expectation', () => {
    const store = open(TESTS);
    fireEvent.click(within(row('adds two')).getByRole('button', { name: 'Show adds two' }));
    fireEvent.click(within(row('adds two')).getByTestId('saved.edit'));
    fireEvent.change(screen.getByRole('textbox', { name: /What must hold/ }), { target: { value: '{"outptu": 1}' } });
    fireEvent.click(screen.getByTestId('saved.edit.save'));
    expect(screen.getByText(/Did you mean "output"/)).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: /What must hold/ }), { target: { value: '{"output": {"n": 1}}' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Skip, because' }), { target: { value: 'later' } });
    fireEvent.click(screen.getByTestId('saved.edit.save'));
    const tests = store.getState().sidecar.tests ?? '';
    expect(tests).toContain('// by hand');
    expect(readSuite(tests).suite.tests[1]).toMatchObject({ skip: 'later', expect: { output: { n: 1 } } });
  });

  it('tells what is wrong in the file with line and column, and runs nothing', () => {
    open('{\n  "version": 1,\n  "tests": [{ "name": "x", "state": "Gone", "expect": { "status": "FAILED" } }]\n}');
    expect(screen.getByText(/Line 3, column \d+: "x" tests the state "Gone"/)).toBeTruthy();
    expect(screen.queryByTestId('saved.run-all')).toBeNull();
  });

  it('follows the rename of a state and its undo, in one step', () => {
    const store = open(TESTS);
    act(() => { store.getState().actions.apply(renameState('Add' as StateId, 'Sum')); });
    expect(row('adds').closest('section')?.getAttribute('aria-label')).toBe('Sum');
    act(() => { store.getState().actions.undo(); });
    expect([store.getState().sidecar.tests, store.getState().text]).toEqual([TESTS, TEXT]);
  });
});

describe('SaveTestDialog', () => {
  it('keeps a result with what must hold, and it passes', async () => {
    const store = open(undefined, <SaveTestDialog state={'Call' as StateId} />);
    cleanup();
    const { actions } = store.getState();
    actions.setInput('Call' as never, '{"price": 1.50}');
    actions.startTest('Call' as StateId);
    await new Promise<void>((resolve) => { store.subscribe((s) => { if (s.runs['Call' as StateId]?.phase === 'done') resolve(); }); });
    render(<EditorContext value={store}><TooltipProvider><SaveTestDialog state={'Call' as StateId} /></TooltipProvider></EditorContext>);
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'sends' } });
    fireEvent.click(screen.getByTestId('save-test.save'));
    await ended(store);
    const tests = store.getState().sidecar.tests ?? '';
    expect(tests).toContain('1.50');
    expect(readSuite(tests)).toMatchObject({ problems: [], suite: { tests: [{ name: 'sends', state: 'Call', expect: { status: 'SUCCEEDED' } }] } });
    expect(store.getState().savedResults.get('sends')?.status).toBe('passed');
  });
});
