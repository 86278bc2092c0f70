import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import type { StateId } from '../../asl/names.ts';
import { problemsOf } from '../../checks/problems.ts';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { ProblemsPanel } from './ProblemsPanel.tsx';

afterEach(cleanup);

const ITEM = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
const TEXT = JSON.stringify({
  StartAt: 'First', States: {
    First: { Type: 'Map', Iterator: ITEM, Next: 'Second' },
    Second: { Type: 'Map', Iterator: { StartAt: 'Over', States: { Over: { Type: 'Succeed' } } }, Next: 'Gone' },
    Rest: { Type: 'Wait', Seconds: 0, End: true },
  },
}, null, 2);

function open(): EditorStore {
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  const check = (): void => { const { tree, text } = store.getState(); store.setState({ problems: problemsOf(tree.text === text ? tree : parse(text, 'json')) }); };
  check();
  store.subscribe((s, before) => { if (s.tree !== before.tree) check(); });
  render(<EditorContext value={store}><TooltipProvider><ProblemsPanel /></TooltipProvider></EditorContext>);
  return store;
}

const rows = (): readonly HTMLElement[] => screen.getAllByTestId('problems.row');
const saying = (words: RegExp): HTMLElement => {
  const row = rows().find((one) => words.test(one.textContent))?.closest('li');
  if (!row) throw new Error(`No row says ${words.source}`);
  return row;
};

describe('ProblemsPanel', () => {
  it('lists what the checks found and filters it by severity, words and the selected state', () => {
    const store = open();
    const all = rows().length;
    expect(all).toBe(store.getState().problems.length);
    fireEvent.click(screen.getByRole('radio', { name: /^Errors 1/ }));
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringMatching(/^Error: .*Gone/)]);
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter problems' }), { target: { value: 'iterator' } });
    expect(rows()).toHaveLength(2);
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter problems' }), { target: { value: '' } });
    act(() => { store.getState().actions.select(['Rest' as StateId], 'canvas'); });
    fireEvent.click(screen.getByRole('button', { name: 'This state' }));
    expect(rows().every((row) => row.textContent.includes('Rest'))).toBe(true);
  });

  it('leads to the state and to the place in the code', () => {
    const store = open();
    fireEvent.click(within(saying(/0 seconds/)).getByTestId('problems.row'));
    expect(store.getState().selected).toEqual(['Rest']);
    expect(store.getState().codeRequest?.offset).toBe(TEXT.indexOf('0', TEXT.indexOf('Seconds')));
  });

  it('explains a rule in its place, with an example of both', () => {
    open();
    const row = saying(/Iterator is the old name/);
    const why = within(row).getByRole('button', { name: 'Why?' });
    expect(why.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(why);
    expect(within(row).getByRole('button', { name: 'Hide why' }).getAttribute('aria-expanded')).toBe('true');
    expect(within(row).getByLabelText('Wrong example').textContent).toContain('Iterator');
    expect(within(row).getByLabelText('Right example').textContent).toContain('ItemProcessor');
  });

  it('fixes one, and undoes it in one step', () => {
    const store = open();
    fireEvent.click(within(saying(/Iterator is the old name/)).getByTestId('problems.fix'));
    expect(store.getState().text.match(/"Iterator"/g)).toHaveLength(1);
    act(() => { store.getState().actions.undo(); });
    expect(store.getState().text).toBe(TEXT);
  });

  it('fixes all of a rule, or all that is safe, in one step', () => {
    const store = open();
    fireEvent.click(within(saying(/Iterator is the old name/)).getByRole('button', { name: 'Why?' }));
    fireEvent.click(screen.getByTestId('problems.fix-rule'));
    expect(store.getState().text).not.toContain('Iterator');
    act(() => { store.getState().actions.undo(); });
    expect(store.getState().text).toBe(TEXT);
    fireEvent.click(screen.getByTestId('problems.fix-safe'));
    expect(store.getState().text).not.toContain('Iterator');
    expect(store.getState().text).toContain('Gone');
  });
});
