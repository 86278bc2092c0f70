import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../../../asl/names.ts';
import { createEditorStore } from '../../../editor/createEditorStore.ts';
import { selectEntry } from '../../../editor/selectors/document.ts';
import { selectIsStale, selectRun } from '../../../editor/selectors/test.ts';
import { memoryServices } from '../../../editor/testing/memoryServices.ts';
import { EditorContext, useEditor } from '../../../editor/useEditor.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { ResultPane } from '../ResultPane.tsx';
import { compareRequests } from './compareRequests.ts';

afterEach(cleanup);
const A = 'A' as StateId;

function Pane() {
  const entry = useEditor(selectEntry(A));
  const run = useEditor(selectRun(A));
  const stale = useEditor(selectIsStale(A));
  if (!entry) throw new Error('A is not there');
  return <ResultPane entry={entry} run={run} stale={stale} onStart={() => undefined} />;
}

/** A state that was tested with each of the inputs, a minute after another. */
async function tested(...inputs: readonly string[]) {
  let minute = 0;
  const services = memoryServices({ now: () => new Date(2026, 0, 1, 9, 10 + minute).getTime() });
  const store = createEditorStore(services, { draftId: 'draft', name: 'flow', text: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}', format: 'json' });
  render(<EditorContext value={store}><TooltipProvider><Pane /></TooltipProvider></EditorContext>);
  for (const input of inputs) {
    minute += 1;
    act(() => {
      store.getState().actions.setInput('A' as StateName, input);
      store.getState().actions.startTest(A);
    });
    await waitFor(() => expect(store.getState().runs[A]).toMatchObject({ phase: 'done', request: { input } }));
  }
  return { store, output: () => screen.getByTestId('test.output').textContent };
}

/** By the keyboard: the button has the focus, Enter clicks it. */
const press = (name: string | RegExp) => {
  const button = screen.getByRole('button', { name });
  act(() => button.focus());
  fireEvent.click(button);
};
async function lookAt(time: RegExp): Promise<void> {
  press(/^Earlier runs of this state/);
  fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: time }));
}

describe('the earlier runs of a state', () => {
  it('are listed, the newest first, with the one that is shown ticked', async () => {
    await tested('{"n":1}', '{"n":2}');
    press('Earlier runs of this state, 2 in all');
    const rows = await screen.findAllByRole('menuitemcheckbox');
    expect(rows.map((row) => [row.textContent, row.getAttribute('aria-checked')])).toEqual([['09:12:00 SUCCEEDEDhere', 'true'], ['09:11:00 SUCCEEDEDhere', 'false']]);
  });

  it('show one in the whole pane, marked, and lead back to the newest with the focus kept', async () => {
    const { output } = await tested('{"n":1}', '{"n":2}');
    await lookAt(/^09:11:00/);
    expect(await screen.findByText('From 09:11:00')).toBeTruthy();
    expect(output()).toContain('1');
    expect(screen.getByTestId('test.stale').textContent).toContain('input');
    expect(screen.getByTestId('test.save-test').getAttribute('aria-disabled')).toBe('true');
    press('Back to the newest');
    expect(screen.queryByText('From 09:11:00')).toBeNull();
    expect(output()).toContain('2');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Earlier runs/ }));
  });

  it('run one again with its own request; its answer is the newest', async () => {
    const { store } = await tested('{"n":1}', '{"n":2}');
    await lookAt(/^09:11:00/);
    press('Run again');
    await waitFor(() => expect(store.getState().runs[A]).toMatchObject({ phase: 'done', request: { input: '{"n":1}' } }));
    expect(screen.queryByTestId('test.history.bar')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Earlier runs/ }));
    expect(store.getState().pastRuns[A]).toHaveLength(3);
  });

  it('compare two: what they were given, and what came of them', async () => {
    await tested('{"n":1}', '{"n":2}');
    await lookAt(/^09:11:00/);
    press('Compare with');
    fireEvent.click(await screen.findByRole('menuitem', { name: /^09:12:00/ }));
    const requests = await screen.findByRole('table', { name: 'Differences of the requests' });
    expect(within(requests).getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Where', '09:11:00', '09:12:00']);
    expect(within(requests).getAllByRole('row').map((row) => row.textContent)).toContain('input.n12');
    expect(within(screen.getByRole('table', { name: 'Differences of the answers' })).getAllByRole('row').map((row) => row.textContent)).toContain('output.n12');
  });
});

describe('the requests of two runs', () => {
  it('differ by what their texts mean', () => {
    expect(compareRequests({ definition: '{"Type":"Pass","End":true}', input: '{ "n": 1 }' }, { definition: '{"End":true,"Type":"Pass"}', input: '{"n":1}' })).toEqual([]);
    expect(compareRequests({ definition: '{}', mock: { result: '{"a":1}' } }, { definition: 'no JSON', mock: { result: '{"a":2}' } })).toEqual([
      { at: 'definition', one: {}, other: 'no JSON' },
      { at: 'mock.result.a', one: 1, other: 2 },
    ]);
  });
});
