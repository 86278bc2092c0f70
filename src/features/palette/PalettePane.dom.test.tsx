import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StateId } from '../../asl/names.ts';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { PalettePane } from './PalettePane.tsx';

// jsdom knows no media queries: a wide window.
beforeAll(() => {
  window.matchMedia = (query) => ({ matches: false, media: query, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false });
});
afterEach(cleanup);

const TEXT = JSON.stringify({ StartAt: 'Pick', States: { Pick: { Type: 'Pass', Next: 'Pack' }, Pack: { Type: 'Pass', Next: 'Done' }, Done: { Type: 'Succeed' } } }, null, 2);

function open(): EditorStore {
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  render(<EditorContext value={store}><TooltipProvider><PalettePane /></TooltipProvider></EditorContext>);
  return store;
}

const names = (store: EditorStore): readonly string[] => selectIndex(store.getState()).all.map((state) => state.name);
const item = (name: RegExp) => screen.getByRole('button', { name });

describe('PalettePane', () => {
  it('adds at the end of the main path while nothing is selected, and selects what it added', () => {
    const store = open();
    fireEvent.click(item(/^HTTP endpoint/));
    expect(names(store)).toEqual(['Pick', 'Pack', 'Call API', 'Done']);
    expect(store.getState().selected).toEqual(['Call API']);
  });

  it('adds behind the selected state', () => {
    const store = open();
    store.getState().actions.select(['Pick' as StateId], 'canvas');
    fireEvent.click(item(/^AWS service task/));
    expect(names(store).indexOf('Pick') + 1).toBe(names(store).findIndex((name) => name === store.getState().selected[0]));
  });

  it('shows why nothing was added, and changes nothing', () => {
    const store = open();
    store.getState().actions.select(['Done' as StateId], 'canvas');
    fireEvent.click(item(/^HTTP endpoint/));
    expect(store.getState().text).toBe(TEXT);
    expect(store.getState().toasts[0]?.title).toBe('HTTP endpoint was not added');
  });

  it('finds items of the other tab by other words for them', () => {
    open();
    fireEvent.change(screen.getByRole('textbox', { name: 'Search states and actions' }), { target: { value: 'loop' } });
    expect(item(/^Map/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^HTTP endpoint/ })).toBeNull();
  });

  it('says on a drag what it carries', () => {
    open();
    const carried: [string, string][] = [];
    fireEvent.dragStart(item(/^HTTP endpoint/), { dataTransfer: { setData: (type: string, data: string) => carried.push([type, data]) } });
    expect(carried).toEqual([['application/x-asl-state', '{"kind":"Http"}']]);
  });

  it('opens the dialog for a cURL command', () => {
    const store = open();
    fireEvent.click(item(/^From a cURL command/));
    expect(store.getState().dialog).toEqual({ kind: 'curl', command: '' });
  });

  it('goes to the search field on a slash', () => {
    open();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search states and actions' }));
  });

  it('folds to a rail whose tiles add as well', () => {
    const store = open();
    fireEvent.click(screen.getByRole('button', { name: 'Fold the palette' }));
    expect(store.getState().paletteOpen).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Add Wait' }));
    expect(names(store)).toContain('Wait');
  });

  it('gives the focus to the canvas after a drop, so that Enter does not add once more', () => {
    open();
    const canvas = document.body.appendChild(Object.assign(document.createElement('div'), { tabIndex: -1 }));
    canvas.dataset['canvas'] = '';
    const tile = item(/^HTTP endpoint/);
    tile.focus();
    fireEvent.dragEnd(tile, { dataTransfer: { dropEffect: 'none' } });
    expect(document.activeElement).toBe(tile);
    fireEvent.dragEnd(tile, { dataTransfer: { dropEffect: 'copy' } });
    expect(document.activeElement).toBe(canvas);
    canvas.remove();
  });
});
